"""What the files of the open data say of one plan, made once for all of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TypeVar

from kuntakesu.exports.v1.json_lines import json_line
from kuntakesu.exports.v1.packing import Packed, packed, packed_piece
from kuntakesu.exports.v1.plan_files import own_file
from kuntakesu.exports.v1.spreadsheet import csv_lines
from kuntakesu.memory import Key, Memory, key_of, remembered
from kuntakesu.records.rows import PlanRow
from kuntakesu.records.tables import PLANS, TARGETS

T = TypeVar("T")


@dataclass(frozen=True)
class Lines:
    """A plan's lines in the files of all plans, in UTF-8.

    Attributes:
        record: In the JSON.
        row: In the spreadsheet, with its line break.
    """

    record: bytes
    row: bytes


@dataclass(frozen=True)
class TargetLines:
    """A plan's lines in the spreadsheet of targets, in UTF-8, as they are and made small."""

    plain: bytes
    packed: bytes


@dataclass(frozen=True)
class OwnFiles:
    """A plan's own files, made small."""

    json: Packed
    markdown: Packed


@dataclass(frozen=True)
class Pieces:
    """All that is said of a plan; what a memory knows of it is taken from there."""

    row: PlanRow
    memory: Memory

    @cached_property
    def key(self) -> Key:
        """A key of all that is said of the plan."""
        edition, plan = self.row.edition, self.row.plan
        return key_of(
            "pieces", edition.catalogue.on.isoformat(), edition.site_url, plan.name, plan.digest
        )

    def lines(self) -> Lines:
        """Its lines in the files of all plans."""
        return self._remembered("lines", Lines, partial(_lines, self.row))

    def target_lines(self) -> TargetLines:
        """Its lines in the spreadsheet of targets."""
        return self._remembered("targets", TargetLines, partial(_target_lines, self.row))

    def own_files(self) -> OwnFiles:
        """Its own files, made small."""
        return self._remembered("files", OwnFiles, partial(_own_files, self.row))

    def _remembered(self, what: str, kind: type[T], make: Callable[[], T]) -> T:
        return remembered(self.memory, key_of(what, self.key), kind, make)


def _own_files(row: PlanRow) -> OwnFiles:
    return OwnFiles(packed(own_file(row)), packed(row.plan.source))


def _lines(row: PlanRow) -> Lines:
    return Lines(json_line(PLANS, row).encode(), csv_lines(PLANS, [row]).encode())


def _target_lines(row: PlanRow) -> TargetLines:
    plain = csv_lines(TARGETS, row.targets()).encode()
    return TargetLines(plain, packed_piece(plain))
