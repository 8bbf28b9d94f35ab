"""A catalogue of invented plans, larger than a page of the list and with every standing in it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from kuntakesu.vocabulary.names import slug
from tests.browser.entries import NOW, PLACES, ROOT, Entry

THEMES = ("oppiminen", "osaaminen", "hyvinvointi", "johtaminen")
LEVELS = ("varhaiskasvatus", "esiopetus", "perusopetus", "lukio")
# First and last year from this one, by the number of a provider's plan.
PERIODS = ((-2, 1), (-6, -3), (1, 4), (-10, -7))
STATUSES = {11: "proposed", 23: "withdrawn", 37: "draft"}
SAMI = {"se": "890", "smn": "148", "sms": "148"}
COUNT = 620


def invented() -> tuple[Entry, ...]:
    """The plans, drafts included."""
    return tuple(_invented())


def write(root: Path) -> None:
    """Make a checkout of the same site with these plans in `root`."""
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(ROOT / "docs", root / "docs")  # of which no link is published
    (root / "hooks").symlink_to(ROOT / "hooks")
    for entry in invented():
        file = root / "plans" / f"{entry.name}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_text(entry), encoding="utf-8")


def provider(entry: Entry) -> str:
    """The name of the plan's organiser."""
    return f"Keksitty järjestäjä {entry.municipalities[0]}"


def _invented() -> Iterator[Entry]:
    for number in range(COUNT - len(SAMI)):
        place = PLACES[number // len(PERIODS)]
        start, end = PERIODS[number % len(PERIODS)]
        language = "sv" if place.language_status == "sv" else "fi"
        status = next((word for n, word in STATUSES.items() if number % n == n - 1), "approved")
        yield _named(place.code, NOW.year + start, NOW.year + end, language, status, number)
    for number, (language, code) in enumerate(SAMI.items()):
        yield _named(code, NOW.year - number, NOW.year + 3, language, "approved", number)


def _named(code: str, start: int, end: int, language: str, status: str, number: int) -> Entry:
    entry = Entry(
        name="",
        title=f"Keksitty suunnitelma {code}, {start}–{end} ({language})",
        municipalities=(code,),
        start=start,
        end=end,
        language=language,
        themes=THEMES[: 1 + number % len(THEMES)],
        status=status,
        kind="koulukesu" if number % 19 == 0 else "kuntakesu",
        levels=LEVELS[number % len(LEVELS) :],
    )
    suffix = f".{language}" if language in SAMI else ""
    name = f"{slug(provider(entry))}/{start}-{end}{suffix}"
    return Entry(**{**vars(entry), "name": name})


def _text(entry: Entry) -> str:
    targets = "\n".join(
        f"## {theme.capitalize()}\n\n### Kohde {entry.municipalities[0]} {theme}\n\n"
        f"**Tavoitteet:** Keksitty tavoite vuosille {entry.start}–{entry.end}.\n"
        for theme in entry.themes
    )
    return (
        "---\n"
        f'title: "{entry.title}"\n'
        f"provider: {provider(entry)}\n"
        f'municipality: "{entry.municipalities[0]}"\n'
        f"period: {entry.start}-{entry.end}\n"
        f"language: {entry.language}\n"
        f"themes: [{', '.join(entry.themes)}]\n"
        f"status: {entry.status}\n"
        f"kind: {entry.kind}\n"
        f"levels: [{', '.join(entry.levels)}]\n"
        "summary: Keksitty tiivistelmä.\n"
        f"---\n\n{targets}"
    )
