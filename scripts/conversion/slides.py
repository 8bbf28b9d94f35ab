"""PowerPoint slides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pptx
from pptx.shapes.base import BaseShape
from pptx.shapes.graphfrm import GraphicFrame
from pptx.shapes.group import GroupShape
from pptx.shapes.picture import Picture
from pptx.slide import Slide
from pptx.table import Table as SlideTable
from pptx.text.text import TextFrame, _Paragraph

from conversion.faults import opening
from kuntakesu.importing.blocks import (
    Block,
    Document,
    Dropped,
    Heading,
    Item,
    Paragraph,
    Table,
    listed,
    stripped,
)


def read(file: Path) -> Document:
    """Read a .pptx file: each title is a heading; the speaker's notes stand aside."""
    with opening():
        show = pptx.Presentation(str(file))
        blocks = tuple(block for slide in show.slides for block in _slide(slide))
        notes = tuple(block for slide in show.slides for block in _notes(slide))
        pictures = sum(
            isinstance(shape, Picture) for slide in show.slides for shape in _shapes(slide.shapes)
        )
    return Document(blocks, "", notes, (Dropped("picture", pictures),) if pictures else ())


def _slide(slide: Slide) -> Iterator[Block]:
    title = slide.shapes.title
    if title is not None and title.text_frame.text.strip():
        # Slides are all on one level, so that a title alone does not tell a theme from a target.
        yield Heading(" ".join(title.text_frame.text.split()), 1, sure=False)
    others = [shape for shape in _shapes(slide.shapes) if title is None or shape != title]
    for shape in sorted(others, key=lambda shape: (shape.top or 0, shape.left or 0)):
        if shape.has_text_frame:
            yield from _frame(shape.text_frame)  # type: ignore[attr-defined]
        elif isinstance(shape, GraphicFrame) and shape.has_table:
            yield _table(shape.table)


def _shapes(shapes: Iterable[BaseShape]) -> Iterator[BaseShape]:
    for shape in shapes:
        if isinstance(shape, GroupShape):
            yield from _shapes(shape.shapes)
        else:
            yield shape


def _frame(frame: TextFrame) -> Iterator[Block]:
    """A box's paragraphs: an entry of a list each, but for bold ones, sentences and a lone one."""
    told = [paragraph for paragraph in frame.paragraphs if paragraph.text.strip()]
    yield from listed(_piece(paragraph, is_lone=len(told) == 1) for paragraph in told)


def _piece(paragraph: _Paragraph, *, is_lone: bool) -> Item | Paragraph:
    text, bold = _text(paragraph)
    if paragraph.level or not (bold or is_lone or text.endswith(".")):
        return Item(text, paragraph.level, bold)
    return Paragraph(text, bold)


def _text(paragraph: _Paragraph) -> tuple[str, int]:
    text = paragraph.text.replace("\v", "\n")
    bold = 0
    for run in paragraph.runs:
        if not run.font.bold:
            break
        bold += len(run.text)
    return stripped(text, bold)


def _table(table: SlideTable) -> Table:
    rows = []
    for row in table.rows:
        cells = [cell.text_frame.text.replace("\v", "\n").strip() for cell in row.cells]
        spans = row.cells[0].span_width if row.cells[0].is_merge_origin else 1
        rows.append((cells[0],) if spans == len(cells) > 1 else tuple(cells))
    return Table(tuple(rows))


def _notes(slide: Slide) -> Iterator[Block]:
    if slide.has_notes_slide and (frame := slide.notes_slide.notes_text_frame):
        yield from _frame(frame)
