"""Blocks written as the Markdown of a plan's body, in which no mark of theirs means anything."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kuntakesu.importing.blocks import Block, Heading, Item, Listing, Paragraph, Table

SPECIAL = re.compile(r"[\\`*_\[]")
ADDRESS = re.compile(r"<https?://[^\s<>\"\\`*\[\]]+>")
ENTITY = re.compile(r"&(?=#?\w+;)")
# What begins a heading, a list, a quotation, code, a definition or a line in Markdown.
START = re.compile(r"^(?=[#>+:=~|-])|^(\d+)(?=[.)])")
ENTITIES = {mark: f"&#{ord(mark)};" for mark in ":=~|"}
BULLET = "• "


def inline(text: str) -> str:
    """A line of text, escaped; an address between angle brackets stays a link."""
    pieces, at = [], 0
    for match in ADDRESS.finditer(text):
        pieces += [_escaped(text[at : match.start()]), match[0]]
        at = match.end()
    return "".join([*pieces, _escaped(text[at:])])


def _escaped(text: str) -> str:
    marked = SPECIAL.sub(r"\\\g<0>", ENTITY.sub("&amp;", text))
    return marked.replace("<", "&lt;")


def line(text: str) -> str:
    """A line that begins a block, so that its first character must not mean anything either."""
    told = inline(text)
    match = START.match(told)
    if not match:
        return told
    if match[1]:
        return f"{match[1]}\\{told[match.end() :]}"
    return ENTITIES.get(told[0], f"\\{told[0]}") + told[1:]


def heading(level: int, text: str) -> str:
    """A heading; a `#` at its end is part of it."""
    told = inline(" ".join(text.split()))
    return f"{'#' * level} {re.sub(r'#+$', lambda end: end[0].replace('#', '&#35;'), told)}"


def labelled(label: str, blocks: Sequence[Block]) -> Iterator[str]:
    """A part with its label, so that the catalogue knows where it begins and ends.

    The label stands before the text where that is one paragraph, perhaps with lists and tables
    behind it; else it is a heading.
    """
    if not blocks:
        return
    first, rest = blocks[0], blocks[1:]
    if needs_heading(blocks):
        yield heading(4, label)
        yield from markdown(blocks)
        return
    if isinstance(first, Paragraph):
        yield f"**{inline(label)}:** {paragraph(first)}"
    else:
        yield f"**{inline(label)}:**"
        rest = blocks
    yield from markdown(rest)


def needs_heading(blocks: Sequence[Block]) -> bool:
    """Whether a part is more than a paragraph with lists and tables behind it."""
    return isinstance(blocks[0], Heading) or any(
        isinstance(block, Paragraph | Heading) for block in blocks[1:]
    )


def paragraph(block: Paragraph) -> str:
    """A paragraph; its own line breaks stay."""
    return "  \n".join(line(one) for one in block.text.split("\n"))


def markdown(blocks: Sequence[Block], within: int = 4) -> Iterator[str]:
    """The blocks, one by one; `within` is the level of their headings."""
    for number, block in enumerate(blocks):
        match block:
            case Heading():
                yield heading(within, block.text)
            case Paragraph():
                yield paragraph(block)
            case Listing():
                # Two lists that follow one another would become one.
                if number and isinstance(blocks[number - 1], Listing):
                    yield "&nbsp;"
                yield listing(block)
            case Table():
                yield table(block)


def listing(block: Listing) -> str:
    """A list, its entries indented by their depth."""
    lines, deepest = [], 0
    for number, item in enumerate(block.items):
        deepest = min(item.depth, deepest + 1) if number else 0
        mark = f"{number + 1}." if block.ordered and not _is_nested(block) else "-"
        text = " ".join(item.text.split())
        lines.append(f"{'    ' * deepest}{mark} {line(text)}")
    return "\n".join(lines)


def _is_nested(block: Listing) -> bool:
    return any(item.depth for item in block.items)


def table(block: Table) -> str:
    """A table, its first row as its head."""
    width = max(map(len, block.rows))
    rows = [[_cell(text) for text in row] + [""] * (width - len(row)) for row in block.rows]
    ruled = [rows[0], ["---"] * width, *rows[1:]]
    return "\n".join(f"| {' | '.join(row)} |" for row in ruled)


def _cell(text: str) -> str:
    told = inline(" ".join(text.split()))
    return told.replace("|", "&#124;")


def cell_blocks(text: str) -> tuple[Block, ...]:
    """A cell's text as blocks of its own."""
    blocks: list[Block] = []
    for told in filter(None, (one.strip() for one in text.split("\n"))):
        if not told.startswith(BULLET):
            blocks.append(Paragraph(told))
        elif blocks and isinstance(blocks[-1], Listing):
            blocks[-1] = Listing((*blocks[-1].items, _item(told)))
        else:
            blocks.append(Listing((_item(told),)))
    return tuple(blocks)


def _item(text: str) -> Item:
    return Item(text.removeprefix(BULLET))
