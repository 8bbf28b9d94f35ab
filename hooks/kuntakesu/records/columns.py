"""A column of a table of the open data, and the values it may hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from kuntakesu.fields import Field, Kind, all_fields

Value = str | int | bool | tuple[str, ...] | None
"""None is what is not stated; a list that is not stated is empty."""
Row = TypeVar("Row")


class Type(StrEnum):
    """What the values of a column are."""

    TEXT = "text"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    DATE = "date"
    URL = "url"
    LIST = "list"


TYPE_OF = {Kind.DATE: Type.DATE, Kind.YEAR: Type.INTEGER, Kind.URL: Type.URL}
FIELD_OF = dict(all_fields())


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column.

    Attributes:
        name: The key in JSON and the title in a spreadsheet.
        value: Takes the value from a row.
        about: The key of the sentence that says what it is.
        stated: Whether every row has a value.
        choices: The only values allowed, for a text or the items of a list.
        pattern: What a text or the items of a list look like.
        field: The front-matter field that the value is or comes from, by its dotted key.
    """

    name: str
    value: Callable[[Row], Value]
    about: str
    type: Type = Type.TEXT
    stated: bool = False
    choices: tuple[str, ...] = ()
    pattern: str = ""
    field: str = ""


def of_field(key: str, value: Callable[[Row], Value]) -> Column[Row]:
    """The column that is a front-matter field, known by its dotted key."""
    field = FIELD_OF[key]
    return Column(
        key.replace(".", "_"),
        value,
        f"fields.{key}.help",
        Type.LIST if field.many else TYPE_OF.get(field.kind, Type.TEXT),
        stated=_is_always_there(field),
        choices=field.choices,
        field=key,
    )


def _is_always_there(field: Field) -> bool:
    return field.required or bool(field.default) or field.many


def record(columns: Iterable[Column[Row]], row: Row) -> dict[str, Value]:
    """A row's values by the names of their columns."""
    return {column.name: column.value(row) for column in columns}


def text(stated: str) -> str | None:
    """A text, or None where there is none."""
    return stated or None


def day(stated: date | None) -> str | None:
    """A day as `2026-12-15`, or None where there is none."""
    return stated.isoformat() if stated else None


def year(stated: str) -> int | None:
    """A year as a number, or None where there is none."""
    return int(stated) if stated else None
