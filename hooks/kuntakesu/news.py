"""What happened to the plans, as readers are told it on pages and in feeds."""

from __future__ import annotations

from dataclasses import dataclass

from kuntakesu.catalogue import Catalogue
from kuntakesu.history.version import Version
from kuntakesu.languages import Words
from kuntakesu.plan import Plan


@dataclass(frozen=True)
class News:
    """A version with the plan that has come of it.

    Attributes:
        plan: The plan of today, or None where it is gone: then nothing of its text is told.
    """

    version: Version
    plan: Plan | None

    @property
    def title(self) -> str:
        """The plan's title; its name where it is gone."""
        return self.plan.title if self.plan else self.version.name

    @property
    def is_told(self) -> bool:
        """Whether there is a page that tells what changed."""
        return bool(self.plan and self.version.difference)


def all_news(catalogue: Catalogue) -> tuple[News, ...]:
    """Everything that happened, the newest first."""
    return tuple(News(one, catalogue.plan(one.heir)) for one in catalogue.history.changes)


def what_changed(version: Version, chosen: Words) -> str:
    """Which facts and which parts of the text are different, in a line; empty where none are."""
    found = version.difference
    if not found:
        return ""
    said: list[str] = []
    if found.facts:
        labels = dict.fromkeys(chosen(f"fields.{one.key}.label") for one in found.facts)
        said.append(chosen("site.changes.facts", facts=", ".join(labels)))
    if found.edits or not found.is_whole:
        places = dict.fromkeys(one.place[0] for one in found.edits if one.place)
        shown = ", ".join(places) or chosen("site.changes.rest")
        said.append(chosen("site.changes.places", places=shown))
    return ". ".join(said)
