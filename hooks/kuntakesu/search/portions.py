"""A plan's text in the portions that a browser asks for one by one to make excerpts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kuntakesu.plan import Plan

PORTION = 4_000
"""About how many characters a portion has."""
MOST = 10
"""Portions of one plan; those of a long one are longer."""


@dataclass(frozen=True)
class Passage:
    """A piece of a plan that a result can lead to.

    Attributes:
        anchor: Empty for what stands before the first section.
    """

    title: str
    anchor: str
    theme: str
    text: str


Portion = tuple[Passage, ...]


def portions(plan: Plan) -> tuple[Portion, ...]:
    """The passages of a plan in their order, in portions of about the same length."""
    found = list(passages(plan))
    total = sum(_length(passage) for passage in found)
    count = min(MOST, max(1, round(total / PORTION)))
    cut: list[list[Passage]] = [[] for _ in range(count)]
    before = 0
    for passage in found:
        middle = before + _length(passage) / 2
        cut[min(count - 1, int(middle * count / total))].append(passage)
        before += _length(passage)
    return tuple(tuple(portion) for portion in cut if portion)


def passages(plan: Plan) -> Iterator[Passage]:
    """The pieces of a plan in their order: its beginning, its sections, their targets."""
    yield Passage("", "", "", " ".join(filter(None, [plan.summary, plan.body.intro.text])))
    for section in plan.body.sections:
        yield Passage(section.title, section.anchor, section.theme, section.intro.text)
        for target in section.targets:
            text = " ".join(part.content.text for part in target.parts)
            yield Passage(target.title, target.anchor, section.theme, text)


def _length(passage: Passage) -> int:
    """At least one, so that a plan without any text has a portion too."""
    return len(passage.title) + len(passage.text) + 1
