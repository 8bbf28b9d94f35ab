"""The European lists of codes that DCAT-AP wants its values from, as things of a graph."""

from __future__ import annotations

from kuntakesu.exports.rdf import Link, Thing
from kuntakesu.records.files import CSV, JSON, ZIP

LISTS = "http://publications.europa.eu/resource/authority/"
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"

FINLAND = Link(f"{LISTS}country/FIN")
EDUCATION = Link(f"{LISTS}data-theme/EDUC")
THEMES = Link(f"{LISTS}data-theme")
DAILY = Link(f"{LISTS}frequency/DAILY")
PUBLIC = Link(f"{LISTS}access-right/PUBLIC")
STABLE = Link(f"{LISTS}planned-availability/STABLE")
CC_BY = Link(f"{LISTS}licence/CC_BY_4_0")
SHA256 = Link("http://spdx.org/rdf/terms#checksumAlgorithm_sha256")
LANGUAGES = tuple(Link(f"{LISTS}language/{code}") for code in ("FIN", "SWE", "ENG"))
FORMATS = {
    media: Link(f"{LISTS}file-type/{code}")
    for media, code in ((JSON, "JSON"), (CSV, "CSV"), (ZIP, "ZIP"))
}

# DCAT-AP asks for the class of each; a harvester need not fetch the lists to know it.
KINDS = {
    FINLAND: "dct:Location",
    EDUCATION: "skos:Concept",
    THEMES: "skos:ConceptScheme",
    DAILY: "dct:Frequency",
    PUBLIC: "dct:RightsStatement",
    STABLE: "skos:Concept",
    CC_BY: "dct:LicenseDocument",
    SHA256: "spdx:ChecksumAlgorithm",
    **dict.fromkeys(LANGUAGES, "dct:LinguisticSystem"),
    **dict.fromkeys(FORMATS.values(), "dct:MediaTypeOrExtent"),
    **{Link(f"{MEDIA_TYPES}{media}"): "dct:MediaType" for media in FORMATS},
}


def media_type(media: str) -> Link:
    """A media type by its name."""
    return Link(f"{MEDIA_TYPES}{media}")


def things() -> list[Thing]:
    """The class of every value."""
    return [Thing(link.iri, kind, {}) for link, kind in KINDS.items()]
