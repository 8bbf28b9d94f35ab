"""JSON with a record a line, so that two editions can be compared."""

from __future__ import annotations

from kuntakesu.json_text import compact_text
from kuntakesu.records.columns import record
from kuntakesu.records.files import Table
from kuntakesu.records.rows import Edition


def table_json(table: Table, edition: Edition) -> bytes:
    """The day of the facts and all rows of a table."""
    on = compact_text(edition.catalogue.on.isoformat())
    lines = ",\n".join(compact_text(record(table.columns, row)) for row in table.rows(edition))
    return f'{{"on":{on},"{table.name}":[\n{lines}\n]}}\n'.encode()
