"""The files that hold a whole table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kuntakesu.exports.v1.json_lines import json_line, table_json
from kuntakesu.exports.v1.pieces import Pieces
from kuntakesu.exports.v1.spreadsheet import table_csv
from kuntakesu.records.files import (
    MUNICIPALITIES_JSON,
    PLANS_CSV,
    PLANS_JSON,
    TARGETS_CSV,
)
from kuntakesu.records.rows import Edition, municipality_rows
from kuntakesu.records.tables import MUNICIPALITIES, PLANS, TARGETS


def export(edition: Edition, plans: Sequence[Pieces]) -> Iterator[tuple[str, bytes]]:
    """Every file's address and content.

    Args:
        edition: What is exported.
        plans: The pieces of its plans, in the catalogue's order.
    """
    on = edition.catalogue.on
    records = (piece.record for piece in plans)
    yield PLANS_JSON.address, table_json(PLANS_JSON.table, on, records)
    yield PLANS_CSV.address, table_csv(PLANS, (piece.row for piece in plans))
    yield TARGETS_CSV.address, table_csv(TARGETS, (piece.targets for piece in plans))
    places = (json_line(MUNICIPALITIES, row) for row in municipality_rows(edition))
    yield MUNICIPALITIES_JSON.address, table_json(MUNICIPALITIES_JSON.table, on, places)
