"""What is different between two versions of a plan, in plain text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from kuntakesu.fields import all_fields
from kuntakesu.front_matter import read_front_matter
from kuntakesu.header import Header, read_header
from kuntakesu.personal import traces
from kuntakesu.source import Source

MOST_BLOCKS = 2_000
MOST_WORDS = 400
MOST_SIGNS = 12_000
ALIKE = 0.5
MASK = "•"
HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t#]*$")
ITEM = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s")
WORD = re.compile(r"\S+\s*")
Plain = Callable[[str], str]


@dataclass(frozen=True)
class Piece:
    """A run of words: `kept`, `removed` or `added`."""

    kind: str
    text: str


@dataclass(frozen=True)
class Edit:
    """A paragraph, heading or item of a list that is new, gone or put otherwise.

    Attributes:
        place: The headings above it, the topmost first.
    """

    place: tuple[str, ...]
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class FactEdit:
    """A fact at the top that is new, gone or put otherwise; each may have several values."""

    key: str
    removed: tuple[str, ...]
    added: tuple[str, ...]


@dataclass(frozen=True)
class Difference:
    """What is different.

    Attributes:
        is_whole: False where there is more than is told here.
    """

    facts: tuple[FactEdit, ...] = ()
    edits: tuple[Edit, ...] = ()
    is_whole: bool = True

    def places(self) -> tuple[tuple[tuple[str, ...], list[Edit]], ...]:
        """The edits under the headings where they stand."""
        grouped = groupby(self.edits, lambda edit: edit.place)
        return tuple((place, list(edits)) for place, edits in grouped)

    @property
    def size(self) -> int:
        """How many characters it tells."""
        facts = sum(len(text) for one in self.facts for text in (*one.removed, *one.added))
        return facts + sum(len(piece.text) for one in self.edits for piece in one.pieces)


@dataclass(frozen=True)
class Draft:
    """A text cut for comparing.

    Attributes:
        top: The lines of the header.
        blocks: Headings, paragraphs and items of lists below it.
        places: For each block, the headings above it.
    """

    top: tuple[str, ...]
    header: Header
    blocks: tuple[str, ...]
    places: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, source: Source, before: Draft | None = None) -> Draft:
        """Cut a plan's file.

        Args:
            source: The file.
            before: The version before: most leave the header as it was, which is slow to read.
        """
        if before and before.top and source.lines[: len(before.top)] == before.top:
            top, header = before.top, before.header
        else:
            front_matter = read_front_matter(source.lines)
            top = source.lines[: front_matter.body_line - 1]
            header = read_header(front_matter.mapping)
        placed = list(_blocks(source.lines[len(top) :]))
        return cls(
            top,
            header,
            tuple(block for block, _ in placed),
            tuple(place for _, place in placed),
        )


def difference(old: Draft, new: Draft, plain: Plain) -> Difference:
    """Compare two versions.

    What an earlier version told of a person is not told again: traces of one are masked.

    Args:
        old: The earlier one.
        new: The later one.
        plain: Makes plain text of Markdown.
    """
    facts = tuple(_facts(old.header, new.header))
    if max(len(old.blocks), len(new.blocks)) > MOST_BLOCKS:
        return Difference(facts, is_whole=False)
    edits: list[Edit] = []
    left = MOST_SIGNS
    for edit in _edits(old, new, plain):
        left -= sum(len(piece.text) for piece in edit.pieces)
        if left < 0:
            return Difference(facts, tuple(edits), is_whole=False)
        edits.append(edit)
    return Difference(facts, tuple(edits))


def _facts(old: Header, new: Header) -> Iterator[FactEdit]:
    for key, _ in all_fields():
        before, after = old.texts(key), new.texts(key)
        if before != after:
            yield FactEdit(key, tuple(map(_masked, before)), tuple(map(_masked, after)))


def _edits(old: Draft, new: Draft, plain: Plain) -> Iterator[Edit]:
    matcher = SequenceMatcher(None, old.blocks, new.blocks)
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        if kind == "equal":
            continue
        gone = list(zip(old.blocks[start:end], old.places[start:end], strict=True))
        come = list(
            zip(new.blocks[other_start:other_end], new.places[other_start:other_end], strict=True)
        )
        while gone or come:
            if gone and come and (pieces := _changed(gone[0][0], come[0][0], plain)):
                yield Edit(come[0][1], pieces)
                gone.pop(0)
                come.pop(0)
            elif len(gone) > len(come) or not come:
                block, place = gone.pop(0)
                yield Edit(place, (Piece("removed", _shown(block, plain)),))
            else:
                block, place = come.pop(0)
                yield Edit(place, (Piece("added", _shown(block, plain)),))


def _changed(old: str, new: str, plain: Plain) -> tuple[Piece, ...]:
    """A block word by word, or nothing where the two have too little in common."""
    before, after = _shown(old, plain), _shown(new, plain)
    if before == after:  # such as the address of a link
        before, after = _masked(old), _masked(new)
    one, other = WORD.findall(before), WORD.findall(after)
    if max(len(one), len(other)) > MOST_WORDS:
        return ()
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.ratio() < ALIKE:
        return ()
    pieces: list[Piece] = []
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        if kind == "equal":
            pieces.append(Piece("kept", "".join(one[start:end])))
            continue
        if start < end:
            pieces.append(Piece("removed", "".join(one[start:end])))
        if other_start < other_end:
            pieces.append(Piece("added", "".join(other[other_start:other_end])))
    return tuple(pieces)


def _shown(block: str, plain: Plain) -> str:
    """The block as readers see it; as it is written where they would see nothing."""
    return _masked(plain(block).strip() or block)


def _masked(text: str) -> str:
    for trace in traces(text):
        text = text[: trace.start] + MASK * (trace.end - trace.start) + text[trace.end :]
    return text


def _blocks(lines: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Headings, paragraphs and items of lists, each with the headings above it."""
    above: dict[int, str] = {}
    taken: list[str] = []
    for line in (*lines, ""):
        heading = HEADING.match(line)
        if taken and (heading or not line.strip() or ITEM.match(line)):
            yield "\n".join(taken), tuple(above.values())
            taken = []
        if heading:
            level = len(heading[1])
            above = {one: title for one, title in above.items() if one < level}
            yield line.strip(), tuple(above.values())
            above[level] = heading[2]
        elif line.strip():
            taken.append(line.strip())
