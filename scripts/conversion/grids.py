"""Ruled tables of a PDF: cells, and rows that a page's end divided."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from pdfplumber.page import Page

from conversion.cells import Box, cells
from kuntakesu.importing.blocks import Table
from kuntakesu.importing.hyphens import joined

ENDED = re.compile(r"[.!?:;]$")
NEAR = 3.0
"""How far apart two ends of lines may be and still meet, in points."""


def tables(page: Page) -> Iterator[tuple[Box, Table]]:
    """The tables of a page and where they are."""
    settings = {"explicit_horizontal_lines": list(_open_ends(page))}
    for found in page.find_tables(settings):
        if table := _table(cells(found, page)):
            yield found.bbox, table


def _open_ends(page: Page) -> Iterator[dict[str, Any]]:
    """A line for each end of a table that has none, since its row goes on elsewhere."""
    ends: dict[int, list[dict[str, Any]]] = defaultdict(list)
    closed = [edge for edge in page.edges if edge["orientation"] == "h"]
    for edge in page.edges:
        if edge["orientation"] == "v":
            for place in (edge["top"], edge["bottom"]):
                if not any(_meets(line, edge["x0"], place) for line in closed):
                    ends[round(place)].append(edge)
    for place, edges in ends.items():
        left, right = min(edge["x0"] for edge in edges), max(edge["x0"] for edge in edges)
        if right - left > NEAR:
            yield {
                "object_type": "line", "orientation": "h", "x0": left, "x1": right,
                "top": place, "bottom": place, "width": right - left, "height": 0,
            }  # fmt: skip


def _meets(line: dict[str, Any], across: float, down: float) -> bool:
    is_beside = line["x0"] - NEAR <= across <= line["x1"] + NEAR
    return is_beside and abs(float(line["top"]) - down) <= NEAR


def _table(rows: Sequence[Sequence[str | None]]) -> Table | None:
    """A table; a cell that another one covers comes as None."""
    lone = [all(cell is None for cell in row[1:]) and len(row) > 1 for row in rows]
    told = [tuple(cell or "" for cell in row) for row in rows]
    found = [(row[0],) if one else row for row, one in zip(told, lone, strict=True)]
    kept = tuple(row for row in found if any(row))
    return Table(kept) if any(len(row) > 1 for row in kept) else None


def put_together(first: Table, second: Table) -> Table | None:
    """A table and the one that goes on with it, or None where they are two.

    A head that is repeated is left out, and a row that was divided is one again.
    """
    width = max(map(len, first.rows))
    if max(map(len, second.rows)) != width:
        return None
    rows = second.rows[1:] if second.rows[0] == first.rows[0] else second.rows
    if rows and _goes_on(first.rows[-1], rows[0]):
        pairs = zip(first.rows[-1], rows[0], strict=True)
        whole = tuple(joined([*above.split("\n"), *below.split("\n")]) for above, below in pairs)
        return Table((*first.rows[:-1], whole, *rows[1:]))
    return Table((*first.rows, *rows))


def _goes_on(above: Sequence[str], below: Sequence[str]) -> bool:
    """Whether a row is the rest of the one above it.

    Its first cell has nothing new and another goes on with a sentence, or each of them does.
    """
    if len(above) != len(below) or len(above) == 1:
        return False
    pairs = [pair for pair in zip(above, below, strict=True) if all(pair)]
    if below[0] and not below[0][0].islower():
        rest = [second for first, second in pairs[1:]] if above[0] else []
        return bool(rest) and all(second[0].islower() for second in rest)
    return any(_breaks_off(*pair) for pair in pairs)


def _breaks_off(above: str, below: str) -> bool:
    """Whether a cell's text breaks off and goes on below, with a small letter or a sentence."""
    if not above or not below:
        return False
    return not ENDED.search(above) or below[0].islower()
