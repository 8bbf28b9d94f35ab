"""The description of the open data in DCAT-AP 3, for data portals to harvest.

A data set is a table, and its distributions are the files that hold it. A plan is a row and not a
data set of its own: a portal should list three, not ten thousand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kuntakesu import addresses
from kuntakesu.exports.rdf import Link, Objects, Text, Thing, json_ld, turtle
from kuntakesu.exports.v1 import authority
from kuntakesu.exports.v1.packing import Told
from kuntakesu.languages import INTERFACE, words
from kuntakesu.records.files import (
    CATALOG_JSON_LD,
    CATALOG_TURTLE,
    FILES,
    TABLES,
    DataFile,
    Table,
)
from kuntakesu.records.rows import Edition

VERSION = "1"


Files = Mapping[str, Told]


def export(edition: Edition, made: Files) -> Iterator[tuple[str, bytes]]:
    """Both writings of the description.

    Args:
        edition: What is described.
        made: What there is to tell of the files, by their address.
    """
    things = list(_Description(edition, made).things())
    yield CATALOG_TURTLE, turtle(things)
    yield CATALOG_JSON_LD, json_ld(things)


@dataclass(frozen=True)
class _Description:
    edition: Edition
    made: Files

    def things(self) -> Iterator[Thing]:
        yield self._catalogue()
        yield Thing(self._iri("publisher"), "foaf:Agent", {
            "foaf:name": [Text(words("fi")("site.name"))],
            "foaf:homepage": [self._home],
        })  # fmt: skip
        yield Thing(self._home.iri, "foaf:Document", {})
        yield Thing(self._page.iri, "foaf:Document", {})
        yield Thing(self._iri("contact"), "vcard:Kind", {
            "vcard:fn": [Text(words("fi")("site.name"))],
            "vcard:hasURL": [Link(self.edition.url(addresses.guide("about", "fi")))],
        })  # fmt: skip
        if self.edition.catalogue.plans:
            yield self._years()
        for table in TABLES.values():
            yield from self._data_set(table)
        for file in FILES:
            yield from self._distribution(file)
        yield from authority.things()

    def _catalogue(self) -> Thing:
        return Thing(self._iri("catalog"), "dcat:Catalog", {
            "dct:title": _said("data.catalog.title"),
            "dct:description": _said("data.catalog.description"),
            "dct:publisher": [Link(self._iri("publisher"))],
            "foaf:homepage": [self._home],
            "dct:language": authority.LANGUAGES,
            "dct:modified": [self._day],
            "dct:spatial": [authority.FINLAND],
            "dcat:themeTaxonomy": [authority.THEMES],
            "dcat:dataset": [Link(self._iri(name)) for name in TABLES],
        })  # fmt: skip

    def _data_set(self, table: Table) -> Iterator[Thing]:
        iri, count = self._iri(table.name), table.count(self.edition.catalogue)
        of_plans = table.name != "municipalities" and self.edition.catalogue.plans
        yield Thing(iri, "dcat:Dataset", {
            "dct:title": _said(f"data.tables.{table.name}.title"),
            "dct:description": _said(f"data.tables.{table.name}.about"),
            "dct:identifier": [Text(iri)],
            "dct:publisher": [Link(self._iri("publisher"))],
            "dcat:contactPoint": [Link(self._iri("contact"))],
            "dcat:theme": [authority.EDUCATION],
            "dcat:keyword": [
                Text(word, language)
                for language in INTERFACE
                for word in words(language).under("data.keywords").values()
            ],
            "dct:spatial": [authority.FINLAND],
            "dct:temporal": [Link(self._iri("years"))] if of_plans else [],
            "dct:language": authority.LANGUAGES,
            "dct:accrualPeriodicity": [authority.DAILY],
            "dct:accessRights": [authority.PUBLIC],
            "dct:modified": [self._day],
            "dcat:version": [Text(VERSION)],
            "dcat:landingPage": [self._page],
            "dct:extent": [Link(f"{iri}-count")],
            "dcat:distribution": [
                Link(self._iri(file.name)) for file in FILES if file.table == table.name
            ],
        })  # fmt: skip
        yield Thing(f"{iri}-count", "dct:SizeOrDuration", {
            "rdf:value": [Text(str(count), datatype="xsd:integer")],
        })  # fmt: skip
        yield Thing(f"{iri}-rights", "dct:RightsStatement", {
            "rdfs:label": _said(f"data.rights.{table.name}"),
        })  # fmt: skip

    def _distribution(self, file: DataFile) -> Iterator[Thing]:
        told, url = self.made[file.address], Link(self.edition.url(file.address))
        iri, schema = self._iri(file.name), Link(self.edition.url(file.schema))
        yield Thing(iri, "dcat:Distribution", {
            "dct:title": [Text(file.name)],
            "dct:description": _said(file.about),
            "dcat:accessURL": [url],
            "dcat:downloadURL": [url],
            "dct:format": [authority.FORMATS[file.media]],
            "dcat:mediaType": [authority.media_type(file.media)],
            "dcat:byteSize": [Text(str(told.size), datatype="xsd:nonNegativeInteger")],
            "spdx:checksum": [Link(f"{iri}-checksum")],
            "dct:conformsTo": [schema] if file.schema else [],
            "dct:license": [authority.CC_BY] if file.table == "municipalities" else [],
            "dct:rights": [Link(f"{self._iri(file.table)}-rights")],
            "dct:modified": [self._day],
            "dcatap:availability": [authority.STABLE],
        })  # fmt: skip
        yield Thing(f"{iri}-checksum", "spdx:Checksum", {
            "spdx:algorithm": [authority.SHA256],
            "spdx:checksumValue": [
                Text(told.sha256, datatype="xsd:hexBinary")
            ],
        })  # fmt: skip
        if file.schema:
            yield Thing(schema.iri, "dct:Standard", {"dct:title": [Text(file.name)]})

    def _years(self) -> Thing:
        """The years that the plans cover, from the first to the last."""
        periods = [plan.period for plan in self.edition.catalogue.plans]
        first = min(period.first_day for period in periods)
        last = max(period.last_day for period in periods)
        return Thing(self._iri("years"), "dct:PeriodOfTime", {
            "dcat:startDate": [_day(first.isoformat())],
            "dcat:endDate": [_day(last.isoformat())],
        })  # fmt: skip

    def _iri(self, name: str) -> str:
        """What is described is named by its place on the page that documents it."""
        return f"{self._page.iri}#{name}"

    @property
    def _page(self) -> Link:
        return Link(self.edition.url(addresses.guide("data", "fi")))

    @property
    def _home(self) -> Link:
        return Link(self.edition.url(addresses.home("fi")))

    @property
    def _day(self) -> Text:
        return _day(self.edition.catalogue.on.isoformat())


def _day(day: str) -> Text:
    return Text(day, datatype="xsd:date")


def _said(key: str) -> Objects:
    return [Text(words(language)(key), language) for language in INTERFACE]
