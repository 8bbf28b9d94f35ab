"""What a row of each table is made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kuntakesu import addresses
from kuntakesu.body import Section, Target
from kuntakesu.catalogue import Catalogue
from kuntakesu.plan import Plan
from kuntakesu.vocabulary.register import Municipality


@dataclass(frozen=True)
class Edition:
    """The catalogue as it is published at an address.

    Attributes:
        site_url: The site's address with a slash at the end, or empty.
    """

    catalogue: Catalogue
    site_url: str = ""

    def url(self, address: str) -> str:
        """The whole address on the web of what lies at an address below the site's root."""
        return f"{self.site_url}{address}"


@dataclass(frozen=True)
class PlanRow:
    """A plan."""

    plan: Plan
    edition: Edition

    @property
    def url(self) -> str:
        """The plan's page."""
        return self.edition.url(addresses.plan(self.plan.name))

    @cached_property
    def places(self) -> tuple[Municipality, ...]:
        """The municipalities of today that the plan is found under."""
        return self.edition.catalogue.municipalities_of(self.plan)

    @property
    def in_force(self) -> bool:
        """Whether the plan is in force on the catalogue's day."""
        return self.plan.in_force(self.edition.catalogue.on)

    def sections(self) -> Iterator[SectionRow]:
        """The sections of the plan's text."""
        for number, section in enumerate(self.plan.body.sections, 1):
            yield SectionRow(self, section, number)

    def targets(self) -> Iterator[TargetRow]:
        """The development targets of the plan, in their order."""
        number = 0
        for section in self.plan.body.sections:
            for target in section.targets:
                number += 1
                yield TargetRow(self, section, target, number)


@dataclass(frozen=True)
class SectionRow:
    """A section of a plan's text; the number tells its place among them."""

    plan: PlanRow
    section: Section
    number: int


@dataclass(frozen=True)
class TargetRow:
    """A development target of a plan; the number tells its place in the whole plan."""

    plan: PlanRow
    section: Section
    target: Target
    number: int

    @property
    def url(self) -> str:
        """The target's place on the plan's page."""
        return f"{self.plan.url}#{self.target.anchor}"

    def part(self, kind: str) -> str | None:
        """The text of a part, or None where the target has none."""
        return "\n\n".join(piece.text for piece in self.target.contents(kind)) or None


@dataclass(frozen=True)
class MunicipalityRow:
    """A municipality of today."""

    place: Municipality
    edition: Edition

    @property
    def plans(self) -> tuple[Plan, ...]:
        """The plans found under the municipality."""
        return self.edition.catalogue.plans_of(self.place.code)


def plan_rows(edition: Edition) -> Iterator[PlanRow]:
    """All plans, in the catalogue's order."""
    return (PlanRow(plan, edition) for plan in edition.catalogue.plans)


def municipality_rows(edition: Edition) -> Iterator[MunicipalityRow]:
    """All municipalities, in the order of their codes."""
    return (MunicipalityRow(place, edition) for place in edition.catalogue.register.municipalities)
