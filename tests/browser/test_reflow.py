"""A page enlarged to 400 %, with the distances that a reader asks for."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from kuntakesu.languages import words
from tests.browser.conftest import NewPage
from tests.browser.listing import add_style, visit
from tests.browser.pages import TYPES
from tests.browser.probes import SPACING, bare_links, cut_off, overflow, unreachable_areas

# 1280 × 1024 at 400 %.
ENLARGED: ViewportSize = {"width": 320, "height": 256}
DESK: ViewportSize = {"width": 1280, "height": 1024}
# Off-screen entries of a list have no size of their own until they are scrolled to.
ALL_DRAWN = "* { content-visibility: visible !important; }"


@pytest.mark.parametrize("name", TYPES)
def test_a_page_holds_enlarged_and_widely_spaced_text(new_page: NewPage, name: str) -> None:
    page = new_page()
    for address in TYPES[name]:
        page.set_viewport_size(ENLARGED)
        visit(page, address)
        add_style(page, ALL_DRAWN)
        assert overflow(page) <= 0
        assert cut_off(page) == []
        assert unreachable_areas(page) == []
        assert bare_links(page) == []
        add_style(page, SPACING)
        assert overflow(page) <= 0
        assert cut_off(page) == []
        page.set_viewport_size(DESK)
        assert overflow(page) <= 0
        assert cut_off(page) == []


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_the_search_and_the_filters_work_enlarged(new_page: NewPage, language: str) -> None:
    page = new_page(viewport=ENLARGED)
    say = words(language)
    visit(page, {"fi": "suunnitelmat/", "sv": "sv/planer/"}[language])
    page.locator("[data-filters] summary").click()
    page.get_by_role("checkbox", name=say("values.kind.verkosto")).check()
    expect(page.locator("[data-heading]")).to_contain_text(say("values.kind.verkosto"))
    page.locator("input[name=q]").fill("kokkola")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator("[role=option][aria-selected=true]")).to_be_in_viewport()
    assert overflow(page) <= 0


@pytest.mark.parametrize("listing", ["maakunnat/", "sv/landskap/", "en/regions/"])
def test_a_wide_table_scrolls_by_keyboard(new_page: NewPage, listing: str) -> None:
    page = new_page(viewport=ENLARGED)
    page.goto(listing)
    table = page.get_by_role("table")
    expect(table).to_have_attribute("tabindex", "0")
    expect(table).to_have_accessible_name(page.locator("h1").inner_text())
    table.focus()
    table.evaluate(
        "table => table.addEventListener('scroll', () => { table.dataset.scrolled = ''; })"
    )
    page.keyboard.press("ArrowRight")
    expect(table).to_have_attribute("data-scrolled", "")
    assert table.evaluate("table => table.scrollLeft") > 0


def test_a_table_that_fits_is_no_stop(page: Page) -> None:
    page.set_viewport_size(DESK)
    page.goto("maakunnat/")
    expect(page.get_by_role("table")).not_to_have_attribute("tabindex", "0")


def test_the_probes_notice_what_is_wrong(page: Page) -> None:
    page.set_viewport_size(ENLARGED)
    page.goto("tietoa/")
    add_style(
        page,
        """
        h1 { height: 5px; }
        .kk-prose p { overflow: hidden; white-space: nowrap; }
        .kk-prose a { text-decoration: none !important; }
        .kk-prose ul { height: 20px; overflow: auto; }
        """,
    )
    assert any(one.startswith("H1") for one in cut_off(page))
    assert any(one.startswith("P ") for one in cut_off(page))
    assert bare_links(page)
    assert any(one.startswith("UL") for one in unreachable_areas(page))
