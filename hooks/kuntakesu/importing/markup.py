"""HTML, a web page's or a converter's, as blocks."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from kuntakesu.importing.blocks import (
    Block,
    Document,
    Dropped,
    Heading,
    Item,
    Listing,
    Paragraph,
    Table,
    stripped,
)
from kuntakesu.importing.grid import Grid

HEADING = re.compile(r"h([1-6])")
BREAKING = frozenset(
    "p div section article main blockquote pre address dl dt dd figure figcaption body center "
    "details summary fieldset form caption hr".split()
)
STRONG = frozenset({"b", "strong"})
SILENT = frozenset({"script", "style", "noscript", "template", "svg", "head"})
AROUND = frozenset({"nav", "header", "footer", "aside"})
VOID = frozenset("br img hr input meta link col wbr area base embed source track".split())
SHOWN = 80
INNER_HEADER = frozenset({"article", "main"})


def read_html(text: str) -> Document:
    """Read HTML; what surrounds a page's text is left out and counted."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.finish()
    return Document(tuple(reader.blocks), reader.title.strip(), (), tuple(reader.dropped()))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.title = ""
        self._around: list[str] = []
        self._pictures = 0
        self._open: list[str] = []
        self._text = ""
        self._bold, self._strong = 0, 0  # characters that are bold; elements that make it so
        self._heading = 0
        self._lists: list[str] = []
        self._items: list[Item] = []
        self._grids: list[Grid] = []
        self._cell: list[str] | None = None
        self._links: list[str] = []

    # What the parser calls

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in VOID:
            self._close_implied(tag)
            self._open.append(tag)
        if tag in AROUND and not self._is_silent(self._open[:-1]):
            self._around.append("")
        if tag in ("br", "img", "a") or tag in STRONG:
            self._start_inline(tag, given)
        elif tag in ("table", "tr", "td", "th"):
            self._start_table_part(tag, given)
        elif tag in BREAKING or tag in ("li", "ul", "ol") or HEADING.fullmatch(tag):
            self._start_block(tag)

    def _start_inline(self, tag: str, given: dict[str, str | None]) -> None:
        if tag == "br":
            self._text += "\n"
        elif tag == "img":
            self._pictures += 1
        elif tag in STRONG:
            self._strong += 1
        elif tag == "a":
            self._links.append(given.get("href") or "")

    def _start_block(self, tag: str) -> None:
        self.end_text()
        if match := HEADING.fullmatch(tag):
            self._heading = int(match[1])
        elif tag in ("ul", "ol"):
            self._lists.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._open:
            return
        while self._open:
            closed = self._open.pop()
            self._closed(closed)
            if closed == tag:
                return

    def handle_data(self, data: str) -> None:
        if "title" in self._open:
            self.title += data
        if self._is_silent(self._open):
            if self._around and not SILENT & set(self._open):
                self._around[-1] += data
            return
        told = data if "pre" in self._open else re.sub(r"\s+", " ", data)
        if self._strong and self._bold == len(self._text.rstrip(" \n")):
            self._text += told
            self._bold = len(self._text.rstrip())
        else:
            self._text += told

    # Elements

    def _close_implied(self, tag: str) -> None:
        """Close what HTML lets an author leave open: `<li>` before `<li>`, and so on."""
        ends = {"li": ("li",), "tr": ("tr",), "td": ("td", "th"), "th": ("td", "th"), "p": ("p",)}
        holders = {"ul", "ol", "table", "tr" if tag in ("td", "th") else "table"}
        for opened in reversed(self._open):
            if opened in ends.get(tag, ()):
                self.handle_endtag(opened)
                return
            if opened in holders:
                return

    def _closed(self, tag: str) -> None:
        if tag in STRONG:
            self._strong -= 1
        elif tag == "a" and self._links:
            self._end_link(self._links.pop())
        elif HEADING.fullmatch(tag):
            self.end_text()
            self._heading = 0
        elif tag in ("ul", "ol"):
            self.end_text()
            ordered = self._lists.pop() == "ol"
            if not self._lists and self._items:
                self._put(Listing(tuple(self._items), ordered))
                self._items = []
        elif tag in BREAKING or tag == "li":
            self.end_text()
        elif tag in ("td", "th", "table"):
            self._end_table_part(tag)

    def _end_link(self, address: str) -> None:
        if address.startswith(("http://", "https://")) and address not in self._text:
            self._text += f" <{address}>" if not re.search(r"[\s<>\"]", address) else ""

    def finish(self) -> None:
        """Close what the page leaves open."""
        while self._open:
            self._closed(self._open.pop())
        self.end_text()

    def end_text(self) -> None:
        """What was read becomes a heading, an entry of a list or a paragraph."""
        text, bold, self._text, self._bold = self._text, self._bold, "", 0
        text, bold = stripped(text, bold)
        if not text or self._is_silent(self._open):
            return
        if self._cell is not None:
            self._cell.append(f"• {text}" if self._lists else text)
        elif self._lists:
            self._items.append(Item(text, len(self._lists) - 1, bold))
        elif self._heading:
            self._put(Heading(text, self._heading))
        else:
            self._put(Paragraph(text, bold))

    def _put(self, block: Block) -> None:
        if self._cell is not None and isinstance(block, Listing):
            self._cell += [f"• {item.text}" for item in block.items]
        else:
            self.blocks.append(block)

    # Tables

    def _start_table_part(self, tag: str, given: dict[str, str | None]) -> None:
        self.end_text()
        if tag == "table":
            self._grids.append(Grid(outer=self._cell if self._cell is not None else []))
            self._cell = None
        elif tag == "tr" and self._grids:
            self._grids[-1].rows.append([])
        elif self._grids:
            self._grids[-1].start_cell(given.get("colspan"), given.get("rowspan"))
            self._cell = []

    def _end_table_part(self, tag: str) -> None:
        self.end_text()
        if not self._grids:
            return
        grid = self._grids[-1]
        if tag == "table":
            self._end_table(self._grids.pop())
        elif self._cell is not None and grid.rows and grid.rows[-1]:
            grid.rows[-1][-1] = "\n".join(self._cell)
            self._cell = None

    def _end_table(self, grid: Grid) -> None:
        rows = grid.filled()
        if self._grids:  # a table within a cell is told as the cell's text
            self._cell = [*grid.outer, *(" – ".join(filter(None, row)) for row in rows)]
        elif all(len(row) == 1 for row in rows):
            self.blocks += [Paragraph(row[0]) for row in rows]
        else:
            self.blocks.append(Table(rows))

    # What is left out

    def _is_silent(self, opened: list[str]) -> bool:
        """Whether the place is out of the text; the header of an article is within it."""
        if SILENT & set(opened):
            return True
        for place, tag in enumerate(opened):
            if tag in AROUND and not (tag == "header" and INNER_HEADER & set(opened[:place])):
                return True
        return False

    def dropped(self) -> list[Dropped]:
        """What was left out."""
        told = [" ".join(text.split()) for text in self._around if text.strip()]
        menus = [Dropped("menu", len(told), " / ".join(told)[:SHOWN])] if told else []
        pictures = [Dropped("picture", self._pictures)] if self._pictures else []
        return [*menus, *pictures]
