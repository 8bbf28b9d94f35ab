"""What a text costs to read, found from its lines before anything reads it.

The Markdown reader is quick with what people write, but it goes through a stretch of text anew for
each bracket, sign of emphasis and heading in it, and makes every cell of a table that its widest
row has. So a file of some kilobytes can be made that keeps it busy for hours. Each limit below is
several times what the longest plan needs, and what keeps within all of them is read in about a
second (`scripts/bench/hostile.py`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from math import isqrt

LONGEST_LINE = 20_000
MOST_LINES = 20_000
DEEPEST = 60

SIGNS = "\\`*_[]<&"
_BRACKET = re.compile(r"\]\(|[\[\])]")
_BREAK = re.compile(r" {0,3}(?:#{1,6}|:[ \t]|=+\s*$|[-_*](?:[ \t]*[-_*])*\s*$)")
_TICKS = re.compile(r"`+")
_FENCE = re.compile(r"[ \t]*(?:```|~~~)")
_SEPARATOR = re.compile(r"[-:|>\s]+")
_RULE = re.compile(r"[-_*\s]*")
_LEVEL = re.compile(r"[ \t]*(?:>|[-+*:](?=[ \t])|\d{1,9}[.)](?=[ \t]))|\t| {4}")


class Kind(StrEnum):
    """What there may be too much of."""

    LINE = "line"
    LINES = "lines"
    DEPTH = "depth"
    LEVELS = "levels"
    SIGNS = "signs"
    STRETCH = "stretch"
    HEADINGS = "headings"
    BRACKETS = "brackets"
    CELLS = "cells"
    FENCES = "fences"
    NOTES = "notes"


LIMITS = {
    Kind.LEVELS: 60_000,
    Kind.SIGNS: 30_000,
    Kind.STRETCH: 500_000_000,
    Kind.HEADINGS: 30_000_000,
    Kind.BRACKETS: 1_000_000,
    Kind.CELLS: 50_000,
    Kind.FENCES: 100_000_000,
    Kind.NOTES: 1_000_000,
}
"""How much of each a text may have.

Signs, headings and fences count times the size of what is searched for them, references to a note
times themselves.
"""


@dataclass(frozen=True)
class Excess:
    """The first thing that a text has too much of.

    Attributes:
        line: Where, 1-based; `column` likewise.
        found: How much of it there is.
        limit: How much there may be.
        size: Of the stretch of text that it stands in, in characters, where the limit hangs on it.
    """

    kind: Kind
    line: int
    column: int
    found: int
    limit: int
    size: int = 0


@dataclass(frozen=True)
class _Measure:
    """How much of something a block has.

    Attributes:
        amount: What counts against the limit.
        found: How many there are, where the amount is that times the size.
    """

    kind: Kind
    amount: int
    found: int = 0
    column: int = 1


@dataclass
class _Block:
    """The lines between two empty ones; hardly any search of the reader passes these."""

    lines: list[str]
    first_line: int
    text: str = field(init=False)

    def __post_init__(self) -> None:
        self.text = "\n".join(self.lines)

    def measures(self) -> Iterator[_Measure]:
        """The cheapest to measure first, since it bounds the others."""
        signs = sum(map(self.text.count, SIGNS))
        size = len(self.text)
        yield _Measure(Kind.SIGNS, signs)
        yield _Measure(Kind.LEVELS, sum(map(levels, self.lines)))
        breaks = sum(1 for line in self.lines if _BREAK.match(line))
        yield _Measure(Kind.HEADINGS, breaks * size, breaks)
        yield _Measure(Kind.CELLS, self._cells())
        if signs:
            yield _Measure(Kind.STRETCH, (signs + self._code()) * size + self._ticks(), signs)
            column = max(self.lines[0].find("["), 0) + 1
            yield _Measure(Kind.BRACKETS, search_length(self.text), column=column)

    def _cells(self) -> int:
        columns = [line.count("|") for line in self.lines if _SEPARATOR.fullmatch(line)]
        most = max(columns, default=0)
        return (most + 1) * len(self.lines) if most else 0

    def _code(self) -> int:
        """The end of each `code` is looked for character by character, in Python."""
        return 20 * len(_TICKS.findall(self.text))

    def _ticks(self) -> int:
        """The row of a table is searched for the pairs of all its signs of code."""
        return sum(10 * line.count("`") ** 2 for line in self.lines if "|" in line)


def excess(lines: Sequence[str], first_line: int = 1) -> Excess | None:
    """The first thing of which a text has too much, or None.

    Args:
        lines: The text.
        first_line: The number that its first line has in its file.
    """
    if len(lines) > MOST_LINES:
        place = first_line + MOST_LINES
        return Excess(Kind.LINES, place, 1, len(lines), MOST_LINES)
    for number, line in enumerate(lines, first_line):
        if len(line) > LONGEST_LINE:
            return Excess(Kind.LINE, number, LONGEST_LINE + 1, len(line), LONGEST_LINE)
        if (depth := levels(line)) > DEEPEST:
            return Excess(Kind.DEPTH, number, 1, depth, DEEPEST)
    return (
        _too_many_fences(lines, first_line)
        or _too_many_references(lines, first_line)
        or _too_much(lines, first_line)
    )


def too_deep(lines: Sequence[str], first_line: int = 1) -> Excess:
    """What to say of a text whose elements lie too deep within each other all the same."""
    depths = [levels(line) for line in lines] or [0]
    deepest = max(depths)
    return Excess(Kind.DEPTH, first_line + depths.index(deepest), 1, deepest, DEEPEST)


def levels(line: str) -> int:
    """How many lists, quotations and indents a line seems to begin; counted a little too far."""
    if _RULE.fullmatch(line):
        return 0
    depth = place = 0
    while depth <= DEEPEST and (found := _LEVEL.match(line, place)):
        depth, place = depth + 1, found.end()
    return depth


def search_length(text: str) -> int:
    """How many characters lie between each `[` and its `]`, or the end where it has none.

    Those between each `](` and the next `)` are added.
    """
    open_at: list[int] = []
    addresses: list[int] = []
    length = 0
    for found in _BRACKET.finditer(text):
        if found[0] == ")":
            length += found.start() * len(addresses) - sum(addresses)
            addresses = []
        elif found[0] == "[":
            open_at.append(found.start())
        elif open_at:
            length += found.start() - open_at.pop()
        if found[0] == "](":
            addresses.append(found.end())
    left = [*open_at, *addresses]
    return length + len(text) * len(left) - sum(left)


def _too_many_fences(lines: Sequence[str], first_line: int) -> Excess | None:
    """Code between fences may have empty lines, so each opening fence has the text searched."""
    size = sum(map(len, lines)) + len(lines)
    most = LIMITS[Kind.FENCES] // size if size else 0
    fences = [number for number, line in enumerate(lines, first_line) if _FENCE.match(line)]
    if len(fences) <= most:
        return None
    return Excess(Kind.FENCES, fences[most], 1, len(fences), most, size)


def _too_many_references(lines: Sequence[str], first_line: int) -> Excess | None:
    """Each reference to a footnote is numbered by counting those before it."""
    counts: Counter[str] = Counter()
    spent = 0
    for number, line in enumerate(lines, first_line):
        for after in line.split("[^")[1:]:
            note = after.partition("]")[0]
            spent += 2 * counts[note] + 1
            counts[note] += 1
            if spent > LIMITS[Kind.NOTES]:
                limit = min(isqrt(LIMITS[Kind.NOTES]), counts[note] - 1)
                return Excess(Kind.NOTES, number, 1, counts[note], limit)
    return None


def _too_much(lines: Sequence[str], first_line: int) -> Excess | None:
    spent = dict.fromkeys(LIMITS, 0)
    for block in _blocks(lines, first_line):
        for measure in block.measures():
            kind = measure.kind
            spent[kind] += measure.amount
            if spent[kind] <= LIMITS[kind]:
                continue
            place = block.first_line, measure.column
            if not measure.found:
                return Excess(kind, *place, spent[kind], LIMITS[kind])
            size = len(block.text)
            most = (LIMITS[kind] - spent[kind] + measure.amount) // size
            return Excess(kind, *place, measure.found, min(most, measure.found - 1), size)
    return None


def _blocks(lines: Sequence[str], first_line: int) -> Iterator[_Block]:
    empty = [index for index, line in enumerate(lines) if not line.strip()]
    for before, after in pairwise([-1, *empty, len(lines)]):
        if after - before > 1:
            yield _Block(list(lines[before + 1 : after]), first_line + before + 1)
