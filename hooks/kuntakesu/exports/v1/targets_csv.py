"""Every development target with its parts as a spreadsheet."""

from __future__ import annotations

from kuntakesu.exports.v1.spreadsheet import table_csv
from kuntakesu.records.files import TABLES
from kuntakesu.records.files import TARGETS_CSV as FILE
from kuntakesu.records.rows import Edition


def export(edition: Edition) -> bytes:
    """The file of an edition."""
    return table_csv(TABLES[FILE.table], edition)
