"""An inverted index: which documents have a term, in which field and how often.

It is made run by run and shard by shard, so that where one plan has changed the others can be taken
as they were: the postings of runs are texts that need only be put one behind the other.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from kuntakesu.json_text import compact_json
from kuntakesu.search.documents import BOOSTS, PLACED, SETS, Document
from kuntakesu.search.lengths import Lengths, level_of
from kuntakesu.search.numbers import written

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
"""How a number of letters is written; no term is longer than `documents.LONGEST`."""

SHARED = 3
"""Letters that the terms of a shard have in common, where they have so many."""

SUM = 16
"""Bytes of the sum of a shard."""

Changes = dict[str, str]
"""Per form, how it is made of its term; see `change`."""


class Stretch(NamedTuple):
    """The postings of a term in one field of a run's documents.

    Attributes:
        first: The first document's place in the run.
        again: 1 where the term stands there more than once, else 0.
        rest: What follows the step to the first document; see `Postings`.
        last: The last document's place.
        size: How many documents there are.
    """

    first: int
    again: int
    rest: str
    last: int
    size: int


LONG = 1 + len(Stretch._fields)
"""Values of a stretch behind its field."""


@dataclass(frozen=True)
class Run:
    """Some documents that follow each other, inverted; see `Inverted` for what stands in it.

    Attributes:
        count: How many.
        levels: Per field, the level of each document's length; none for a field that is a set.
        letters: What the terms of each shard begin with, in order, separated by spaces.
        sizes: Of each shard, in bytes.
        sums: Of each shard a sum of `SUM` bytes, one behind the other: where a plan has changed,
            most shards have not.
    """

    count: int
    levels: dict[str, list[int]]
    letters: str
    sizes: list[int]
    sums: bytes


@dataclass(frozen=True)
class Inverted:
    """A run, and what stands in it.

    Attributes:
        shards: One behind the other; each has a line of JSON for each of its terms, in order: the
            term, its postings as a number for the field and a `Stretch` for each, and its forms
            and how each is made of the term, one behind the other.
    """

    run: Run
    shards: bytes


@dataclass
class Postings:
    """Postings as one text.

    For each document twice the step from the one before it, and one more where the term stands
    there more than once; then the frequency follows. Where it is known, the portions' bits are
    last.

    Attributes:
        pieces: The text, cut.
        last: The last document.
        count: How many documents there are.
    """

    pieces: list[str] = field(default_factory=list)
    last: int = 0
    count: int = 0

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(self.pieces)

    def add(self, stretch: Stretch, start: int) -> None:
        """Put the postings of a run behind the others; `start` is its first document's place."""
        step = 2 * (start + stretch.first - self.last) + stretch.again
        self.pieces += (written(step), stretch.rest)
        self.last = start + stretch.last
        self.count += stretch.size


@dataclass(frozen=True)
class Inversion:
    """Postings of some terms of all documents.

    Attributes:
        postings: Per term and field.
        forms: Per term, the folded forms that stand for it in the texts; may include the term.
    """

    postings: Mapping[str, Mapping[str, Postings]]
    forms: Mapping[str, Changes]


def invert(documents: Iterable[Document]) -> Inverted:
    """Invert documents in their order.

    lunr's own builder would do, but keeps a dictionary for each posting: two gigabytes for three
    thousand plans.
    """
    found: dict[str, dict[str, list[tuple[int, int, int]]]] = {}
    forms: dict[str, Changes] = {}
    levels: dict[str, list[int]] = {name: [] for name in BOOSTS if name not in SETS}
    count = 0
    for position, document in enumerate(documents):
        count += 1
        for name, of_field in levels.items():
            of_field.append(level_of(document.lengths.get(name, 0)))
        for name, terms in document.terms.items():
            for term, (frequency, bits) in terms.items():
                places = found.setdefault(term, {}).setdefault(name, [])
                places.append((position, 1 if name in SETS else frequency, bits))
        for term, written_so in document.forms.items():
            known = forms.setdefault(term, {})
            known |= {form: change(term, form) for form in written_so if form not in known}
    shards: dict[str, list[bytes]] = {}
    for term in sorted(found):
        fields = found[term]
        stretches = [
            part
            for number, name in enumerate(BOOSTS)
            if name in fields
            for part in (number, *_stretch(fields[name], name in PLACED))
        ]
        own_forms = [part for pair in forms.get(term, {}).items() for part in pair]
        shards.setdefault(term[:SHARED], []).append(compact_json([term, stretches, own_forms]))
    raws = list(map(b"".join, shards.values()))
    sums = (hashlib.blake2b(raw, digest_size=SUM).digest() for raw in raws)
    run = Run(count, levels, " ".join(shards), list(map(len, raws)), b"".join(sums))
    return Inverted(run, b"".join(raws))


def lengths(runs: Sequence[Run]) -> Lengths:
    """How long the fields of all documents of some runs are."""
    names = [name for name in BOOSTS if name not in SETS]
    levels = {name: [one for run in runs for one in run.levels[name]] for name in names}
    return Lengths(levels, sum(run.count for run in runs))


def joined(
    shards: Iterable[bytes], counts: Iterable[int], more_forms: Mapping[str, Iterable[str]]
) -> Inversion:
    """The postings of some shards of all runs.

    Args:
        shards: Those of each run, one behind the other; see `Inverted`.
        counts: How many documents each run has.
        more_forms: Per term further forms, where the term stands in a text at all.
    """
    names = list(BOOSTS)
    postings: dict[str, dict[str, Postings]] = {}
    forms: dict[str, Changes] = {}
    start = 0
    for raw, count in zip(shards, counts, strict=True):
        lines = raw.rstrip(b"\n").replace(b"\n", b",")
        for term, stretches, own_forms in json.loads(b"[%b]" % lines):
            of_term = postings.setdefault(term, {})
            forms.setdefault(term, {}).update(zip(own_forms[::2], own_forms[1::2], strict=True))
            for at in range(0, len(stretches), LONG):
                name = names[stretches[at]]
                if name not in of_term:
                    of_term[name] = Postings()
                of_term[name].add(Stretch(*stretches[at + 1 : at + LONG]), start)
        start += count
    for term in more_forms.keys() & forms.keys():
        forms[term].update({form: change(term, form) for form in more_forms[term]})
    return Inversion(postings, forms)


def _stretch(places: Sequence[tuple[int, int, int]], placed: bool) -> Stretch:
    numbers: list[int] = []
    before = places[0][0]
    for document, frequency, bits in places:
        step = 2 * (document - before)
        numbers += [step] if frequency == 1 else [step + 1, frequency]
        numbers += [bits] if placed else []
        before = document
    rest = "".join(map(written, numbers[1:]))
    return Stretch(places[0][0], numbers[0], rest, before, len(places))


def shared(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    for place, (letter, another) in enumerate(zip(one, other, strict=False)):
        if letter != another:
            return place
    return min(len(one), len(other))


@lru_cache(1 << 15)
def change(term: str, form: str) -> str:
    """How `form` is made of `term`: letters to take off its end, and those to add."""
    kept = shared(term, form)
    return f"{DIGITS[len(term) - kept]}{form[kept:]}"
