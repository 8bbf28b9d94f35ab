"""Write a checkout of invented plans, the same to the byte for the same number.

PYTHONPATH=scripts:hooks python -m bench.corpus COUNT FOLDER
"""

from __future__ import annotations

import argparse
import csv
import functools
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from bench.text import Writer, writers
from kuntakesu.vocabulary.names import slug
from kuntakesu.vocabulary.register import Municipality, read_register

ROOT = Path(__file__).parent.parent.parent
FORMS = ROOT / "tests/data/name_forms.csv"
THEMES = ("oppiminen", "osaaminen", "hyvinvointi", "johtaminen")
TARGETS_PER_THEME = 3
LEVELS = ("varhaiskasvatus", "esiopetus", "perusopetus", "lukio")
STARTS = (2006, 2010, 2014, 2018, 2022, 2026)
YEARS = 4
STATUSES = {17: "proposed", 41: "withdrawn"}
PROVIDERS = {
    "fi": "kunta,keskuskoulu,yhtenäiskoulu,lukio,kirkonkylän koulu,asemanseudun koulu,"
    "pohjoinen koulu,eteläinen koulu".split(","),
    "sv": "kommun,centralskola,enhetsskola,gymnasium,kyrkbyns skola,stationsbyns skola,"
    "norra skola,södra skola".split(","),
}


@dataclass(frozen=True)
class Heading:
    """What an invented plan's front matter says.

    Attributes:
        number: The plan's place in the catalogue, from 0.
        place: The municipality's name in the genitive.
    """

    number: int
    municipality: Municipality
    language: str
    place: str
    provider: str
    start: int

    @property
    def end(self) -> int:
        """The last year of the period."""
        return self.start + YEARS - 1

    @property
    def name(self) -> str:
        """The path below `plans/` without its suffix."""
        return f"{slug(self.provider)}/{self.start}-{self.end}"


def headings(count: int) -> tuple[Heading, ...]:
    """The first `count` invented plans: all municipalities by turns, then other years and schools.

    Raises:
        ValueError: There are not that many.
    """
    found = tuple(islice(_headings(), count))
    if len(found) < count:
        raise ValueError(f"no more than {len(found)} plans can be invented")
    return found


def write(count: int, root: Path) -> None:
    """Make a checkout of this site with `count` invented plans in `root`, which is made anew."""
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(ROOT / "docs", root / "docs")  # of which no link is published
    (root / "hooks").symlink_to(ROOT / "hooks")
    pens = writers()
    for heading in headings(count):
        file = root / "plans" / f"{heading.name}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(plan(heading, pens[heading.language]), encoding="utf-8")


def plan(heading: Heading, writer: Writer) -> str:
    """The whole text of a plan: about 1,200 words, the four themes, twelve targets."""
    writer.begin(heading.number, heading.place, heading.start)
    status = next((word for n, word in STATUSES.items() if heading.number % n == n - 1), "approved")
    lines = [
        "---",
        f'title: "{writer.words.title.format(heading.place, heading.start, heading.end)}"',
        f'provider: "{heading.provider}"',
        f'municipality: "{heading.municipality.code}"',
        f"period: {heading.start}-{heading.end}",
        f"language: {heading.language}",
        f"themes: [{', '.join(THEMES)}]",
        f"status: {status}",
        f"levels: [{', '.join(LEVELS[heading.number % len(LEVELS) :])}]",
        f"kind: {'kuntakesu' if heading.provider.endswith(_HOUSES) else 'koulukesu'}",
        f'summary: "{writer.sentence()} {writer.sentence()}"',
        "---",
        "",
        writer.paragraph(4),
    ]
    for theme in writer.words.themes:
        lines += ["", f"## {theme}"]
        for _ in range(TARGETS_PER_THEME):
            lines += ["", *_target(writer)]
    return "\n".join(lines) + "\n"


_HOUSES = tuple(names[0] for names in PROVIDERS.values())


def _target(writer: Writer) -> Iterator[str]:
    writer.turn()
    yield f"### {writer.title()}"
    for part, label in enumerate(writer.words.labels[: 4 + writer.number() % 3]):
        yield f"\n**{label}:** {writer.paragraph(4 - part // 2)}"


def _headings() -> Iterator[Heading]:
    places = read_register().municipalities
    number = 0
    for turn in range(len(STARTS) * len(PROVIDERS["fi"])):
        for place, municipality in enumerate(places):
            language = _language(municipality, turn)
            name = _genitive(municipality, language)
            kind = PROVIDERS[language][turn // len(STARTS)]
            start = STARTS[(turn + place) % len(STARTS)]
            yield Heading(number, municipality, language, name, f"{name} {kind}", start)
            number += 1


def _language(municipality: Municipality, turn: int) -> str:
    """Swedish where that is the only language, and now and then where there are two."""
    if municipality.language_status == "fi+sv":
        return "sv" if (int(municipality.code) + turn) % 4 == 0 else "fi"
    return municipality.language_status


def _genitive(municipality: Municipality, language: str) -> str:
    if language == "sv":
        name = municipality.name_sv
        return name if name.endswith("s") else f"{name}s"
    name = municipality.name_fi
    return genitives().get(name, f"{name}n")


@functools.cache
def genitives() -> dict[str, str]:
    """The genitives of Finnish municipality names."""
    with FORMS.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return {row["name"]: row["form"] for row in rows if row["case"] == "sg gen"}


def main() -> int:
    """Write a checkout; see the module's text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    write(arguments.count, arguments.folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
