"""Each kind of page holds what a reader looks for there."""

from __future__ import annotations

import html
import re

import pytest

from kuntakesu import addresses
from kuntakesu.catalogue import Catalogue
from kuntakesu.languages import INTERFACE, words
from kuntakesu.pages import home as home_of
from kuntakesu.pages import plan as plans_own
from kuntakesu.pages import site_pages
from kuntakesu.pages.draft import Ingredients
from kuntakesu.pages.view import SitePage, View
from kuntakesu.vocabulary.register import read_register
from tests.making import BODY, catalogue, plan
from tests.test_submission import WHOLE

NAME = "mallilan-kunta/2025-2029"
SITE_URL = "https://example.fi/kk/"
BODY_OF_ALL = "\n\n".join(
    ["Johdanto.", BODY, "**Toimenpiteet:**\n\n- Kirjasto\n- Kerho\n", "## Muuta\n\nLisää.[^1]\n",
     "[^1]: Alaviite."]
)  # fmt: skip
FULL = plan(NAME, BODY_OF_ALL, **(WHOLE | {"translation_of": ""}))
SWEDISH = plan(f"{NAME}.sv", language="sv", provider="Mallila kommun", translation_of=NAME)
EARLIER = plan("mallilan-kunta/2021-2024", title="Aiempi suunnitelma")
NEXT = plan("mallilan-kunta/2030", title="Uusi suunnitelma", replaces=NAME)
JOINT = plan("seudun-verkosto/2026", provider="Seudun verkosto", municipality="[Espoo, Turku]",
             kind="verkosto")  # fmt: skip
HELD = catalogue(FULL, SWEDISH, EARLIER, NEXT, JOINT)


def made(held: Catalogue = HELD) -> dict[str, SitePage]:
    return {page.address: page for page in site_pages(held, SITE_URL)}


PAGES = made()


def said(markup: str) -> str:
    """What a page says, its tags and superfluous spaces taken off."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", markup)).split())


def links(page: SitePage) -> set[str]:
    """The addresses that a page links to, as they are from the site's root."""
    up = "../" * page.address.count("/")
    found = re.findall(r'href="([^"#]+)', page.html)
    return {link.removeprefix(up).removeprefix("./") for link in found}


def page_of(name: str, held: Catalogue = HELD) -> SitePage:
    drafts = plans_own.drafts(held, SITE_URL, Ingredients(held))
    return {draft.address: draft for draft in drafts}[addresses.plan(name)].make()


@pytest.mark.parametrize("language", INTERFACE)
def test_home_tells_what_the_catalogue_holds(language: str) -> None:
    page, w = PAGES[addresses.home(language)], words(language)
    text = said(page.html)
    assert page.html.count('role="search"') == 1
    assert f"{w('site.home.plans', count=5)} 5" in text
    assert "3 / 308" in text
    assert f"{w('site.home.in_force')} 3" in text
    assert {addresses.plan(name) for name in (NAME, NEXT.name)} <= links(page)
    for theme in ("oppiminen", "osaaminen", "hyvinvointi", "johtaminen"):
        assert addresses.item("themes", theme, language) in links(page)


@pytest.mark.parametrize("language", INTERFACE)
def test_the_list_has_every_plan_with_its_name(language: str) -> None:
    page = PAGES[addresses.listing("plans", language)]
    assert re.findall(r'data-plan="([^"]*)"', page.html) == [one.name for one in HELD.plans]
    assert {addresses.plan(one.name) for one in HELD.plans} <= links(page)
    for standing in ("in-force", "coming", "ended"):
        assert words(language)(f"values.standing.{standing}") in said(page.html)


@pytest.mark.parametrize("language", INTERFACE)
def test_every_municipality_and_region_has_its_page(language: str) -> None:
    register = read_register()
    for kind, places in (
        ("municipalities", register.municipalities),
        ("regions", register.regions),
    ):
        listing = PAGES[addresses.listing(kind, language)]
        for place in places:
            address = addresses.item(kind, place.slug, language)
            assert PAGES[address].title == place.name(language)
            assert address in links(listing)


@pytest.mark.parametrize("language", INTERFACE)
def test_a_municipality_with_plans(language: str) -> None:
    page, w = PAGES[addresses.item("municipalities", "espoo", language)], words(language)
    headings = re.findall(r'<h2 id="(in-force|coming|ended)"', page.html)
    assert headings == ["in-force", "coming", "ended"]
    assert {addresses.plan(one.name) for one in HELD.plans} <= links(page)
    assert addresses.item("regions", "uusimaa", language) in links(page)
    assert addresses.item("municipalities", "vantaa", language) in links(page)
    assert addresses.item("municipalities", "espoo", language) not in links(page)
    assert w("site.municipality.none_text") not in said(page.html)


@pytest.mark.parametrize("language", INTERFACE)
def test_a_municipality_without_plans_says_so_of_this_catalogue(language: str) -> None:
    page, w = PAGES[addresses.item("municipalities", "jamsa", language)], words(language)
    assert w("site.municipality.none", name="Jämsä") in said(page.html)
    assert addresses.guide("publishing", language) in links(page)
    assert "Jämsänkoski" in said(page.html)
    assert "2009" in said(page.html)


@pytest.mark.parametrize("language", INTERFACE)
def test_a_municipality_names_those_nearby_and_why(language: str) -> None:
    page, w = PAGES[addresses.item("municipalities", "kauniainen", language)], words(language)
    nearby = page.html.partition('id="similar"')[2].partition("</section>")[0]
    assert addresses.item("municipalities", "espoo", language) in nearby
    assert w("site.municipality.similar.region", distance=7) in said(nearby)
    first = said(nearby.partition("<li>")[2].partition("</li>")[0])
    assert first.endswith(w("site.plans_count", count=5))


def test_none_is_said_to_be_without_a_plan() -> None:
    assert "tässä luettelossa" in words("fi").raw("site.municipality.none")


@pytest.mark.parametrize("language", INTERFACE)
def test_regions_and_providers_list_their_plans(language: str) -> None:
    southwest = PAGES[addresses.item("regions", "varsinais-suomi", language)]
    assert re.findall(r'data-plan="([^"]*)"', southwest.html) == [JOINT.name]
    provider = PAGES[addresses.item("plans", "mallilan-kunta", language)]
    assert len(re.findall("data-plan=", provider.html)) == 4
    assert provider.title == ("Mallila kommun" if language == "sv" else "Mallilan kunta")
    assert addresses.item("municipalities", "espoo", language) in links(provider)


@pytest.mark.parametrize("language", INTERFACE)
def test_a_theme_gathers_targets_by_municipality(language: str) -> None:
    page = PAGES[addresses.item("themes", "oppiminen", language)]
    anchors = re.findall(r'href="[./]*([^"]*#[^"]*)"', page.html)
    assert f"{addresses.plan(NAME)}#{FULL.body.themes[0].targets[0].anchor}" in anchors
    assert f"{addresses.plan(JOINT.name)}#{JOINT.body.themes[0].targets[0].anchor}" in anchors
    assert "Kaikki lukevat." in said(page.html)
    bare = PAGES[addresses.item("themes", "johtaminen", language)]
    assert addresses.plan(NAME) in links(bare)
    assert words(language)("site.theme.bare") in said(bare.html)


def test_a_plan_shows_its_facts() -> None:
    page = page_of(NAME)
    text = said(page.html)
    for fact in (
        "Mallila: suunnitelma", "Mallilan kunta", "Espoo", "Kauniainen", "2025–2029",
        "Lautakunta", "15. joulukuuta 2024", "§ 12", "Asiakirja", "(2024)", "Yksi", "Toinen",
        "sivistys@example.fi", "1. lokakuuta 2025", "Tiivistelmä.",
        words("fi")("values.level.lukio"),
        words("fi")("values.language.fi"),
        words("fi")("site.plan.editor"), words("fi")("values.kind.koulukesu"),
    ):  # fmt: skip
        assert fact.casefold() in text.casefold(), fact
    assert {"https://a.fi/b", "https://a.fi/c"} <= links(page)
    assert f"{SITE_URL}{addresses.plan(NAME)}" in text
    assert page.source == f"plans/{NAME}.md"


def test_a_plan_tells_what_became_of_the_targets_before_it() -> None:
    page, w = page_of(NAME), words("fi")
    told = page.html.partition('id="succession"')[2].partition("</section>")[0]
    assert w("site.succession.about") in said(told)
    assert f"{w('site.fate.changed')} 1 Lukutaito" in said(told)
    assert addresses.comparison((EARLIER.name, NAME), "fi") in html.unescape(page.html)
    assert 'id="succession"' not in page_of(EARLIER.name).html
    assert addresses.comparison((EARLIER.name,), "fi") in links(page_of(EARLIER.name))


def test_a_plan_shows_its_text_and_a_way_through_it() -> None:
    page = page_of(NAME)
    (section, other) = FULL.body.sections
    for anchor in (section.anchor, section.targets[0].anchor, other.anchor):
        assert f'href="#{anchor}"' in page.html
        assert page.html.count(f'id="{anchor}"') == 1
    assert re.search(
        r"kk-part--goals.*?Kaikki lukevat.*?kk-part--actions.*?Kirjasto", page.html, re.S
    )
    text = said(page.html)
    assert text.index("Johdanto.") < text.index("Lisää.") < text.rindex("Alaviite.")
    assert words("fi")("site.plan.other_structure") not in text


def test_a_plan_leads_to_its_other_versions() -> None:
    page = page_of(NAME)
    assert {addresses.plan(one.name) for one in (SWEDISH, EARLIER, NEXT)} <= links(page)
    assert words("fi")("site.plan.replaced") in said(page.html)
    assert words("fi")("site.plan.replaced") not in said(page_of(NEXT.name).html)
    assert page.alternates == {"fi": page.address, "sv": addresses.plan(SWEDISH.name)}
    assert addresses.plan(NAME) in links(page_of(SWEDISH.name))


@pytest.mark.parametrize("status", ["proposed", "withdrawn", "draft"])
def test_what_is_not_adopted_is_marked(status: str) -> None:
    held = catalogue(plan(NAME, status=status), drafts=True)
    page = page_of(NAME, held)
    assert words("fi")(f"site.plan.notice.{status}") in said(page.html)
    assert words("fi")(f"values.standing.{status}") in said(page.html)
    assert words("fi")("site.plan.approval_unknown") not in said(page.html)
    assert page.indexed == (status == "proposed")
    home = said(next(home_of.drafts(View(held, "fi"), Ingredients(held))).make().html)
    assert f"{words('fi')('site.home.in_force')} 0" in home


def test_an_unknown_approval_is_said_to_be() -> None:
    text = said(page_of(EARLIER.name).html)
    assert words("fi")("site.plan.approval_unknown") in text
    assert words("fi")("site.plan.approval_unknown") not in said(page_of(NAME).html)
    assert not any(words("fi")(f"site.plan.notice.{one}") in text for one in ("draft", "proposed"))
    assert words("fi")("site.plan.editor") not in text


def test_a_plan_without_themes_is_published_and_says_so() -> None:
    held = catalogue(plan(NAME, "Vain tekstiä.\n\n## Perusopetus\n\nLisää."))
    text = said(page_of(NAME, held).html)
    assert words("fi")("site.plan.other_structure") in text
    assert words("fi")("values.theme.oppiminen") in text
    assert "Vain tekstiä." in text


@pytest.mark.parametrize("language", ["se", "smn", "sms"])
def test_a_plan_in_sami_has_a_finnish_frame_and_says_what_is_sami(language: str) -> None:
    page = page_of(NAME, catalogue(plan(NAME, language=language, title="Oahppoplána")))
    assert page.language == "fi"
    assert f'<h1 lang="{language}">' in page.html
    assert re.search(rf'kk-plan-body"\s+lang="{language}"', page.html)
    assert words("fi")(f"values.language.{language}") in said(page.html)
    assert page.alternates == {}


def test_a_former_municipality_is_explained() -> None:
    held = catalogue(plan("mallilan-kunta/2006", municipality="Jämsänkoski"))
    page = page_of("mallilan-kunta/2006", held)
    assert words("fi")("site.plan.former", name="Jämsänkoski") in said(page.html)
    assert addresses.item("municipalities", "jamsa", "fi") in links(page)


def test_an_empty_catalogue_has_all_its_pages() -> None:
    pages = made(catalogue())
    assert {
        address for address in PAGES if "mallila" not in address and "seudun" not in address
    } == set(pages)
