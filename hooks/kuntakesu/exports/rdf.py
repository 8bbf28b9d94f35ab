"""A description in RDF, written as Turtle or JSON-LD.

The graph is small and ours, and both writings have to be the same to the byte in every build, so
there are no blank nodes and no library here; the tests read both back with one and compare.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kuntakesu.json_text import indented_json

PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
# What may not stand in an IRI of Turtle as it is.
NOT_IN_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')


@dataclass(frozen=True)
class Link:
    """An object that is a thing of its own, by its whole address."""

    iri: str


@dataclass(frozen=True)
class Text:
    """An object that is a text in a language, or a value of a type such as `xsd:date`."""

    text: str
    language: str = ""
    datatype: str = ""


Objects = Sequence[Link | Text]


@dataclass(frozen=True)
class Thing:
    """What is said of one thing.

    Attributes:
        kind: Its class, as `dcat:Dataset`.
        said: By predicate, as `dct:title`.
    """

    iri: str
    kind: str
    said: Mapping[str, Objects]


def turtle(things: Sequence[Thing]) -> bytes:
    """The things as Turtle."""
    prefixes = [f"@prefix {name}: <{iri}> ." for name, iri in PREFIXES.items()]
    return ("\n".join([*prefixes, *map(_paragraph, things)]) + "\n").encode()


def json_ld(things: Sequence[Thing]) -> bytes:
    """The same as JSON-LD."""
    graph = [
        {
            "@id": _clean(thing.iri),
            "@type": thing.kind,
            **{name: [_json(one) for one in objects] for name, objects in thing.said.items()},
        }
        for thing in things
    ]
    content = {"@context": PREFIXES, "@graph": graph}
    return indented_json(content)


def _paragraph(thing: Thing) -> str:
    lines = [f"a {thing.kind}"]
    lines += [
        f"{name} {', '.join(map(_turtle, objects))}"
        for name, objects in thing.said.items()
        if objects
    ]
    return f"\n{_iri(thing.iri)} " + " ;\n    ".join(lines) + " ."


def _turtle(one: Link | Text) -> str:
    if isinstance(one, Link):
        return _iri(one.iri)
    # JSON's escapes in a string are all escapes of Turtle too.
    quoted = json.dumps(one.text, ensure_ascii=False)
    if one.language:
        return f"{quoted}@{one.language}"
    return f"{quoted}^^{one.datatype}" if one.datatype else quoted


def _iri(iri: str) -> str:
    return f"<{_clean(iri)}>"


def _clean(iri: str) -> str:
    return NOT_IN_IRI.sub(lambda found: f"%{ord(found[0]):02X}", iri)


def _json(one: Link | Text) -> dict[str, Any]:
    if isinstance(one, Link):
        return {"@id": _clean(one.iri)}
    marks = {"@language": one.language, "@type": one.datatype}
    return {"@value": one.text, **{mark: value for mark, value in marks.items() if value}}
