"""The catalogue in figures, each with how it was counted beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from kuntakesu import addresses, drawing
from kuntakesu.catalogue import STANDINGS
from kuntakesu.coverage import Coverage
from kuntakesu.figures import TargetFigures
from kuntakesu.languages import Words
from kuntakesu.pages.draft import Draft, Ingredients
from kuntakesu.pages.view import SitePage, View
from kuntakesu.vocabulary.terms import themes


@dataclass(frozen=True)
class Figure:
    """One row: what is counted, how many there are, and of how many.

    Attributes:
        address: Where more of it is told, or empty.
        more: Further counts of the same row.
    """

    label: str
    count: int
    whole: int
    address: str = ""
    more: tuple[int, ...] = ()

    @property
    def width(self) -> str:
        """The share as the width of a bar."""
        return drawing.share(self.count, self.whole)

    def percent(self, words: Words) -> str:
        """The share in whole percents; neither none nor all where it is only nearly so."""
        if not self.whole:
            return "–"
        share = 100 * self.count / self.whole
        if 0 < share < 1:
            return words("site.figures.under_one")
        whole = 100 if self.count == self.whole else min(99, int(share + 0.5))
        return words("site.figures.percent", count=whole)


def drafts(view: View, ingredients: Ingredients) -> Iterator[Draft]:
    """The figures in one language."""
    own = addresses.in_all_languages(addresses.listing, "figures")
    yield Draft(
        own[view.language],
        partial(_page, view),
        (ingredients.every_fact, ingredients.every_outline),
        own,
    )


def _page(view: View) -> SitePage:
    address = addresses.listing("figures", view.language)
    coverage, targets = Coverage(view.catalogue), TargetFigures(view.catalogue)
    html = view.render(
        "figures.html",
        address,
        standings=_standings(coverage, view),
        plans=_plans(view),
        years=_years(coverage),
        regions=_regions(coverage, view),
        themes=_themes(targets, view),
        parts=_parts(targets, view),
        targets=targets.count(),
    )
    return SitePage(
        address,
        view.language,
        view.words("site.figures.title"),
        html,
        description=view.words("site.figures.lead"),
        alternates=addresses.in_all_languages(addresses.listing, "figures"),
        crumbs=(view.crumb("municipalities"),),
        section="municipalities",
    )


def _standings(coverage: Coverage, view: View) -> list[Figure]:
    whole = len(view.catalogue.register.municipalities)
    shown = [
        (view.words(f"values.standing.{standing}"), len(coverage.municipalities(standing)))
        for standing in STANDINGS
    ]
    without = (view.words("site.map.none"), len(coverage.municipalities("")))
    return [Figure(label, count, whole) for label, count in [*shown, without] if count]


def _plans(view: View) -> list[Figure]:
    plans = view.catalogue.plans
    counts = [view.catalogue.standing(plan) for plan in plans]
    return [
        Figure(view.words(f"values.standing.{standing}"), counts.count(standing), len(plans))
        for standing in STANDINGS
        if standing in counts
    ]


def _years(coverage: Coverage) -> list[Figure]:
    whole = len(coverage.catalogue.register.municipalities)
    years = range(coverage.years[0], coverage.years[-1] + 1) if coverage.years else ()
    return [Figure(str(year), len(coverage.in_year(year)), whole) for year in years]


def _regions(coverage: Coverage, view: View) -> list[Figure]:
    found = []
    for region in view.catalogue.register.regions:
        whole = len(view.catalogue.register.in_region(region.code, view.language))
        covered = len(coverage.municipalities(*STANDINGS, region=region.code))
        in_force = len(coverage.municipalities("in-force", region=region.code))
        address = addresses.item("regions", region.slug, view.language)
        found.append(Figure(region.name(view.language), covered, whole, address, (in_force,)))
    return found


def _themes(targets: TargetFigures, view: View) -> list[Figure]:
    whole = len(view.catalogue.plans)
    return [
        Figure(
            view.words(f"values.theme.{theme}"),
            len(view.catalogue.plans_with_theme(theme)),
            whole,
            addresses.item("themes", theme, view.language),
            (targets.count(theme),),
        )
        for theme in themes().codes
    ]


def _parts(targets: TargetFigures, view: View) -> list[Figure]:
    whole = targets.count()
    return [
        Figure(view.words(f"values.part.{part}"), count, whole) for part, count in targets.parts()
    ]
