"""Every plan's facts as JSON; the texts are in the plans' own files."""

from __future__ import annotations

from kuntakesu.exports.v1.json_lines import table_json
from kuntakesu.records.files import PLANS_JSON as FILE
from kuntakesu.records.files import TABLES
from kuntakesu.records.rows import Edition


def export(edition: Edition) -> bytes:
    """The file of an edition."""
    return table_json(TABLES[FILE.table], edition)
