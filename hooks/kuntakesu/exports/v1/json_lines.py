"""JSON with a record a line, so that two editions can be compared."""

from __future__ import annotations

import json
from collections.abc import Mapping

from kuntakesu.records.columns import Value, record
from kuntakesu.records.files import Table
from kuntakesu.records.rows import Edition


def table_json(table: Table, edition: Edition) -> bytes:
    """The day of the facts and all rows of a table."""
    on = json.dumps(edition.catalogue.on.isoformat())
    lines = ",\n".join(_line(record(table.columns, row)) for row in table.rows(edition))
    return f'{{"on":{on},"{table.name}":[\n{lines}\n]}}\n'.encode()


def _line(values: Mapping[str, Value]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))
