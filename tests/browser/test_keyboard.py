"""The site without a mouse."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from kuntakesu.languages import words
from tests.browser.conftest import NewPage

say = words("fi")
FOCUSED = """() => {
    const one = document.activeElement;
    const style = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    return {
        path: one.closest(
            ".kk-skip, .kk-header__search, .kk-languages, .kk-scheme, .kk-nav, .kk-search," +
            ".kk-facets, [data-tools], [data-plan], .kk-footer, .kk-crumbs,.kk-brand")?.classList[0]
            ?? one.closest("[data-plan], [data-tools]")?.className ?? one.tagName,
        text: (one.innerText || one.name || "").trim(),
        ring: parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== "none"
            && (style.boxShadow !== "none" || style.outlineColor !== "rgba(0, 0, 0, 0)"),
        onScreen: box.width > 0 && box.bottom > 0 && box.right > 0
            && box.top < innerHeight && box.left < innerWidth,
    };
}"""


def walk(page: Page, presses: int) -> list[dict[str, object]]:
    """What gets the focus with each press of the tabulator."""
    stops = []
    for _ in range(presses):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(FOCUSED))
    return stops


def test_the_tabulator_reaches_everything_in_order_and_shows_where_it_is(page: Page) -> None:
    page.goto("suunnitelmat/")
    page.wait_for_selector("[data-browse][data-ready]")
    stops = walk(page, 45)
    parts = list(dict.fromkeys(stop["path"] for stop in stops))
    header = ["kk-brand", "kk-header__search", "kk-languages", "kk-scheme", "kk-nav"]
    expected = ["kk-skip", *header, "kk-search"]
    assert parts[: len(expected)] == expected
    rest = [part for part in parts[len(expected) :] if part != "BODY"]
    assert rest[:3] == ["kk-facets", "kk-results__tools", "kk-plan"]
    unseen = [stop for stop in stops if not (stop["ring"] and stop["onScreen"])]
    assert unseen == []


def test_the_skip_link_leads_past_the_menu(page: Page) -> None:
    page.goto("./")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name=say("site.skip"))
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("input[name=q]")).to_be_focused()


def test_a_plan_is_found_and_opened_with_the_keyboard_alone(page: Page, site: str) -> None:
    page.goto("./")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("Kokkolassa")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}kunnat/kokkola/")
    plan = page.locator("[data-plan] a").first
    for _ in range(40):
        page.keyboard.press("Tab")
        if plan.evaluate("one => one === document.activeElement"):
            break
    expect(plan).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".kk-plan-head h1")).to_be_visible()


def test_filters_work_with_the_keyboard_and_keep_the_focus(page: Page) -> None:
    page.goto("suunnitelmat/")
    page.wait_for_selector("[data-browse][data-ready]")
    box = page.get_by_role("checkbox", name=say("values.kind.verkosto"))
    box.focus()
    page.keyboard.press("Space")
    expect(page.locator("[data-heading]")).to_contain_text(say("values.kind.verkosto"))
    expect(box).to_be_focused()
    page.locator("select[name=municipality]").focus()
    page.keyboard.press("ArrowDown")
    expect(page).not_to_have_url(page.url.partition("?")[0])
    expect(page.locator("select[name=municipality]")).to_be_focused()


def test_a_long_menu_folds_open_with_the_keyboard_on_a_phone(new_page: NewPage) -> None:
    page = new_page(viewport={"width": 390, "height": 844})
    page.goto("suunnitelmat/")
    page.wait_for_selector("[data-browse][data-ready]")
    page.locator("[data-filters] summary").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("checkbox", name=say("values.kind.verkosto"))).to_be_visible()
