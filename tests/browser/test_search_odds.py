"""The search where things go wrong: late answers, no network, odd queries; and what it fetches."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from kuntakesu.languages import words
from tests.browser.conftest import Watch
from tests.browser.listing import (
    asked_for,
    box,
    browse,
    expect_heading,
    found,
    heading,
    hold,
    marked,
    notes,
    shown,
    visit,
)
from tests.browser.probes import overflow

PLAN = "tuusulan-kunta/2022-2025"
ADDRESSES = ("./", "kunnat/", "suunnitelmat/tuusulan-kunta/", f"suunnitelmat/{PLAN}/")
LUNR = "/js/lunr.js"
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
say = words("fi")


def test_an_answer_that_comes_too_late_is_not_shown(page: Page) -> None:
    found(page, "lukio")
    held: list[Route] = []
    page.route("**/data/search/**", hold(held))
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


@pytest.mark.parametrize("address", ADDRESSES)
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
    assert shown(page) == [PLAN]
    assert marked(page, PLAN)
