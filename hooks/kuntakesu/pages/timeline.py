"""Periods along the years: all municipalities in one, and each region's plans one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from kuntakesu import addresses
from kuntakesu.coverage import Coverage, runs
from kuntakesu.drawing import Axis
from kuntakesu.pages.draft import Draft, Ingredients, of_regions
from kuntakesu.pages.view import SitePage, View
from kuntakesu.plan import Period, Plan
from kuntakesu.shading import look
from kuntakesu.vocabulary.register import Municipality, Region


@dataclass(frozen=True)
class Row:
    """A municipality with the runs of years in which it has a plan in force."""

    place: Municipality
    periods: tuple[Period, ...]

    def bars(self, on: date) -> tuple[tuple[Period, str], ...]:
        """The runs with what they look like on a day."""
        return tuple((run, _look_of_run(run, on)) for run in self.periods)


@dataclass(frozen=True)
class Group:
    """A municipality with its plans, the earliest first."""

    place: Municipality
    plans: tuple[Plan, ...]


def drafts(view: View, ingredients: Ingredients) -> Iterator[Draft]:
    """The timeline of the country and those of its regions, in one language."""
    facts = (ingredients.every_fact,)
    coverage = Coverage(view.catalogue)
    country, region = partial(_country, view, coverage), partial(_region, view, coverage)
    return of_regions("timeline", view, facts, country, region)


def _axis(coverage: Coverage) -> Axis | None:
    return Axis(coverage.span) if coverage.span else None


def _country(view: View, coverage: Coverage) -> SitePage:
    address = addresses.listing("timeline", view.language)
    return SitePage(
        address,
        view.language,
        view.words("site.timeline.title"),
        view.render("timeline.html", address, regions=_rows(coverage, view), axis=_axis(coverage)),
        description=view.words("site.timeline.lead"),
        alternates=addresses.in_all_languages(addresses.listing, "timeline"),
        crumbs=(view.crumb("municipalities"),),
        section="municipalities",
    )


def _look_of_run(run: Period, on: date) -> str:
    if run.last_day < on:
        return "ended"
    return "coming" if on < run.first_day else "in-force"


def _rows(coverage: Coverage, view: View) -> list[tuple[Region, list[Row]]]:
    register = view.catalogue.register
    found = []
    for region in register.regions:
        places = register.in_region(region.code, view.language)
        years = ((place, coverage.years_of(place.code)) for place in places)
        rows = [Row(place, runs(those)) for place, those in years if those]
        found.append((region, rows))
    return found


def _region(view: View, coverage: Coverage, region: Region) -> SitePage:
    catalogue = view.catalogue
    address = addresses.item("timeline", region.slug, view.language)
    places = catalogue.register.in_region(region.code, view.language)
    groups = [Group(place, _by_year(catalogue.plans_of(place.code))) for place in places]
    shown = [group for group in groups if group.plans]
    count = len({plan.name for group in shown for plan in group.plans})
    name = region.name(view.language)
    if count:
        lead = view.words("site.timeline.region_lead", count=count)
    else:
        lead = view.words("site.timeline.region_none", name=name)
    html = view.render(
        "region_timeline.html",
        address,
        region=region,
        lead=lead,
        groups=shown,
        bare=len(groups) - len(shown),
        axis=_axis(coverage),
        look=lambda plan: look(catalogue.standing(plan)),
    )
    return SitePage(
        address,
        view.language,
        view.words("site.timeline.region_title", name=name),
        html,
        description=lead,
        alternates=addresses.in_all_languages(addresses.item, "timeline", region.slug),
        crumbs=(view.crumb("municipalities"), view.crumb("timeline")),
        section="municipalities",
    )


def _by_year(plans: tuple[Plan, ...]) -> tuple[Plan, ...]:
    return tuple(sorted(plans, key=lambda plan: (plan.period.start, plan.period.end, plan.name)))
