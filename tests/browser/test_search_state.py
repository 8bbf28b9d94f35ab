"""The search as one uses it: typing, address, one provider, an uncertain network, odd queries."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Request, Route, expect

from kuntakesu.languages import words
from tests.browser.conftest import NewPage, Watch
from tests.browser.entries import names, published
from tests.browser.listing import browse, found, heading, marked, notes, shown, visit
from tests.browser.test_accessibility import LISTINGS, LOOKS, violations
from tests.browser.test_phone import overflow

PUBLISHED = published()
TUUSULA = ["tuusulan-kunta/2019-2022", "tuusulan-kunta/2022-2025"]
HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "\"'><script>alert(1)</script>",
    '"' * 200,
    "«»" * 100,
    '"',
    "-",
    "--lukio",
    "-lukio",
    "*",
    "l*k*o",
    "title:opetus^9 opetus~9 +opetus",
    "$& {found} {filters} {count}",
    "😀👩‍🏫",
    "ﷺ" * 200,
    "\u0000\u202e\u00ad",
    "constructor __proto__ toString",
    "@kokkolan-kaupunki",
    "a " * 100,
    "ä" * 200,
)
ICON = "/images/mark.svg"
LUNR = "/js/lunr.js"
say = words("fi")


def box(page: Page) -> Locator:
    return page.locator("input[name=q]")


def expect_heading(page: Page, text: str) -> None:
    expect(page.locator("[data-heading]")).to_contain_text(f"”{text}”")


def asked_for(page: Page) -> list[str]:
    """Addresses that the page asks for from now on; its icon the browser asks for by itself."""
    asked: list[str] = []

    def note(request: Request) -> None:
        if not request.url.endswith(ICON):
            asked.append(request.url)

    page.on("request", note)
    return asked


def test_results_come_as_one_types_from_the_third_letter(page: Page, site: str) -> None:
    browse(page)
    box(page).press_sequentially("mo", delay=20)
    page.wait_for_timeout(400)
    assert len(shown(page)) == len(PUBLISHED)
    expect(page).to_have_url(f"{site}suunnitelmat/")
    box(page).press_sequentially("n", delay=20)
    expect_heading(page, "mon")
    expect(page).to_have_url(f"{site}suunnitelmat/?q=mon")
    box(page).press_sequentially("iammatillisuus", delay=40)
    expect_heading(page, "moniammatillisuus")
    expect(box(page)).to_have_value("moniammatillisuus")
    expect(box(page)).to_be_focused()
    assert shown(page) == [TUUSULA[1]]
    # The address is corrected as one types; going back leaves the list at once.
    box(page).fill("")
    expect(page.locator("[data-list] [data-plan]")).to_have_count(len(PUBLISHED))
    expect(page).to_have_url(f"{site}suunnitelmat/")


def test_what_is_typed_before_the_list_is_ready_counts(page: Page) -> None:
    held: list[Route] = []
    page.route("**/data/facets.json", lambda route: held.append(route))
    page.goto("suunnitelmat/")
    box(page).fill("moniammatillisuus")
    [route] = held
    route.continue_()
    expect_heading(page, "moniammatillisuus")
    expect(box(page)).to_have_value("moniammatillisuus")


def test_a_filter_does_not_take_what_is_being_typed(page: Page) -> None:
    browse(page)
    box(page).fill("mo")
    page.get_by_role("checkbox", name=say("values.kind.verkosto")).check()
    expect(page.locator("[data-heading]")).to_contain_text(say("values.kind.verkosto"))
    expect(box(page)).to_have_value("mo")


def test_an_address_a_reload_and_the_way_back(page: Page, site: str) -> None:
    first = found(page, "kumppanuus")
    expect(box(page)).to_have_value("kumppanuus")
    page.reload()
    page.wait_for_selector("[data-browse][data-ready]")
    assert shown(page) == first
    box(page).fill("ledarskap")
    box(page).press("Enter")
    expect_heading(page, "ledarskap")
    expect(page).to_have_url(f"{site}suunnitelmat/?q=ledarskap")
    # Asking for the same again is no further step.
    box(page).press("Enter")
    page.go_back()
    expect_heading(page, "kumppanuus")
    expect(box(page)).to_have_value("kumppanuus")
    assert shown(page) == first
    page.go_forward()
    expect_heading(page, "ledarskap")
    expect(box(page)).to_have_value("ledarskap")
    page.locator(".kk-excerpts a").first.click()
    expect(page.locator(".kk-plan-head")).to_be_visible()
    page.go_back()
    page.wait_for_selector("[data-browse][data-ready]")
    expect_heading(page, "ledarskap")


def test_the_number_of_results_is_announced(page: Page) -> None:
    browse(page)
    box(page).fill("kumppanuus")
    status = page.locator("p[data-status]")
    expect(status).to_have_role("status")
    expect(status).to_contain_text(say("site.plans.found", count=2))
    box(page).fill("moniammatillisuus")
    expect(status).to_contain_text(say("site.plans.found", count=1))
    box(page).fill("moniammatilisuus")
    expect(status).to_contain_text("moniammatilisuus” ei löytynyt")


def test_a_municipality_in_the_text_is_offered_as_a_filter(page: Page, site: str) -> None:
    found(page, "Kokkolassa")
    page.get_by_role("button", name=say("site.notes.only", name="Kokkola"), exact=True).click()
    expect(page).to_have_url(f"{site}suunnitelmat/?municipality=272")
    expect(box(page)).to_have_value("")
    in_kokkola = names(PUBLISHED, municipality="272")
    expect(page.locator("[data-list] [data-plan]")).to_have_count(len(in_kokkola))
    assert set(shown(page)) == in_kokkola
    expect(page.locator("[data-heading]")).to_be_focused()
    assert notes(page) == []


@pytest.mark.parametrize(
    ("address", "listing"),
    [
        ("suunnitelmat/tuusulan-kunta/", "suunnitelmat/"),
        ("sv/planer/tuusulan-kunta/", "sv/planer/"),
        ("en/plans/tuusulan-kunta/", "en/plans/"),
    ],
)
def test_one_providers_plans_are_searched_from_its_page(
    page: Page, site: str, address: str, listing: str
) -> None:
    everywhere = found(page, "koulutus")
    page.goto(address)
    box(page).fill("koulutus")
    box(page).press("Enter")
    page.wait_for_selector("[data-browse][data-ready]")
    assert page.url == f"{site}{listing}?q=koulutus&provider=tuusulan-kunta"
    assert set(shown(page)) == set(TUUSULA) & set(everywhere)
    assert len(shown(page)) < len(everywhere)
    assert "Tuusulan kunta" in heading(page)
    box(page).fill("moniammatillisuus")
    expect_heading(page, "moniammatillisuus")
    assert "provider=tuusulan-kunta" in page.url
    # Without a text it is still that provider's list.
    box(page).fill("")
    expect(page.locator("[data-list] [data-plan]")).to_have_count(len(TUUSULA))
    assert "Tuusulan kunta" in heading(page)
    page.locator("[data-clear]").click()
    expect(page).to_have_url(f"{site}{listing}")
    expect(page.locator("[data-list] [data-plan]")).to_have_count(len(PUBLISHED))


def test_a_provider_that_does_not_exist_has_no_plans(page: Page) -> None:
    assert found(page, "opetus", provider="<img src=x>") == []
    assert "<img src=x>" in heading(page)
    page.get_by_role("button", name=say("site.plans.clear")).click()
    expect(page.locator("[data-list] [data-plan]")).to_have_count(len(PUBLISHED))


def test_an_answer_that_comes_too_late_is_not_shown(page: Page) -> None:
    found(page, "lukio")
    held: list[Route] = []
    page.route("**/data/search/*.json", lambda route: held.append(route))
    box(page).fill("ledarskap")
    page.wait_for_timeout(500)
    assert held
    assert heading(page).startswith("”lukio”")
    box(page).fill("lukion")
    expect_heading(page, "lukion")
    before = shown(page)
    late = [route.request for route in held]
    for route in held:
        route.continue_()
    for request in late:
        answer = request.response()
        assert answer
        answer.finished()
    page.wait_for_timeout(300)
    assert heading(page).startswith("”lukion”")
    assert shown(page) == before
    assert not page.get_by_text("Ledarskap", exact=True).count()


def test_without_network_the_message_is_plain_and_what_is_there_stays(
    page: Page, watch: Watch
) -> None:
    watch.awaited.append("Failed to load resource")
    first = found(page, "moniammatillisuus")
    before = heading(page)
    page.context.set_offline(True)
    box(page).fill("ledarskap")
    failed = page.get_by_text(say("site.notes.failed"))
    expect(failed.and_(page.locator("[data-notes] p"))).to_be_visible()
    expect(page.locator("p[data-status]")).to_have_text(say("site.notes.failed"))
    assert shown(page) == first
    assert heading(page) == before
    expect(box(page)).to_have_value("ledarskap")
    # What was loaded before still works.
    box(page).fill("moniammatillisuu")
    expect_heading(page, "moniammatillisuu")
    assert shown(page) == first
    assert notes(page) == []
    page.get_by_role("checkbox", name=say("values.theme.osaaminen")).check()
    expect(page.locator("[data-heading]")).to_contain_text(say("values.theme.osaaminen"))
    page.get_by_role("checkbox", name=say("values.theme.osaaminen")).uncheck()
    page.context.set_offline(False)
    box(page).fill("ledarskap")
    expect_heading(page, "ledarskap")
    assert len(shown(page)) == 2
    assert notes(page) == []


def test_more_without_network_says_so_and_can_be_tried_again(page: Page, watch: Watch) -> None:
    watch.awaited.append("Failed to load resource")
    first = found(page, "johtaminen")
    page.context.set_offline(True)
    more = page.get_by_role("button", name=say("site.plans.more"))
    more.click()
    expect(page.locator("[data-notes]")).to_have_text(say("site.notes.failed"))
    assert shown(page) == first
    page.context.set_offline(False)
    more.click()
    expect(page.locator("[data-list] [data-plan]")).not_to_have_count(len(first))


def test_suggestions_come_back_with_the_network(page: Page, watch: Watch) -> None:
    watch.awaited.append("Failed to load resource")
    page.goto("./")
    page.context.set_offline(True)
    box(page).fill("Turku")
    page.wait_for_timeout(300)
    expect(page.get_by_role("option")).to_have_count(0)
    page.context.set_offline(False)
    box(page).fill("Turku")
    expect(page.get_by_role("option").first).to_have_attribute("data-municipality", "853")


def test_one_more_letter_of_a_known_word_asks_for_nothing(page: Page) -> None:
    found(page, "hyvinvoin")
    box(page).focus()
    page.wait_for_load_state("networkidle")
    asked = asked_for(page)
    for text in ("hyvinvoint", "hyvinvointi", "hyvinvoinnista", "hyvinvointi"):
        box(page).fill(text)
        expect_heading(page, text)
    assert asked == []


@pytest.mark.parametrize(
    "address", ["./", "kunnat/", "suunnitelmat/tuusulan-kunta/", "suunnitelmat/tuusulan-kunta/2022-2025/"]
)
def test_nothing_is_fetched_before_the_box_is_used(page: Page, address: str) -> None:
    asked = asked_for(page)
    visit(page, address)
    page.wait_for_load_state("networkidle")
    assert asked
    assert not [one for one in asked if "/data/" in one or one.endswith(LUNR)]


def test_the_list_fetches_no_index_before_a_search(page: Page) -> None:
    asked = asked_for(page)
    browse(page)
    page.wait_for_load_state("networkidle")
    assert not [one for one in asked if "/data/search/" in one or one.endswith(LUNR)]
    box(page).fill("moniammatillisuus")
    expect_heading(page, "moniammatillisuus")
    files = [one for one in asked if "/data/search/" in one]
    assert files
    assert len(set(asked)) == len(asked)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text)[:30])
def test_an_odd_query_breaks_nothing(page: Page, text: str) -> None:
    found(page, text)
    assert notes(page) != [say("site.notes.failed")]
    assert heading(page)
    expect(page.locator("[src=x], [onerror], .kk-browse script")).to_have_count(0)
    assert overflow(page) <= 0
    box(page).fill("moniammatillisuus")
    expect_heading(page, "moniammatillisuus")
    assert shown(page) == [TUUSULA[1]]
    assert marked(page, TUUSULA[1])


@pytest.mark.parametrize("listing", LISTINGS)
@pytest.mark.parametrize("look", LOOKS)
def test_results_have_no_barrier(new_page: NewPage, look: str, listing: str) -> None:
    options: dict[str, Any] = LOOKS[look]
    page = new_page(**options)
    for query in ("?q=kokkola+ledarskap+xyzzyq", "?q=hyvinvionti&provider=tuusulan-kunta"):
        assert browse(page, query, listing)
        expect(page.locator("[data-plan] mark").first).to_be_visible()
        assert notes(page)
        assert violations(page) == []
        assert overflow(page) <= 0
