"""Neighbouring shards of the index that are joined and cut into pages together.

A section is known by the sums of its shards, so that where a plan has changed only those are joined
anew in which one of its words is told of otherwise.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from kuntakesu.memory import Key, key_of
from kuntakesu.search.inversion import SUM, Run

SIZE = 250_000
"""About how many bytes of shards a section has; they make some eight pages."""
AT_ONCE = 100 * SIZE
"""Bytes of shards that are joined together, while all runs are gone through once."""


@dataclass(frozen=True)
class Section:
    """Neighbouring shards.

    Attributes:
        first: The letters of its first shard.
        last: The letters of its last shard.
        size: Of its shards in all runs, in bytes.
        key: Of all that stands in them.
    """

    first: str
    last: str
    size: int
    key: Key


def sections(runs: Sequence[Run], size: int = SIZE) -> list[Section]:
    """Cut the shards of all runs into sections.

    A cut lies where so many bytes are reached, counted from the first shard: a change moves those
    cuts alone that lie right beside one.
    """
    counts = key_of(*(str(run.count) for run in runs))
    bounds = list(_bounds(runs, size))
    sums: list[list[bytes]] = [[] for _ in bounds]
    for run in runs:
        letters = run.letters.split()
        for own, (first, last, _) in zip(sums, bounds, strict=True):
            start, end = _places(letters, first, last)
            own.append(run.sums[start * SUM : end * SUM])
    return [
        Section(*bound, key_of("section", counts, *own))
        for bound, own in zip(bounds, sums, strict=True)
    ]


def _bounds(runs: Iterable[Run], size: int) -> Iterator[tuple[str, str, int]]:
    """The first and the last letters of each section, and its size."""
    weights: dict[str, int] = {}
    for run in runs:
        for letters, weight in zip(run.letters.split(), run.sizes, strict=True):
            weights[letters] = weights.get(letters, 0) + weight
    ordered = sorted(weights)
    before = accumulate((weights[letters] for letters in ordered), initial=0)
    numbered = zip((start // size for start in before), ordered, strict=False)
    for _, found in groupby(numbered, lambda pair: pair[0]):
        own = [letters for _, letters in found]
        yield own[0], own[-1], sum(map(weights.__getitem__, own))


def _places(letters: Sequence[str], first: str, last: str) -> tuple[int, int]:
    """Where in a run's letters those of a section begin, and where they end."""
    return bisect_left(letters, first), bisect_right(letters, last)


def together(some: Iterable[Section], most: int = AT_ONCE) -> Iterator[list[Section]]:
    """Sections in groups of no more bytes than that, or of one section."""
    group: list[Section] = []
    for section in some:
        if group and sum(one.size for one in group) + section.size > most:
            yield group
            group = []
        group.append(section)
    if group:
        yield group


def parts(run: Run, shards: bytes, some: Iterable[Section]) -> Iterator[bytes]:
    """What a run has of each of some sections."""
    letters, ends = run.letters.split(), [0, *accumulate(run.sizes)]
    for section in some:
        start, end = _places(letters, section.first, section.last)
        yield shards[ends[start] : ends[end]]
