"""Every type of page, in every language and look, against the rules of WCAG 2.2 A and AA."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.conftest import NewPage
from tests.browser.listing import add_style, drawn, visit
from tests.browser.pages import ALL, IDS, PLANS

AXE = Path(__file__).parent / "node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PHONE: ViewportSize = {"width": 360, "height": 740}
LOOKS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "phone": {"color_scheme": "light", "viewport": PHONE, "is_mobile": True, "has_touch": True},
}
LISTINGS = ("suunnitelmat/", "sv/planer/", "en/plans/")


def violations(page: Page) -> list[str]:
    """What axe-core finds, as `rule: element`, one a place."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(
        """async (tags) => {
            const options = { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] };
            const { violations } = await axe.run(document, options);
            return violations.flatMap(({ id, nodes }) =>
                nodes.map(({ html, failureSummary }) => `${id}: ${html}\\n${failureSummary}`));
        }""",
        TAGS,
    )
    return found


@pytest.fixture(params=LOOKS)
def look(request: pytest.FixtureRequest, new_page: NewPage) -> Page:
    """A page in each look that a reader may have."""
    return new_page(**LOOKS[request.param])


@pytest.mark.parametrize(("name", "language", "address"), ALL, ids=IDS)
def test_a_page_has_no_barrier(page: Page, name: str, language: str, address: str) -> None:
    visit(page, address)
    # A colour on its way from light to dark is neither.
    add_style(page, "* { transition: none !important; }")
    found = {"light": violations(page)}
    page.emulate_media(color_scheme="dark")
    found["dark"] = violations(page)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(PHONE)
    drawn(page)
    found["phone"] = violations(page)
    assert found == {"light": [], "dark": [], "phone": []}


@pytest.mark.parametrize("listing", LISTINGS)
def test_a_filtered_list_with_suggestions_has_no_barrier(look: Page, listing: str) -> None:
    visit(look, f"{listing}?theme=hyvinvointi&kind=verkosto")
    look.locator("[data-filters] details").evaluate("fold => { fold.open = true; }")
    look.locator("input[name=q]").fill("pyhä")
    expect(look.get_by_role("option").first).to_be_visible()
    look.locator("input[name=q]").press("ArrowDown")
    expect(look.locator("[role=option][aria-selected=true]")).to_be_visible()
    assert violations(look) == []


@pytest.mark.parametrize("listing", LISTINGS)
def test_an_empty_list_has_no_barrier(look: Page, listing: str) -> None:
    visit(look, f"{listing}?q=mahdotonta")
    expect(look.locator("[data-empty]")).to_be_visible()
    assert violations(look) == []


def test_all_ways_to_cite_have_no_barrier(look: Page) -> None:
    visit(look, PLANS["plan"][1])
    look.locator(".kk-fold > summary").click()
    expect(look.locator(".kk-fold .kk-source")).to_have_count(6)
    expect(look.locator(".kk-fold .kk-source").last).to_be_visible()
    assert violations(look) == []


def test_the_check_finds_a_barrier_where_there_is_one(page: Page) -> None:
    page.goto("./")
    page.evaluate("document.querySelector('input[name=q]').labels[0].remove()")
    page.evaluate("document.querySelector('.kk-lead').style.color = '#345'")
    page.evaluate(
        """() => {
            for (const text of ["a", "b"]) {
                const button = document.createElement("button");
                button.textContent = text;
                Object.assign(button.style, { all: "unset", width: "12px", height: "12px" });
                document.querySelector("main").prepend(button);
            }
        }"""
    )
    found = {one.split(":")[0] for one in violations(page)}
    assert {"label", "color-contrast", "target-size"} <= found
