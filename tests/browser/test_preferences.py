"""Readers whose system has its own few colours, or who want nothing to move."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.listing import visit
from tests.browser.pages import LISTINGS, TRANSLATED
from tests.browser.probes import moving, walk

FOCUSED = ("home", "plans", "map", "timeline", "compare", "form", "theme", "about")
MOVED = ("home", "plans", "map", "compare", "form", "publishing")
DRAWN = """all => all.map((one) => {
    const style = getComputedStyle(one);
    const [edge, page] = [style.borderBottomColor, getComputedStyle(document.body).backgroundColor];
    return parseFloat(style.borderBottomWidth) > 0 && style.borderBottomStyle !== "none"
        && edge !== page;
})"""
FILLS = """all => all.map((one) => getComputedStyle(one).fill)"""
LOOKS = """all => all.map((mark) => [...mark.querySelectorAll("path, circle")].map((one) => {
    const { fill, stroke, strokeDasharray } = getComputedStyle(one);
    return `${fill} ${stroke} ${strokeDasharray}`;
}))"""


@pytest.fixture(params=["light", "dark"])
def forced(request: pytest.FixtureRequest, new_page: NewPage) -> Page:
    """A page whose colours are the system's, light or dark."""
    return new_page(forced_colors="active", color_scheme=request.param)


@pytest.mark.parametrize("name", FOCUSED)
def test_the_focus_shows_in_forced_colours(new_page: NewPage, name: str) -> None:
    page = new_page(forced_colors="active")
    visit(page, TRANSLATED[name]["sv"])
    stops = walk(page, 60)
    assert len(stops) > 20
    assert [stop["told"] for stop in stops if not stop["ring"]] == []


def test_badges_and_the_chosen_item_have_an_edge_in_forced_colours(forced: Page) -> None:
    visit(forced, LISTINGS["plans"]["fi"])
    badges = forced.locator(".kk-badge")
    assert badges.count() > 3
    assert set(badges.evaluate_all(DRAWN)) == {True}
    current, others = ".kk-nav [aria-current]", ".kk-nav a:not([aria-current])"
    assert forced.locator(current).evaluate_all(DRAWN) == [True]
    assert set(forced.locator(others).evaluate_all(DRAWN)) == {False}


def test_the_chosen_suggestion_stands_out_in_forced_colours(forced: Page) -> None:
    forced.goto("./")
    forced.locator("input[name=q]").fill("kokk")
    expect(forced.get_by_role("option").first).to_be_visible()
    forced.keyboard.press("ArrowDown")
    colours = forced.locator("[role=option]").evaluate_all(
        "all => all.map((one) => getComputedStyle(one).backgroundColor)"
    )
    assert len(set(colours)) == (2 if len(colours) > 1 else 1)
    page_colour = forced.evaluate("getComputedStyle(document.body).backgroundColor")
    assert colours[0] != page_colour


def test_the_map_tells_its_tiles_apart_in_forced_colours(forced: Page) -> None:
    forced.goto(LISTINGS["map"]["sv"])
    marks = forced.locator(".kk-legend--now .kk-mark-of")
    looks = [tuple(look) for look in marks.evaluate_all(LOOKS)]
    assert len(looks) > 2
    assert len(set(looks)) == len(looks)
    forced.goto("./")
    fills = set(forced.locator(".kk-home-map path:not(.kk-look--none)").evaluate_all(FILLS))
    empty = set(forced.locator(".kk-home-map path.kk-look--none").evaluate_all(FILLS))
    assert fills
    assert empty
    assert fills.isdisjoint(empty)


def test_icons_are_seen_in_forced_colours(forced: Page) -> None:
    forced.goto("./")
    background = forced.evaluate("getComputedStyle(document.body).backgroundColor")
    drawn = forced.locator(".kk-header svg :is(circle, path, rect)").evaluate_all(
        "all => all.map((one) => [getComputedStyle(one).stroke, getComputedStyle(one).fill])"
    )
    assert len(drawn) > 5
    assert [pair for pair in drawn if not set(pair) - {"none", background}] == []


@pytest.mark.parametrize("name", MOVED)
def test_nothing_moves_for_who_wants_no_movement(new_page: NewPage, name: str) -> None:
    page = new_page(reduced_motion="reduce")
    for address in TRANSLATED[name].values():
        visit(page, address)
        assert moving(page) == []
