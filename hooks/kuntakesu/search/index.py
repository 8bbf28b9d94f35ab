"""The index of all plans, of which only those parts are made that are not known from before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from kuntakesu.catalogue import Catalogue
from kuntakesu.memory import Key, Memory, key_of, remembered
from kuntakesu.plan import Plan
from kuntakesu.search.analysis import Analyser
from kuntakesu.search.documents import MORE_FORMS, Document, document, plan_key
from kuntakesu.search.inversion import Inverted, Run, invert, joined, lengths
from kuntakesu.search.lengths import Lengths
from kuntakesu.search.paging import Leaf, leaves
from kuntakesu.search.runs import runs
from kuntakesu.search.sections import Section, parts, sections, together

INVERTED = 16
"""About how many plans are inverted together: a plan that has changed has these inverted anew."""


@dataclass(frozen=True)
class Leaves:
    """What a section is cut into."""

    found: tuple[Leaf, ...]


class Index:
    """Inverts and joins plans, as far as a memory does not know the result."""

    def __init__(self, catalogue: Catalogue, analyser: Analyser, memory: Memory) -> None:
        """Take what is indexed, what reads its words, and what knows parts of the index."""
        self._register = catalogue.register
        self._analyser = analyser
        self._memory = memory
        self._plans = list(runs(catalogue.plans, INVERTED))
        self._held: dict[Key, bytes] = {}

    @property
    def lengths(self) -> Lengths:
        """How long the fields of all plans are."""
        return lengths(self._runs)

    @cached_property
    def _runs(self) -> list[Run]:
        return list(map(self._run, self._plans))

    def leaves(self) -> tuple[Leaf, ...]:
        """The leaves of all sections in their order."""
        every = sections(self._runs)
        known = {one.key: self._memory.recall(one.key, Leaves) for one in every}
        for group in together(one for one in every if not known[one.key]):
            for section, made in zip(group, self._joined(group), strict=True):
                known[section.key] = made
                self._memory.keep(section.key, made)
        return tuple(leaf for found in known.values() if found for leaf in found.found)

    def _joined(self, group: Sequence[Section]) -> Iterator[Leaves]:
        counts = [run.count for run in self._runs]
        found: list[list[bytes]] = [[] for _ in group]
        for plans, run in zip(self._plans, self._runs, strict=True):
            for own, part in zip(found, parts(run, self._shards(plans), group), strict=True):
                own.append(part)
        for own in found:
            yield Leaves(leaves(joined(own, counts, MORE_FORMS)))

    def _run(self, plans: Sequence[Plan]) -> Run:
        known = self._memory.recall(_run_key(plans), Run)
        return known or self._inverted(plans).run

    def _shards(self, plans: Sequence[Plan]) -> bytes:
        key = _shards_key(plans)
        known = self._held.get(key) or self._memory.recall(key, bytes)
        if known is None:
            known = self._held[key] = self._inverted(plans).shards  # the memory is forgetful
        return known

    def _inverted(self, plans: Sequence[Plan]) -> Inverted:
        found = invert(map(self._document, plans))
        self._memory.keep(_run_key(plans), found.run)
        self._memory.keep(_shards_key(plans), found.shards)
        return found

    def _document(self, plan: Plan) -> Document:
        made = partial(document, plan, self._register, self._analyser)
        return remembered(self._memory, plan_key(plan), Document, made)


def _run_key(plans: Sequence[Plan]) -> Key:
    return key_of("run", *map(plan_key, plans))


def _shards_key(plans: Sequence[Plan]) -> Key:
    return key_of("shards", _run_key(plans))
