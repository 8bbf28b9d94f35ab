"""A text cut into words, by rules that the browser can follow too.

A word is a run of letters, digits and the marks that belong to them. A soft hyphen between two of
them is part of the word, and so is a colon or an apostrophe between a letter or digit and a
letter (`OPS:n`, `vaa'an`). Everything else stands between words: hyphens and dashes as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

# `[^\W\d_]` is a letter for Python; combining marks are not, and a decomposed ä has one.
_MARKS = "\u0300-\u036f"
_RUN = rf"[^\W_](?:[^\W_]|[{_MARKS}])*"
_WORD = re.compile(rf"{_RUN}(?:(?:\u00ad+|[:'’](?=[^\W\d_])){_RUN})*")

_HYPHENS = frozenset("-\u2010\u2011\u2013")
_HYPHEN = f"[{''.join(sorted(_HYPHENS))}]"
_HANGS_AFTER = re.compile(rf"{_HYPHEN}[\s,)]+")
_HANGS_BEFORE = re.compile(rf"\s+{_HYPHEN}")
_INSIDE = re.compile(_HYPHEN)
_NEXT = re.compile(r"\s+")
_JOINING = frozenset("ja tai sekä eli taikka och eller samt and or".split())
_FARTHEST = 8


class Token(NamedTuple):
    """A word where it stands.

    Attributes:
        text: The word as written, soft hyphens included.
        start: Its place in the text, in characters.
        end: The place after it.
    """

    text: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """The words of a text in their order."""
    for found in _WORD.finditer(text):
        yield Token(found.group(), found.start(), found.end())


def has_hyphen(text: str) -> bool:
    """Whether a text has a hyphen anywhere; most have none."""
    return any(hyphen in text for hyphen in _HYPHENS)


def beside_hyphen(text: str, word: Token) -> bool:
    """Whether a hyphen stands right before or behind a word; only then may one hang there."""
    behind = text[word.end : word.end + 1] in _HYPHENS
    return behind or (word.start > 0 and text[word.start - 1] in _HYPHENS)


def completed_by(text: str, words: Sequence[Token], at: int) -> Token | None:
    """The compound whose last part belongs to the word at `at` too.

    `esi-` in `esi- ja perusopetus` or `esi-, perus- ja lukio-opetus`; None for another word.
    """
    if not _hangs(text, words, at):
        return None
    joined = False
    for place in range(at + 1, min(at + _FARTHEST, len(words))):
        if _is_joining(words[place]) and _NEXT.fullmatch(_gap(text, words, place)):
            joined = True
        elif not _hangs(text, words, place):
            ready = joined and _is_joining(words[place - 1])
            return words[_last_part(text, words, place)] if ready else None
    return None


def _last_part(text: str, words: Sequence[Token], at: int) -> int:
    """Where the last word of a compound with hyphens stands, such as `vapaa-aikapalvelut`."""
    while at + 1 < len(words) and _INSIDE.fullmatch(_gap(text, words, at)):
        at += 1
    return at


def begun_by(text: str, words: Sequence[Token], at: int) -> Token | None:
    """The compound whose beginning belongs to the word at `at` too.

    `-kasvatus` in `opettajankoulutus ja -kasvatus`; None for another word.
    """
    if at < 2 or not _is_joining(words[at - 1]):
        return None
    hanging = _HANGS_BEFORE.fullmatch(_gap(text, words, at - 1))
    beside = _NEXT.fullmatch(_gap(text, words, at - 2))
    return words[at - 2] if hanging and beside else None


def _hangs(text: str, words: Sequence[Token], at: int) -> bool:
    return bool(_HANGS_AFTER.fullmatch(_gap(text, words, at)))


def _gap(text: str, words: Sequence[Token], at: int) -> str:
    """What is between a word and the next, or the end."""
    return text[words[at].end : words[at + 1].start if at + 1 < len(words) else None]


def _is_joining(word: Token) -> bool:
    return word.text.lower() in _JOINING
