"""PDF files: pdfplumber finds their tables, pdfminer their lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pdfplumber
from pdfminer.layout import LTChar, LTTextBoxHorizontal, LTTextLineHorizontal
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.page import Page
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import PdfminerException

from conversion.cells import Box
from conversion.columns import in_order
from conversion.faults import UnreadableError, opening
from conversion.grids import tables
from conversion.lines import Line, blocks
from kuntakesu.importing.blocks import Document, Dropped, Table

BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.I)
PAGE_NUMBER = re.compile(
    r"(?:\w+\s)?\d{1,3}(?:\s?[/(]\s?\d{1,3}\)?)?|\(\d{1,3}\)|[-–]\s?\d{1,3}\s?[-–]"
)
MARGIN = 0.09
"""How much of a page's height its head and its foot may take."""
SHOWN = 80


def read(file: Path) -> Document:
    """Read a .pdf file; what runs at the head and foot of its pages is left out."""
    with opening(), _opened(file) as opened:
        pages = [_page(page) for page in opened.pages]
        pictures = sum(len(page.images) for page in opened.pages)
    if not any(pages):
        raise UnreadableError("scan" if pictures else "empty")
    pages, running = _without_running(pages)
    told = " / ".join(dict.fromkeys(running))[:SHOWN]
    dropped = [Dropped("running", len(running), told)] if running else []
    dropped += [Dropped("picture", pictures)] if pictures else []
    found = blocks([line for page in pages for line in page])
    return Document(tuple(found), "", (), tuple(dropped))


def _opened(file: Path) -> PDF:
    try:
        return pdfplumber.open(file, laparams={"char_margin": 1.5})
    except PdfminerException as error:
        if error.args and isinstance(error.args[0], PDFPasswordIncorrect):
            raise UnreadableError("password") from error
        raise


def _page(page: Page) -> list[Line]:
    """The lines and tables of a page in the order in which they are read."""
    boxes = list(tables(page))
    lines = [line for line in _lines(page) if not any(_is_within(line, box) for box, _ in boxes)]
    return in_order([*lines, *(_placed(table, box, page) for box, table in boxes)])


def _lines(page: Page) -> Iterator[Line]:
    for box in page.layout:
        if isinstance(box, LTTextBoxHorizontal):
            for line in box:
                if isinstance(line, LTTextLineHorizontal) and line.get_text().strip():
                    yield _line(line, page)


def _placed(table: Table, box: Box, page: Page) -> Line:
    """A table in the place of the lines that it takes."""
    left, top, right, bottom = box
    return Line(
        "", page.page_number, left, right, right, top / float(page.height), top, bottom, 0.0,
        table=table,
    )  # fmt: skip


def _line(line: LTTextLineHorizontal, page: Page) -> Line:
    text = line.get_text().strip()
    characters = [one for one in line if isinstance(one, LTChar) and one.get_text().strip()]
    bold = next((n for n, one in enumerate(characters) if not BOLD.search(one.fontname)), None)
    sizes = Counter(round(one.size, 1) for one in characters)
    height = float(page.height)
    return Line(
        text=text,
        page=page.page_number,
        left=line.x0,
        right=line.x1,
        edge=line.x1,
        top=(height - line.y1) / height,
        gap_top=height - line.y1,
        bottom=height - line.y0,
        size=sizes.most_common(1)[0][0] if sizes else 0.0,
        bold=len(text) if bold is None else _length(text, bold),
    )


def _length(text: str, letters: int) -> int:
    """How much of a text its first so many characters other than spaces take."""
    for place, character in enumerate(text):
        if not letters:
            return len(text[:place].rstrip())
        letters -= not character.isspace()
    return len(text)


def _is_within(line: Line, box: Box) -> bool:
    across, down = (line.left + line.right) / 2, (line.gap_top + line.bottom) / 2
    return box[0] <= across <= box[2] and box[1] <= down <= box[3]


def _without_running(
    pages: Sequence[Sequence[Line]],
) -> tuple[list[list[Line]], list[str]]:
    """The pages without what stands at the head or foot of several, and without their numbers."""
    marginal = [{_pattern(line.text) for line in page if _is_marginal(line)} for page in pages]
    often = Counter(pattern for page in marginal for pattern in page)
    dropped: list[str] = []
    kept: list[list[Line]] = []
    for page in pages:
        kept.append([])
        for line in page:
            is_running = often[_pattern(line.text)] > 1 or PAGE_NUMBER.fullmatch(line.text)
            if _is_marginal(line) and is_running:
                dropped.append(line.text)
            else:
                kept[-1].append(line)
    return kept, dropped


def _is_marginal(line: Line) -> bool:
    return line.table is None and (line.top < MARGIN or line.top > 1 - MARGIN)


def _pattern(text: str) -> str:
    return re.sub(r"\d+", "#", text)
