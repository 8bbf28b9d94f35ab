"""A JSON Schema for each file: of the whole file, or for a spreadsheet of one of its rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from kuntakesu import addresses
from kuntakesu.json_text import indented_json
from kuntakesu.languages import words
from kuntakesu.records.columns import Column, Type
from kuntakesu.records.files import CSV, FILES, PLAN_JSON, TABLES, DataFile
from kuntakesu.records.tables import OWN_TARGETS, PLANS, SECTIONS

DRAFT = "https://json-schema.org/draft/2020-12/schema"
DAY = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
SHAPES: dict[Type, dict[str, Any]] = {
    Type.TEXT: {"type": "string"},
    Type.INTEGER: {"type": "integer"},
    Type.BOOLEAN: {"type": "boolean"},
    Type.DATE: DAY,
    Type.URL: {"type": "string", "format": "uri-reference", "minLength": 1},
}


def export() -> Iterator[tuple[str, bytes]]:
    """Every schema's address and content."""
    for file in FILES:
        if file.schema:
            yield file.schema, _written(file, of_file(file))
    yield addresses.data_schema(PLAN_JSON.name), _written(PLAN_JSON, of_plan())


def of_file(file: DataFile) -> dict[str, Any]:
    """The schema of a table's file."""
    table = TABLES[file.table]
    row = of_row(table.columns)
    if file.media == CSV:
        return row
    return _object({"on": DAY, table.name: {"type": "array", "items": row}})


def of_plan() -> dict[str, Any]:
    """The schema of one plan's file."""
    stated = {"type": ["string", "null"]}
    return _object(
        {
            "on": DAY,
            **of_row(PLANS)["properties"],
            "introduction": stated,
            "sections": {"type": "array", "items": of_row(SECTIONS)},
            "targets": {"type": "array", "items": of_row(OWN_TARGETS)},
            "footnotes": stated,
        }
    )


def of_row(columns: Iterable[Column[Any]]) -> dict[str, Any]:
    """The schema of one row."""
    return _object({column.name: _of_column(column) for column in columns})


def _of_column(column: Column[Any]) -> dict[str, Any]:
    about = {"description": words("en")(column.about)}
    if column.type is Type.LIST:
        return {**about, "type": "array", "items": _value(column, SHAPES[Type.TEXT])}
    shape = _value(column, SHAPES[column.type])
    if column.stated:
        return {**about, **shape}
    return {**about, "anyOf": [shape, {"type": "null"}]}


def _value(column: Column[Any], shape: dict[str, Any]) -> dict[str, Any]:
    if column.choices:
        return {"enum": list(column.choices)}
    return {**shape, **({"pattern": f"^{column.pattern}$"} if column.pattern else {})}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    """An object with these properties; later editions of this version may have more."""
    return {"type": "object", "required": list(properties), "properties": properties}


def _written(file: DataFile, schema: dict[str, Any]) -> bytes:
    content = {"$schema": DRAFT, "title": file.name, **schema}
    return indented_json(content)
