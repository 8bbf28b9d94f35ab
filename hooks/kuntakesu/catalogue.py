"""The catalogue: all published plans, and the one place where they are counted."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar

from kuntakesu import addresses
from kuntakesu.body import TargetOutline
from kuntakesu.history.version import History
from kuntakesu.naming import is_picture
from kuntakesu.plan import Plan
from kuntakesu.source import ROOM
from kuntakesu.vocabulary.register import Municipality, Register, sort_key

T = TypeVar("T")
STANDINGS = ("in-force", "coming", "ended", "proposed", "draft", "withdrawn")


@dataclass(frozen=True)
class Provider:
    """An organiser of education that has plans here.

    Attributes:
        names: Its name by the language of the plans that use it.
    """

    slug: str
    names: tuple[tuple[str, str], ...]
    plans: tuple[Plan, ...]

    def name(self, language: str) -> str:
        """The name used in a text in `language`, where the plans give one."""
        names = dict(self.names)
        return names.get(language) or names.get("fi") or self.names[0][1]


@dataclass(frozen=True, slots=True)
class PlacedTarget:
    """A target with the plan it stands in."""

    plan: Plan
    target: TargetOutline


@dataclass(frozen=True)
class Catalogue:
    """Plans as of one day.

    Attributes:
        plans: In the order of the names of their first municipalities, the newest period first.
        on: The day for which "in force" is worked out.
        history: How the plans came to be, as far as it is known.
    """

    plans: tuple[Plan, ...]
    register: Register
    on: date
    history: History = field(default_factory=History, hash=False)

    @classmethod
    def of(
        cls,
        plans: Iterable[Plan],
        register: Register,
        on: date,
        history: History | None = None,
        *,
        drafts: bool = False,
    ) -> Catalogue:
        """Collect plans. Drafts are left out unless asked for, as in a preview."""
        chosen = (plan for plan in plans if drafts or plan.status != "draft")

        def order(plan: Plan) -> tuple[str, int, str]:
            first = min(_municipality_names(plan, register), default="")
            return sort_key(first), -plan.period.end, plan.name

        return cls(tuple(sorted(chosen, key=order)), register, on, history or History())

    def standing(self, plan: Plan) -> str:
        """`in-force`, `coming`, `ended`, or the status of a plan that is none of these."""
        return plan.standing(self.on) or plan.status

    def plan(self, name: str) -> Plan | None:
        """The plan with a name, or None."""
        return self._by_name.get(name)

    def municipalities_of(self, plan: Plan) -> tuple[Municipality, ...]:
        """The municipalities of today that a plan is found under, by Finnish name."""
        found = (self.register.municipality(code) for code in plan.codes)
        return tuple(sorted(found, key=lambda place: sort_key(place.name_fi)))

    def plans_of(self, code: str) -> tuple[Plan, ...]:
        """The plans found under a municipality."""
        return self._by_municipality.get(code, ())

    def plans_in_region(self, code: str) -> tuple[Plan, ...]:
        """The plans found under any municipality of a region, each once."""
        return self._by_region.get(code, ())

    def regions_of(self, plan: Plan) -> tuple[str, ...]:
        """Codes of the regions of a plan's municipalities."""
        codes = (place.region.code for place in self.municipalities_of(plan))
        return tuple(sorted(set(codes)))

    def in_force(self) -> tuple[Plan, ...]:
        """The plans in force on the catalogue's day."""
        return tuple(plan for plan in self.plans if plan.in_force(self.on))

    def covered(self) -> tuple[Municipality, ...]:
        """The municipalities that have at least one plan here."""
        return tuple(
            place for place in self.register.municipalities if place.code in self._by_municipality
        )

    def providers(self) -> tuple[Provider, ...]:
        """All providers, in the order of their folders."""
        slugs = sorted({plan.provider_slug for plan in self.plans})
        return tuple(self.provider(slug) for slug in slugs)

    def provider(self, slug: str) -> Provider:
        """The provider whose plans are in the folder `slug`."""
        plans = self._by_provider[slug]
        names = {plan.language: plan.provider for plan in reversed(plans)}
        return Provider(slug, tuple(sorted(names.items())), plans)

    def targets(self, theme: str) -> tuple[PlacedTarget, ...]:
        """All targets under a theme, in the order of the plans."""
        return self._by_theme.get(theme, ())

    def plans_with_theme(self, theme: str) -> tuple[Plan, ...]:
        """The plans that state to cover a theme."""
        return tuple(plan for plan in self.plans if theme in plan.themes)

    def newest(self, count: int) -> tuple[Plan, ...]:
        """The plans whose periods begin last."""
        return tuple(
            sorted(self.plans, key=lambda plan: (-plan.period.start, -plan.period.end, plan.name))
        )[:count]

    def translations(self, plan: Plan) -> tuple[Plan, ...]:
        """The same plan in other languages."""
        same = self._by_root.get(plan.translation_of or plan.name, ())
        return tuple(other for other in same if other.name != plan.name)

    def other_periods(self, plan: Plan) -> tuple[Plan, ...]:
        """The provider's plans of other periods in the same language, newest first."""
        others = (
            other
            for other in self._by_provider[plan.provider_slug]
            if other.language == plan.language and other.name != plan.name
        )
        return tuple(sorted(others, key=lambda other: -other.period.start))

    def successor(self, plan: Plan) -> Plan | None:
        """The plan that says that it replaces this one."""
        return self._by_replaced.get(plan.name)

    def previous(self, plan: Plan) -> Plan | None:
        """The plan that this one replaces, or else the provider's last one before it.

        Only plans in the same language and of the same kind are looked for.
        """
        earlier = (
            other
            for other in self.other_periods(plan)
            if other.kind == plan.kind and other.period.start < plan.period.start
        )
        return self.plan(plan.replaces) or next(earlier, None)

    def pictures(self) -> tuple[tuple[str, str], ...]:
        """Each picture that a plan shows: its address on the site and its path in the checkout.

        A file that is no picture, or lies elsewhere, is none of them, whatever a plan calls it.
        """
        found = {
            posixpath.normpath(f"{plan.provider_slug}/{picture}"): None
            for plan in self.plans
            for picture in plan.pictures
        }
        paths = {name: f"{ROOM}/{name}" for name in found if not name.startswith(("/", "../"))}
        return tuple(
            (addresses.picture(name), path) for name, path in paths.items() if is_picture(path)
        )

    @cached_property
    def _by_name(self) -> dict[str, Plan]:
        return {plan.name: plan for plan in self.plans}

    @cached_property
    def _by_replaced(self) -> dict[str, Plan]:
        return {plan.replaces: plan for plan in self.plans if plan.replaces}

    @cached_property
    def _by_root(self) -> dict[str, tuple[Plan, ...]]:
        return _grouped((plan.translation_of or plan.name, plan) for plan in self.plans)

    @cached_property
    def _by_provider(self) -> dict[str, tuple[Plan, ...]]:
        return _grouped((plan.provider_slug, plan) for plan in self.plans)

    @cached_property
    def _by_region(self) -> dict[str, tuple[Plan, ...]]:
        return _grouped((code, plan) for plan in self.plans for code in self.regions_of(plan))

    @cached_property
    def _by_theme(self) -> dict[str, tuple[PlacedTarget, ...]]:
        return _grouped(
            (target.theme, PlacedTarget(plan, target))
            for plan in self.plans
            for target in plan.outline
        )

    @cached_property
    def _by_municipality(self) -> dict[str, tuple[Plan, ...]]:
        return _grouped((code, plan) for plan in self.plans for code in plan.codes)


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    groups: dict[str, list[T]] = {}
    for key, one in pairs:
        groups.setdefault(key, []).append(one)
    return {key: tuple(found) for key, found in groups.items()}


def _municipality_names(plan: Plan, register: Register) -> list[str]:
    return [register.municipality(code).name_fi for code in plan.codes]
