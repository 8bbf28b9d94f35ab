"""The country as the catalogue knows it: where there are plans, of what standing, for which years.

All of it is about this catalogue alone. That a municipality has no plan here doesn't mean that it
has none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kuntakesu.catalogue import STANDINGS, Catalogue
from kuntakesu.plan import Period, Plan
from kuntakesu.vocabulary.register import Municipality


@dataclass(frozen=True)
class Coverage:
    """Municipalities by the plans that are found under them."""

    catalogue: Catalogue

    def standing(self, code: str, theme: str = "") -> str:
        """The first of `STANDINGS` that a plan of the municipality has, or empty.

        Args:
            code: The municipality's.
            theme: Where given, only plans that state to cover this theme count.
        """
        return self._standings.get((code, theme), "")

    def municipalities(
        self, *standings: str, theme: str = "", region: str = ""
    ) -> tuple[Municipality, ...]:
        """The municipalities whose standing is one of these; the empty one is "no plan here"."""
        return tuple(
            place
            for place in self.catalogue.register.municipalities
            if (not region or place.region.code == region)
            and self.standing(place.code, theme) in standings
        )

    def years_of(self, code: str) -> tuple[int, ...]:
        """The calendar years in which the municipality has, had or will have a plan in force."""
        return self._years.get(code, ())

    def in_year(self, year: int) -> tuple[Municipality, ...]:
        """The municipalities that have a plan in force in a year."""
        return tuple(
            place
            for place in self.catalogue.register.municipalities
            if year in self.years_of(place.code)
        )

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years in which any plan is in force, in order."""
        return tuple(sorted({year for years in self._years.values() for year in years}))

    @cached_property
    def span(self) -> Period | None:
        """From the first year of any plan's period to the last, or None without plans."""
        periods = [plan.period for plan in self.catalogue.plans]
        if not periods:
            return None
        return Period(min(one.start for one in periods), max(one.end for one in periods))

    @cached_property
    def _standings(self) -> dict[tuple[str, str], str]:
        found: dict[tuple[str, str], str] = {}
        # The best last, so that it stays.
        for plan in sorted(self.catalogue.plans, key=self._rank, reverse=True):
            standing = self.catalogue.standing(plan)
            found.update(
                {(code, each): standing for code in plan.codes for each in ("", *plan.themes)}
            )
        return found

    def _rank(self, plan: Plan) -> int:
        return STANDINGS.index(self.catalogue.standing(plan))

    @cached_property
    def _years(self) -> dict[str, tuple[int, ...]]:
        found: dict[str, set[int]] = {}
        for plan in self.catalogue.plans:
            years = set(years_in_force(plan))
            for code in plan.codes if years else ():
                found.setdefault(code, set()).update(years)
        return {code: tuple(sorted(years)) for code, years in found.items()}


def years_in_force(plan: Plan) -> Iterator[int]:
    """The calendar years in which a plan is in force; none where it was never adopted."""
    for year in range(plan.period.start, plan.period.end + 1):
        if plan.in_force(date(year, 1, 1)):
            yield year


def runs(years: Iterable[int]) -> tuple[Period, ...]:
    """Years in order as periods: those that follow each other are one."""
    found: list[Period] = []
    for year in years:
        if found and found[-1].end == year - 1:
            found[-1] = Period(found[-1].start, year)
        else:
            found.append(Period(year, year))
    return tuple(found)
