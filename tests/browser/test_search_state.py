"""The search as one uses it: typing, the address, one provider, a place."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from kuntakesu.languages import words
from tests.browser.conftest import NewPage
from tests.browser.entries import names, published
from tests.browser.listing import (
    box,
    browse,
    expect_heading,
    found,
    heading,
    hold,
    notes,
    shown,
)
from tests.browser.probes import overflow
from tests.browser.test_accessibility import LISTINGS, LOOKS, violations

PUBLISHED = published()
TUUSULA = ["tuusulan-kunta/2019-2022", "tuusulan-kunta/2022-2025"]
say = words("fi")


def test_results_come_as_one_types_from_the_third_letter(page: Page, site: str) -> None:
    browse(page)
    box(page).press_sequentially("mo", delay=20)
    page.wait_for_timeout(400)
    assert len(shown(page)) == len(PUBLISHED)
    expect(page).to_have_url(f"{site}suunnitelmat/")
    box(page).press_sequentially("n", delay=20)
    expect_heading(page, "mon")
    expect(page).to_have_url(f"{site}suunnitelmat/?q=mon")
    box(page).press_sequentially("iammatillisuus", delay=40)
    expect_heading(page, "moniammatillisuus")
    expect(box(page)).to_have_value("moniammatillisuus")
    expect(box(page)).to_be_focused()
    assert shown(page) == [TUUSULA[1]]
    # The address is corrected as one types; going back leaves the list at once.
    box(page).fill("")
    expect(page.locator("[data-list] [data-plan]")).to_have_count(len(PUBLISHED))
    expect(page).to_have_url(f"{site}suunnitelmat/")


def test_what_is_typed_before_the_list_is_ready_counts(page: Page) -> None:
    held: list[Route] = []
    page.route("**/data/facets.json", hold(held))
    page.goto("suunnitelmat/")
    box(page).fill("moniammatillisuus")
    [route] = held
    route.continue_()
    expect_heading(page, "moniammatillisuus")
    expect(box(page)).to_have_value("moniammatillisuus")


def test_a_filter_does_not_take_what_is_being_typed(page: Page) -> None:
    browse(page)
    box(page).fill("mo")
    page.get_by_role("checkbox", name=say("values.kind.verkosto")).check()
    expect(page.locator("[data-heading]")).to_contain_text(say("values.kind.verkosto"))
    expect(box(page)).to_have_value("mo")


def test_an_address_a_reload_and_the_way_back(page: Page, site: str) -> None:
    first = found(page, "kumppanuus")
    expect(box(page)).to_have_value("kumppanuus")
    page.reload()
    page.wait_for_selector("[data-browse][data-ready]")
    assert shown(page) == first
    box(page).fill("ledarskap")
    box(page).press("Enter")
    expect_heading(page, "ledarskap")
    expect(page).to_have_url(f"{site}suunnitelmat/?q=ledarskap")
    # Asking for the same again is no further step.
    box(page).press("Enter")
    page.go_back()
    expect_heading(page, "kumppanuus")
    expect(box(page)).to_have_value("kumppanuus")
    assert shown(page) == first
    page.go_forward()
    expect_heading(page, "ledarskap")
    expect(box(page)).to_have_value("ledarskap")
    page.locator(".kk-excerpts a").first.click()
    expect(page.locator(".kk-plan-head")).to_be_visible()
    page.go_back()
    page.wait_for_selector("[data-browse][data-ready]")
    expect_heading(page, "ledarskap")


def test_the_number_of_results_is_announced(page: Page) -> None:
    browse(page)
    box(page).fill("kumppanuus")
    status = page.locator("p[data-status]")
    expect(status).to_have_role("status")
    expect(status).to_contain_text(say("site.plans.found", count=2))
    box(page).fill("moniammatillisuus")
    expect(status).to_contain_text(say("site.plans.found", count=1))
    box(page).fill("moniammatilisuus")
    expect(status).to_contain_text("moniammatilisuus” ei löytynyt")


def test_a_municipality_in_the_text_is_offered_as_a_filter(page: Page, site: str) -> None:
    found(page, "Kokkolassa")
    page.get_by_role("button", name=say("site.notes.only", name="Kokkola"), exact=True).click()
    expect(page).to_have_url(f"{site}suunnitelmat/?municipality=272")
    expect(box(page)).to_have_value("")
    in_kokkola = names(PUBLISHED, municipality="272")
    expect(page.locator("[data-list] [data-plan]")).to_have_count(len(in_kokkola))
    assert set(shown(page)) == in_kokkola
    expect(page.locator("[data-heading]")).to_be_focused()
    assert notes(page) == []


@pytest.mark.parametrize(
    ("address", "listing"),
    [
        ("suunnitelmat/tuusulan-kunta/", "suunnitelmat/"),
        ("sv/planer/tuusulan-kunta/", "sv/planer/"),
        ("en/plans/tuusulan-kunta/", "en/plans/"),
    ],
)
def test_one_providers_plans_are_searched_from_its_page(
    page: Page, site: str, address: str, listing: str
) -> None:
    everywhere = found(page, "koulutus")
    page.goto(address)
    box(page).fill("koulutus")
    box(page).press("Enter")
    page.wait_for_selector("[data-browse][data-ready]")
    assert page.url == f"{site}{listing}?q=koulutus&provider=tuusulan-kunta"
    assert set(shown(page)) == set(TUUSULA) & set(everywhere)
    assert len(shown(page)) < len(everywhere)
    assert "Tuusulan kunta" in heading(page)
    box(page).fill("moniammatillisuus")
    expect_heading(page, "moniammatillisuus")
    assert "provider=tuusulan-kunta" in page.url
    # Without a text it is still that provider's list.
    box(page).fill("")
    expect(page.locator("[data-list] [data-plan]")).to_have_count(len(TUUSULA))
    assert "Tuusulan kunta" in heading(page)
    page.locator("[data-clear]").click()
    expect(page).to_have_url(f"{site}{listing}")
    expect(page.locator("[data-list] [data-plan]")).to_have_count(len(PUBLISHED))


def test_a_provider_that_does_not_exist_has_no_plans(page: Page) -> None:
    assert found(page, "opetus", provider="<img src=x>") == []
    assert "<img src=x>" in heading(page)
    page.get_by_role("button", name=say("site.plans.clear")).click()
    expect(page.locator("[data-list] [data-plan]")).to_have_count(len(PUBLISHED))


@pytest.mark.parametrize("listing", LISTINGS)
@pytest.mark.parametrize("look", LOOKS)
def test_results_have_no_barrier(new_page: NewPage, look: str, listing: str) -> None:
    options: dict[str, Any] = LOOKS[look]
    page = new_page(**options)
    for query in ("?q=kokkola+ledarskap+xyzzyq", "?q=hyvinvionti&provider=tuusulan-kunta"):
        assert browse(page, query, listing)
        expect(page.locator("[data-plan] mark").first).to_be_visible()
        assert notes(page)
        assert violations(page) == []
        assert overflow(page) <= 0
