"""What the files of the open data say of one plan, made once for all of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from kuntakesu.exports.v1.json_lines import json_line
from kuntakesu.exports.v1.plan_files import own_file
from kuntakesu.exports.v1.spreadsheet import csv_lines
from kuntakesu.memory import Memory, key_of, remembered
from kuntakesu.records.rows import Edition, PlanRow, plan_rows
from kuntakesu.records.tables import PLANS, TARGETS


@dataclass(frozen=True)
class Pieces:
    """A plan's own file, and its lines in the files of all.

    Attributes:
        own: JSON.
        record: In the JSON of all plans.
        row: In the spreadsheet of plans, with its line break.
        targets: In the spreadsheet of targets, a line each.
    """

    own: bytes
    record: str
    row: str
    targets: str


def of_plans(edition: Edition, memory: Memory) -> tuple[Pieces, ...]:
    """The pieces of all plans, in the catalogue's order."""
    base = key_of("pieces", edition.catalogue.on.isoformat(), edition.site_url)
    return tuple(
        remembered(
            memory, key_of(base, row.plan.name, row.plan.digest), Pieces, partial(_pieces, row)
        )
        for row in plan_rows(edition)
    )


def _pieces(row: PlanRow) -> Pieces:
    return Pieces(
        own_file(row),
        json_line(PLANS, row),
        csv_lines(PLANS, [row]),
        csv_lines(TARGETS, row.targets()),
    )
