"""Periods, and the one definition of a plan in force."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kuntakesu.plan import Approval, Original, Period, Place, Plan

PLAN = Plan(
    name="mallilan-kunta/2027-2030",
    title="Mallilan kehittämissuunnitelma",
    provider="Mallilan kunta",
    places=(Place("Espoo", ("049",)),),
    period=Period(2027, 2030),
    language="fi",
    themes=("oppiminen",),
    status="approved",
    approval=Approval(),
    levels=(),
    kind="kuntakesu",
    summary="",
    published_by="provider",
    original=Original(),
    partners=(),
    contact="",
    translation_of="",
    replaces="",
    reviewed=None,
)
FIRST, LAST, DAY = date(2027, 1, 1), date(2030, 12, 31), timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2018-2021", Period(2018, 2021)),
        ("2017", Period(2017, 2017)),
        ("1999-2000", Period(1999, 2000)),
    ],
)
def test_period_is_read_and_written(text: str, period: Period) -> None:
    assert Period.read(text) == period
    assert str(period) == text


@pytest.mark.parametrize(
    "text", ["", "2018–2021", "2018 - 2021", "18-21", "2018-21", "1899", "2018-2021-2022", "2018 "]
)
def test_other_forms_are_no_period(text: str) -> None:
    assert Period.read(text) is None


def test_order_of_years_is_not_judged_in_reading() -> None:
    assert Period.read("2029-2025") == Period(2029, 2025)


def test_period_covers_whole_years() -> None:
    assert (PLAN.period.first_day, PLAN.period.last_day) == (FIRST, LAST)


@pytest.mark.parametrize(
    ("on", "standing"),
    [
        (FIRST - DAY, "coming"),
        (FIRST, "in-force"),
        (LAST, "in-force"),
        (LAST + DAY, "ended"),
    ],
)
def test_standing_at_the_boundary_days(on: date, standing: str) -> None:
    assert PLAN.standing(on) == standing
    assert PLAN.in_force(on) == (standing == "in-force")


@pytest.mark.parametrize("status", ["draft", "proposed", "withdrawn"])
@pytest.mark.parametrize("on", [FIRST - DAY, FIRST, LAST, LAST + DAY])
def test_what_was_not_adopted_has_no_standing(status: str, on: date) -> None:
    plan = replace(PLAN, status=status)
    assert not plan.in_force(on)
    assert plan.standing(on) == ""


def test_codes_stand_once_each_in_order() -> None:
    places = (Place("Espoo", ("049",)), Place("Vanha", ("091", "049")), Place("091", ("091",)))
    assert replace(PLAN, places=places).codes == ("049", "091")


def test_provider_slug_is_the_folder() -> None:
    assert PLAN.provider_slug == "mallilan-kunta"


def test_approval_is_known_when_anything_is_stated() -> None:
    assert not Approval().is_known
    assert Approval(body="Sivistyslautakunta").is_known
    assert Approval(date=date(2026, 12, 15)).is_known
