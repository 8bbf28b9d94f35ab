"""Which municipalities a reader of one may want to look at next, and for what reason."""

from __future__ import annotations

import math
from dataclasses import dataclass

from kuntakesu.catalogue import Catalogue
from kuntakesu.vocabulary.register import Location, Municipality

EARTH_RADIUS = 6371
NEAREST = 6
NEAREST_WITH_PLANS = 3


@dataclass(frozen=True)
class Similar:
    """A municipality beside another, with what they have in common.

    Attributes:
        kilometres: As the crow flies, between a point inside each.
        same_region: Whether both are in one region.
        plans: How many plans it has in the catalogue.
    """

    place: Municipality
    kilometres: int
    same_region: bool
    plans: int


def similar(place: Municipality, catalogue: Catalogue) -> tuple[Similar, ...]:
    """The nearest municipalities, and the nearest that have plans here, however far they are.

    Those with plans come first, since they have something to show; then the nearer. The order says
    nothing of how good a plan is.
    """
    others = [other for other in catalogue.register.municipalities if other.code != place.code]
    far = {other.code: kilometres(place.location, other.location) for other in others}
    others.sort(key=lambda other: (far[other.code], other.code))
    with_plans = [other for other in others if catalogue.plans_of(other.code)]
    chosen = {
        other.code: Similar(
            other,
            round(far[other.code]),
            other.region.code == place.region.code,
            len(catalogue.plans_of(other.code)),
        )
        for other in (*others[:NEAREST], *with_plans[:NEAREST_WITH_PLANS])
    }

    def order(one: Similar) -> tuple[bool, float, str]:
        return not one.plans, far[one.place.code], one.place.code

    return tuple(sorted(chosen.values(), key=order))


def kilometres(one: Location, other: Location) -> float:
    """The distance between two places, near enough for as short ways as Finland's."""
    north, also_north = math.radians(one.latitude), math.radians(other.latitude)
    east = math.radians(other.longitude - one.longitude) * math.cos((north + also_north) / 2)
    return EARTH_RADIUS * math.hypot(also_north - north, east)
