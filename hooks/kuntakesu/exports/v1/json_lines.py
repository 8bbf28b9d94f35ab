"""JSON with a record a line, so that two editions can be compared."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kuntakesu.json_text import compact_text
from kuntakesu.records.columns import Column, Row, record


def table_json(name: str, on: date, lines: Iterable[bytes]) -> bytes:
    """The day of the facts and all lines of a table."""
    head = f'{{"on":{compact_text(on.isoformat())},"{name}":[\n'.encode()
    return b"".join([head, b",\n".join(lines), b"\n]}\n"])


def json_line(columns: tuple[Column[Row], ...], row: Row) -> str:
    """A row's line, without what separates it from the next."""
    return compact_text(record(columns, row))
