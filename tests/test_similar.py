"""Municipalities nearby: near ones, near ones with plans, and why they are named."""

from __future__ import annotations

import pytest

from kuntakesu.similar import NEAREST, NEAREST_WITH_PLANS, kilometres, similar
from kuntakesu.vocabulary.register import Municipality, read_register
from tests.making import catalogue, plan

REGISTER = read_register()


def named(name: str) -> Municipality:
    place = REGISTER.current(name)
    assert place
    return place


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("Helsinki", "Tampere", 160), ("Utsjoki", "Hanko", 1130), ("Turku", "Turku", 0)],
)
def test_distance(one: str, other: str, expected: int) -> None:
    # The points are somewhere inside the municipalities, not in their town halls.
    found = kilometres(named(one).location, named(other).location)
    assert found == pytest.approx(expected, rel=0.07)


def test_the_nearest_and_why() -> None:
    found = similar(named("Kokkola"), catalogue())
    assert len(found) == NEAREST
    assert [one.kilometres for one in found] == sorted(one.kilometres for one in found)
    reason = {one.place.name_fi: one.same_region for one in found}
    assert reason["Kaustinen"]
    assert not reason["Kruunupyy"]
    assert "Kokkola" not in reason


def test_those_with_plans_come_first_however_far() -> None:
    far = ("Hanko", "Turku", "Kotka", "Imatra")
    plans = [
        plan(f"{name.lower()}n-kunta/2025-2029", municipality=name) for name in (*far, "Luoto")
    ]
    found = similar(named("Kokkola"), catalogue(*plans))
    names = [one.place.name_fi for one in found]
    assert [bool(one.plans) for one in found] == sorted(
        (bool(one.plans) for one in found), reverse=True
    )
    assert names[0] == "Luoto"
    with_plans = [one for one in found if one.plans]
    assert len(with_plans) == NEAREST_WITH_PLANS
    assert len(set(names)) == len(names) == NEAREST + NEAREST_WITH_PLANS - 1
    assert all(one.kilometres for one in with_plans)


def test_a_municipality_without_plans_has_them_as_well() -> None:
    own = plan(municipality="Kokkola")
    assert not any(one.plans for one in similar(named("Kokkola"), catalogue(own)))
