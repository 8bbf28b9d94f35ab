"""Addresses: each page has its own, for good, and links work wherever the site lies."""

from __future__ import annotations

import posixpath
from collections import Counter
from urllib.parse import urljoin

import pytest

from kuntakesu import addresses
from kuntakesu.languages import INTERFACE
from kuntakesu.pages import site_pages
from tests.making import catalogue, plan

HELD = catalogue(
    plan("mallilan-kunta/2025-2029"),
    plan("mallilan-kunta/2025-2029.sv", language="sv", translation_of="mallilan-kunta/2025-2029"),
    plan("mallilan-kunta/2024", language="se"),
)
PAGES = {page.address: page for page in site_pages(HELD)}


def test_what_is_published_stays_where_it_is() -> None:
    assert addresses.plan("a/2025-2029.sv") == "suunnitelmat/a/2025-2029.sv/"
    assert [addresses.home(language) for language in INTERFACE] == ["", "sv/", "en/"]
    assert addresses.item("municipalities", "turku", "fi") == "kunnat/turku/"
    assert addresses.item("municipalities", "turku", "sv") == "sv/kommuner/turku/"
    assert addresses.item("regions", "kainuu", "en") == "en/regions/kainuu/"
    assert addresses.item("themes", "oppiminen", "sv") == "sv/teman/oppiminen/"
    assert addresses.item("plans", "mallilan-kunta", "fi") == "suunnitelmat/mallilan-kunta/"
    assert addresses.rule("period-order", "fi") == "ohjeet/tarkistukset/period-order/"
    assert addresses.guide("privacy", "sv") == "sv/dataskydd/"
    assert addresses.list_page(1, "fi") == addresses.listing("plans", "fi") == "suunnitelmat/"
    assert addresses.list_page(2, "en") == "en/plans/page-2/"
    assert addresses.plan_data("a/2025.sv", "md") == "data/v1/plans/a/2025.sv.md"
    assert addresses.data_schema("plans.csv") == "data/v1/schema/plans.csv.schema.json"
    assert addresses.guide("data", "fi") == "data/"
    assert addresses.picture("a/kuva.png") == "suunnitelmat/a/kuva.png"


def test_no_two_pages_share_an_address() -> None:
    counts = Counter(page.address for page in site_pages(HELD))
    assert [address for address, times in counts.items() if times > 1] == []
    assert len({address.casefold() for address in counts}) == len(counts)
    # A page's address and what lies below it on the disk: a folder of the same name.
    assert all(not address or address.endswith("/") for address in counts)
    assert all(
        posixpath.normpath(f"/{address}") + "/" == f"/{address}" for address in PAGES if address
    )


@pytest.mark.parametrize("language", INTERFACE)
def test_a_plans_name_never_meets_a_page_of_the_list(language: str) -> None:
    # A provider's folder is a slug, and a slug may not be the further pages' own word.
    taken = {address for address in PAGES if address.startswith(addresses.listing("plans", "fi"))}
    assert addresses.list_page(2, language) not in taken


@pytest.mark.parametrize(
    ("target", "page", "link"),
    [
        ("kunnat/turku/", "", "kunnat/turku/"),
        ("", "", "./"),
        ("", "sv/", "../"),
        ("data/v1/plans.json", "suunnitelmat/a/2025/", "../../../data/v1/plans.json"),
        ("sv/", "404.html", "sv/"),
        ("suunnitelmat/a/2025/", "suunnitelmat/a/2025/", "../../../suunnitelmat/a/2025/"),
    ],
)
def test_links_lead_from_page_to_page(target: str, page: str, link: str) -> None:
    assert addresses.relative(target, page) == link


@pytest.mark.parametrize("base", ["https://example.fi/", "https://example.fi/under/here/"])
def test_a_relative_link_resolves_anywhere(base: str) -> None:
    some = [*list(PAGES)[:: len(PAGES) // 40], "404.html"]
    for page in some:
        for target in some:
            assert urljoin(base + page, addresses.relative(target, page)) == base + target


def test_alternates_are_mutual_and_in_their_language() -> None:
    for page in PAGES.values():
        for language, address in page.alternates.items():
            assert PAGES[address].language == language
            assert PAGES[address].alternates == page.alternates
        assert page.alternates.get(page.language, page.address) == page.address


def test_every_page_but_a_plan_is_there_in_all_languages() -> None:
    for page in PAGES.values():
        if page.source.startswith("plans/"):
            assert set(page.alternates) <= {"fi", "sv"}
        else:
            assert tuple(page.alternates) == INTERFACE


def test_hand_written_pages_have_alternates_too() -> None:
    for name in (*addresses.GUIDES, *addresses.NOTICES):
        found = addresses.in_all_languages(addresses.guide, name)
        assert tuple(found) == INTERFACE
        assert len(set(found.values())) == len(INTERFACE)
