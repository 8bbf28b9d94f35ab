"""Neighbouring shards of the index that are joined and cut into pages together.

A section is known by all that stands in its shards, so that where a plan has changed only those are
joined anew in which one of its words is told of otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from kuntakesu.memory import Key, key_of
from kuntakesu.search.inversion import Run

SIZE = 400_000
"""About how many bytes of shards a section has; they make some eight pages."""


@dataclass(frozen=True)
class Section:
    """Neighbouring shards.

    Attributes:
        shards: Their letters, in order.
        key: Of all that stands in them.
    """

    shards: tuple[str, ...]
    key: Key


def sections(runs: Sequence[Run], size: int = SIZE) -> Iterator[Section]:
    """Cut the shards of all runs into sections.

    A cut lies where so many bytes are reached, counted from the first shard: a change moves those
    cuts alone that lie right beside one.
    """
    counts = key_of(*(str(run.count) for run in runs))
    for _, numbered in groupby(_numbered(runs, size), lambda pair: pair[0]):
        shards = tuple(letters for _, letters in numbered)
        found = (run.shards.get(letters, b"") for run in runs for letters in shards)
        yield Section(shards, key_of("section", counts, *shards, *found))


def _numbered(runs: Sequence[Run], size: int) -> Iterator[tuple[int, str]]:
    """Each shard behind the number of its section."""
    weights: dict[str, int] = {}
    for run in runs:
        for letters, shard in run.shards.items():
            weights[letters] = weights.get(letters, 0) + len(shard)
    before = 0
    for letters in sorted(weights):
        yield before // size, letters
        before += weights[letters]
