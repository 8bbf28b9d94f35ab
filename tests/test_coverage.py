"""Which municipalities have plans of what standing, and what the targets of plans state."""

from __future__ import annotations

from datetime import date

import pytest

from kuntakesu.coverage import Coverage, runs, years_in_force
from kuntakesu.figures import TargetFigures
from kuntakesu.plan import Period
from tests.making import catalogue, plan

NOW = plan("espoon-kaupunki/2025-2029", themes="[oppiminen, johtaminen]")
PAST = plan("espoon-kaupunki/2020-2023", themes="[hyvinvointi]")
JOINT = plan("seudun-verkosto/2018-2019", municipality="[Turku, Kaarina]")
AGAIN = plan("turun-kaupunki/2020-2021", municipality="Turku")
HOPED = plan("salon-kaupunki/2026-2027", municipality="Salo", status="proposed")
TAKEN = plan("salon-kaupunki/2020-2021", municipality="Salo", status="withdrawn")
NEXT = plan("vantaan-kaupunki/2027-2030", municipality="Vantaa")
HELD = catalogue(NOW, PAST, JOINT, AGAIN, HOPED, TAKEN, NEXT)
COVERAGE = Coverage(HELD)
ESPOO, KAARINA, SALO, TURKU, VANTAA, LAHTI = "049", "202", "734", "853", "092", "398"
PARTS = """## Oppilaiden oppiminen

### Ensimmäinen

**Tavoitteet:** Luetaan.

**Mittarit:** Lukutesti.

**Mittarit:** Toinen testi.

### Toinen

Tekstiä ilman osia.

## Johtaminen

### Kolmas

**Vastuu:** Rehtori.

**Mittarit:** Kysely.

**Aikataulu:**
"""


@pytest.mark.parametrize(
    ("code", "standing"),
    [
        (ESPOO, "in-force"),
        (TURKU, "ended"),
        (KAARINA, "ended"),
        (SALO, "proposed"),
        (VANTAA, "coming"),
        (LAHTI, ""),
    ],
)
def test_a_municipality_stands_as_the_best_of_its_plans(code: str, standing: str) -> None:
    assert COVERAGE.standing(code) == standing


def test_a_theme_counts_only_the_plans_that_state_it() -> None:
    assert COVERAGE.standing(ESPOO, "johtaminen") == "in-force"
    assert COVERAGE.standing(ESPOO, "hyvinvointi") == "ended"
    assert COVERAGE.standing(ESPOO, "osaaminen") == ""


def test_municipalities_by_standing_are_all_of_them_each_once() -> None:
    def names(*standings: str, **limits: str) -> list[str]:
        return [place.name_fi for place in COVERAGE.municipalities(*standings, **limits)]

    assert names("in-force") == ["Espoo"]
    assert names("ended") == ["Kaarina", "Turku"]
    assert names("proposed", "withdrawn") == ["Salo"]
    assert names("withdrawn") == []
    assert names("in-force", "coming", region="01") == ["Espoo", "Vantaa"]
    assert names("in-force", region="02") == []
    assert names("in-force", theme="hyvinvointi") == []
    assert len(names("")) == 308 - 5
    covered = names("in-force", "coming", "ended", "proposed", "withdrawn")
    assert covered == [place.name_fi for place in HELD.covered()]


def test_the_standing_is_that_of_the_catalogues_day() -> None:
    later = Coverage(catalogue(NOW, NEXT, on=date(2030, 6, 15)))
    assert [later.standing(code) for code in (ESPOO, VANTAA)] == ["ended", "in-force"]


def test_years_are_those_in_which_an_adopted_plan_is_in_force() -> None:
    assert COVERAGE.years_of(TURKU) == (2018, 2019, 2020, 2021)
    assert COVERAGE.years_of(ESPOO) == (2020, 2021, 2022, 2023, 2025, 2026, 2027, 2028, 2029)
    assert COVERAGE.years_of(SALO) == ()
    assert COVERAGE.years_of(LAHTI) == ()
    assert [place.name_fi for place in COVERAGE.in_year(2021)] == ["Espoo", "Turku"]
    assert COVERAGE.in_year(2024) == ()
    assert COVERAGE.years == (*range(2018, 2024), *range(2025, 2031))
    assert list(years_in_force(HOPED)) == []
    assert list(years_in_force(NEXT)) == [2027, 2028, 2029, 2030]


def test_a_municipality_in_force_today_is_so_in_todays_year() -> None:
    assert COVERAGE.in_year(HELD.on.year) == COVERAGE.municipalities("in-force")


def test_the_span_holds_every_plan_adopted_or_not() -> None:
    assert COVERAGE.span == Period(2018, 2030)
    assert Coverage(catalogue(TAKEN)).span == Period(2020, 2021)
    assert Coverage(catalogue()).span is None
    assert Coverage(catalogue()).years == ()


def test_years_that_follow_each_other_are_one_run() -> None:
    assert runs(COVERAGE.years_of(ESPOO)) == (Period(2020, 2023), Period(2025, 2029))
    assert runs([2020]) == (Period(2020, 2020),)
    assert runs([]) == ()


def test_targets_are_counted_by_what_they_state() -> None:
    figures = TargetFigures(catalogue(plan(body=PARTS, themes="[oppiminen, johtaminen]")))
    assert [figures.count(theme) for theme in ("", "oppiminen", "johtaminen", "osaaminen")] == [
        3, 2, 1, 0]  # fmt: skip
    assert dict(figures.parts()) == {
        "goals": 1, "actions": 0, "responsible": 1, "schedule": 0, "indicators": 2, "results": 0,
        "monitoring": 0, "evaluation": 0,
    }  # fmt: skip
    assert figures.stating("indicators", "oppiminen") == 1
    assert figures.stating("indicators", "johtaminen") == 1
