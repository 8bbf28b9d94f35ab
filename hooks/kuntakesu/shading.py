"""How the map may be shaded: by standing now, by theme, by year.

Which shading is seen is the reader's choice in a menu. The style sheet that follows it needs no
script: a rule for each look lists the tiles that have it under the chosen option.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kuntakesu.coverage import Coverage
from kuntakesu.vocabulary.terms import themes

# What a tile or a bar looks like. A standing without a look of its own is `other`.
LOOKS = ("in-force", "coming", "ended", "other", "none")
PROPERTIES = ("fill", "ink", "edge", "mark", "ring", "dash")
NOW = "now"


@dataclass(frozen=True)
class Shading:
    """One way to shade the map.

    Attributes:
        key: The menu's value, and the beginning of the classes of its tiles.
        kind: `now`, `theme` or `year`.
        value: The theme's code or the year, or empty.
        counts: The looks that it has, with how many municipalities have them.
    """

    key: str
    kind: str
    value: str
    counts: tuple[tuple[str, int], ...]

    def name(self, look: str) -> str:
        """The class of the tiles that have a look under this shading; a year has one look only."""
        return self.key if self.kind == "year" else f"{self.key}-{look}"


def look(standing: str) -> str:
    """The look of a standing; none where it is empty."""
    if not standing:
        return "none"
    return standing if standing in LOOKS else "other"


def shadings(coverage: Coverage) -> tuple[Shading, ...]:
    """All ways to shade the map, the first one first."""
    return (
        Shading(NOW, "now", "", _counts(coverage)),
        *(Shading(code, "theme", code, _counts(coverage, code)) for code in themes().codes),
        *(_year(coverage, year) for year in reversed(coverage.years)),
    )


def classes(code: str, coverage: Coverage) -> tuple[str, ...]:
    """The classes of a municipality's tile: its look under each shading, where it has one."""
    if not coverage.standing(code):
        return ()
    found = [f"{NOW}-{look(coverage.standing(code))}"]
    for theme in themes().codes:
        if standing := coverage.standing(code, theme):
            found.append(f"{theme}-{look(standing)}")
    return (*found, *(f"y{year}" for year in coverage.years_of(code)))


def style(chosen: Sequence[Shading]) -> str:
    """The style sheet by which a map follows its menu.

    A browser that can't tell what is chosen shows the first shading; the site's own style sheet
    hides the menu from it.
    """
    rules = []
    for one in LOOKS[:-1]:
        shown = [each for each in chosen if dict(each.counts).get(one)]
        if shown:
            rules.append(_rule((f"{_within(each)} .{each.name(one)}" for each in shown), one))
        rules.append(f"@supports not selector(:has(a)){{{_rule([f'.{NOW}-{one}'], one)}}}")
    legends = ",\n".join(f"{_within(each)} .kk-legend--{each.key}" for each in chosen)
    return "\n".join([*rules, f"{legends}{{display:block}}\n"])


def _within(shading: Shading) -> str:
    return f".kk-map:has([value={shading.key}]:checked)"


def _rule(selectors: Iterable[str], one: str) -> str:
    told = ";".join(f"--kk-{each}:var(--kk-{one}-{each})" for each in PROPERTIES)
    listed = ",\n".join(selectors)
    return f"{listed}{{{told}}}"


def _counts(coverage: Coverage, theme: str = "") -> tuple[tuple[str, int], ...]:
    places = coverage.catalogue.register.municipalities
    counts = Counter(look(coverage.standing(place.code, theme)) for place in places)
    return tuple((one, counts[one]) for one in LOOKS)


def _year(coverage: Coverage, year: int) -> Shading:
    count = len(coverage.in_year(year))
    rest = len(coverage.catalogue.register.municipalities) - count
    return Shading(f"y{year}", "year", str(year), (("in-force", count), ("none", rest)))
