"""Plans side by side: chosen by address, by municipality or from a list, on screen and on paper."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Page, Route, expect

from kuntakesu import addresses
from kuntakesu.languages import INTERFACE, words
from tests.browser.conftest import NewPage, Watch
from tests.browser.listing import add_style
from tests.browser.test_accessibility import PHONE, violations

EARLIER, LATER = "tuusulan-kunta/2019-2022", "tuusulan-kunta/2022-2025"
LONGEST = ("osaava-metso-verkosto/2017", "espoon-seudun-koulutuskuntayhtyma-omnia/2021-2022")
OTHERS = ("pihtiputaan-kunta/2015-2020", "kokkolan-kaupunki/2018-2021")
SHEETS = 2
say = words("fi")


def compare(page: Page, *names: str, language: str = "fi", more: str = "") -> None:
    page.goto(f"{addresses.comparison(names, language)}{more}")
    page.wait_for_selector("[data-compare][data-ready]")


def heads(page: Page) -> list[str]:
    return page.locator("[data-comparison] thead th a").all_inner_texts()


def row(page: Page, heading: str) -> list[str]:
    found = page.locator("[data-comparison] tbody tr").filter(
        has=page.get_by_role("rowheader", name=heading, exact=True)
    )
    return found.locator("td").all_inner_texts()


def test_what_each_has_and_lacks(page: Page) -> None:
    compare(page, EARLIER, LATER)
    assert len(heads(page)) == len((EARLIER, LATER))
    assert row(page, say("site.compare.words.targets")) == ["1", "9"]
    wellbeing = row(page, say("values.theme.hyvinvointi"))
    assert wellbeing == [
        say("site.compare.words.noTheme"), f"{say('site.compare.words.targets')}: 2"
    ]  # fmt: skip
    schedule = say("site.compare.words.stating", part=say("values.part.schedule"))
    assert row(page, schedule) == [say("site.compare.words.missingHere"), "1 / 9"]
    names = page.locator(".kk-compare__theme h2").all_inner_texts()
    assert names == [
        say(f"values.theme.{theme}")
        for theme in ("oppiminen", "osaaminen", "hyvinvointi", "johtaminen")
    ]


def test_two_periods_are_paired_as_a_suggestion(page: Page) -> None:
    compare(page, EARLIER, LATER)
    expect(page.locator("[data-comparison] .kk-notice")).to_have_text(
        say("site.compare.words.suggestion")
    )
    pair = page.locator(".kk-compare__row").filter(has_text=say("site.fate.changed"))
    titles = pair.locator("h4").all_inner_texts()
    assert titles == ["Suunnitelmien yhteys kuntastrategiaan", "Yhteys kuntastrategiaan"]
    came = page.locator(".kk-compare__row").filter(has_text=say("site.fate.came"))
    expect(came).to_have_count(8)
    assert came.first.locator(".kk-compare__cell").nth(0).locator("h4").count() == 0


def test_the_order_of_columns_is_the_address_s(page: Page) -> None:
    compare(page, LATER, EARLIER)
    pair = page.locator(".kk-compare__row").filter(has_text=say("site.fate.changed"))
    titles = pair.locator("h4").all_inner_texts()
    assert titles == ["Yhteys kuntastrategiaan", "Suunnitelmien yhteys kuntastrategiaan"]


def test_a_plan_s_page_leads_here(page: Page) -> None:
    page.goto(addresses.plan(LATER))
    page.get_by_role("link", name=say("site.succession.side_by_side")).click()
    expect(page.locator("[data-comparison] thead th")).to_have_count(2)


def test_plans_are_added_by_municipality_and_taken_away(page: Page) -> None:
    page.goto("suunnitelmat/?municipality=272&language=fi")
    page.wait_for_selector("[data-browse][data-ready]")
    page.locator(".kk-plan__compare:visible").first.click()
    expect(page.locator("[data-comparison] thead th")).to_have_count(1)
    page.locator("input[name=q]").fill("Tuusulassa")
    page.get_by_role("option").first.click()
    add = page.get_by_role("button", name=say("site.compare.words.add"))
    expect(add).to_have_count(2)
    add.first.press("Enter")
    expect(page.locator("[data-comparison] thead th")).to_have_count(2)
    expect(page).to_have_url(re.compile(r"a=kokkolan-kaupunki/[^&]+&b=tuusulan-kunta/[^&]+$"))
    page.reload()
    expect(page.locator("[data-comparison] thead th")).to_have_count(2)
    page.locator("thead button").first.click()
    expect(page.locator("[data-comparison] thead th")).to_have_count(1)
    assert "Tuusula" in heads(page)[0]
    page.go_back()
    expect(page.locator("[data-comparison] thead th")).to_have_count(2)


def test_a_result_of_a_search_leads_here_too(page: Page) -> None:
    page.goto("suunnitelmat/?q=kuntastrategia")
    page.wait_for_selector("[data-browse][data-ready]")
    result = page.locator("[data-plan]").first
    name = result.get_attribute("data-plan")
    result.locator(".kk-plan__compare").click()
    expect(page.locator("[data-comparison] thead th")).to_have_count(1)
    assert page.url.endswith(f"?a={name}")


def test_enter_takes_the_first_municipality_and_says_where_there_is_none(page: Page) -> None:
    compare(page)
    box = page.locator("input[name=q]")
    box.fill("Utsjoki")
    box.press("Enter")
    expect(page.locator("[data-found]")).to_contain_text(
        say("site.compare.words.noPlans", name="Utsjoki")
    )
    box.fill("xqzw")
    box.press("Enter")
    expect(page.locator("[data-found]")).to_contain_text(
        say("site.compare.words.none", text="xqzw")
    )


def test_four_at_most_and_each_once(page: Page) -> None:
    compare(page, EARLIER, EARLIER, *LONGEST, more=f"&e={LATER}")
    assert len(heads(page)) == 3
    compare(page, EARLIER, LATER, *LONGEST)
    assert len(heads(page)) == 4
    page.locator("input[name=q]").fill("Kokkola")
    page.locator("input[name=q]").press("Enter")
    expect(page.locator("[data-found]")).to_contain_text(say("site.compare.words.most"))
    expect(page.locator("[data-found] button:enabled")).to_have_count(0)


@pytest.mark.parametrize(
    "name", ["nobody/2020", "../en", "a/../b", "//example.org/x", "x/<img src=x onerror=alert(1)>"]
)
def test_what_is_no_plan_is_told_and_not_run(page: Page, watch: Watch, name: str) -> None:
    watch.awaited.append("404")
    compare(page, LATER, name.replace("&", ""))
    expect(page.locator("[data-status]")).to_contain_text(
        say("site.compare.words.missing", name=name)
    )
    assert len(heads(page)) == 1
    assert page.locator("[data-status] *").count() == 0


def test_what_a_plan_says_stays_text(page: Page) -> None:
    """The page of a plan is taken apart; what is not the plan's own is not taken along."""

    def spoil(route: Route) -> None:
        body = route.fetch().text()
        sign = "&lt;script&gt;alert(1)&lt;/script&gt;"
        changed = body.replace("Kumppanuudet</h3>", f"{sign}</h3>")
        changed = changed.replace('data-provider="', f'data-provider="{sign}')
        route.fulfill(body=changed, content_type="text/html")

    page.route(f"**/{addresses.plan(LATER)}", spoil)
    compare(page, EARLIER, LATER)
    assert page.locator("[data-comparison] script").count() == 0
    assert "<script>alert(1)</script>" in page.locator("[data-comparison]").inner_text()


def test_links_lead_where_they_led(page: Page, site: str) -> None:
    compare(page, EARLIER, LATER)
    link = page.get_by_role("link", name="Kumppanuudet", exact=True)
    assert str(link.evaluate("link => link.href")).startswith(f"{site}{addresses.plan(LATER)}#")
    ids: list[str] = page.locator("[id]").evaluate_all("all => all.map((one) => one.id)")
    assert len(ids) == len(set(ids))


def test_brief_and_full(page: Page) -> None:
    compare(page, *LONGEST)
    actions = page.locator(".kk-part__label", has_text=say("values.part.actions"))
    goals = page.locator(".kk-part__label", has_text=say("values.part.goals"))
    expect(goals.first).to_be_visible()
    shown = actions.locator("visible=true").count()
    page.get_by_label(say("site.compare.full")).check()
    assert actions.locator("visible=true").count() > shown
    assert page.url.endswith("&full")


@pytest.mark.parametrize("names", [LONGEST, (EARLIER, LATER), (*LONGEST, *OTHERS)])
def test_a_brief_comparison_fits_two_sheets(page: Page, names: tuple[str, ...]) -> None:
    compare(page, *names)
    paper = page.pdf(prefer_css_page_size=True)
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", paper)) <= SHEETS
    page.emulate_media(media="print")
    expect(page.locator("[data-chooser]")).to_be_hidden()
    expect(page.locator("[data-comparison] h4").first).to_be_visible()


@pytest.mark.parametrize("language", INTERFACE)
def test_a_comparison_has_no_barrier(page: Page, language: str) -> None:
    compare(page, EARLIER, "kokkolan-kaupunki/2018-2021.sv", LATER, language=language)
    page.locator("input[name=q]").fill("Kokkola")
    page.locator("input[name=q]").press("Enter")
    expect(page.locator("[data-found] button").first).to_be_visible()
    add_style(page, "* { transition: none !important; }")
    found = {"light": violations(page)}
    page.emulate_media(color_scheme="dark")
    found["dark"] = violations(page)
    page.set_viewport_size(PHONE)
    found["phone"] = violations(page)
    assert found == {"light": [], "dark": [], "phone": []}
    wide = page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert wide


def test_without_a_script_the_page_says_what_to_do(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(addresses.comparison((EARLIER, LATER), "fi"))
    expect(page.locator("noscript p")).to_contain_text(say("site.compare.without_script"))
    expect(page.locator("[data-chooser]")).to_be_hidden()
    content = page.locator("#content")
    content.get_by_role("link", name=say("site.compare.changes")).last.click()
    expect(page.locator("#succession")).to_be_in_viewport()
    fates = page.locator("[data-fate]")
    assert fates.count() > 0


def test_every_word_that_the_script_asks_for_is_there(page: Page) -> None:
    page.goto("vertaa/")
    labels = json.loads(page.locator("[data-compare]").get_attribute("data-labels") or "")
    asked = set(re.findall(r"\blabels\.(\w+)", page.request.get("js/compare.js").text()))
    assert len(asked) > 10
    assert asked <= set(labels)
