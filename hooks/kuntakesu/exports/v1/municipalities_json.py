"""Every municipality with its plans as JSON."""

from __future__ import annotations

from kuntakesu.exports.v1.json_lines import table_json
from kuntakesu.records.files import MUNICIPALITIES_JSON as FILE
from kuntakesu.records.files import TABLES
from kuntakesu.records.rows import Edition


def export(edition: Edition) -> bytes:
    """The file of an edition."""
    return table_json(TABLES[FILE.table], edition)
