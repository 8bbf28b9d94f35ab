"""What a heading, a label or a column's title means."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from kuntakesu.vocabulary import terms
from kuntakesu.vocabulary.terms import Terms

LONGEST_LABEL = 50
NUMBER = re.compile(r"^(?:\d+(?:\.\d+)+\.?|\d+[.)]|[IVX]+\.)\s+(?=[^\W\d_])")
BARE_NUMBER = re.compile(r"^\d{1,2}\s+(?=[^\W\d_])")
BRACKETED = re.compile(r"\s*\([^()]*\)")
# `Painopiste 2: Johtaminen`, `Teema 1 – Oppilaiden oppiminen`
PREFIXED = re.compile(r"^[^\W\d_]+(?:\s[^\W\d_]+)?\s*\d+\s*[.:)–—-]?\s+(?=\S)")
LABELLED = re.compile(rf"^([^:\n]{{2,{LONGEST_LABEL}}}?)\s*(?::|\s[–—-](?=\s))\s*")
ENUMERATED = re.compile(r"\s*\d+(?:\.\d+)*\.?$")
NO_WORD = re.compile(r"\W+")
JOINING = re.compile(r"\s*/\s*|\s+(?:ja|sekä|och|samt|and|&)\s+|\s*,\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Label:
    """A label that was understood.

    Attributes:
        kind: The code of a part, or `theme` or `target`.
        text: The label as written, without what follows it.
        sure: Whether it is one of the vocabulary's names, word for word.
    """

    kind: str
    text: str
    sure: bool = True


def unnumbered(text: str) -> str:
    """A heading without the number in front of it."""
    return NUMBER.sub("", text)


@functools.lru_cache(maxsize=1024)
def theme_named(text: str) -> tuple[str, bool]:
    """The code of the theme that a heading names, or an empty string, and whether it is sure."""
    plain = unnumbered(BARE_NUMBER.sub("", text))
    if code := terms.themes().code(text) or terms.themes().code(plain):
        return code, True
    for shorter in (PREFIXED.sub("", plain), BRACKETED.sub("", plain)):
        if code := terms.themes().code(shorter):
            return code, True
    folded = f" {NO_WORD.sub(' ', text.casefold())} "
    held = {
        code
        for code, names in terms.themes().names.items()
        if any(f" {name[0]} " in folded for name in names.values() if " " in name[0])
    }
    return (held.pop(), False) if len(held) == 1 else ("", False)


@functools.lru_cache(maxsize=1024)
def part_named(text: str) -> Label | None:
    """The part that a label, a heading or a column's title names."""
    return _named(text, terms.parts())


@functools.lru_cache(maxsize=1024)
def column_named(text: str) -> Label | None:
    """The theme, target or part that a column is for."""
    return _named(text, terms.columns()) or part_named(text)


def labelled(text: str, bold: int = 0) -> tuple[Label, str] | None:
    """A paragraph's label and the text behind it; a label in bold needs no mark behind it."""
    match = LABELLED.match(text)
    if match and (label := _sure(column_named(match[1]))):
        return label, text[match.end() :]
    if bold and (label := _sure(column_named(text[:bold].strip(" :–—-")))):
        return label, text[bold:].lstrip(" :–—-")
    return None


def _sure(label: Label | None) -> Label | None:
    return label if label and label.sure else None


def _named(text: str, known: Terms) -> Label | None:
    plain = unnumbered(" ".join(text.split()).strip(" :"))
    if not plain or len(plain) > LONGEST_LABEL:
        return None
    if code := known.code(plain) or known.code(ENUMERATED.sub("", plain)):
        return Label(code, plain)
    found = next(filter(None, map(known.code, _shorter(plain))), None)
    return Label(found, plain, sure=False) if found else None


def _shorter(text: str) -> Iterator[str]:
    """Less and less of a label: without brackets, the first of several, its first word."""
    bare = BRACKETED.sub("", text).strip()
    yield bare
    first = JOINING.split(bare)[0]
    yield first
    words = first.split()
    if len(words) > 1:
        yield words[0]
        yield words[-1]
