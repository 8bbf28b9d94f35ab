"""The description for data portals: read back by a library, and counted against the catalogue."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pyshacl import validate
from rdflib import DCAT, DCTERMS, RDF, XSD, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic

from kuntakesu.exports import v1
from kuntakesu.exports.rdf import Link, Text, Thing, json_ld, turtle
from kuntakesu.records.files import FILES, TABLES
from kuntakesu.records.rows import Edition
from kuntakesu.site_file import contents
from tests.making import catalogue, plan

# rdflib's own reader of JSON-LD uses what rdflib has renamed.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")

SITE_URL = "https://example.fi/kk/"
PAGE = f"{SITE_URL}data/"
SPDX = Namespace("http://spdx.org/rdf/terms#")
SHAPES = Path(__file__).parent / "data/dcat-ap.shapes.ttl"
BODY = "## Oppiminen\n\n### Yksi\n\nA.\n\n### Kaksi\n\nB.\n"
HELD = catalogue(plan("a/2024-2027", BODY), plan("b/2018-2021"), plan("c/2026", status="draft"))
MADE = contents(v1.files(Edition(HELD, SITE_URL)))


def read(content: bytes, form: str) -> Graph:
    return Graph().parse(data=content.decode(), format=form)


@cache
def described() -> Graph:
    return read(MADE["data/v1/catalog.ttl"], "turtle")


def conforms(graph: Graph) -> tuple[bool, str]:
    found: Any = validate(graph, shacl_graph=Graph().parse(SHAPES), inference="none")
    return bool(found[0]), str(found[2])


def test_both_writings_say_the_same() -> None:
    other = read(MADE["data/v1/catalog.jsonld"], "json-ld")
    assert len(described()) > 200
    assert isomorphic(described(), other)


def test_it_is_as_dcat_ap_demands() -> None:
    sound, told = conforms(described())
    assert sound, told


def test_an_empty_catalogue_is_described_too() -> None:
    made = contents(v1.files(Edition(catalogue(), SITE_URL)))
    graph = read(made["data/v1/catalog.ttl"], "turtle")
    assert isomorphic(graph, read(made["data/v1/catalog.jsonld"], "json-ld"))
    assert conforms(graph)[0]


@pytest.mark.parametrize(
    "missing", [DCTERMS.title, DCTERMS.publisher, DCAT.accessURL, DCAT.distribution, DCAT.dataset]
)
def test_the_shapes_find_what_is_missing(missing: URIRef) -> None:
    broken = read(MADE["data/v1/catalog.ttl"], "turtle")
    broken.remove((None, missing, None))
    assert not conforms(broken)[0]


def test_every_table_and_file_is_described_once() -> None:
    graph = described()
    (found,) = graph.subjects(RDF.type, DCAT.Catalog)
    sets = set(graph.objects(found, DCAT.dataset))
    assert sets == {URIRef(f"{PAGE}#{name}") for name in TABLES}
    assert sets == set(graph.subjects(RDF.type, DCAT.Dataset))
    for name in TABLES:
        files = set(graph.objects(URIRef(f"{PAGE}#{name}"), DCAT.distribution))
        assert files == {URIRef(f"{PAGE}#{file.name}") for file in FILES if file.table == name}
    urls = set(graph.objects(None, DCAT.downloadURL))
    assert urls == {URIRef(f"{SITE_URL}{file.address}") for file in FILES}


def test_the_counts_are_the_catalogues() -> None:
    graph = described()
    counts = {}
    for name in TABLES:
        (extent,) = graph.objects(URIRef(f"{PAGE}#{name}"), DCTERMS.extent)
        (count,) = graph.objects(extent, RDF.value)
        counts[name] = int(str(count))
    assert counts == {
        "plans": len(HELD.plans),
        "targets": len(HELD.targets("oppiminen")),
        "municipalities": len(HELD.register.municipalities),
    }
    assert counts == {"plans": 2, "targets": 3, "municipalities": 308}


def test_the_years_are_those_of_the_plans() -> None:
    (years,) = described().objects(URIRef(f"{PAGE}#plans"), DCTERMS.temporal)
    assert described().value(years, DCAT.startDate) == Literal("2018-01-01", datatype=XSD.date)
    assert described().value(years, DCAT.endDate) == Literal("2027-12-31", datatype=XSD.date)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_sizes_and_checksums_are_those_of_the_files(file: Any) -> None:
    graph, iri = described(), URIRef(f"{PAGE}#{file.name}")
    content = MADE[file.address]
    assert int(str(graph.value(iri, DCAT.byteSize))) == len(content)
    checksum = graph.value(iri, SPDX.checksum)
    assert str(graph.value(checksum, SPDX.checksumValue)) == hashlib.sha256(content).hexdigest()


def test_only_statistics_finlands_facts_are_said_to_be_free() -> None:
    licensed = set(described().subjects(DCTERMS.license, None))
    assert licensed == {URIRef(f"{PAGE}#municipalities.json")}


@pytest.mark.parametrize(
    "odd", ['a "b" \\ c', "rivi\nrivi\r\t", "ä–”\u2028", "\x01\x7f", "'''\"\"\"", "\\u0041", ""]
)
def test_any_text_is_read_back_as_it_was(odd: str) -> None:
    things = [Thing("https://a.fi/b c<>\"{}|^`\\", "dcat:Dataset", {
        "dct:title": [Text(odd), Text(odd, "fi")],
        "dct:relation": [Link("https://a.fi/ä?x=1&y=<2>")],
        "dct:source": [],
    })]  # fmt: skip
    graph = read(turtle(things), "turtle")
    assert isomorphic(graph, read(json_ld(things), "json-ld"))
    assert set(graph.objects(None, DCTERMS.title)) == {Literal(odd), Literal(odd, lang="fi")}
