"""THE list of the files of the open data, and the tables they hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from kuntakesu import addresses
from kuntakesu.catalogue import Catalogue
from kuntakesu.records.columns import Column
from kuntakesu.records.tables import MUNICIPALITIES, PLANS, TARGETS

JSON, CSV, ZIP, MARKDOWN = "application/json", "text/csv", "application/zip", "text/markdown"


PLAN_FILES = ((JSON, "json"), (MARKDOWN, "md"))
"""A plan's own two files: media type and suffix."""


@dataclass(frozen=True)
class Table:
    """A table that is offered whole.

    Attributes:
        name: Its key in JSON.
        count: How many rows it has in a catalogue.
    """

    name: str
    columns: tuple[Column[Any], ...]
    count: Callable[[Catalogue], int]


TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (
        Table("plans", PLANS, lambda of: len(of.plans)),
        Table("targets", TARGETS, lambda of: sum(len(plan.outline) for plan in of.plans)),
        Table("municipalities", MUNICIPALITIES, lambda of: len(of.register.municipalities)),
    )
}


@dataclass(frozen=True)
class DataFile:
    """A file of the open data.

    Attributes:
        name: Below the folder of this version.
        table: The name of the table it holds; the archive is listed with the plans.
        media: Its media type.
    """

    name: str
    table: str
    media: str

    @property
    def address(self) -> str:
        """Where it is, from the site's root."""
        return addresses.data_file(self.name)

    @property
    def about(self) -> str:
        """The key of the sentence that says what it holds."""
        return f"data.files.{self.name.replace('.', '_')}"

    @property
    def schema(self) -> str:
        """Where the JSON Schema of its rows is, or empty for the archive."""
        return "" if self.media == ZIP else addresses.data_schema(self.name)


PLANS_JSON = DataFile("plans.json", "plans", JSON)
PLANS_CSV = DataFile("plans.csv", "plans", CSV)
TARGETS_CSV = DataFile("targets.csv", "targets", CSV)
MUNICIPALITIES_JSON = DataFile("municipalities.json", "municipalities", JSON)
ARCHIVE = DataFile("all.zip", "plans", ZIP)
FILES = (PLANS_JSON, PLANS_CSV, TARGETS_CSV, MUNICIPALITIES_JSON, ARCHIVE)
# Of one plan: what its JSON file is called in the list of schemas.
PLAN_JSON = DataFile("plan.json", "plans", JSON)
CATALOG_TURTLE = addresses.data_file("catalog.ttl")
CATALOG_JSON_LD = addresses.data_file("catalog.jsonld")
