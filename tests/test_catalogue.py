"""The catalogue: which plans it holds, in what order, and how they hang together."""

from __future__ import annotations

from datetime import date

import pytest

from kuntakesu.plan import Plan
from tests.making import ON, catalogue, plan

JOINT = plan(
    "seudun-verkosto/2024-2027",
    provider="Seudun verkosto",
    municipality="[Turku, Kaarina, Kauniainen]",
)
ESPOO = plan("espoon-kaupunki/2025-2029", provider="Espoon kaupunki")
SWEDISH = plan(
    "espoon-kaupunki/2025-2029.sv",
    provider="Esbo stad",
    language="sv",
    translation_of="espoon-kaupunki/2025-2029",
)
ENGLISH = plan(
    "espoon-kaupunki/2025-2029.en",
    provider="City of Espoo",
    language="en",
    translation_of="espoon-kaupunki/2025-2029",
)
EARLIER = plan("espoon-kaupunki/2021-2024", provider="Espoon kaupunki")
EARLIEST = plan("espoon-kaupunki/2017-2020", provider="Espoon kaupunki")
NEXT = plan(
    "espoon-kaupunki/2030", provider="Espoon kaupunki", replaces="espoon-kaupunki/2025-2029"
)
DRAFT = plan("mallilan-kunta/2026", status="draft", municipality="Salo")
ALL = (JOINT, ESPOO, SWEDISH, ENGLISH, EARLIER, EARLIEST, NEXT, DRAFT)


def names(plans: tuple[Plan, ...]) -> list[str]:
    return [found.name for found in plans]


def test_plans_stand_by_municipality_and_the_newest_first() -> None:
    aland = plan("alands-landskap/2025", municipality="Eckerö")
    last = plan("ahtarin-kaupunki/2025", municipality="Ähtäri")
    assert names(catalogue(last, *ALL, aland).plans) == [
        "alands-landskap/2025",
        "espoon-kaupunki/2030",
        "espoon-kaupunki/2025-2029",
        "espoon-kaupunki/2025-2029.en",
        "espoon-kaupunki/2025-2029.sv",
        "espoon-kaupunki/2021-2024",
        "espoon-kaupunki/2017-2020",
        "seudun-verkosto/2024-2027",
        "ahtarin-kaupunki/2025",
    ]


def test_the_order_in_which_plans_come_does_not_matter() -> None:
    assert catalogue(*ALL) == catalogue(*reversed(ALL))


def test_drafts_are_left_out_of_everything_unless_asked_for() -> None:
    published, preview = catalogue(*ALL), catalogue(*ALL, drafts=True)
    assert DRAFT not in published.plans
    assert published.plan(DRAFT.name) is None
    assert published.plans_of("734") == ()
    assert "734" not in {place.code for place in published.covered()}
    assert DRAFT.provider_slug not in {provider.slug for provider in published.providers()}
    assert DRAFT not in (plan for plan in published.plans_with_theme("oppiminen"))
    assert preview.plans_of("734") == (DRAFT,)
    assert preview.standing(DRAFT) == "draft"
    assert DRAFT not in preview.in_force()


@pytest.mark.parametrize(
    ("status", "on", "standing"),
    [
        ("approved", date(2025, 1, 1), "in-force"),
        ("approved", date(2029, 12, 31), "in-force"),
        ("approved", date(2024, 12, 31), "coming"),
        ("approved", date(2030, 1, 1), "ended"),
        ("proposed", ON, "proposed"),
        ("withdrawn", ON, "withdrawn"),
        ("draft", ON, "draft"),
    ],
)
def test_only_what_is_approved_and_of_the_day_is_in_force(
    status: str, on: date, standing: str
) -> None:
    one = plan(status=status)
    held = catalogue(one, on=on, drafts=True)
    assert held.standing(one) == standing
    assert held.in_force() == ((one,) if standing == "in-force" else ())


def test_a_joint_plan_is_found_under_each_municipality_and_counted_once() -> None:
    held = catalogue(JOINT)
    assert [held.plans_of(code) for code in ("853", "202", "235")] == [(JOINT,)] * 3
    assert [place.name_fi for place in held.covered()] == ["Kaarina", "Kauniainen", "Turku"]
    assert [place.name_fi for place in held.municipalities_of(JOINT)] == [
        "Kaarina",
        "Kauniainen",
        "Turku",
    ]
    assert held.regions_of(JOINT) == ("01", "02")
    assert (held.plans_in_region("01"), held.plans_in_region("02")) == ((JOINT,), (JOINT,))
    assert held.plans_in_region("21") == ()
    assert len(held.in_force()) == 1


def test_a_plan_of_a_former_municipality_is_found_under_its_successor() -> None:
    old = plan("jamsankosken-kaupunki/2006-2008", municipality="Jämsänkoski")
    held = catalogue(old)
    assert held.plans_of("182") == (old,)
    assert [place.name_fi for place in held.covered()] == ["Jämsä"]


def test_translations_are_found_from_each_of_them() -> None:
    held = catalogue(*ALL)
    assert names(held.translations(ESPOO)) == [ENGLISH.name, SWEDISH.name]
    assert names(held.translations(SWEDISH)) == [ESPOO.name, ENGLISH.name]
    assert held.translations(EARLIER) == ()


def test_a_translation_of_a_plan_that_is_not_published_stands_alone() -> None:
    draft = plan(ESPOO.name, provider="Espoon kaupunki", status="draft")
    assert catalogue(draft, SWEDISH).translations(SWEDISH) == ()


def test_other_periods_are_the_providers_own_in_the_language_newest_first() -> None:
    held = catalogue(*ALL)
    assert names(held.other_periods(EARLIER)) == [NEXT.name, ESPOO.name, EARLIEST.name]
    assert held.other_periods(SWEDISH) == ()


def test_the_successor_is_the_plan_that_says_so() -> None:
    held = catalogue(*ALL)
    assert held.successor(ESPOO) == NEXT
    assert held.successor(NEXT) is None
    assert held.successor(EARLIER) is None


def test_a_provider_has_its_name_in_the_language_of_its_plans() -> None:
    (espoo, network) = catalogue(*ALL).providers()
    assert (espoo.slug, network.slug) == ("espoon-kaupunki", "seudun-verkosto")
    assert [espoo.name(one) for one in ("fi", "sv", "en")] == [
        "Espoon kaupunki",
        "Esbo stad",
        "City of Espoo",
    ]
    assert {network.name(one) for one in ("fi", "sv", "en")} == {"Seudun verkosto"}
    assert len(espoo.plans) == 6


def test_a_provider_is_called_as_in_its_newest_plan() -> None:
    renamed = plan("espoon-kaupunki/2030", provider="Espoon  kaupunki")
    assert catalogue(EARLIER, renamed).provider("espoon-kaupunki").name("fi") == renamed.provider


def test_targets_of_a_theme_with_their_plans() -> None:
    other = plan(
        "turun-kaupunki/2025",
        "## Johtaminen\n\n### A\n\n### B\n\n## Muuta\n\n### C\n\n## Oppiminen\n\n### D\n",
        municipality="Turku",
        themes="[johtaminen]",
    )
    held = catalogue(other, ESPOO)
    told = [(placed.plan.name, placed.target.title) for placed in held.targets("oppiminen")]
    assert told == [(ESPOO.name, "Lukutaito"), (other.name, "D")]
    assert [placed.target.title for placed in held.targets("johtaminen")] == ["A", "B"]
    # The themes that a plan is counted under are those that it states.
    assert held.plans_with_theme("oppiminen") == (ESPOO,)
    assert held.plans_with_theme("johtaminen") == (other,)


def test_the_newest_begin_last() -> None:
    held = catalogue(*ALL)
    assert names(held.newest(2)) == [NEXT.name, ESPOO.name]
    assert len(held.newest(100)) == len(held.plans)


def test_pictures_are_told_once_with_their_address() -> None:
    body = "![a](kuva%201.png)\n\n![b](kuva%201.png)\n\n![c](../b/c.png)"
    held = catalogue(plan("a/2020", body), plan("a/2021", body))
    assert held.pictures() == (
        ("suunnitelmat/a/kuva 1.png", "plans/a/kuva 1.png"),
        ("suunnitelmat/b/c.png", "plans/b/c.png"),
    )


def test_an_empty_catalogue_has_nothing() -> None:
    held = catalogue()
    assert (held.plans, held.covered(), held.providers(), held.in_force()) == ((), (), (), ())
    assert (held.newest(6), held.targets("oppiminen"), held.pictures()) == ((), (), ())
