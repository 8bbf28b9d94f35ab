"""The files that hold a whole table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial

from kuntakesu.exports.v1.json_lines import json_line, table_json
from kuntakesu.exports.v1.packing import END, Counted, Packed, packed, packed_piece
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
    """A table's address and content, and what packs it."""

    address: str
    content: Counted
    packed: Callable[[], Packed]

    def pieces(self) -> Content:
        """The content, as a file of the site has it."""
        return self.content

    @classmethod
    def of(cls, address: str, content: bytes) -> TableFile:
        """The file of a content that is there already."""
        return cls(address, Counted([content]), cache(partial(packed, content)))


@dataclass(frozen=True)
class _Targets:
    """The spreadsheet of targets, put together as it is gone through."""

    plans: Sequence[Pieces]

    def __iter__(self) -> Iterator[bytes]:
        yield csv_head(TARGETS)
        yield from (pieces.target_lines().plain for pieces in self.plans)

    def packed(self, content: Counted) -> Packed:
        head = packed_piece(csv_head(TARGETS))
        rest = (pieces.target_lines().packed for pieces in self.plans)
        return Packed(content.told.size, content.told.crc, b"".join([head, *rest, END]))


def export(edition: Edition, plans: Sequence[Pieces]) -> Iterator[TableFile]:
    """Every file.

    Args:
        edition: What is exported.
        plans: The pieces of its plans, in the catalogue's order.
    """
    on = edition.catalogue.on
    targets = _Targets(plans)
    content = Counted(targets)
    yield TableFile(TARGETS_CSV.address, content, partial(targets.packed, content))
    lines = [pieces.lines() for pieces in plans]
    records = (one.record for one in lines)
    yield TableFile.of(PLANS_JSON.address, table_json(PLANS_JSON.table, on, records))
    rows = (one.row for one in lines)
    yield TableFile.of(PLANS_CSV.address, b"".join([csv_head(PLANS), *rows]))
    places = (json_line(MUNICIPALITIES, row).encode() for row in municipality_rows(edition))
    yield TableFile.of(
        MUNICIPALITIES_JSON.address, table_json(MUNICIPALITIES_JSON.table, on, places)
    )
