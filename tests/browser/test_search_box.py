"""The search box: somebody types the name of a municipality, however they know it."""

from __future__ import annotations

import csv
import re

import pytest
from playwright.sync_api import Locator, Page, expect

from kuntakesu.languages import words
from tests.browser.conftest import NewPage
from tests.browser.entries import PLACES, ROOT

FORMS = ROOT / "tests/data/name_forms.csv"
KOKKOLA = "272"
say = words("fi")


def box(page: Page) -> Locator:
    return page.locator("input[name=q]")


def suggested(page: Page, text: str) -> list[str]:
    """Codes of the municipalities suggested for a text, none of them from before."""
    options = page.locator("[role=option]")
    box(page).fill("")
    expect(options).to_have_count(0)
    box(page).fill(text)
    expect(options.first).to_be_visible()
    codes: list[str] = options.evaluate_all("all => all.map((one) => one.dataset.municipality)")
    return codes


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Turku", "853"),
        ("turku", "853"),
        ("Åbo", "853"),
        ("abo", "853"),
        ("Turun", "853"),
        ("Turussa", "853"),
        ("jyvaskyla", "179"),
        ("Jyväskyllä", "179"),
        ("Jämsänkoski", "182"),
        ("Jämsänkoskella", "182"),
        ("Karleby", KOKKOLA),
        ("  kokkola  ", KOKKOLA),
        ("kokk", KOKKOLA),
        ("KOKKOLAN KAUPUNKI", KOKKOLA),
    ],
)
def test_a_name_is_found_first(page: Page, typed: str, code: str) -> None:
    page.goto("./")
    assert suggested(page, typed)[0] == code


def test_typing_letter_by_letter_narrows_down(page: Page) -> None:
    page.goto("./")
    box(page).press_sequentially("jyväskyl")
    first = page.locator("[role=option]").first
    expect(first).to_have_attribute("data-municipality", "179")
    expect(first).to_contain_text("Jyväskylä")


def test_every_fortieth_inflected_name_is_found(page: Page) -> None:
    with FORMS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))[::40]
    assert len(rows) > 180
    page.goto("./")
    missed = [row["form"] for row in rows if row["code"] not in suggested(page, row["form"])]
    assert missed == []


def test_one_typing_mistake_is_forgiven(page: Page) -> None:
    page.goto("./")
    missed = []
    long = [place for place in PLACES if len(place.name_fi) > 5][::8]
    for number, place in enumerate(long):
        name, at = place.name_fi, len(place.name_fi) // 2
        typed = [
            name[:at] + name[at + 1 :],
            name[:at] + name[at] * 2 + name[at + 1 :],
            name[:at] + "x" + name[at + 1 :],
        ][number % 3]
        if place.code not in suggested(page, typed):
            missed.append(typed)
    assert len(long) > 30
    assert missed == []


@pytest.mark.parametrize(
    ("address", "name", "region"),
    [
        ("./", "Kokkola", "Keski-Pohjanmaa"),
        ("sv/", "Karleby", "Mellersta Österbotten"),
        ("en/", "Kokkola", "Central Ostrobothnia"),
        ("en/plans/", "Kokkola", "Central Ostrobothnia"),
    ],
)
def test_suggestions_are_in_the_language_of_the_page(
    page: Page, address: str, name: str, region: str
) -> None:
    page.goto(address)
    assert suggested(page, "Kokkola")[0] == KOKKOLA
    first = page.locator("[role=option]").first
    expect(first.locator(".kk-option__name")).to_have_text(name)
    expect(first.locator(".kk-option__more")).to_contain_text(region)


@pytest.mark.parametrize(
    ("address", "typed", "opened"),
    [
        ("./", "Turussa", "kunnat/turku/"),
        ("sv/", "Åbo", "sv/kommuner/turku/"),
        ("en/", "Turku", "en/municipalities/turku/"),
        ("en/municipalities/", "Turku", "en/municipalities/turku/"),
    ],
)
def test_enter_on_a_suggestion_opens_the_municipality(
    page: Page, site: str, address: str, typed: str, opened: str
) -> None:
    page.goto(address)
    suggested(page, typed)
    box(page).press("ArrowDown")
    box(page).press("Enter")
    expect(page).to_have_url(f"{site}{opened}")
    expect(page.locator("[data-municipality-page='853'] h1")).to_be_visible()


@pytest.mark.parametrize(
    ("address", "listing"),
    [("./", "suunnitelmat/"), ("sv/", "sv/planer/"), ("en/", "en/plans/")],
)
def test_enter_alone_searches_the_plans(page: Page, site: str, address: str, listing: str) -> None:
    page.goto(address)
    suggested(page, "Kokkola")
    box(page).press("Enter")
    expect(page).to_have_url(f"{site}{listing}?q=Kokkola")
    expect(page.locator("[data-heading]")).to_contain_text("Kokkola")
    expect(box(page)).to_have_value("Kokkola")


def test_the_button_searches_the_plans(page: Page, site: str) -> None:
    page.goto("./")
    box(page).fill("hyvinvointi")
    page.get_by_role("button", name=say("site.search.button")).click()
    expect(page).to_have_url(f"{site}suunnitelmat/?q=hyvinvointi")


def test_a_suggestion_can_be_clicked(page: Page, site: str) -> None:
    page.goto("./")
    suggested(page, "Turku")
    page.locator("[data-municipality='853']").click()
    expect(page).to_have_url(f"{site}kunnat/turku/")


def test_a_suggestion_can_be_tapped(new_page: NewPage, site: str) -> None:
    page = new_page(has_touch=True, viewport={"width": 390, "height": 844})
    page.goto("./")
    suggested(page, "Turku")
    page.locator("[data-municipality='853']").tap()
    expect(page).to_have_url(f"{site}kunnat/turku/")


def test_the_field_is_a_combobox_to_assistive_technology(page: Page) -> None:
    page.goto("./")
    field = page.get_by_role("combobox", name=say("site.search.label"), exact=True)
    expect(field).to_have_count(1)
    expect(field).to_have_attribute("aria-autocomplete", "list")
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_accessible_description(re.compile("Kokkola"))
    suggested(page, "pyhä")
    expect(field).to_have_attribute("aria-expanded", "true")
    controlled = page.locator(f"#{field.get_attribute('aria-controls')}")
    expect(controlled).to_have_role("listbox")
    expect(controlled).to_have_accessible_name(say("site.search.list"))
    options = controlled.get_by_role("option")
    assert 1 < options.count() <= 8
    ids = options.evaluate_all("all => all.map((one) => one.id)")
    assert len(set(ids)) == len(ids)
    expect(page.locator("[data-search-status]")).to_have_role("status")
    expect(page.locator("[data-search-status]")).to_have_text(
        say("site.search.suggestions", count=options.count())
    )


def test_arrows_move_over_the_suggestions_and_back_to_the_field(page: Page) -> None:
    page.goto("./")
    count = len(suggested(page, "pyhä"))
    field, options = box(page), page.get_by_role("option")
    expect(field).not_to_have_attribute("aria-activedescendant", re.compile("."))
    for at in range(count):
        field.press("ArrowDown")
        active = options.nth(at)
        expect(field).to_have_attribute("aria-activedescendant", str(active.get_attribute("id")))
        expect(active).to_have_attribute("aria-selected", "true")
        expect(page.locator("[role=option][aria-selected=true]")).to_have_count(1)
        expect(active).to_be_in_viewport()
    field.press("ArrowDown")
    expect(field).not_to_have_attribute("aria-activedescendant", re.compile("."))
    field.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    expect(field).to_be_focused()
    expect(field).to_have_value("pyhä")


def test_escape_closes_and_the_arrow_opens_again(page: Page) -> None:
    page.goto("./")
    suggested(page, "Turku")
    field = box(page)
    field.press("ArrowDown")
    field.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).not_to_have_attribute("aria-activedescendant", re.compile("."))
    expect(field).to_have_value("Turku")
    field.press("ArrowDown")
    expect(page.get_by_role("option").first).to_have_attribute("data-municipality", "853")
    expect(field).to_have_attribute("aria-expanded", "true")


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_leaving_the_field_closes_and_opens_nothing(page: Page, site: str, key: str) -> None:
    page.goto("./")
    suggested(page, "Turku")
    box(page).press("ArrowDown")
    box(page).press(key)
    expect(box(page)).not_to_be_focused()
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    expect(page).to_have_url(site)


def test_a_word_that_is_no_name_says_so(page: Page) -> None:
    page.goto("./")
    suggested(page, "Turku")
    box(page).fill("matematiikka")
    expect(page.locator("[data-search-status]")).to_have_text(say("site.search.none"))
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box(page)).to_have_attribute("aria-expanded", "false")


def test_a_former_name_is_explained(page: Page) -> None:
    page.goto("./")
    suggested(page, "Jämsänkoski")
    expect(page.get_by_role("option").first).to_contain_text(
        say("site.search.also", name="Jämsänkoski")
    )


def test_on_the_list_of_plans_a_suggestion_filters_it(page: Page, site: str) -> None:
    page.goto("suunnitelmat/")
    page.wait_for_selector("[data-browse][data-ready]")
    suggested(page, "Karleby")
    box(page).press("ArrowDown")
    box(page).press("Enter")
    expect(page).to_have_url(f"{site}suunnitelmat/?municipality={KOKKOLA}")
    expect(page.locator("[data-heading]")).to_contain_text("Kokkola")
    expect(page.get_by_label(say("facets.municipality"), exact=True)).to_have_value(KOKKOLA)
    # The filter now says it; the name left in the field would be searched for next.
    expect(box(page)).to_have_value("")


def test_searching_the_list_of_plans_closes_the_suggestions(page: Page, site: str) -> None:
    page.goto("suunnitelmat/")
    page.wait_for_selector("[data-browse][data-ready]")
    suggested(page, "Kokkola")
    box(page).press("Enter")
    expect(page).to_have_url(f"{site}suunnitelmat/?q=Kokkola")
    expect(page.get_by_role("listbox")).to_be_hidden()
