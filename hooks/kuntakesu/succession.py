"""What seems to have become of a plan's targets in the plan that follows it.

No plan says so itself: targets are paired by how alike their headings and texts are, and readers
are told that the pairs are a suggestion.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz, utils

from kuntakesu.body import Target
from kuntakesu.plan import Plan

# Marks out of 100. Headings of one plan that mean different things reach 84 ("Pedagoginen
# johtaminen", "Palvelujen johtaminen"), and their texts 57.
TITLE = 85
TEXT = 65
SAME = 95
# "Suunnitelman seuranta" within "Suunnitelman rakenne ja seuranta".
WITHIN = 90
# Signs of a text that tell whether two targets are the same; likening all would cost far more.
ENOUGH = 500
FATES = ("stayed", "changed", "came", "left")


@dataclass(frozen=True)
class Fate:
    """What became of a target.

    Attributes:
        kind: One of `FATES`.
        was: In the earlier plan; None where the target came.
        now: In the later plan; None where the target left.
    """

    kind: str
    was: Target | None = None
    now: Target | None = None


@dataclass(frozen=True)
class _Reading:
    """A target made ready to be likened to others.

    Attributes:
        words: Of its heading, in alphabetical order.
    """

    place: int
    target: Target
    title: str
    words: tuple[str, ...]
    text: str

    @cached_property
    def sorted_title(self) -> str:
        """The heading's words in alphabetical order."""
        return " ".join(self.words)


def fates(earlier: Plan, later: Plan) -> tuple[Fate, ...]:
    """The fate of every target of both plans, those of the later one first, in its order.

    Empty where one of the plans has no targets or their languages differ, since texts then cannot
    be likened.
    """
    if not comparable(earlier, later):
        return ()
    old, new = _readings(earlier), _readings(later)
    pairs = _pairs(old, new)
    matched = set(pairs.values())
    present = [
        _kept(old[pairs[one.place]], one) if one.place in pairs else Fate("came", now=one.target)
        for one in new
    ]
    gone = [Fate("left", was=one.target) for one in old if one.place not in matched]
    return (*present, *gone)


def comparable(earlier: Plan, later: Plan) -> bool:
    """Whether anything can be said of the fates of their targets."""
    return earlier.language == later.language and bool(_targets(earlier) and _targets(later))


def _targets(plan: Plan) -> list[Target]:
    return [target for section in plan.body.themes for target in section.targets]


def _readings(plan: Plan) -> list[_Reading]:
    return [_reading(place, target) for place, target in enumerate(_targets(plan))]


def _reading(place: int, target: Target) -> _Reading:
    title = utils.default_process(target.title)
    text = " ".join(part.content.text for part in target.parts)
    return _Reading(place, target, title, tuple(sorted(title.split())), utils.default_process(text))


def _pairs(old: Iterable[_Reading], new: Iterable[_Reading]) -> dict[int, int]:
    """Places in the later plan with places in the earlier one, the likest paired first."""
    marked = sorted(
        (-likeness, one.place, other.place)
        for one in new
        for other in old
        if (likeness := _likeness(one, other))
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, place, other_place in marked:
        if place not in pairs and other_place not in taken:
            pairs[place] = other_place
            taken.add(other_place)
    return pairs


def _likeness(one: _Reading, other: _Reading) -> float:
    """How alike two targets are; nothing where they seem to be different ones."""
    title = fuzz.ratio(one.sorted_title, other.sorted_title, score_cutoff=TITLE)
    title = max(title, _within(one.words, other.words))
    text, other_text = one.text[:ENOUGH], other.text[:ENOUGH]
    alike = fuzz.ratio(text, other_text, score_cutoff=TEXT) if text and other_text else 0
    return title + alike


def _within(words: tuple[str, ...], others: tuple[str, ...]) -> float:
    """Marks for a heading all of whose words, two at least, are in the other."""
    shorter, longer = sorted((words, others), key=len)
    return WITHIN if len(shorter) > 1 and set(shorter) <= set(longer) else 0


def _kept(was: _Reading, now: _Reading) -> Fate:
    alike = min(fuzz.ratio(was.title, now.title), fuzz.ratio(was.text, now.text))
    return Fate("stayed" if alike >= SAME else "changed", was.target, now.target)
