"""The order in which a page with columns is read."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from conversion.lines import Line

FEWEST = 3
"""How many lines a column has at least."""
MOST_ACROSS = 0.3
"""How much of a page's lines may run across the gap between columns: titles and the like."""
SAME_LINE = 0.4
ALIGNED = 3.0
NARROWEST = 5.0
"""How wide the gap is at least, in points."""


def in_order(lines: Sequence[Line]) -> list[Line]:
    """Lines as a reader takes them: down the first column, then the next.

    What runs across the columns parts the page into bands that are read one after the other.
    """
    gap = _gap(lines)
    if gap is None:
        return _with_edge(_rows(sorted(lines, key=lambda line: (line.gap_top, line.left))))
    read: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in sorted(lines, key=lambda line: (line.gap_top, line.left)):
        if line.right <= gap:
            left.append(line)
        elif line.left >= gap:
            right.append(line)
        else:
            read += [*in_order(left), *in_order(right), line]
            left, right = [], []
    return [*read, *in_order(left), *in_order(right)]


def _gap(lines: Sequence[Line]) -> float | None:
    """A place between two columns, or None where there is one column only."""
    edges = sorted({round(line.left, 1) for line in lines})
    found = [
        (across, -len(right), edge - 1)
        for edge in edges[1:]
        if (across := sum(line.left < edge - 1 < line.right for line in lines))
        <= MOST_ACROSS * len(lines)
        if _is_column(left := [line for line in lines if line.right <= edge - 1])
        and _is_column(right := [line for line in lines if line.left >= edge - 1])
        and min(line.left for line in right) - max(line.right for line in left) >= NARROWEST
        and _is_filled(left, edge)
    ]
    return min(found)[2] if found else None


def _is_column(lines: Sequence[Line]) -> bool:
    """Whether enough of the lines begin under one another."""
    starts = [line.left for line in lines]
    aligned = max((sum(abs(one - x) < ALIGNED for one in starts) for x in starts), default=0)
    return len(lines) >= FEWEST and 3 * aligned >= len(lines)


def _is_filled(lines: Sequence[Line], end: float) -> bool:
    """Whether lines go on to the gap, as text does; labels before a tabulator do not."""
    start = min(line.left for line in lines)
    widths = sorted(line.right - line.left for line in lines)
    return widths[3 * len(widths) // 4] > (end - start) / 2


def _rows(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, with the pieces of one that wide spaces broke put together."""
    waiting: Line | None = None
    for line in lines:
        if (
            waiting
            and not (waiting.table or line.table)
            and abs(line.gap_top - waiting.gap_top) < SAME_LINE * line.size
        ):
            first, second = sorted((waiting, line), key=lambda one: one.left)
            waiting = _put_together(first, second)
            continue
        if waiting:
            yield waiting
        waiting = line
    if waiting:
        yield waiting


def _put_together(first: Line, second: Line) -> Line:
    bold = first.bold if not first.is_bold else first.bold + (1 + second.bold if second.bold else 0)
    return dataclasses.replace(
        first, text=f"{first.text} {second.text}", right=second.right, bold=bold
    )


def _with_edge(lines: Iterator[Line]) -> list[Line]:
    """The lines with the end of the longest of them."""
    found = list(lines)
    edge = max((line.right for line in found), default=0.0)
    return [dataclasses.replace(line, edge=edge) for line in found]
