"""What people do on a page: read it in their language and colours, copy, print, move on."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from kuntakesu.languages import INTERFACE, words
from tests.browser.conftest import NewPage, Watch
from tests.browser.entries import Entry, published
from tests.browser.pages import ALL, IDS, PLANS, TRANSLATED, UNCOVERED

say = words("fi")
PLAN = PLANS["plan"][1]
SCHEME_KEY = "kuntakesu-scheme"


@pytest.mark.parametrize(("name", "language", "address"), ALL, ids=IDS)
def test_a_page_says_its_language_and_its_name(
    page: Page, name: str, language: str, address: str
) -> None:
    page.goto(address)
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator("h1")).to_have_count(1)
    expect(page).to_have_title(re.compile(rf".+ – {words(language)('site.name')}$"))
    expect(page.get_by_role("main")).to_have_count(1)
    here = page.locator(".kk-languages [aria-current]")
    expect(here).to_have_attribute("lang", language)
    menu = page.get_by_role("navigation", name=words(language)("site.nav.label"), exact=True)
    expect(menu).to_be_visible()


@pytest.mark.parametrize("name", TRANSLATED)
def test_language_links_lead_to_the_same_page(page: Page, site: str, name: str) -> None:
    page.goto(TRANSLATED[name]["fi"] or "./")
    for language in (*INTERFACE[1:], INTERFACE[0]):
        link = page.locator(f".kk-languages a[lang={language}]")
        link.click()
        expect(page).to_have_url(urljoin(site, TRANSLATED[name][language]))
        expect(page.locator("html")).to_have_attribute("lang", language)


def test_a_plan_offers_the_home_pages_of_the_other_languages(page: Page, site: str) -> None:
    page.goto(PLANS["plan in Swedish"][1])
    page.locator(".kk-languages a[lang=en]").click()
    expect(page).to_have_url(f"{site}en/")


def test_a_plan_links_its_translation_and_back(page: Page, site: str) -> None:
    page.goto("suunnitelmat/kokkolan-kaupunki/2018-2021/")
    page.get_by_role("link", name=say("values.in_language.sv")).click()
    expect(page).to_have_url(f"{site}suunnitelmat/kokkolan-kaupunki/2018-2021.sv/")
    expect(page.locator("html")).to_have_attribute("lang", "sv")
    page.get_by_role("link", name=words("sv")("values.in_language.fi")).click()
    expect(page).to_have_url(f"{site}suunnitelmat/kokkolan-kaupunki/2018-2021/")


@pytest.mark.parametrize("entry", published(), ids=lambda entry: entry.name)
def test_a_plan_has_its_own_page(page: Page, entry: Entry) -> None:
    page.goto(f"suunnitelmat/{entry.name}/")
    expect(page.locator(".kk-plan-head h1")).to_be_visible()
    expect(page.locator(".kk-plan-body")).to_be_visible()
    contents: list[str] = page.locator(".kk-toc a").evaluate_all(
        "all => all.map((one) => one.getAttribute('href'))"
    )
    for anchor in contents:
        assert page.locator(f"[id='{anchor.removeprefix('#')}']").count() == 1


def test_a_municipality_without_a_plan_says_so_and_how_to_publish(page: Page) -> None:
    page.goto(f"kunnat/{UNCOVERED.slug}/")
    expect(page.get_by_text(say("site.municipality.none", name=UNCOVERED.name_fi))).to_be_visible()
    page.locator(".kk-callout").get_by_role("link").click()
    expect(page.locator("h1")).to_be_visible()
    assert page.url.endswith("/ohjeet/julkaiseminen/")


def test_the_citation_can_be_copied(new_page: NewPage) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(PLAN)
    citation = page.locator(".kk-cite").inner_text()
    page.get_by_role("button", name=say("site.copy")).click()
    expect(page.get_by_role("button", name=say("site.copied"))).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == citation
    assert PLAN in citation


@pytest.mark.parametrize("name", ["APA 7", "BibTeX", "RIS", "CSL-JSON"])
def test_each_way_to_cite_can_be_copied(new_page: NewPage, name: str) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(PLAN)
    page.get_by_text(say("site.cite.more")).click()
    text = page.get_by_role("heading", name=name).locator("+ pre").text_content()
    assert text
    page.get_by_role("button", name=say("site.copy_named", name=name)).click()
    expect(page.get_by_role("button", name=say("site.copied"))).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == text.strip()
    assert PLAN in text


def test_a_plan_leads_to_its_data(page: Page, site: str) -> None:
    page.goto(PLAN)
    foot = page.locator(".kk-plan-foot")
    for name, kind in (("JSON", "json"), ("Markdown", "md")):
        address = foot.get_by_role("link", name=name, exact=True).get_attribute("href")
        answer = page.request.get(urljoin(page.url, address))
        assert answer.ok
        assert answer.url.endswith(f".{kind}")
    foot.get_by_role("link", name=say("data.title")).click()
    expect(page).to_have_url(f"{site}data/")


def test_the_template_can_be_copied_whole(new_page: NewPage) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto("ohjeet/suunnitelmapohja/")
    page.get_by_role("button", name=say("site.copy")).first.click()
    expect(page.get_by_role("button", name=say("site.copied"))).to_be_visible()
    copied = str(page.evaluate("navigator.clipboard.readText()"))
    assert copied.startswith("---\n")
    assert "\n---\n" in copied


def brightness(page: Page) -> int:
    colour = page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
    return sum(map(int, re.findall(r"\d+", str(colour))[:3]))


@pytest.mark.parametrize(("system", "other"), [("light", "dark"), ("dark", "light")])
def test_the_colours_follow_the_system_until_the_reader_chooses(
    new_page: NewPage, system: str, other: str
) -> None:
    page = new_page(color_scheme=system)
    page.goto("./")
    assert (brightness(page) > 380) == (system == "light")
    assert page.evaluate("localStorage.length") == 0
    page.get_by_role("button", name=say(f"site.scheme.{other}")).click()
    assert (brightness(page) > 380) == (other == "light")
    assert page.evaluate(f"localStorage.getItem('{SCHEME_KEY}')") == other
    page.goto("suunnitelmat/")
    assert (brightness(page) > 380) == (other == "light")
    page.get_by_role("button", name=say(f"site.scheme.{system}")).click()
    assert (brightness(page) > 380) == (system == "light")


def test_a_printed_plan_is_the_plan_alone(page: Page) -> None:
    page.goto(PLAN)
    page.emulate_media(media="print")
    for hidden in (".kk-nav", ".kk-languages", ".kk-scheme", ".kk-crumbs", ".kk-toc", ".kk-footer"):
        expect(page.locator(hidden)).to_be_hidden()
    for shown in (".kk-plan-head h1", ".kk-facts", ".kk-plan-body", ".kk-cite"):
        expect(page.locator(shown)).to_be_visible()
    expect(page.get_by_role("button", name=say("site.copy"))).to_be_hidden()


@pytest.mark.parametrize("address", [PLAN, PLANS["joint plan"][1], "kunnat/kokkola/"])
def test_a_paper_copy_is_short_and_light(new_page: NewPage, address: str) -> None:
    page = new_page(color_scheme="dark")
    page.goto(address)
    sheets = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))
    assert 1 <= sheets <= 6
    page.emulate_media(media="print")
    assert brightness(page) == 3 * 255


def test_a_missing_page_helps_on_from_any_depth(page: Page, site: str, watch: Watch) -> None:
    watch.awaited.append("404")
    for address in ("olematon", "en/plans/none/2020/"):
        answer = page.goto(address)
        assert answer
        assert answer.status == 404
        expect(page.locator("h1")).to_have_text(say("site.missing.title"))
        expect(page.locator(".kk-header")).to_have_css("border-bottom-width", "1px")
        page.get_by_role("link", name=words("en")("site.missing.home")).click()
        expect(page).to_have_url(f"{site}en/")
