"""What the tests know of a catalogue's plans, read from the plans' own files and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import yaml

from kuntakesu.vocabulary.register import read_register

ROOT = Path(__file__).parent.parent.parent

# The day of every build and of every browser here, so that no test depends on the day it is run.
NOW = datetime(2026, 6, 15, 9, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Entry:
    """A plan as the list of plans knows it.

    Attributes:
        name: The path below `plans/` without its suffix.
        municipalities: Three-digit codes.
    """

    name: str
    title: str
    municipalities: tuple[str, ...]
    start: int
    end: int
    language: str
    themes: tuple[str, ...]
    status: str
    kind: str = "kuntakesu"
    levels: tuple[str, ...] = ()

    def standing(self, year: int = NOW.year) -> str:
        """What the plan's badge and the facet `period` say in a year."""
        if self.status != "approved":
            return self.status
        if year < self.start:
            return "coming"
        return "ended" if year > self.end else "in-force"

    def values(self, facet: str) -> tuple[str, ...]:
        """The plan's values in a facet, by the facet's name in the address."""
        return {
            "municipality": self.municipalities,
            "region": tuple({REGION_OF[code] for code in self.municipalities}),
            "theme": self.themes,
            "period": (self.standing(),),
            "level": self.levels,
            "language": (self.language,),
            "kind": (self.kind,),
        }[facet]


PLACES = read_register().municipalities
REGION_OF = {place.code: place.region.code for place in PLACES}
CODE_OF = {name: place.code for place in PLACES for name in (place.name_fi, place.name_sv)}


def published() -> tuple[Entry, ...]:
    """The plans of this checkout that are on the site."""
    files = sorted((ROOT / "plans").glob("*/*.md"))
    entries = (_entry(file) for file in files)
    return tuple(entry for entry in entries if entry.status != "draft")


def names(entries: Iterable[Entry], **chosen: str) -> set[str]:
    """Names of the plans that have all the chosen values."""
    return {
        entry.name
        for entry in entries
        if all(value in entry.values(facet) for facet, value in chosen.items())
    }


def _entry(file: Path) -> Entry:
    header: Mapping[str, object] = yaml.safe_load(file.read_text(encoding="utf-8").split("---")[1])
    start, _, end = str(header["period"]).partition("-")
    return Entry(
        name=f"{file.parent.name}/{file.stem}",
        title=str(header["title"]),
        municipalities=tuple(CODE_OF[name] for name in _texts(header["municipality"])),
        start=int(start),
        end=int(end or start),
        language=str(header["language"]),
        themes=_texts(header["themes"]),
        status=str(header["status"]),
        kind=str(header.get("kind", "kuntakesu")),
        levels=_texts(header.get("levels", [])),
    )


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else (str(value),)
