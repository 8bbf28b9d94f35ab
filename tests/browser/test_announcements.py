"""What a screen reader is told of what changes without a new page, in the page's language."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from kuntakesu import addresses
from kuntakesu.languages import words
from tests.browser.conftest import NewPage, Watch
from tests.browser.form import add_target, fill_facts, open_form
from tests.browser.listing import visit
from tests.browser.pages import PLANS, TRANSLATED

NATIONAL = ("fi", "sv")
EARLIER, LATER = "tuusulan-kunta/2019-2022", "tuusulan-kunta/2022-2025"
COPYING = {"permissions": ["clipboard-read", "clipboard-write"]}


@pytest.fixture(params=NATIONAL)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def told(page: Page, place: str) -> Locator:
    """A live region, which has to be a status that readers are told of when its text changes."""
    region = page.locator(place)
    expect(region).to_have_role("status")
    assert region.evaluate("one => one.checkVisibility()")
    return region


def test_the_number_of_suggestions(page: Page, language: str) -> None:
    say = words(language)
    visit(page, TRANSLATED["home"][language])
    said = told(page, "[data-search-status]")
    box = page.locator("input[name=q]")
    box.fill("kokkola")
    expect(said).to_have_text(say("site.search.suggestions", count=1))
    box.fill("pyhä")
    options = page.get_by_role("option")
    expect(options).not_to_have_count(1)
    expect(said).to_have_text(say("site.search.suggestions", count=options.count()))
    box.fill("qqqqqq")
    expect(said).to_have_text(say("site.search.none"))


def test_what_a_filter_leaves_and_that_nothing_is_left(page: Page, language: str) -> None:
    say = words(language)
    visit(page, TRANSLATED["plans"][language])
    said = told(page, "[role=status][data-status]")
    expect(said).to_have_text("")
    network = say("values.kind.verkosto")
    page.get_by_role("checkbox", name=network).check()
    plans = page.locator("[data-list] [data-plan]:visible")
    found = say("site.plans.found", count=plans.count())
    expect(said).to_have_text(say("site.plans.found_of", filters=network, found=found))
    page.get_by_role("button", name=say("site.plans.clear")).click()
    expect(said).to_have_text(say("site.plans.found", count=plans.count()))


def test_that_nothing_was_found(page: Page, language: str) -> None:
    say = words(language)
    visit(page, TRANSLATED["plans"][language])
    said = told(page, "[role=status][data-status]")
    page.locator("input[name=q]").fill("qqqqqq")
    page.locator("input[name=q]").press("Enter")
    expect(said).to_contain_text(say("site.plans.found_none"))
    expect(page.locator("[data-empty]")).to_contain_text(say("site.plans.empty"))


def test_which_targets_of_a_theme_are_left(page: Page, language: str) -> None:
    say = words(language)
    visit(page, TRANSLATED["theme"][language])
    said = told(page, "[role=status][data-status]")
    box = page.locator("[data-filters] input[type=checkbox]:enabled").first
    count = int(box.locator("xpath=..").locator("[data-count]").inner_text())
    box.check()
    expect(said).to_contain_text(say("site.theme.found", count=count))


def test_how_many_plans_are_compared(page: Page, language: str) -> None:
    say = words(language).under("site.compare.words")
    visit(page, addresses.comparison((EARLIER, LATER), language))
    said = told(page, "[data-compare] [data-status]")
    expect(said).to_have_text(say["other"].replace("{count}", "2"))
    remove = page.locator("[data-comparison] thead button").first
    expect(remove).to_have_accessible_name(re.compile(f"^{say['remove'].partition('{')[0]}"))
    remove.click()
    expect(said).to_have_text(say["one"])
    expect(page.locator("[data-comparison]")).to_be_focused()


@pytest.mark.parametrize("name", ["plan", "plan in Swedish"])
def test_that_something_was_copied_and_nothing_more(new_page: NewPage, name: str) -> None:
    page = new_page(**COPYING)
    language, address = PLANS[name]
    say = words(language)
    visit(page, address)
    said = told(page, "[data-announced]")
    page.clock.install()
    page.get_by_role("button", name=say("site.copy"), exact=True).first.click()
    expect(said).to_have_text(say("site.copied"))
    page.clock.run_for(3000)
    expect(said).to_have_text("")


def test_what_the_form_finds_and_does(page: Page, watch: Watch, language: str) -> None:
    # The tests' own clock is a script, which the frame of the preview refuses.
    watch.awaited.append("Blocked script execution in 'about:")
    say = words(language).under("form.script")
    open_form(page, language)
    said = told(page, "[data-checks-status]")
    fill_facts(page, period="2030-2027")
    add_target(page, "oppiminen", "Lukutaito", goals="Kaikki lukevat.")
    page.locator("[data-checks-start]").click()
    expect(said).to_have_text(say["findings.one"], timeout=60_000)
    expect(page.locator("#f-period")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#f-period")).to_have_accessible_description(re.compile("period-order"))
    page.locator("#f-period").fill("2027-2030")
    expect(said).to_have_text(say["findings_none"])
