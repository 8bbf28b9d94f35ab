"""The text of a ruled table's cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import Any

from pdfplumber.page import Page
from pdfplumber.table import Table as Ruled

from kuntakesu.importing.hyphens import joined

# Word takes its bullets from symbol fonts, which have letters of their own.
BULLET = re.compile(r"^(?:[•·▪‣●○◦\ue000-\uf8ff]\s*|[–-]\s+)")

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in points from the page's top left corner."""
Line = dict[str, Any]
Place = tuple[float, float]


def cells(found: Ruled, page: Page) -> list[list[str | None]]:
    """The rows of a table; a cell that another one covers is None."""
    # A space at a line's end may stand outside the cell, so that the whole page is looked at.
    spaced = {_place(one) for one, after in pairwise(page.chars) if after["text"].isspace()}
    boxes = {box for row in found.rows for box in row.cells if box}
    lines = {box: list(_lines(box, page, spaced)) for box in boxes}
    edges = _edges(lines)
    # Programs that write the space between two lines tell so where a word goes on.
    tells = any(line["spaced"] for told in lines.values() for line in told)
    return [
        [
            None if box is None else _text(lines[box], edges[box[2]], tells=tells)
            for box in row.cells
        ]
        for row in found.rows
    ]


def _lines(box: Box, page: Page, spaced: AbstractSet[Place]) -> Iterator[Line]:
    """A cell's lines, and whether a space is written behind each."""
    for line in page.within_bbox(box, strict=False).extract_text_lines():
        letters = [one for one in line["chars"] if not one["text"].isspace()]
        yield {**line, "chars": letters, "spaced": _place(letters[-1]) in spaced}


def _place(character: dict[str, Any]) -> Place:
    return character["x0"], character["top"]


def _edges(lines: dict[Box, list[Line]]) -> dict[float, float]:
    """Where text may end in each column, by its right border: as far from it as at the left."""
    padding = {box[2]: box[2] - box[0] for box in lines}
    for box, told in lines.items():
        starts = [float(line["x0"]) - box[0] for line in told]
        padding[box[2]] = min([padding[box[2]], *starts])
    return {right: right - space for right, space in padding.items()}


def _text(lines: list[Line], edge: float, *, tells: bool) -> str:
    """A cell's text, its lines put together where no entry of a list begins."""
    groups: list[list[str]] = []
    before: Line | None = None
    for line in lines:
        text = str(line["text"])
        if tells and before and _is_broken(before, line, edge):
            groups[-1][-1] += text
        elif groups and not BULLET.match(text):
            groups[-1].append(text)
        else:
            groups.append([BULLET.sub("• ", text)])
        before = line
    return "\n".join(joined(group) for group in groups)


def _is_broken(line: Line, following: Line, edge: float) -> bool:
    """Whether a line ends within a word that is longer than its cell is wide.

    Programs break such a word at any letter, without a hyphen: it is alone on its line, there is
    no space behind it, and the next letter would not fit.
    """
    letter, text = following["chars"][0], str(line["text"])
    would_fit = line["x1"] + letter["x1"] - letter["x0"] <= edge
    return not (line["spaced"] or would_fit or " " in text or not text[-1].isalnum())
