"""The index cut into pages that a browser fetches as it needs them: a one-level B-tree.

A page holds a run of terms in their order, each with the forms that stand for it in the texts and
its postings. A form that sorts into another page than its term has an alias there, so that the page
in which a word would stand tells all that is known of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import Any

from kuntakesu.search.documents import BOOSTS, PLACED
from kuntakesu.search.inversion import Inversion, Postings

PAGE_SIZE = 16_000
"""About how many characters a page has; they compress to two thirds."""

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
"""How a number of letters is written; no term is longer than `documents.LONGEST`."""

BASE = 44
# All that needs no escape in JSON, but for the space and the comma that separate.
SIGNS = "".join(sign for sign in map(chr, range(33, 127)) if sign not in '",\\|:')
LAST, MORE = SIGNS[:BASE], SIGNS[BASE : 2 * BASE]
"""Digits that end a number, and those before them."""

Forms = Mapping[str, Iterable[str]]
Content = dict[str, Any]


@dataclass(frozen=True)
class Page:
    """A run of terms.

    Attributes:
        first: No term or form of an earlier page sorts at or after it.
        content: See `_content`.
    """

    first: str
    content: Content


def pages(inversion: Inversion, forms: Forms, size: int = PAGE_SIZE) -> tuple[Page, ...]:
    """Cut the index into pages.

    Args:
        inversion: The index.
        forms: Per term, the folded forms that stand in the texts; may include the term.
        size: Characters that a page may have; a single larger term has its own page.
    """
    groups = list(_groups(inversion, forms, size))
    shortest = (_shortest(before[-1], group[0]) for before, group in pairwise(groups))
    firsts = ["", *shortest][: len(groups)]
    aliases: list[dict[str, list[str]]] = [{} for _ in groups]
    for number, group in enumerate(groups):
        for term in group:
            for form in forms.get(term, ()):
                place = bisect_right(firsts, form) - 1
                if place != number:
                    aliases[place].setdefault(form, []).append(term)
    return tuple(
        Page(first, _content(group, inversion, forms, found))
        for first, group, found in zip(firsts, groups, aliases, strict=True)
    )


def _groups(inversion: Inversion, forms: Forms, size: int) -> Iterator[list[str]]:
    group: list[str] = []
    filled = 0
    for term in sorted(inversion.postings):
        weight = len(term) + sum(len(found) for found in inversion.postings[term].values())
        weight += sum(len(_change(term, form)) + 1 for form in forms.get(term, ()))
        if group and filled + weight > size:
            yield group
            group, filled = [], 0
        group.append(term)
        filled += weight
    if group:
        yield group


def _shortest(before: str, first: str) -> str:
    """The shortest beginning of `first` that still sorts after `before`."""
    return first[: _shared(before, first) + 1]


def _content(
    group: list[str], inversion: Inversion, forms: Forms, aliases: Mapping[str, list[str]]
) -> Content:
    """A page as JSON: texts with separators, which compress better than lists.

    Returns:
        `terms`: the terms, separated by spaces; `forms`: per term, separated by `|`, the forms
        other than the term, each as how many letters to take off the term and what to add;
        `aliases`: `form:term` separated by spaces; `postings`: per term, separated by spaces, the
        postings of each field, separated by commas: the field's number and `_steps`.
    """
    return {
        "terms": " ".join(group),
        "forms": "|".join(
            " ".join(_change(term, form) for form in sorted(forms.get(term, ())) if form != term)
            for term in group
        ),
        "aliases": " ".join(
            f"{form}:{term}" for form in sorted(aliases) for term in sorted(aliases[form])
        ),
        "postings": " ".join(_fields(inversion.postings[term]) for term in group),
    }


def _fields(fields: Postings) -> str:
    return ",".join(
        f"{number}{_steps(fields[name], name in PLACED)}"
        for number, name in enumerate(BOOSTS)
        if name in fields
    )


def _steps(postings: Sequence[int], placed: bool) -> str:
    """Postings as one text.

    For each document twice the step from the one before it, and one more where the term stands
    there more than once; then the frequency follows. Where it is known, the portions' bits are
    last.
    """
    numbers, before = [], 0
    for document, frequency, bits in zip(*[iter(postings)] * 3, strict=True):
        step = 2 * (document - before)
        numbers += [step] if frequency == 1 else [step + 1, frequency]
        numbers += [bits] if placed else []
        before = document
    return "".join(map(written, numbers))


def written(number: int) -> str:
    """A number in digits of base 44, the last of which is of another kind than the others."""
    text = LAST[number % BASE]
    while number := number // BASE:
        text = MORE[number % BASE] + text
    return text


def _shared(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return sum(1 for _ in alike)


def _change(term: str, form: str) -> str:
    """How `form` is made of `term`: letters to take off its end, and those to add."""
    kept = _shared(term, form)
    return f"{DIGITS[len(term) - kept]}{form[kept:]}"
