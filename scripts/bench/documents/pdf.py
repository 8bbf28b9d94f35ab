"""Drawings written as PDF: one column or two, words divided at line ends or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A3, A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    ListFlowable,
    PageTemplate,
    Paragraph,
    Table,
    TableStyle,
)

from bench.documents.drawing import Bullets, Drawing, Grid, Heading, Text, Title

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=13, spaceAfter=6)
JUSTIFIED = ParagraphStyle(
    "justified",
    parent=BODY,
    alignment=TA_JUSTIFY,
    embeddedHyphenation=1,
    hyphenationMinWordLength=6,
)
CELL = ParagraphStyle("cell", parent=BODY, fontSize=8, leading=10)
SIZES = (20, 15, 12, 10)
# Where a Finnish or Swedish word may be divided, roughly: before a consonant and a vowel.
DIVISION = re.compile(r"(?<=[^\W\d_]{2})(?=[bcdfghjklmnpqrstvwx][aeiouyåäö][^\W\d_])", re.I)
WIDE, WIDEST = 4, 6
MARGIN, GAP = 20 * mm, 8 * mm


def write_pdf(drawing: Drawing, file: Path, *, columns: int = 1, divided: bool = False) -> None:
    """A PDF with a running head and page numbers.

    Pages with wide tables lie on their side and have one column, as nobody could read them else.
    """
    widest = max((piece.width for piece in drawing if isinstance(piece, Grid)), default=0)
    page, columns = (
        (landscape(A3 if widest > WIDEST else A4), 1) if widest > WIDE else (A4, columns)
    )
    width = (page[0] - 2 * MARGIN - GAP * (columns - 1)) / columns
    frames = [
        Frame(MARGIN + (width + GAP) * number, MARGIN, width, page[1] - 2 * MARGIN, 0, 0, 0, 0)
        for number in range(columns)
    ]
    head = next((piece.text for piece in drawing if isinstance(piece, Title)), "")

    def decorate(canvas: Canvas, _document: object) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(MARGIN, page[1] - 12 * mm, head)
        canvas.drawRightString(page[0] - MARGIN, 10 * mm, str(canvas.getPageNumber()))

    document = BaseDocTemplate(str(file), pagesize=page, invariant=1)
    document.addPageTemplates(PageTemplate(frames=frames, onPage=decorate))
    document.build(list(_flowables(drawing, width, divided=divided)))


def _flowables(drawing: Drawing, width: float, *, divided: bool) -> Iterator[Flowable]:
    style = JUSTIFIED if divided else BODY
    for piece in drawing:
        match piece:
            case Title(text):
                yield _heading(0, text)
            case Heading(level, text):
                yield _heading(level, text)
            case Text(text) if text:
                yield Paragraph(_marked(piece, divided=divided), style)
            case Bullets(items):
                told = [Paragraph(_marked(item, divided=divided), style) for item in items]
                yield ListFlowable(list[Flowable](told), bulletType="bullet")
            case Grid():
                yield _table(piece, width)


def _heading(level: int, text: str) -> Paragraph:
    size = SIZES[level]
    style = ParagraphStyle(
        f"h{level}", fontName="Helvetica-Bold", fontSize=size, leading=size * 1.2,
        spaceBefore=10, spaceAfter=6, keepWithNext=1,
    )  # fmt: skip
    return Paragraph(escape(text), style)


def _marked(text: Text, *, divided: bool) -> str:
    rest = escape(text.text[len(text.bold) :])
    told = DIVISION.sub("\xad", rest) if divided else rest
    return f"<b>{escape(text.bold)}</b>{told}" if text.bold else told


def _table(grid: Grid, width: float) -> Table:
    rows = [
        [Paragraph(escape(text), CELL) for text in texts] + [""] * (grid.width - len(texts))
        for texts in grid.rows
    ]
    spans = [
        ("SPAN", (0, number), (-1, number))
        for number, texts in enumerate(grid.rows)
        if len(texts) == 1
    ]
    style = TableStyle(
        [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP"), *spans]
    )
    return Table(rows, colWidths=[width / grid.width] * grid.width, style=style, splitInRow=1)
