"""Drawings written as Word, ODF, PowerPoint, web page and plain text."""

from __future__ import annotations

import functools
import html
import shutil
import subprocess
import tempfile
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pptx
from docx.document import Document as WordDocument
from docx.text.paragraph import Paragraph as WordParagraph
from odfdo import Cell, Document, Header, List, ListItem, Paragraph, Row, Span, Style, Table
from pptx.presentation import Presentation as Show
from pptx.util import Emu

from bench.documents.drawing import Bullets, Drawing, Grid, Heading, Text, Title
from bench.documents.pdf import write_pdf


def write_docx(drawing: Drawing, file: Path) -> None:
    """A Word document with Word's own styles."""
    document = docx.Document()
    for piece in drawing:
        match piece:
            case Title(text):
                document.add_heading(text, 0)
            case Heading(level, text):
                document.add_heading(text, level)
            case Text():
                _runs(document.add_paragraph(), piece)
            case Bullets(items):
                for item in items:
                    _runs(document.add_paragraph(style="List Bullet"), item)
            case Grid():
                _word_table(document, piece)
    document.save(str(file))


def _runs(paragraph: WordParagraph, text: Text) -> None:
    if text.bold:
        paragraph.add_run(text.bold).bold = True
    paragraph.add_run(text.text[len(text.bold) :])


def _word_table(document: WordDocument, grid: Grid) -> None:
    table = document.add_table(rows=0, cols=grid.width)
    table.style = "Table Grid"
    for texts in grid.rows:
        cells = table.add_row().cells
        if len(texts) == 1:
            cells[0].merge(cells[-1]).text = texts[0]
            continue
        for cell, text in zip(cells, texts, strict=True):
            cell.text = text
    # A cell that is empty below a theme is merged with the one above, as Word users do.
    above = 0
    for number, texts in enumerate(grid.rows):
        if number and len(texts) > 1 and not texts[0]:
            table.cell(above, 0).merge(table.cell(number, 0))
            tidied = table.cell(above, 0)
            for empty in tidied.paragraphs[1:]:
                empty._element.getparent().remove(empty._element)
        else:
            above = number


def write_odt(drawing: Drawing, file: Path) -> None:
    """An OpenDocument text."""
    document = Document("text")
    body = document.body
    body.clear()
    document.insert_style(Style("text", name="Strong", bold=True), automatic=True)
    for number, piece in enumerate(drawing):
        match piece:
            case Title(text):
                body.append(Paragraph(text, style="Title"))
            case Heading(level, text):
                body.append(Header(level, text))
            case Text():
                body.append(_odf_paragraph(piece))
            case Bullets(items):
                listed = List()
                for item in items:
                    entry = ListItem()
                    entry.append(_odf_paragraph(item))
                    listed.append(entry)
                body.append(listed)
            case Grid():
                body.append(_odf_table(piece, f"T{number}"))
    document.save(str(file))


def _odf_paragraph(text: Text) -> Paragraph:
    paragraph = Paragraph("")
    if text.bold:
        paragraph.append(Span(text.bold, style="Strong"))
    rest = text.text[len(text.bold) :]
    if rest:
        paragraph.append_plain_text(rest)
    return paragraph


def _odf_table(grid: Grid, name: str) -> Table:
    table = Table(name)
    for texts in grid.rows:
        row = Row()
        for text in texts:
            cell = Cell()
            cell.append(Paragraph(text))
            row.append_cell(cell)
        table.append_row(row)
    for number, texts in enumerate(grid.rows):
        if len(texts) == 1 and grid.width > 1:
            table.set_span((0, number, grid.width - 1, number))
    return table


def write_html(drawing: Drawing, file: Path) -> None:
    """A page as a web publishing system writes it, with a menu and a footer."""
    title = next((piece.text for piece in drawing if isinstance(piece, Title)), "")
    lines = [
        f"<!doctype html><html><head><meta charset='utf-8'><title>{html.escape(title)}</title>",
        "<style>p { margin: 0 }</style></head><body><nav><a href='/'>1</a></nav><main>",
        *_tags(drawing),
        "</main><footer>2</footer></body></html>",
    ]
    file.write_text("\n".join(lines), encoding="utf-8")


def _tags(drawing: Drawing) -> Iterator[str]:
    for piece in drawing:
        match piece:
            case Title(text):
                yield f"<h1>{html.escape(text)}</h1>"
            case Heading(level, text):
                yield f"<h{level + 1}>{html.escape(text)}</h{level + 1}>"
            case Text():
                yield f"<p>{_bold(piece)}</p>"
            case Bullets(items):
                yield f"<ul>{''.join(f'<li>{_bold(item)}</li>' for item in items)}</ul>"
            case Grid(rows):
                yield "<table>"
                for texts in rows:
                    span = f" colspan='{piece.width}'" if len(texts) == 1 else ""
                    yield "<tr>" + "".join(f"<td{span}>{html.escape(t)}</td>" for t in texts)
                yield "</table>"


def _bold(text: Text) -> str:
    rest = html.escape(text.text[len(text.bold) :])
    return f"<strong>{html.escape(text.bold)}</strong>{rest}" if text.bold else rest


def write_txt(drawing: Drawing, file: Path) -> None:
    """Plain text, lines of at most 76 characters; a table's cells are parted by tabs."""
    lines: list[str] = []
    for piece in drawing:
        match piece:
            case Title(text):
                lines += [text, "=" * len(text), ""]
            case Heading(_, text):
                lines += [text, "-" * len(text), ""]
            case Text(text):
                lines += [*textwrap.wrap(text, 76), ""]
            case Bullets(items):
                for item in items:
                    lines += textwrap.wrap(
                        item.text, 76, initial_indent="- ", subsequent_indent="  "
                    )
                lines.append("")
            case Grid(rows):
                lines += ["\t".join(texts) for texts in rows]
                lines.append("")
    file.write_text("\n".join(lines), encoding="utf-8")


def write_pptx(drawing: Drawing, file: Path) -> None:
    """Slides: a heading begins one, and a table lies below the text of the one it stands on."""
    show = pptx.Presentation()
    show.slides.add_slide(show.slide_layouts[1])
    for piece in drawing:
        match piece:
            case Title(text) | Heading(_, text):
                show.slides.add_slide(show.slide_layouts[1]).shapes.title.text = text
            case Text():
                _slide_text(show, piece)
            case Bullets(items):
                for item in items:
                    _slide_text(show, item)
            case Grid():
                _slide_table(show, piece)
    show.save(str(file))


def _slide_text(show: Show, text: Text) -> None:
    frame = show.slides[len(show.slides) - 1].placeholders[1].text_frame
    paragraph = frame.add_paragraph() if frame.text else frame.paragraphs[0]
    if text.bold:
        run = paragraph.add_run()
        run.text, run.font.bold = text.bold, True
    paragraph.add_run().text = text.text[len(text.bold) :]


def _slide_table(show: Show, grid: Grid) -> None:
    size = (Emu(0), Emu(5000000), Emu(9000000), Emu(500000))
    slide = show.slides[len(show.slides) - 1]
    table = slide.shapes.add_table(len(grid.rows), grid.width, *size).table
    for number, texts in enumerate(grid.rows):
        for column, text in enumerate(texts):
            table.cell(number, column).text = text
        if len(texts) == 1 and grid.width > 1:
            table.cell(number, 0).merge(table.cell(number, grid.width - 1))


KINDS: dict[str, Callable[[Drawing, Path], None]] = {
    "docx": write_docx,
    "odt": write_odt,
    "pdf one column": write_pdf,
    "pdf two columns": functools.partial(write_pdf, columns=2, divided=True),
    "html": write_html,
    "txt": write_txt,
    "pptx": write_pptx,
}
"""Every kind of document; the first word is the file's ending."""


def office() -> dict[str, Callable[[Drawing, Path], None]]:
    """The kinds that LibreOffice makes of a Word document, where it is installed."""
    program = shutil.which("soffice")
    if not program:
        return {}
    return {
        f"{ending} LibreOffice": functools.partial(_converted, program, ending)
        for ending in ("odt", "pdf")
    }


def _converted(program: str, ending: str, drawing: Drawing, file: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / f"{file.stem}.docx"
        write_docx(drawing, made)
        command = [program, "--headless", "--convert-to", ending, "--outdir", folder, str(made)]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 (our own arguments)
        shutil.move(made.with_suffix(f".{ending}"), file)
