"""The index cut into pages that a browser fetches as it needs them: a one-level B-tree.

A page holds a run of terms in their order, each with the forms that stand for it in the texts and
its postings. A form that sorts into another page than its term has an alias there, so that the page
in which a word would stand tells all that is known of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from kuntakesu.search.documents import BOOSTS
from kuntakesu.search.inversion import Inversion, Postings, shared

PAGE_SIZE = 16_000
"""About how many characters a page has; they compress to two thirds."""

Content = dict[str, Any]


@dataclass(frozen=True)
class Leaf:
    """A page as far as the others need not be known.

    Attributes:
        first: Its first term.
        last: Its last term.
        terms: See `Page`, as for the next two.
        astray: Each form that may sort into another page, and its term, all separated by spaces.
    """

    first: str
    last: str
    terms: str
    forms: str
    postings: str
    astray: str


@dataclass(frozen=True)
class Page:
    """A run of terms, as texts with separators, which compress better than lists.

    Attributes:
        first: No term or form of an earlier page sorts at or after it.
        content: `terms`: the terms, separated by spaces; `forms`: per term, separated by `|`, the
            forms other than the term, each as how many letters to take off the term and what to
            add; `aliases`: `form:term` separated by spaces; `postings`: per term, separated by
            spaces, the postings of each field, separated by commas: the field's number and their
            text.
    """

    first: str
    content: Content


def leaves(inversion: Inversion, size: int = PAGE_SIZE) -> tuple[Leaf, ...]:
    """Cut postings into leaves.

    Args:
        inversion: The postings.
        size: Characters that a page may have; a single larger term has its own page.
    """
    return tuple(_leaf(group, inversion) for group in _groups(inversion, size))


def pages(cut: Sequence[Leaf]) -> tuple[Page, ...]:
    """The pages of all leaves in their order."""
    shortest = (_shortest(before.last, leaf.first) for before, leaf in pairwise(cut))
    firsts = ["", *shortest][: len(cut)]
    aliases: list[list[tuple[str, str]]] = [[] for _ in cut]
    for number, leaf in enumerate(cut):
        words = iter(leaf.astray.split())
        for form, term in zip(words, words, strict=True):
            place = bisect_right(firsts, form) - 1
            if place != number:
                aliases[place].append((form, term))
    return tuple(map(_page, firsts, cut, aliases))


def _page(first: str, leaf: Leaf, aliases: list[tuple[str, str]]) -> Page:
    content = {
        "terms": leaf.terms,
        "forms": leaf.forms,
        "aliases": " ".join(map(":".join, sorted(aliases))),
        "postings": leaf.postings,
    }
    return Page(first, content)


def _groups(inversion: Inversion, size: int) -> Iterator[list[str]]:
    group: list[str] = []
    filled = 0
    for term in sorted(inversion.postings):
        # About three signs a posting.
        weight = len(term) + 3 * sum(found.count for found in inversion.postings[term].values())
        weight += sum(len(change) + 1 for change in inversion.forms[term].values())
        if group and filled + weight > size:
            yield group
            group, filled = [], 0
        group.append(term)
        filled += weight
    if group:
        yield group


def _shortest(before: str, first: str) -> str:
    """The shortest beginning of `first` that still sorts after `before`."""
    return first[: shared(before, first) + 1]


def _leaf(group: list[str], inversion: Inversion) -> Leaf:
    first, last = group[0], group[-1]
    astray = (
        f"{form} {term}"
        for term in group
        for form in inversion.forms[term]
        if not first <= form <= last
    )
    return Leaf(
        first,
        last,
        terms=" ".join(group),
        forms="|".join(_forms(term, inversion) for term in group),
        postings=" ".join(_fields(inversion.postings[term]) for term in group),
        astray=" ".join(astray),
    )


def _forms(term: str, inversion: Inversion) -> str:
    ordered = sorted(inversion.forms[term].items())
    return " ".join(change for form, change in ordered if form != term)


def _fields(fields: Mapping[str, Postings]) -> str:
    return ",".join(
        f"{number}{fields[name].text}" for number, name in enumerate(BOOSTS) if name in fields
    )
