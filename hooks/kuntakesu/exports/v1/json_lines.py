"""JSON with a record a line, so that two editions can be compared."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kuntakesu.json_text import compact_text
from kuntakesu.records.columns import Column, Row, record


def table_json(name: str, on: date, lines: Iterable[str]) -> bytes:
    """The day of the facts and all lines of a table."""
    day, records = compact_text(on.isoformat()), ",\n".join(lines)
    return f'{{"on":{day},"{name}":[\n{records}\n]}}\n'.encode()


def json_line(columns: tuple[Column[Row], ...], row: Row) -> str:
    """A row's line, without what separates it from the next."""
    return compact_text(record(columns, row))
