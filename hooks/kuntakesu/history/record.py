"""What is remembered of the files below `plans/`, as an adapter hands it over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

Reader = Callable[[Iterable[str]], Mapping[str, bytes]]


@dataclass(frozen=True)
class Step:
    """What was done to one file.

    Attributes:
        before: Its path before, or empty where it is new.
        after: Its path after, or empty where it was taken away.
        identity: By which the content after can be asked for.
    """

    before: str
    after: str
    identity: str


@dataclass(frozen=True)
class Commit:
    """What was done at once.

    Attributes:
        day: The day in UTC on which it was published.
    """

    day: date
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Record:
    """All that was done, the oldest first.

    Attributes:
        read: Gives contents by identity, of many files at once; what is lost is left out.
    """

    commits: tuple[Commit, ...]
    read: Reader


@dataclass(frozen=True)
class Moment:
    """A file as one commit left it; see `Step`.

    Attributes:
        order: Which commit it was, counted from the oldest.
    """

    order: int
    day: date
    before: str
    after: str
    identity: str


Life = list[Moment]


def lives(record: Record) -> list[Life]:
    """The files, each with what befell it under all the names that it has had."""
    every: list[Life] = []
    living: dict[str, Life] = {}
    for order, commit in enumerate(record.commits):
        # Two files may change names with each other, so all are taken before any is put back.
        taken = {step.before: living.pop(step.before, None) for step in commit.steps if step.before}
        for step in commit.steps:
            life = taken.get(step.before)
            if life is None:
                life = []
                every.append(life)
            life.append(Moment(order, commit.day, step.before, step.after, step.identity))
            if step.after:
                living[step.after] = life
    return every
