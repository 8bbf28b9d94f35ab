"""A document as neutral blocks, whatever program wrote it."""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kuntakesu.source import CONTROL

SPACES = re.compile(r"[^\S\n]+")
# Marks without a width, which programs leave behind: soft hyphens, joiners, byte order marks.
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


@dataclass(frozen=True)
class Heading:
    """A heading.

    Attributes:
        level: 1 is the highest.
        sure: Whether it stands above others by more than its looks.
    """

    text: str
    level: int = 1
    sure: bool = True


@dataclass(frozen=True)
class Paragraph:
    r"""A paragraph, with `\n` for a line break within it.

    Attributes:
        bold: How many of its first characters are bold.
    """

    text: str
    bold: int = 0


@dataclass(frozen=True)
class Item:
    """An entry of a list; `depth` is 0 for those of the list itself."""

    text: str
    depth: int = 0
    bold: int = 0


@dataclass(frozen=True)
class Listing:
    """A list."""

    items: tuple[Item, ...]
    ordered: bool = False


@dataclass(frozen=True)
class Table:
    r"""A table.

    Attributes:
        rows: The cells' texts, with `\n` between paragraphs and `• ` before an entry of a list. A
            row of one cell spans them all; a cell that another one covers is empty.
    """

    rows: tuple[tuple[str, ...], ...]


Block = Heading | Paragraph | Listing | Table


def listed(pieces: Iterable[Item | Block]) -> Iterator[Block]:
    """The blocks, with entries that follow each other put into a list."""
    items: list[Item] = []
    for piece in pieces:
        if isinstance(piece, Item):
            items.append(piece)
            continue
        if items:
            yield Listing(tuple(items))
            items = []
        yield piece
    if items:
        yield Listing(tuple(items))


def stripped(text: str, bold: int) -> tuple[str, int]:
    """A text without spaces around it, and how many of its first characters are bold then."""
    lead = len(text) - len(text.lstrip())
    return text.strip(), max(0, bold - lead)


@dataclass(frozen=True)
class Dropped:
    """What a converter left out.

    Attributes:
        kind: `running` (page headers, footers and numbers), `menu` (what surrounds the text of
            a web page) or `picture`.
        text: How it reads, where it has words.
    """

    kind: str
    count: int
    text: str = ""


@dataclass(frozen=True)
class Document:
    """A document that was read.

    Attributes:
        blocks: In the order in which a reader meets them.
        title: What the file itself says it is called; often nothing, or nonsense.
        asides: What stands beside the text: notes of slides, text in boxes.
        dropped: What was left out.
    """

    blocks: tuple[Block, ...]
    title: str = ""
    asides: tuple[Block, ...] = ()
    dropped: tuple[Dropped, ...] = ()


def tidy(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks that have something to say, without stray spaces and unprintable characters."""
    return tuple(block for block in with_texts(blocks, _tidied) if any(texts(block)))


def texts(block: Block) -> Iterator[str]:
    """All texts of a block, in order."""
    match block:
        case Heading() | Paragraph():
            yield block.text
        case Listing():
            yield from (item.text for item in block.items)
        case Table():
            yield from (cell for row in block.rows for cell in row)


def with_texts(blocks: tuple[Block, ...], change: Callable[[str], str]) -> tuple[Block, ...]:
    """The same blocks with each text changed; bold beginnings stay as long as they are."""
    return tuple(_changed(block, change) for block in blocks)


def _changed(block: Block, change: Callable[[str], str]) -> Block:
    match block:
        case Heading():
            return dataclasses.replace(block, text=change(block.text).replace("\n", " "))
        case Paragraph():
            return Paragraph(*_rebolded(block, change))
        case Listing():
            items = (Item(text, item.depth, bold) for item, text, bold in _items(block, change))
            return Listing(tuple(item for item in items if item.text), block.ordered)
        case Table():
            rows = (tuple(change(cell) for cell in row) for row in block.rows)
            return Table(tuple(row for row in rows if any(row)))


def _items(block: Listing, change: Callable[[str], str]) -> Iterator[tuple[Item, str, int]]:
    for item in block.items:
        yield (item, *_rebolded(item, change))


def _rebolded(told: Paragraph | Item, change: Callable[[str], str]) -> tuple[str, int]:
    text = change(told.text)
    if not told.bold:
        return text, 0
    start = change(told.text[: told.bold])
    return text, len(start) if text.startswith(start) else 0


def _tidied(text: str) -> str:
    shown = CONTROL.sub(" ", INVISIBLE.sub("", unicodedata.normalize("NFC", text)))
    lines = (SPACES.sub(" ", line).strip() for line in shown.split("\n"))
    return "\n".join(filter(None, lines))
