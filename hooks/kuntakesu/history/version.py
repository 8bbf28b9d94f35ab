"""A version of a plan, and all versions that are known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kuntakesu.history.difference import Difference

SHORT = 12


class Deed(StrEnum):
    """What made a version."""

    ADDED = "added"
    CHANGED = "changed"
    MOVED = "moved"
    WITHDRAWN = "withdrawn"
    REMOVED = "removed"


@dataclass(frozen=True)
class Version:
    """A plan as it was from one day on.

    Attributes:
        name: The plan's name then.
        number: From 1, counted under whatever names the plan has had.
        digest: The SHA-256 sum of its text; empty where it was removed.
        deed: What made it.
        day: From when on it was published, or None where that is not known.
        before: The name it had until then, where it moved.
        heir: The name of the plan of today that came of it, or empty.
        codes: The municipalities that it was found under.
        themes: The themes that it stated to cover.
        difference: What is different from the version before, where there is one.
    """

    name: str
    number: int
    digest: str
    deed: Deed
    day: date | None = None
    before: str = ""
    heir: str = ""
    codes: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    difference: Difference | None = None

    @property
    def short(self) -> str:
        """As much of the digest as tells versions of a plan apart."""
        return self.digest[:SHORT]


@dataclass(frozen=True)
class History:
    """What is known of how the plans came to be.

    Attributes:
        is_known: False where only the files of today are at hand.
        plans: By the name of a plan of today, its versions, the oldest first and today's last.
        changes: Every dated version of every plan, those that are gone too, the newest first.
    """

    is_known: bool = False
    plans: Mapping[str, tuple[Version, ...]] = field(default_factory=dict)
    changes: tuple[Version, ...] = ()

    def versions(self, name: str) -> tuple[Version, ...]:
        """The versions of a plan of today; none where it is a draft."""
        return self.plans.get(name, ())

    def since(self) -> date | None:
        """The first day that is known of."""
        return self.changes[-1].day if self.changes else None
