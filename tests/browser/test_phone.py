"""A phone: nothing is wider than the screen, and everything is within reach of a thumb."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from kuntakesu.languages import words
from tests.browser.conftest import NewPage
from tests.browser.listing import add_style, visit
from tests.browser.pages import ALL, IDS
from tests.browser.probes import overflow

PHONE = {"width": 390, "height": 844}
WIDTHS = (320, 390)
say = words("fi")


@pytest.mark.parametrize(("name", "language", "address"), ALL, ids=IDS)
def test_no_page_scrolls_sideways(page: Page, name: str, language: str, address: str) -> None:
    page.set_viewport_size({"width": WIDTHS[0], "height": 844})
    visit(page, address)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 844})
        assert overflow(page) <= 0, width


def test_suggestions_and_filters_stay_on_the_screen(new_page: NewPage) -> None:
    page = new_page(viewport={"width": 320, "height": 640}, is_mobile=True, has_touch=True)
    page.goto("suunnitelmat/?municipality=272&theme=hyvinvointi")
    page.wait_for_selector("[data-browse][data-ready]")
    page.locator("[data-filters] summary").tap()
    page.locator("input[name=q]").fill("pyhä")
    expect(page.get_by_role("option").first).to_be_visible()
    assert overflow(page) <= 0


def test_filters_are_folded_away_until_asked_for(new_page: NewPage) -> None:
    page = new_page(viewport=PHONE, is_mobile=True, has_touch=True)
    page.goto("suunnitelmat/")
    page.wait_for_selector("[data-browse][data-ready]")
    box = page.get_by_role("checkbox", name=say("values.kind.verkosto"))
    expect(box).to_be_hidden()
    expect(page.locator("[data-plan]").first).to_be_in_viewport()
    page.locator("[data-filters] summary").tap()
    box.tap()
    expect(page.locator("[data-heading]")).to_contain_text(say("values.kind.verkosto"))


def test_the_search_box_is_on_the_first_screen(new_page: NewPage) -> None:
    page = new_page(viewport={"width": 320, "height": 640}, is_mobile=True, has_touch=True)
    page.goto("./")
    expect(page.locator("input[name=q]")).to_be_in_viewport(ratio=1)
    expect(page.get_by_role("button", name=say("site.search.button"))).to_be_in_viewport(ratio=1)


def test_text_may_be_twice_as_large(new_page: NewPage) -> None:
    page = new_page(viewport={"width": 640, "height": 844})
    for address in ("./", "suunnitelmat/", "suunnitelmat/kokkolan-kaupunki/2022-2025/"):
        page.goto(address)
        add_style(page, "html { font-size: 200% !important; }")
        assert overflow(page) <= 0
