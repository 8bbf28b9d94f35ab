"""What pages tell search engines: in their heads, and in the map of the site."""

from __future__ import annotations

import json
import re
from typing import Any
from xml.etree import ElementTree

import pytest

from kuntakesu import addresses
from kuntakesu.languages import INTERFACE
from kuntakesu.pages import site_pages
from kuntakesu.pages.draft import Draft
from kuntakesu.pages.frame import Place, frame, page_of_guide
from kuntakesu.pages.site_map import site_map
from kuntakesu.pages.view import SitePage
from kuntakesu.records.files import FILES, TABLES
from tests.making import catalogue, plan
from tests.test_submission import WHOLE

PLACE = Place("https://example.fi/kk/", "https://git.example.fi/kk")
NAME = "mallilan-kunta/2025-2029"
HELD = catalogue(
    plan(**(WHOLE | {"translation_of": ""})),
    plan(f"{NAME}.sv", language="sv", translation_of=NAME, provider="Mallila kommun"),
    plan("mallilan-kunta/2020", status="withdrawn"),
)
PAGES = {page.address: page for page in site_pages(HELD, PLACE.site_url)}
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"


def told(page: SitePage) -> Any:
    blocks = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', frame(page, HELD, PLACE).head
    )
    assert len(blocks) == 1
    return json.loads(blocks[0])


def test_a_plan_tells_who_where_and_when() -> None:
    url = f"{PLACE.site_url}suunnitelmat/{NAME}/"
    found = told(PAGES[addresses.plan(NAME)])
    assert found["@type"] == "Report"
    assert found["@id"] == found["url"] == url
    assert found["temporalCoverage"] == "2025-01-01/2029-12-31"
    assert [place["identifier"] for place in found["spatialCoverage"]] == ["049", "235"]
    assert found["inLanguage"] == "fi"
    # An editors' summary is not the provider's own text.
    assert found["author"]["name"] == "KuntaKesu"
    assert found["isBasedOn"]["author"]["name"] == "Mallilan kunta"
    assert found["isBasedOn"]["url"] == "https://a.fi/c"
    encodings = {one["encodingFormat"]: one["contentUrl"] for one in found["encoding"]}
    assert encodings["application/json"] == f"{PLACE.site_url}data/v1/plans/{NAME}.json"


def test_a_providers_own_text_has_the_provider_for_its_author() -> None:
    found = told(PAGES[addresses.plan(f"{NAME}.sv")])
    assert found["author"]["name"] == "Mallila kommun"
    assert "isBasedOn" not in found
    assert found["translationOfWork"]["@id"] == f"{PLACE.site_url}suunnitelmat/{NAME}/"


@pytest.mark.parametrize("language", INTERFACE)
def test_the_home_page_tells_how_to_search(language: str) -> None:
    found = told(PAGES[addresses.home(language)])
    listing = f"{PLACE.site_url}{addresses.listing('plans', language)}"
    assert found["potentialAction"]["target"] == f"{listing}?q={{search_term_string}}"
    assert found["inLanguage"] == language


@pytest.mark.parametrize("language", INTERFACE)
def test_the_page_about_data_tells_every_file(language: str) -> None:
    found = told(PAGES[addresses.guide("data", language)])
    assert len(found["dataset"]) == len(TABLES)
    files = {one["contentUrl"] for each in found["dataset"] for one in each["distribution"]}
    assert files == {f"{PLACE.site_url}{file.address}" for file in FILES}


@pytest.mark.parametrize("odd", ["</script><script>alert(1)</script>", "<!--", "a\u2028b", "&'\""])
def test_nothing_a_plan_says_ends_the_block(odd: str) -> None:
    held = catalogue(plan(title=json.dumps(odd), summary=json.dumps(odd)))
    page = {one.address: one for one in site_pages(held, PLACE.site_url)}[addresses.plan(NAME)]
    head = frame(page, held, PLACE).head
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', head)
    assert block
    assert not re.search("[<>&'\u2028]", block[1])
    assert json.loads(block[1])["name"] == odd
    assert head.count("<script") == 1


def test_a_plan_leads_to_its_data_and_every_page_to_the_search() -> None:
    head = frame(PAGES[addresses.plan(NAME)], HELD, PLACE).head
    for media, suffix in (("application/json", "json"), ("text/markdown", "md")):
        address = f"../../../data/v1/plans/{NAME}.{suffix}"
        assert f'<link rel="alternate" type="{media}" href="{address}">' in head
    for language in INTERFACE:
        page = PAGES[addresses.listing("regions", language)]
        assert f"opensearch.{language}.xml" in frame(page, HELD, PLACE).head


def test_the_map_lists_what_is_to_be_found_in_all_languages() -> None:
    guide = addresses.guide("about", "sv")
    guides = [page_of_guide(one, "", "", "") for one in (guide, addresses.ARCHITECTURE)]
    root = ElementTree.fromstring(site_map(map(Draft.of, [*PAGES.values(), *guides]), PLACE))
    listed = {str(one.findtext(f"{MAP}loc")): one for one in root}
    hidden = addresses.plan("mallilan-kunta/2020")
    assert set(listed) == {
        f"{PLACE.site_url}{address}"
        for address in {*PAGES, guide, addresses.ARCHITECTURE} - {hidden}
    }
    for address in ("", guide, addresses.item("regions", "kainuu", "en")):
        links = listed[f"{PLACE.site_url}{address}"].findall(LINK)
        assert [link.get("hreflang") for link in links] == list(INTERFACE)
        assert f"{PLACE.site_url}{address}" in {link.get("href") for link in links}
    of_plan = listed[f"{PLACE.site_url}{addresses.plan(NAME)}"].findall(LINK)
    assert {link.get("hreflang") for link in of_plan} == {"fi", "sv"}
