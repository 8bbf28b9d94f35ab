"""How long the fields of documents are, as scoring takes it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Lengths:
    """How long the fields of all documents are.

    Attributes:
        levels: Per field, the level of each document's length; none for a field that is a set.
        count: The number of documents.
    """

    levels: Mapping[str, Sequence[int]]
    count: int

    def average(self, field: str) -> float:
        """The average length of a field, as scoring takes it."""
        levels = self.levels.get(field, ())
        return sum(map(length_at, levels)) / len(levels) if levels else 1.0


def level_of(length: int) -> int:
    """A field's length as scoring takes it: in steps of the square root of two, which is plenty."""
    return round(2 * math.log2(length)) + 1 if length else 0


def length_at(level: int) -> float:
    """The length that a level stands for."""
    return float(2 ** ((level - 1) / 2)) if level else 0.0
