"""The site where no script runs: slower to use, and whole."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from kuntakesu.languages import words
from tests.browser.conftest import NewPage
from tests.browser.entries import PLACES, names, published
from tests.browser.pages import ALL, IDS, PLANS

PUBLISHED = published()
say = words("fi")


@pytest.fixture
def plain(new_page: NewPage) -> Page:
    return new_page(java_script_enabled=False)


def listed(page: Page) -> set[str]:
    plans = page.locator("[data-plan]").all()
    assert all(plan.is_visible() for plan in plans)
    return {str(plan.get_attribute("data-plan")) for plan in plans}


def test_the_whole_list_is_there(plain: Page) -> None:
    plain.goto("suunnitelmat/")
    assert listed(plain) == {entry.name for entry in PUBLISHED}
    expect(plain.locator("[data-filters]")).to_be_hidden()
    expect(plain.locator("[data-tools]")).to_be_hidden()
    plain.locator("noscript a").first.click()
    expect(plain.locator("h1")).to_have_text(say("site.municipalities.title"))


@pytest.mark.parametrize(
    ("address", "listing"),
    [("./", "suunnitelmat/"), ("sv/", "sv/planer/"), ("en/", "en/plans/")],
)
def test_the_search_box_leads_to_the_list(
    plain: Page, site: str, address: str, listing: str
) -> None:
    plain.goto(address)
    plain.locator("input[name=q]").fill("Kokkola")
    plain.locator("[role=search] button").click()
    expect(plain).to_have_url(f"{site}{listing}?q=Kokkola")
    assert listed(plain) == {entry.name for entry in PUBLISHED}


def test_a_municipality_is_reached_by_links(plain: Page) -> None:
    plain.goto("./")
    plain.get_by_role("link", name=say("site.nav.municipalities")).first.click()
    plain.get_by_role("main").get_by_role("link", name="Kokkola", exact=True).click()
    assert listed(plain) == names(PUBLISHED, municipality="272")
    expect(plain.locator(".kk-badge").first).not_to_be_empty()


def test_every_municipality_is_in_the_list(plain: Page) -> None:
    plain.goto("kunnat/")
    links = plain.get_by_role("main").locator("li a[href$='/']")
    assert set(links.all_inner_texts()) >= {place.name_fi for place in PLACES}


def test_a_region_lists_its_plans(plain: Page) -> None:
    plain.goto("maakunnat/keski-suomi/")
    assert listed(plain) == names(PUBLISHED, region="13")


def test_a_theme_leads_to_targets_of_plans(plain: Page) -> None:
    plain.goto("teemat/hyvinvointi/")
    target = plain.locator(".kk-target-list a").first
    title = target.inner_text()
    target.click()
    heading = plain.get_by_role("heading", name=title).first
    expect(heading).to_be_in_viewport()


def test_a_plan_is_whole(plain: Page) -> None:
    plain.goto(PLANS["plan"][1])
    plain.locator(".kk-toc a").last.click()
    expect(plain.locator(".kk-target").last).to_be_in_viewport()
    expect(plain.locator(".kk-facts")).to_be_visible()
    expect(plain.locator(".kk-cite")).to_be_visible()
    expect(plain.locator(".kk-badge").first).not_to_be_empty()


def test_every_file_of_the_data_can_be_fetched(plain: Page) -> None:
    plain.goto("data/")
    links = plain.locator(".kk-files a").all()
    assert len(links) == 9
    for link in links:
        expect(link).to_be_visible()
        assert plain.request.get(urljoin(plain.url, link.get_attribute("href") or "")).ok


def test_ways_to_cite_unfold(plain: Page) -> None:
    plain.goto(PLANS["plan"][1])
    plain.locator(".kk-fold > summary").click()
    expect(plain.locator(".kk-fold .kk-source").last).to_be_visible()


@pytest.mark.parametrize(("name", "language", "address"), ALL, ids=IDS)
def test_no_control_without_function_is_shown(
    plain: Page, name: str, language: str, address: str
) -> None:
    plain.goto(address)
    expect(plain.get_by_role("main")).to_be_visible()
    buttons = plain.get_by_role("button").all()
    assert all(button.get_attribute("type") == "submit" for button in buttons)
