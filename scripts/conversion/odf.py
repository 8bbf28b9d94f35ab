"""OpenDocument texts, as LibreOffice writes them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

import odfdo
from odfdo import Element
from odfdo.style_base import StyleBase

from conversion.faults import UnreadableError, opening
from kuntakesu.importing.blocks import (
    Block,
    Document,
    Dropped,
    Heading,
    Item,
    Listing,
    Paragraph,
    Table,
    listed,
    stripped,
)

SKIPPED = frozenset({"text:tracked-changes", "text:sequence-decls", "office:annotation",
                     "office:annotation-end", "office:forms"})  # fmt: skip
ASIDE = frozenset({"text:note", "draw:text-box"})
MOST_REPEATED = 50


def read(file: Path) -> Document:
    """Read a .odt file; its notes and the text of its boxes stand aside."""
    with opening():
        if _is_encrypted(file):
            raise UnreadableError("password")
        document = odfdo.Document(file)
        reader = _Reader(document)
        blocks = tuple(reader.blocks(document.body))
    pictures = (Dropped("picture", reader.pictures),) if reader.pictures else ()
    return Document(blocks, "", tuple(reader.asides), pictures)


def _is_encrypted(file: Path) -> bool:
    with zipfile.ZipFile(file) as archive:
        return b"encryption-data" in archive.read("META-INF/manifest.xml")


class _Reader:
    def __init__(self, document: odfdo.Document) -> None:
        self._document = document
        self.asides: list[Block] = []
        self.pictures = 0

    def blocks(self, parent: Element) -> Iterator[Block]:
        """The blocks of a body, a section, a cell or a box."""
        for element in parent.children:
            match element.tag:
                case "text:h":
                    level = element.get_attribute("text:outline-level")
                    yield Heading(self._line(element)[0], int(str(level or 1)))
                case "text:p":
                    yield self._paragraph(element)
                case "text:list":
                    yield from self._list(element)
                case "table:table":
                    yield from self._table(element)
                case tag if tag not in SKIPPED:
                    yield from self.blocks(element)

    def _paragraph(self, element: Element) -> Block:
        text, bold = self._line(element)
        if str(element.get_attribute("text:style-name")) in self._titles:
            return Heading(text, 1)
        return Paragraph(text, bold)

    @cached_property
    def _titles(self) -> frozenset[str]:
        """The names of the style of titles and of those made of it."""
        named = {"Title"}
        for style in self._document.get_styles(family="paragraph", automatic=True):
            if style.get_attribute("style:parent-style-name") == "Title":
                named.add(str(style.get_attribute("style:name")))
        return frozenset(named)

    # Text

    def _line(self, element: Element) -> tuple[str, int]:
        """An element's text, and how many of its first characters are bold."""
        whole = self._is_bold("paragraph", element)
        text, bold, unbroken = "", 0, True
        for piece, is_bold in self._pieces(element, bold=whole):
            text += piece
            unbroken = unbroken and (is_bold or not piece.strip())
            bold = len(text) if unbroken and is_bold else bold
        return stripped(text, bold)

    def _pieces(self, element: Element, *, bold: bool) -> Iterator[tuple[str, bool]]:
        yield element.text or "", bold
        for child in element.children:
            yield from self._piece(child, bold=bold)
            yield child.tail or "", bold

    def _piece(self, child: Element, *, bold: bool) -> Iterator[tuple[str, bool]]:
        match child.tag:
            case "text:s":
                yield " ", bold
            case "text:tab":
                yield "\t", bold
            case "text:line-break":
                yield "\n", bold
            case "text:span":
                yield from self._pieces(child, bold=bold or self._is_bold("text", child))
            case "text:a":
                yield from self._link(child, bold=bold)
            case "draw:image":
                self.pictures += 1
            case tag if tag in ASIDE:
                self.asides += [one for one in self.blocks(child) if _has_text(one)]
            case tag if tag not in SKIPPED:
                yield from self._pieces(child, bold=bold)

    def _link(self, element: Element, *, bold: bool) -> Iterator[tuple[str, bool]]:
        pieces = list(self._pieces(element, bold=bold))
        yield from pieces
        address = str(element.get_attribute("xlink:href") or "")
        told = "".join(text for text, _ in pieces)
        if address.startswith(("http://", "https://")) and address not in told:
            yield f" <{address}>", False

    def _is_bold(self, family: str, element: Element) -> bool:
        name = element.get_attribute("text:style-name")
        for _ in range(5):  # a style may be made of another one, and so on
            style = self._document.get_style(family, str(name)) if name else None
            if not isinstance(style, StyleBase):
                return False
            properties = style.get_properties(area="text") or {}
            if weight := properties.get("fo:font-weight"):
                return weight in ("bold", "600", "700", "800", "900")
            name = style.get_attribute("style:parent-style-name")
        return False

    # Lists and tables

    def _list(self, element: Element) -> Iterator[Block]:
        """A list; headings that are numbered as a list's entries are headings."""
        yield from listed(self._entries(element, 0))

    def _entries(self, element: Element, depth: int) -> Iterator[Item | Block]:
        for entry in element.children:
            for child in entry.children:
                if child.tag == "text:list":
                    yield from self._entries(child, depth + 1)
                elif child.tag == "text:p":
                    text, bold = self._line(child)
                    yield Item(text, depth, bold)
                elif child.tag == "text:h":
                    level = child.get_attribute("text:outline-level")
                    yield Heading(self._line(child)[0], int(str(level or 1)))

    def _table(self, element: Element) -> Iterator[Block]:
        rows = [self._row(row) for row in element.get_elements("descendant::table:table-row")]
        width = max((len(row) for row in rows), default=0)
        if width == 1:
            yield from (Paragraph(row[0]) for row in rows if row)
        elif rows:
            yield Table(tuple(row for row in rows if any(row)))

    def _row(self, element: Element) -> tuple[str, ...]:
        cells: list[str] = []
        spans = 1
        for cell in element.children:
            repeated = int(str(cell.get_attribute("table:number-columns-repeated") or 1))
            if not cells:
                spans = int(str(cell.get_attribute("table:number-columns-spanned") or 1))
            covered = cell.tag == "table:covered-table-cell"
            cells += ["" if covered else self._cell(cell)] * min(repeated, MOST_REPEATED)
        return (cells[0],) if spans > 1 and spans >= len(cells) else tuple(cells)

    def _cell(self, element: Element) -> str:
        return "\n".join(_told(block) for block in self.blocks(element) if _has_text(block))


def _told(block: Block) -> str:
    match block:
        case Heading() | Paragraph():
            return block.text
        case Listing():
            return "\n".join(f"• {item.text}" for item in block.items)
        case Table():
            return "\n".join(" – ".join(filter(None, row)) for row in block.rows)


def _has_text(block: Block) -> bool:
    return bool(_told(block).strip())
