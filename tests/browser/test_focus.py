"""A walk through every type of page with the tabulator, at a desk and on a phone."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.browser.conftest import NewPage
from tests.browser.listing import add_style, visit
from tests.browser.pages import PLANS, TYPES
from tests.browser.probes import FOCUSABLE, Stop, walk

SIZES: dict[str, ViewportSize] = {
    "desk": {"width": 1280, "height": 800},
    "phone": {"width": 390, "height": 700},
}
# These have hundreds of stops: in Finnish at the desk, in Swedish on the phone.
LONG = {"desk": slice(0, 1), "phone": slice(1, 2)}
LONG_PAGES = ("map", "municipalities")
# What of a page can be pressed or typed into and is on view, in the order of its text. A group of
# radio buttons is one stop.
REACHABLE = f"""() => [...document.querySelectorAll("{FOCUSABLE}")].filter((one) =>
    one.tabIndex >= 0 && !one.disabled && one.checkVisibility({{ visibilityProperty: true }})
    && (one.type !== "radio" || one.checked)).length"""


def backwards(stops: list[Stop]) -> list[tuple[str, str]]:
    """Steps that lead up and to the left within one part of a page; the map's tiles lie freely."""
    return [
        (one["told"], other["told"])
        for one, other in pairwise(stops)
        if one["room"] == other["room"] and not other["drawn"]
        if other["bottom"] <= one["top"] and other["right"] <= one["left"]
    ]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", TYPES)
def test_the_tabulator_goes_through_all_of_a_page_and_out_again(
    new_page: NewPage, size: str, name: str
) -> None:
    page = new_page(viewport=SIZES[size])
    for address in TYPES[name][LONG[size] if name in LONG_PAGES else slice(None)]:
        visit(page, address)
        reachable = page.evaluate(REACHABLE)
        stops = walk(page)
        assert len(stops) == reachable
        assert [stop["told"] for stop in stops if stop["index"] > 0] == []
        assert [stop["told"] for stop in stops if not stop["onScreen"]] == []
        assert [stop["told"] for stop in stops if not stop["seen"]] == []
        assert [stop["told"] for stop in stops if not stop["ring"]] == []
        assert [stop["told"] for stop in stops if not stop["name"]] == []
        assert backwards(stops) == []


def test_what_the_base_hides_gets_no_focus_and_no_reader(page: Page) -> None:
    page.goto("./")
    toggles = page.locator("#__drawer, #__search, .md-overlay, .md-dialog")
    assert toggles.count() == 4
    shown = toggles.evaluate_all("all => all.filter((one) => one.checkVisibility()).length")
    assert shown == 0
    page.evaluate("document.getElementById('__search').focus()")
    assert page.evaluate("document.activeElement === document.body")


def test_the_walk_notices_what_is_wrong(page: Page) -> None:
    page.goto(PLANS["plan"][1])
    add_style(
        page,
        """
        .kk-brand { outline: none !important; box-shadow: none !important; }
        body::after { background: red; content: ""; height: 4rem; inset: 0; position: fixed;
            z-index: 9; }
        """,
    )
    page.evaluate("document.querySelector('.kk-footer a').tabIndex = 3")
    stops = walk(page)
    assert [stop["index"] for stop in stops if stop["index"] > 0] == [3]
    assert any("KuntaKesu" in stop["told"] for stop in stops if not stop["ring"])
    assert any("KuntaKesu" in stop["told"] for stop in stops if not stop["seen"])
