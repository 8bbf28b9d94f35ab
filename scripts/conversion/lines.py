"""Lines of a page put together into headings, paragraphs and lists."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from conversion.cells import BULLET
from conversion.grids import ENDED, put_together
from kuntakesu.importing.blocks import Block, Heading, Item, Paragraph, Table, listed
from kuntakesu.importing.hyphens import joined
from kuntakesu.importing.labels import labelled

LARGER = 1.08
"""How much larger than the text a heading is at least."""
WIDER = 0.2
"""By how much of a line's height the gap between paragraphs is wider than within them."""
USUAL_GAP = 0.35
"""The gap within paragraphs where the text does not tell, as a part of a line's height."""
SHORT_LINE = 0.85
FULL = 2.0
"""How near to its column's edge a line ends that its paragraph may go on behind."""


@dataclass(frozen=True)
class Line:
    """A line of text.

    Attributes:
        page: 1-based.
        edge: Where the longest line of its column ends.
        top: Where on the page it begins: 0 is the head, 1 the foot.
        gap_top: The same in points.
        bold: How many of its first characters are bold.
        table: What stands in the place of a line without text.
    """

    text: str
    page: int
    left: float
    right: float
    edge: float
    top: float
    gap_top: float
    bottom: float
    size: float
    bold: int = 0
    table: Table | None = None

    @property
    def is_bold(self) -> bool:
        """Whether all of it is bold."""
        return self.bold >= len(self.text)


def blocks(lines: Sequence[Line]) -> Iterator[Block]:
    """The blocks that lines and tables make, in order."""
    sizes = Counter[float]()
    for line in lines:
        sizes[line.size] += len(line.text)
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    larger = sorted({line.size for line in lines if line.size > body * LARGER}, reverse=True)
    levels = {size: level for level, size in enumerate(larger, 1)}
    groups = _groups(lines, _usual_gap(lines, body))
    yield from listed(group[0].table or _block(group, levels) for group in groups)


def _usual_gap(lines: Sequence[Line], size: float) -> float:
    """How far the lines of a paragraph are apart: nearer than three in four of all lines."""
    gaps = sorted(
        (line.gap_top - before.bottom) / size
        for before, line in pairwise(lines)
        if before.size == line.size == size and not _is_elsewhere(before, line)
    )
    return gaps[len(gaps) // 4] if gaps else USUAL_GAP


def _groups(lines: Sequence[Line], gap: float) -> Iterator[list[Line]]:
    """The lines of each paragraph; a table is alone."""
    group: list[Line] = []
    for line in lines:
        if whole := _continued(group, line):
            group = [whole]
            continue
        if group and (line.table or group[-1].table or _begins(group[-1], line, gap)):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _continued(group: Sequence[Line], line: Line) -> Line | None:
    """A table put together with the one on the page, or in the column, before."""
    before = group[-1] if group else None
    if not before or not before.table or not line.table or not _is_elsewhere(before, line):
        return None
    whole = put_together(before.table, line.table)
    return dataclasses.replace(line, table=whole) if whole else None


def _is_elsewhere(before: Line, line: Line) -> bool:
    """Whether a line is on another page or in another column than the one before."""
    return line.page != before.page or line.gap_top < before.gap_top


def _begins(before: Line, line: Line, gap: float) -> bool:
    """Whether a line begins a paragraph of its own."""
    if BULLET.fullmatch(before.text):
        return False
    if BULLET.match(line.text) or abs(line.size - before.size) > 0.6:
        return True
    if before.is_bold != line.is_bold and (before.is_bold or line.bold):
        return True
    if labelled(line.text, line.bold):
        return True
    if _is_elsewhere(before, line):
        return not _goes_on(before, line)
    if line.gap_top - before.bottom > (gap + WIDER) * line.size:
        return True
    is_short = before.right - before.left < SHORT_LINE * (before.edge - before.left)
    return is_short and bool(ENDED.search(before.text)) and line.text[0].isupper()


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a paragraph goes on in the next column or on the next page."""
    if before.is_bold:
        return False
    is_full = before.right > before.edge - FULL
    return is_full or (not ENDED.search(before.text) and line.text[0].islower())


def _block(group: Sequence[Line], levels: dict[float, int]) -> Block | Item:
    first = group[0]
    text = joined([line.text for line in group])
    if level := levels.get(first.size):
        return Heading(text, level)
    if bullet := BULLET.match(text):
        return Item(text[bullet.end() :], 0, max(0, first.bold - bullet.end()))
    if all(line.is_bold for line in group):
        return Paragraph(text, len(text))
    bold = first.bold if first.bold < len(first.text) else 0
    return Paragraph(text, bold)
