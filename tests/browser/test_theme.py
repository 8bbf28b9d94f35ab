"""A theme's targets: filtered over all its pages, read in full, copied with their source."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from kuntakesu import addresses
from kuntakesu.languages import INTERFACE, words
from tests.browser.catalogue import invented
from tests.browser.conftest import NewPage, Watch
from tests.browser.entries import PLACES, ROOT, Entry, published
from tests.browser.listing import add_style
from tests.browser.test_accessibility import PHONE, violations

THEME = "teemat/johtaminen/"
STEP = 10
say = words("fi")


def read(page: Page, query: str = "", address: str = THEME) -> str:
    """Open a theme's page and wait for its targets; what it says that there are."""
    page.goto(f"{address}{query}")
    page.wait_for_selector("[data-targets][data-ready]")
    return page.locator("[data-heading]").inner_text()


def cards(page: Page) -> list[str]:
    return page.locator(".kk-targets h3").all_inner_texts()


def sources(fits: Callable[[Entry], bool]) -> dict[str, str]:
    """The texts of the plans of this checkout that fit."""
    return {
        entry.name: (ROOT / "plans" / f"{entry.name}.md").read_text(encoding="utf-8")
        for entry in published()
        if fits(entry)
    }


def titles(text: str, heading: str = r"Johtaminen|Ledarskap|Johtamisen kehittäminen") -> list[str]:
    """The targets under the theme in a plan's own file."""
    sections = re.split(r"^## ", text, flags=re.MULTILINE)[1:]
    chosen = [section for section in sections if re.match(rf"(?:{heading})\b", section)]
    return [title for one in chosen for title in re.findall(r"^### (.+)$", one, re.MULTILINE)]


def test_all_targets_are_there_in_full(page: Page) -> None:
    heading = read(page)
    every = sorted(title for text in sources(lambda _: True).values() for title in titles(text))
    assert heading == say("site.theme.found", count=len(every))
    assert len(cards(page)) == STEP
    expect(page.locator("[data-static]")).to_be_hidden()
    more = page.locator("[data-more] button")
    while more.is_visible():
        before = len(cards(page))
        more.press("Enter")
        expect(page.locator(".kk-targets h3")).not_to_have_count(before)
    assert sorted(cards(page)) == every
    labels = set(page.locator(".kk-targets .kk-part__label").all_inner_texts())
    assert {say(f"values.part.{kind}") for kind in ("goals", "actions", "schedule")} <= labels


def test_filters_narrow_together_and_stay_in_the_address(page: Page) -> None:
    read(page)
    page.get_by_label(say("values.part.indicators")).check()
    expect(page).to_have_url(re.compile(r"\?indicators=1$"))
    expect(page.locator("[data-heading]")).to_contain_text(say("values.part.indicators"))
    with_indicators = cards(page)
    assert with_indicators
    labels = page.locator(".kk-targets .kk-part__label", has_text=say("values.part.indicators"))
    expect(labels).to_have_count(len(with_indicators))
    page.get_by_label(say("facets.region")).select_option("06")
    expect(page.locator("[data-heading]")).to_have_text(re.compile("Pirkanmaa"))
    here = sources(lambda entry: "06" in entry.values("region"))
    known = {title for text in here.values() for title in titles(text)}
    assert set(cards(page)) <= known & set(with_indicators)
    page.go_back()
    expect(page.locator(".kk-targets h3")).to_have_count(len(with_indicators))
    page.reload()
    page.wait_for_selector("[data-targets][data-ready]")
    assert cards(page) == with_indicators
    page.get_by_role("button", name=say("site.plans.clear")).click()
    expect(page.locator(".kk-targets h3")).to_have_count(STEP)
    expect(page.locator("[data-heading]")).to_be_focused()


def test_a_number_tells_what_a_choice_would_leave(page: Page) -> None:
    read(page)
    box = page.get_by_label(say("values.part.responsible"))
    told = box.locator("xpath=..").locator("[data-count]").inner_text()
    box.check()
    expect(page.locator("[data-heading]")).to_contain_text(say("site.theme.found", count=int(told)))


def test_filters_hold_over_all_pages_of_a_theme(large_page: Page) -> None:
    """The page shown holds 500 targets; the filters know the others too."""
    page = large_page
    held = [one for one in invented() if one.status != "draft" and "oppiminen" in one.themes]
    assert len(held) > 500
    heading = read(page, address="teemat/oppiminen/")
    assert heading == say("site.theme.found", count=len(held))
    last = held[-4].municipalities[0]
    region = next(place.region.code for place in PLACES if place.code == last)
    found = [one for one in held if region in one.values("region") and "lukio" in one.levels]
    heading = read(page, f"?region={region}&level=lukio", "teemat/oppiminen/sivu-2/")
    assert say("site.theme.found", count=len(found)) in heading
    assert set(cards(page)) <= {f"Kohde {one.municipalities[0]} oppiminen" for one in found}
    assert len(cards(page)) == min(STEP, len(found))


@pytest.mark.parametrize("way", ["markdown", "plain"])
def test_a_target_is_copied_with_its_source(new_page: NewPage, site: str, way: str) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    read(page, "?indicators=1")
    card = page.locator(".kk-targets .kk-target").first
    card.get_by_role("button", name=say(f"site.theme.words.{way}")).click()
    expect(card.get_by_role("button", name=say("site.copied"))).to_be_visible()
    copied: str = page.evaluate("navigator.clipboard.readText()")
    title = card.locator("h3").inner_text()
    label = say("values.part.indicators")
    address = str(card.locator("h3 a").evaluate("link => link.href"))
    assert address.startswith(f"{site}suunnitelmat/")
    if way == "markdown":
        assert copied.startswith(f"### {title}\n\n")
        assert f"\n\n**{label}:**\n\n" in copied
    else:
        assert copied.startswith(f"{title}\n\n")
        assert f"\n\n{label}:\n\n" in copied
    last = copied.rstrip().rpartition("\n")[2]
    assert last.startswith(f"{say('site.theme.words.source')}: ")
    assert last.endswith(f"#{address.rpartition('#')[2]}")
    provider = card.locator(".kk-target__plan a").inner_text().rpartition(" ")[0]
    assert provider in last


def test_a_target_is_copied_from_its_plan_s_page_too(new_page: NewPage) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(addresses.plan("kokkolan-kaupunki/2022-2025.sv"))
    target = page.locator(".kk-target").nth(1)
    copy = target.get_by_role("button", name=words("sv")("site.theme.words.markdown"), exact=True)
    copy.click()
    expect(target.get_by_role("button", name=words("sv")("site.copied"))).to_be_visible()
    copied: str = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("### Servicenät och byggande\n\nPlanen tar upp")
    assert "**Tidtabell:**\n\nFörändringarna" in copied
    assert copied.endswith("2022-2025.sv/#s-servicenat-och-byggande\n")


def test_what_is_copied_keeps_lists_links_and_signs(page: Page) -> None:
    """The script itself, on content that has all of it; the site's pages load no such script."""
    page.goto("about:blank")
    parts = """<div class="kk-prose" data-part><p>A_b *c* <a href="https://e.fi/a_b">d</a></p>
        <ul><li>yksi</li><li>kaksi<ol><li>x</li></ol></li></ul>
        <table><tr><th>p</th><th>q|r</th></tr><tr><td>1</td><td>2</td></tr></table></div>"""
    found = page.evaluate(WRITTEN, [parts, COPYING])
    assert found["markdown"] == (
        "### T \\*\n\nA\\_b \\*c\\* [d](<https://e.fi/a_b>)\n\n- yksi\n- kaksi\n  1. x\n\n"
        "| p | q\\|r |\n| --- | --- |\n| 1 | 2 |\n\n"
        "L: P. Luettelo. https://k.fi/suunnitelmat/a_b/2020/#x_y\n"
    )
    assert found["plain"] == (
        "T *\n\nA_b *c* d\n\n- yksi\n- kaksi\n  1. x\n\np\tq|r\n1\t2\n\n"
        "L: P. Luettelo. https://k.fi/suunnitelmat/a_b/2020/#x_y\n"
    )


WRITTEN = """async ([html, source]) => {
    const { written } = await import(`data:text/javascript,${encodeURIComponent(source)}`);
    const held = new DOMParser().parseFromString(html, "text/html").body.firstElementChild;
    const plan = {
        name: "a_b/2020",
        address: "http://localhost/suunnitelmat/a_b/2020/",
        citation: "P. Luettelo. https://k.fi/suunnitelmat/a_b/2020/",
    };
    const target = { title: "T *", anchor: "x_y", parts: [{ kind: "", content: held }] };
    return {
        markdown: written(plan, target, { source: "L" }, true),
        plain: written(plan, target, { source: "L" }, false),
    };
}"""
COPYING = (ROOT / "hooks/theme/js/target-text.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", ["data/themes/johtaminen.json", "suunnitelmat/*/*/"])
def test_without_the_network_the_short_list_stays(page: Page, watch: Watch, file: str) -> None:
    watch.awaited.append("Failed to load resource")

    def refuse(route: Route) -> None:
        route.abort()

    page.route(f"**/{file}", refuse)
    page.goto(THEME)
    expect(page.locator("[data-targets] [data-status]")).to_have_text(
        say("site.theme.words.failed")
    )
    expect(page.locator(".kk-target-list").first).to_be_visible()


def test_an_address_that_asks_for_nonsense_shows_all(page: Page) -> None:
    heading = read(page, "?region=&nonsense=1&__proto__=2&goals=")
    assert heading == read(page)


def test_the_words_of_the_script_are_there(page: Page) -> None:
    page.goto(THEME)
    labels: dict[str, Any] = json.loads(
        page.locator("[data-targets]").get_attribute("data-labels") or ""
    )
    script = page.request.get("js/targets.js").text()
    asked = set(re.findall(r"\blabels\.(\w+)", script))
    assert len(asked) > 3
    assert asked <= set(labels)


@pytest.mark.parametrize("language", INTERFACE)
def test_filtered_targets_have_no_barrier(page: Page, language: str) -> None:
    address = addresses.item("themes", "johtaminen", language)
    read(page, "?goals=1", address)
    add_style(page, "* { transition: none !important; }")
    found = {"light": violations(page)}
    page.emulate_media(color_scheme="dark")
    found["dark"] = violations(page)
    page.set_viewport_size(PHONE)
    page.locator("[data-filters] details").evaluate("fold => { fold.open = true; }")
    found["phone"] = violations(page)
    assert found == {"light": [], "dark": [], "phone": []}
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_a_script_the_targets_are_listed(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(THEME)
    expect(page.locator("[data-filters]")).to_be_hidden()
    assert page.locator(".kk-target-list li").count() > STEP
