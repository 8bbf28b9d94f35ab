"""Paragraphs that are headings by their looks, and which headings are themes."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from kuntakesu.importing.blocks import Block, Heading, Listing, Paragraph
from kuntakesu.importing.labels import NUMBER, labelled, part_named, theme_named, unnumbered

LONGEST = 120
MOST_WORDS = 14
# Levels of what looks like a heading: below every style, capitals above numbers above bold.
CAPITALS, NUMBERED, BOLD = 20, 21, 30
IN_CONTENTS = re.compile(r"(?:\.{3,}|…+|(?: \.){3,})\s*\d{1,3}$")
"""How a line of a table of contents ends."""
SENTENCE_END = re.compile(r"[.;,!]$")


def with_headings(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, with a heading for each paragraph that looks like one."""
    return tuple(
        _as_heading(block, after) if isinstance(block, Paragraph) else block
        for block, after in zip_longest(blocks, blocks[1:])
    )


def _as_heading(paragraph: Paragraph, following: Block | None) -> Block:
    text = paragraph.text
    if not _is_short(text) or IN_CONTENTS.search(text) or not re.search(r"[^\W\d_]{2}", text):
        return paragraph
    number = NUMBER.match(text)
    depth = number[0].count(".", 0, len(number[0].rstrip(" ."))) if number else 0
    is_theme = theme_named(text)[1]
    is_bold = paragraph.bold >= len(text.rstrip(" :"))
    if text.isupper() and len(re.findall(r"[^\W\d_]", text)) >= 4:  # not an abbreviation
        return Heading(text, CAPITALS + depth)
    if SENTENCE_END.search(text) and not is_theme:
        return paragraph
    if number and (depth or is_theme or is_bold) and not labelled(unnumbered(text)):
        return Heading(text, NUMBERED + depth, sure=not number[0].strip().endswith(")"))
    if (label := part_named(text)) and label.sure:
        return Heading(text.rstrip(" :"), BOLD + 1, sure=False)
    if is_theme or ((is_bold or _is_labelled(following)) and not labelled(text)):
        return Heading(text, BOLD, sure=False)
    return paragraph


def _is_labelled(block: Block | None) -> bool:
    """Whether a block begins with a label, so that a short line above it is its heading."""
    if isinstance(block, Paragraph):
        return labelled(block.text, block.bold) is not None
    return isinstance(block, Listing) and labelled(block.items[0].text) is not None


def _is_short(text: str) -> bool:
    return len(text) <= LONGEST and "\n" not in text and len(text.split()) <= MOST_WORDS


def theme_headings(blocks: Sequence[Block]) -> dict[int, str]:
    """The places of the headings that begin a theme, with the theme's code.

    A heading with a theme's name further down, as a target may have, is none: themes stand on
    one level, the one that has most of them. What only holds a theme's name counts where no other
    heading names it.
    """
    named = dict(_named(blocks))
    levels: dict[int, set[str]] = defaultdict(set)
    for place, (code, sure) in named.items():
        if sure:
            levels[_level(blocks[place])].add(code)
    if not levels:
        levels = _unsure_levels(blocks, named)
    if not levels:
        return {}
    chosen = max(levels, key=lambda level: (len(levels[level]), -level))
    found = {
        place: code
        for place, (code, sure) in named.items()
        if sure and _level(blocks[place]) == chosen
    }
    for wanted in (True, False):
        missing = {code for code, _ in named.values()} - set(found.values())
        for place, (code, sure) in named.items():
            if code in missing and sure == wanted and _fits(blocks[place], chosen, wanted):
                found[place] = code
    return dict(sorted(found.items()))


def _fits(block: Block, chosen: int, sure: bool) -> bool:
    """Whether a heading beside the themes' level may be one: never one below it by its style."""
    level = _level(block)
    return level <= chosen or (sure and level >= CAPITALS)


def _unsure_levels(
    blocks: Sequence[Block], named: dict[int, tuple[str, bool]]
) -> dict[int, set[str]]:
    levels: dict[int, set[str]] = defaultdict(set)
    for place, (code, _) in named.items():
        levels[_level(blocks[place])].add(code)
    return levels


def _named(blocks: Sequence[Block]) -> Iterator[tuple[int, tuple[str, bool]]]:
    for place, block in enumerate(blocks):
        if isinstance(block, Heading):
            code, sure = theme_named(block.text)
            if code:
                yield place, (code, sure)


def _level(block: Block) -> int:
    return block.level if isinstance(block, Heading) else 0


def without_numbers(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with headings' own numbers left out: 1. and 2.1, and bare 1, 2 in a row."""
    bare = Counter(
        block.level
        for block in blocks
        if isinstance(block, Heading) and re.match(r"\d{1,2} \D", block.text)
    )
    return tuple(
        Heading(_without_number(block.text, bare[block.level] > 1), block.level, block.sure)
        if isinstance(block, Heading)
        else block
        for block in blocks
    )


def _without_number(text: str, bare: bool) -> str:
    plain = unnumbered(text)
    return re.sub(r"^\d{1,2} (?=\D)", "", plain) if bare else plain
