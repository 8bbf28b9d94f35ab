"""The rows of an HTML table, with its spanning cells."""

from __future__ import annotations

from dataclasses import dataclass, field

WIDEST = 50
"""How many rows or columns a cell may span; a page could ask for millions."""


@dataclass
class Grid:
    """A table while it is read.

    Attributes:
        rows: The cells' texts; one that another cell covers is empty.
        outer: What the cell around the table has so far.
    """

    rows: list[list[str]] = field(default_factory=list)
    outer: list[str] = field(default_factory=list)
    _covered: set[tuple[int, int]] = field(default_factory=set)
    _lone: set[int] = field(default_factory=set)

    def start_cell(self, wide: str | None, high: str | None) -> None:
        """Begin a cell that spans so many columns and rows."""
        if not self.rows:
            self.rows.append([])
        number, row = len(self.rows) - 1, self.rows[-1]
        while (number, len(row)) in self._covered:
            row.append("")
        columns, lines = _span(wide), _span(high)
        places = {(number + down, len(row) + at) for down in range(lines) for at in range(columns)}
        self._covered |= places - {(number, len(row))}
        if columns > 1 and not row:
            self._lone.add(number)
        elif row:
            self._lone.discard(number)
        row.append("")

    def filled(self) -> tuple[tuple[str, ...], ...]:
        """The rows, each as wide as the table; a cell that spans them all is a row of one."""
        width = max((len(row) for row in self.rows), default=0)
        return tuple(
            (row[0],)
            if number in self._lone or (len(row) == 1 and width > 1)
            else (*row, *[""] * (width - len(row)))
            for number, row in enumerate(self.rows)
            if row
        )


def _span(given: str | None) -> int:
    return min(int(given), WIDEST) if given and given.isdecimal() and int(given) else 1
