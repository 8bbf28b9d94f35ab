"""An inverted index: which documents have a term, in which field and how often."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kuntakesu.search.documents import BOOSTS, SETS, Fields, Occurrence

Postings = Mapping[str, "array[int]"]
"""Per field, flat: a document's position, how often the term stands there, and the bits of the
portions in which it does, again and again."""


@dataclass(frozen=True)
class Inversion:
    """All postings, and what scoring must know of the whole.

    Attributes:
        postings: Per term, in the order of documents.
        levels: Per field, the level of each document's length; none for a field that is a set.
        count: The number of documents.
    """

    postings: Mapping[str, Postings]
    levels: Mapping[str, Sequence[int]]
    count: int

    def average(self, field: str) -> float:
        """The average length of a field, as scoring takes it."""
        levels = self.levels.get(field, ())
        return sum(map(length_at, levels)) / len(levels) if levels else 1.0


def invert(documents: Iterable[Fields]) -> Inversion:
    """Invert documents in their order.

    lunr's own builder would do, but keeps a dictionary for each posting: two gigabytes for three
    thousand plans.
    """
    postings: dict[str, dict[str, array[int]]] = {}
    levels: dict[str, list[int]] = {name: [] for name in BOOSTS if name not in SETS}
    count = 0
    for position, fields in enumerate(documents):
        count += 1
        for name, occurrences in fields.items():
            if name in levels:
                levels[name].append(level_of(len(occurrences)))
            for term, (frequency, bits) in _counted(occurrences).items():
                found = postings.setdefault(term, {}).setdefault(name, array("I"))
                found.extend((position, 1 if name in SETS else frequency, bits))
    return Inversion(postings, levels, count)


def _counted(occurrences: Iterable[Occurrence]) -> Mapping[str, tuple[int, int]]:
    """Per term, how often it occurs and the bits of its portions."""
    found: dict[str, tuple[int, int]] = {}
    for term, bit in occurrences:
        frequency, bits = found.get(term, (0, 0))
        found[term] = (frequency + 1, bits | bit)
    return found


def level_of(length: int) -> int:
    """A field's length as scoring takes it: in steps of the square root of two, which is plenty."""
    return round(2 * math.log2(length)) + 1 if length else 0


def length_at(level: int) -> float:
    """The length that a level stands for."""
    return float(2 ** ((level - 1) / 2)) if level else 0.0
