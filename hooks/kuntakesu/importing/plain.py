"""Plain text, or Markdown as people write it, as blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kuntakesu.importing.blocks import Block, Document, Heading, Item, Listing, Paragraph, Table
from kuntakesu.importing.headings import BOLD
from kuntakesu.importing.hyphens import joined

MARKED = re.compile(r"(#{1,6})\s+(.+?)\s*#*$")
UNDERLINE = re.compile(r"(=|-|~|\*)\1{2,}\s*$")
ENTRY = re.compile(r"(\s*)(?:[-*•·–+o]|\d{1,2}[.)])\s+(?=\S)")
BULLET = re.compile(r"\s*[-*•·–+o]\s")
LABEL = re.compile(r"[^\W\d_][^:\n]{1,40}:(?:\s|$)")
RULE = re.compile(r"[\s|:-]+$")
STRONG = re.compile(r"^\*\*([^*\n]+)\*\*|^__([^_\n]+)__")
INDENT = 2
# A line alone that is no sentence.
ALONE = re.compile(r"(?=.{3,70}$)(?:\d+(?:\.\d+)*[.)]?\s+)?[^\W\d_a-zåäö][^:|\t]*[^\s.,:;!?|]")


def read_plain(text: str) -> Document:
    """Read text: paragraphs parted by empty lines, underlined headings, lists, tables."""
    broken = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")
    lines = [line.rstrip() for line in broken.split("\n")]
    groups: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return Document(tuple(block for group in groups for block in _blocks(group)))


def _blocks(group: Sequence[str]) -> Iterator[Block]:
    if not group:
        return
    if len(group) == 1 and ALONE.fullmatch(group[0]) and not UNDERLINE.match(group[0]):
        yield Heading(group[0].strip(), BOLD, sure=False)
        return
    if cells := _cells(group):
        yield Table(tuple(cells))
        return
    taken: list[str] = []
    place = 0
    while place < len(group):
        line, following = group[place], group[place + 1 : place + 2]
        heading = MARKED.match(line)
        if heading or (following and UNDERLINE.match(following[0])):
            yield from _text(taken)
            taken = []
            place += 1 if heading else 2
            level = len(heading[1]) if heading else _level(following[0])
            yield Heading(heading[2] if heading else line.strip(), level, sure=bool(heading))
            continue
        taken.append(line)
        place += 1
    yield from _text(taken)


def _level(underline: str) -> int:
    return 1 if underline.startswith("=") else 2


def _text(lines: Sequence[str]) -> Iterator[Block]:
    """Paragraphs and lists; a line that begins with a label begins a paragraph."""
    taken: list[str] = []
    place = 0
    while place < len(lines):
        if BULLET.match(lines[place]) or (ENTRY.match(lines[place]) and not taken):
            yield from _paragraph(taken)
            taken = []
            end = next((n for n in range(place, len(lines)) if not _in_list(lines[n])), len(lines))
            yield _listing(lines[place:end])
            place = end
            continue
        if taken and LABEL.match(lines[place]) and _is_ended(taken[-1]):
            yield from _paragraph(taken)
            taken = []
        taken.append(lines[place])
        place += 1
    yield from _paragraph(taken)


def _is_ended(line: str) -> bool:
    return line.endswith((".", "!", "?", ":")) or bool(LABEL.match(line))


def _in_list(line: str) -> bool:
    return bool(ENTRY.match(line)) or line.startswith("  ")


def _paragraph(lines: Sequence[str]) -> Iterator[Block]:
    if not lines:
        return
    text = joined(lines)
    strong = STRONG.match(text)
    if not strong:
        yield Paragraph(text)
        return
    bold = strong[1] or strong[2]
    yield Paragraph(bold + text[strong.end() :], len(bold))


def _listing(lines: Sequence[str]) -> Listing:
    items: list[Item] = []
    for line in lines:
        match = ENTRY.match(line)
        if match:
            items.append(Item(line[match.end() :], len(match[1]) // INDENT))
        else:
            last = items.pop()
            items.append(Item(joined([last.text, line]), last.depth))
    return Listing(tuple(items), ordered=not BULLET.match(lines[0]))


def _cells(group: Sequence[str]) -> list[tuple[str, ...]]:
    """The rows of a table with cells between bars or tabs, or none."""
    if len(group) > 1 and all(line.lstrip().startswith("|") for line in group):
        rows = [line.strip().strip("|").split("|") for line in group if not RULE.fullmatch(line)]
    elif len(group) > 1 and sum("\t" in line for line in group) >= len(group) - 1:
        rows = [line.split("\t") for line in group]
    else:
        return []
    width = max(map(len, rows))
    stripped = [tuple(cell.strip() for cell in row) for row in rows]
    return [row if len(row) == 1 else (*row, *[""] * (width - len(row))) for row in stripped]
