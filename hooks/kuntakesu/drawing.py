"""The geometry of what is drawn: a map of hexagons, and bars along an axis of years.

All numbers are whole or short, so that drawings are small and the same in every build. Markup is
the templates' matter; only the paths here are SVG, and no text of anybody's is in them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kuntakesu.plan import Period

Cell = tuple[int, int]
Point = tuple[int, int]

# A hexagon lies on a side. Its height is a hair less than a regular one's, to be a whole number.
SIDE = 20
HALF = 17
COLUMN = 30
MARGIN = 3
CORNERS: tuple[Point, ...] = ((SIDE, 0), (10, HALF), (-10, HALF), (-SIDE, 0), (-10, -HALF),
                              (10, -HALF))  # fmt: skip
YEAR = 365.25
# The part of a phone's width that a year's number takes.
LABEL = 0.09
# A tile from its left corner on: a little smaller than its cell, so that neighbours don't touch.
CORNER = 18
AROUND = "l9-15h18l9 15-9 15h-18z"
TILE = f"M-{CORNER} 0{AROUND}"


def centre(cell: Cell) -> Point:
    """Where the middle of a cell (column, row) is; odd columns lie half a row lower."""
    column, row = cell
    return MARGIN + SIDE + column * COLUMN, MARGIN + HALF + row * 2 * HALF + column % 2 * HALF


def size(cells: Iterable[Cell]) -> tuple[int, int]:
    """The width and height of a drawing that holds all the cells."""
    centres = [centre(cell) for cell in cells]
    width = max((x for x, _ in centres), default=0) + SIDE + MARGIN
    return width, max((y for _, y in centres), default=0) + HALF + MARGIN


def tiles(cells: Iterable[Cell]) -> str:
    """One path of the tiles of many cells."""
    return "".join(f"M{x - CORNER} {y}{AROUND}" for x, y in map(centre, cells))


def borders(groups: Mapping[Cell, str]) -> str:
    """One path of the lines between neighbouring cells of different groups."""
    lines = (line for cell in sorted(groups) for line in _borders(cell, groups))
    return "".join(f"M{a} {b}L{c} {d}" for (a, b), (c, d) in lines)


def _borders(cell: Cell, groups: Mapping[Cell, str]) -> Iterator[tuple[Point, Point]]:
    column, row = cell
    x, y = centre(cell)
    lower = row + column % 2
    # Only to the south and east: the other side of each line has been there already.
    for side, other in enumerate(((column + 1, lower), (column, row + 1), (column - 1, lower))):
        if groups.get(other, groups[cell]) != groups[cell]:
            (a, b), (c, d) = CORNERS[side], CORNERS[side + 1]
            yield (x + a, y + b), (x + c, y + d)


@dataclass(frozen=True)
class Axis:
    """Years from the left to the right, in percents of the width, the last one included."""

    span: Period

    def at(self, year: int) -> str:
        """Where a year begins."""
        return self._percent(year - self.span.start)

    def wide(self, period: Period) -> str:
        """How much a period takes."""
        return self._percent(period.end - period.start + 1)

    def marks(self, most: int = 8) -> tuple[int, ...]:
        """Round years to be written along the axis, `most` at the most, none cut by its end."""
        years = range(self.span.start, self.span.end + 1)
        step = next(step for step in (1, 2, 5, 10, 20, 50, 100) if len(years) <= step * most)
        last = self.span.end + 1 - LABEL * len(years)
        return tuple(year for year in years if year % step == 0 and (year <= last or step == 1))

    def day(self, on: date) -> str:
        """Where a day is, or empty where it is outside."""
        if not self.span.first_day <= on <= self.span.last_day:
            return ""
        return self._percent((on - self.span.first_day).days / YEAR)

    def _percent(self, years: float) -> str:
        return share(years, self.span.end - self.span.start + 1)


def share(count: float, whole: float) -> str:
    """A part of a whole as the width of a bar, in percents."""
    return f"{round(100 * count / whole, 2) if whole else 0:g}%"
