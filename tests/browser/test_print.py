"""A page on paper: what is needed is there, and addresses that can't be pressed are written out."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.listing import visit
from tests.browser.pages import PLANS, TRANSLATED

PRINTED = (
    """all => all.filter((one) => one.checkVisibility()).map((one) => one.textContent.trim())"""
)
AFTER = """all => all.map((one) => [one.href, getComputedStyle(one, "::after").content])"""


WITH_ORIGINAL = ("plan", "plan in Swedish", "plan without themes")


def in_print(page: Page, address: str) -> None:
    visit(page, address)
    page.emulate_media(media="print", color_scheme="dark")


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_is_printed_whole(page: Page, name: str) -> None:
    address = PLANS[name][1]
    visit(page, address)
    parts = page.locator(
        ".kk-plan-head h1, .kk-notice, .kk-facts dd, .kk-plan-body :is(h2, h3, h4, p, li),"
        " .kk-plan-foot .kk-cite"
    )
    wanted = [
        text
        for text in parts.evaluate_all(
            "all => all.filter((one) => !one.closest('.kk-toc, .kk-no-print, .kk-plan-change,"
            " details')).map((one) => one.textContent.trim())"
        )
        if text
    ]
    page.emulate_media(media="print")
    printed = parts.evaluate_all(PRINTED)
    assert len(wanted) > 10
    assert [text for text in wanted if text not in printed] == []


@pytest.mark.parametrize("name", PLANS)
def test_links_to_other_sites_are_printed_with_their_address(page: Page, name: str) -> None:
    in_print(page, PLANS[name][1])
    original = page.locator(".kk-facts a[href^='http']")
    assert bool(original.count()) == (name in WITH_ORIGINAL)
    links = page.locator(":is(.kk-facts, .kk-notice, .kk-plan-body) a[href^='http']")
    assert [href for href, content in links.evaluate_all(AFTER) if href not in content] == []
    expect(page.locator(".kk-cite").first).to_contain_text(re.compile(r"https?://"))


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("kind", ["home", "plans", "municipality with plans", "map", "figures"])
def test_a_page_is_printed_black_on_white_and_keeps_its_words(
    page: Page, kind: str, language: str
) -> None:
    in_print(page, TRANSLATED[kind][language])
    expect(page.locator("h1")).to_be_visible()
    colours = page.evaluate(
        "() => { const { color, backgroundColor } = getComputedStyle(document.body);"
        " return [color, backgroundColor]; }"
    )
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    wide = page.evaluate(
        "[...document.querySelectorAll('main *')].filter((one) => one.checkVisibility()"
        " && /auto|scroll/.test(getComputedStyle(one).overflowX)"
        " && one.scrollWidth > one.clientWidth + 1).length"
    )
    assert wide == 0
