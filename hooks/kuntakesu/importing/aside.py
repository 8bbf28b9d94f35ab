"""What does not belong to the run of a text: a table of contents, lines of a cover."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from kuntakesu.importing.blocks import Block, Heading, Listing, Paragraph, texts
from kuntakesu.importing.headings import IN_CONTENTS

NUMBERED_PAGE = re.compile(r"\s*\d{1,3}$")
NEAR_TITLE = 5
FEWEST = 3
"""How many lines make a table of contents."""


def set_apart(
    blocks: Sequence[Block], title: int, facts: AbstractSet[int]
) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The text without its title, and what stands beside it, in order.

    Args:
        blocks: The text, its headings known.
        title: The place of the block that is the title.
        facts: The places of lines with nothing but facts.
    """
    titles = _titles(blocks, title)
    aside = {*facts, *_contents(blocks)} - titles
    text = tuple(b for n, b in enumerate(blocks) if n not in titles and n not in aside)
    return text, tuple(_plain(blocks[n]) for n in sorted(aside))


def _titles(blocks: Sequence[Block], title: int) -> AbstractSet[int]:
    """The places of the title: a cover may repeat it at the head of the page."""
    if title < 0:
        return frozenset()
    name = " ".join(texts(blocks[title])).casefold()
    first = blocks[: max(title, NEAR_TITLE) + 1]
    return {n for n, block in enumerate(first) if " ".join(texts(block)).casefold() == name}


def _contents(blocks: Sequence[Block]) -> Iterator[int]:
    """Lines of a table of contents: they end with a page's number and repeat a heading."""
    headings = {block.text.casefold() for block in blocks if isinstance(block, Heading)}
    run: list[int] = []
    for place, block in enumerate(blocks):
        if not isinstance(block, Listing) and _is_entry(block, headings):
            run.append(place)
            continue
        yield from run if len(run) >= FEWEST else ()
        run = []
    yield from run if len(run) >= FEWEST else ()


def _is_entry(block: Block, headings: AbstractSet[str]) -> bool:
    text = " ".join(texts(block))
    if IN_CONTENTS.search(text):
        return True
    return bool(NUMBERED_PAGE.search(text)) and NUMBERED_PAGE.sub("", text).casefold() in headings


def _plain(block: Block) -> Block:
    return Paragraph(block.text) if isinstance(block, Heading) else block
