"""The files that hold a whole table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kuntakesu.exports.v1.json_lines import json_line, table_json
from kuntakesu.exports.v1.packing import Packed, packed, packed_piece, packed_whole
from kuntakesu.exports.v1.pieces import Pieces
from kuntakesu.exports.v1.spreadsheet import csv_head
from kuntakesu.records.files import (
    MUNICIPALITIES_JSON,
    PLANS_CSV,
    PLANS_JSON,
    TARGETS_CSV,
)
from kuntakesu.records.rows import Edition, municipality_rows
from kuntakesu.records.tables import MUNICIPALITIES, PLANS, TARGETS
from kuntakesu.site_file import Content


@dataclass(frozen=True)
class TableFile:
    """A table's address and content, as it is and made small."""

    address: str
    content: Content
    packed: Packed

    @classmethod
    def of(cls, address: str, content: bytes) -> TableFile:
        """The file of a content that is packed anew each time."""
        return cls(address, (content,), packed(content))


def export(edition: Edition, plans: Iterable[Pieces]) -> Iterator[TableFile]:
    """Every file.

    Args:
        edition: What is exported.
        plans: The pieces of its plans, in the catalogue's order.
    """
    on = edition.catalogue.on
    head = csv_head(TARGETS)
    records, rows, targets, small = [], [csv_head(PLANS)], [head], [packed_piece(head)]
    for lines in (pieces.lines() for pieces in plans):
        records.append(lines.record)
        rows.append(lines.row)
        targets.append(lines.targets)
        small.append(lines.packed)
    yield TableFile(TARGETS_CSV.address, targets, packed_whole(targets, small))
    targets, small = [], []  # they are a hundred times as much as the others
    yield TableFile.of(PLANS_JSON.address, table_json(PLANS_JSON.table, on, records))
    yield TableFile.of(PLANS_CSV.address, b"".join(rows))
    places = (json_line(MUNICIPALITIES, row).encode() for row in municipality_rows(edition))
    yield TableFile.of(
        MUNICIPALITIES_JSON.address, table_json(MUNICIPALITIES_JSON.table, on, places)
    )
