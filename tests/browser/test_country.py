"""The map in a browser: by keyboard, by its menu, without a script and without colours."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from kuntakesu import addresses
from kuntakesu.languages import INTERFACE, words
from kuntakesu.vocabulary.register import read_register
from tests.browser.conftest import NewPage
from tests.browser.entries import published
from tests.browser.test_accessibility import LOOKS, violations

MAPS = addresses.in_all_languages(addresses.listing, "map")
TILE = ".kk-map__tiles .kk-tile"
FOCUSED = """() => {
    const one = document.activeElement;
    const path = one.querySelector("path");
    const box = one.getBoundingClientRect();
    return {
        link: one.getAttribute("href"),
        region: one.parentElement.getAttribute("aria-label"),
        fill: path && getComputedStyle(path).fill,
        onScreen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    };
}"""
LOOK = """(tile) => {
    const [path, circle] = ["path", "circle"].map((one) => tile.querySelector(one));
    const { fill, stroke } = getComputedStyle(path);
    const mark = circle && getComputedStyle(circle);
    return [fill, stroke, mark && [mark.fill, mark.stroke, mark.strokeDasharray].join()];
}"""


def tile(page: Page, name: str) -> Locator:
    """A municipality's tile as assistive technology finds it."""
    return page.locator(TILE).and_(page.get_by_role("link", name=re.compile(f"^{name}:")))


def look(page: Page, name: str) -> list[str | None]:
    return list(tile(page, name).evaluate(LOOK))


@pytest.fixture(params=["with scripts", "without"])
def either(request: pytest.FixtureRequest, new_page: NewPage) -> Page:
    return new_page(java_script_enabled=request.param == "with scripts")


@pytest.mark.parametrize("language", INTERFACE)
def test_the_tabulator_goes_through_the_tiles_region_by_region(page: Page, language: str) -> None:
    page.goto(MAPS[language])
    register = read_register()
    expected = [
        (region.name(language), place.slug)
        for region in register.regions
        for place in register.in_region(region.code, language)
    ]
    page.locator("#shading").focus()
    resting = look(page, "Lahtis" if language == "sv" else "Lahti")[0]
    stops = []
    for _ in expected:
        page.keyboard.press("Tab")
        stops.append(page.evaluate(FOCUSED))
    assert [(stop["region"], stop["link"].split("/")[-2]) for stop in stops] == expected
    assert [stop for stop in stops if not stop["onScreen"] or stop["fill"] == resting] == []


def test_a_tile_is_opened_with_the_keyboard(page: Page, site: str) -> None:
    page.goto(MAPS["sv"])
    tile(page, "Karleby").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}sv/kommuner/kokkola/")


def test_the_map_is_passed_with_one_key(page: Page) -> None:
    page.goto(MAPS["fi"])
    page.get_by_role("link", name=words("fi")("site.country.skip")).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('table') !== null")


def test_the_menu_shades_the_map_with_or_without_scripts(either: Page) -> None:
    entries = [one for one in published() if "272" in one.municipalities]  # Kokkola
    years = {year for one in entries for year in range(one.start, one.end + 1)}
    either.goto(MAPS["fi"])
    plain, shown = look(either, "Lahti"), look(either, "Kokkola")
    assert plain[2] is None
    assert shown[0] != plain[0]
    expect(either.locator(".kk-legend:visible")).to_have_count(1)
    menu = either.locator("#shading")
    menu.select_option(f"y{max(years)}")
    in_force = look(either, "Kokkola")
    expect(either.locator(".kk-legend:visible h2")).to_contain_text(str(max(years)))
    menu.select_option("y2004")
    assert 2004 not in years
    assert look(either, "Kokkola")[0] == plain[0]
    assert look(either, "Pori") == in_force
    theme = next(one for one in ("oppiminen", "hyvinvointi") if one in entries[0].themes)
    menu.select_option(theme)
    assert look(either, "Kokkola")[0] != plain[0]
    expect(either.locator(f".kk-legend--{theme}")).to_be_visible()


def test_looks_differ_where_colours_are_forced(new_page: NewPage) -> None:
    page = new_page(forced_colors="active")
    page.goto(MAPS["en"])
    looks = page.locator(".kk-map").evaluate(
        """(map) => ["in-force", "coming", "ended", "other"].map((name) => {
            const tile = map.querySelector(".kk-mark-of").cloneNode(true);
            tile.setAttribute("class", `kk-tile kk-look--${name}`);
            map.append(tile);
            const [path, circle] = ["path", "circle"].map((one) => tile.querySelector(one));
            const mark = getComputedStyle(circle);
            return [getComputedStyle(path).fill, mark.fill, mark.stroke, mark.strokeDasharray]
                .join(" ");
        })"""
    )
    assert len(set(looks)) == 4


@pytest.mark.parametrize("shading", ["johtaminen", "y2018"])
@pytest.mark.parametrize("name", LOOKS)
def test_a_shaded_map_has_no_barrier(new_page: NewPage, name: str, shading: str) -> None:
    page = new_page(**LOOKS[name])
    page.goto(MAPS["sv"])
    page.locator("#shading").select_option(shading)
    assert violations(page) == []


def test_home_leads_to_the_map_by_one_link(page: Page, site: str) -> None:
    page.goto("./")
    link = page.get_by_role("link", name=words("fi")("site.map.home_link"))
    expect(link.locator("svg")).to_be_visible()
    link.click()
    expect(page).to_have_url(f"{site}{MAPS['fi']}")


def test_a_tap_opens_a_tile_on_a_phone(new_page: NewPage, site: str) -> None:
    page = new_page(**LOOKS["phone"])
    page.goto(MAPS["fi"])
    tile(page, "Kuopio").tap()
    expect(page).to_have_url(f"{site}kunnat/kuopio/")


@pytest.mark.parametrize("language", INTERFACE)
def test_timeline_and_figures_are_whole_without_scripts(new_page: NewPage, language: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(addresses.listing("timeline", language))
    place = "Karleby" if language == "sv" else "Kokkola"
    row = page.locator(".kk-timeline li").filter(has_text=place)
    expect(row.locator("rect").first).to_be_visible()
    page.get_by_role("link", name=place).click()
    expect(page.locator("h1")).to_have_text(place)
    page.goto(addresses.listing("figures", language))
    expect(page.locator(".kk-figure")).to_have_count(6)
    expect(page.locator(".kk-bar__part").first).to_be_visible()
