"""The index cut into pages that a browser fetches as it needs them: a one-level B-tree.

A page holds a run of terms in their order, each with the forms that stand for it in the texts and
its postings. A form that sorts into another page than its term has an alias there, so that the page
in which a word would stand tells all that is known of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from kuntakesu.search.documents import BOOSTS
from kuntakesu.search.inversion import Inversion, Postings, shared

PAGE_SIZE = 16_000
"""About how many characters a page has; they compress to two thirds."""

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


def pages(inversion: Inversion, size: int = PAGE_SIZE) -> tuple[Page, ...]:
    """Cut the index into pages.

    Args:
        inversion: The index.
        size: Characters that a page may have; a single larger term has its own page.
    """
    groups = list(_groups(inversion, size))
    shortest = (_shortest(before[-1], group[0]) for before, group in pairwise(groups))
    firsts = ["", *shortest][: len(groups)]
    aliases: list[dict[str, list[str]]] = [{} for _ in groups]
    for number, group in enumerate(groups):
        for term in group:
            for form in inversion.forms[term]:
                place = bisect_right(firsts, form) - 1
                if place != number:
                    aliases[place].setdefault(form, []).append(term)
    return tuple(
        Page(first, _content(group, inversion, found))
        for first, group, found in zip(firsts, groups, aliases, strict=True)
    )


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


def _content(group: list[str], inversion: Inversion, aliases: Mapping[str, list[str]]) -> Content:
    """A page as JSON: texts with separators, which compress better than lists.

    Returns:
        `terms`: the terms, separated by spaces; `forms`: per term, separated by `|`, the forms
        other than the term, each as how many letters to take off the term and what to add;
        `aliases`: `form:term` separated by spaces; `postings`: per term, separated by spaces, the
        postings of each field, separated by commas: the field's number and their text.
    """
    return {
        "terms": " ".join(group),
        "forms": "|".join(_forms(term, inversion) for term in group),
        "aliases": " ".join(
            f"{form}:{term}" for form in sorted(aliases) for term in sorted(aliases[form])
        ),
        "postings": " ".join(_fields(inversion.postings[term]) for term in group),
    }


def _forms(term: str, inversion: Inversion) -> str:
    ordered = sorted(inversion.forms[term].items())
    return " ".join(change for form, change in ordered if form != term)


def _fields(fields: Mapping[str, Postings]) -> str:
    return ",".join(
        f"{number}{fields[name].text}" for number, name in enumerate(BOOSTS) if name in fields
    )
