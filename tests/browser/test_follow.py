"""The past as readers meet it: changes, versions, and old addresses, in a site that has one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from kuntakesu import addresses
from kuntakesu.languages import INTERFACE, words
from tests.browser.built import build_once, served
from tests.browser.conftest import NewPage
from tests.browser.listing import add_style
from tests.browser.test_accessibility import LOOKS, violations
from tests.building import checkout
from tests.making import BODY, text
from tests.recording import Archive

say = words("fi")
NAME, SWEDISH = "mallilan-kunta/2025-2029", "mallilan-kunta/2025-2029.sv"
OLD = "suunnitelmat/mallilan-kunta/2025/"
GONE = "suunnitelmat/mallilan-kunta/2019.en/"
LISTED = f"{OLD} -> {addresses.plan(NAME)}\n{GONE} gone\n"
LONG = "Luetunymmärtäminenjakirjoittaminen" * 4
FIRST = BODY.replace("lukevat.", "lukevat joka päivä koulussa ja kotona.")
OWN = {"title": "Mallilan suunnitelma", "contact": "sivistys@example.fi"}
SV = {"language": "sv", "title": "Mallila plan", "translation_of": NAME}
PAGES = {
    **{f"changes-{one}": addresses.changes(1, one) for one in INTERFACE},
    "versions": addresses.versions(NAME),
    "versions in Swedish": addresses.versions(SWEDISH),
    "plan": addresses.plan(NAME),
    "moved": OLD,
    "gone": GONE,
}


@pytest.fixture(scope="module")
def past_site(shared_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site whose few plans have a history."""
    root = checkout(tmp_path_factory.mktemp("past") / "checkout")
    for file in (*(root / "plans").glob("*/*.md"), root / "plans/published.txt"):
        file.unlink()
    (root / ".gitignore").write_text("/.cache/\n", encoding="utf-8")
    archive = Archive(root)
    archive.commit("2026-01-05", mallilan_kunta__2025=text(FIRST, period="2025", **OWN))
    archive.git("rm", "-q", "plans/mallilan-kunta/2025.md")
    archive.commit("2026-02-06", mallilan_kunta__2025_2029=text(FIRST, **OWN))
    changed = FIRST.replace("Kaikki lukevat", f"Kaikki lapset lukevat hyvin {LONG}")
    archive.commit("2026-03-07", mallilan_kunta__2025_2029=text(changed, status="proposed", **OWN))
    archive.commit("2026-03-08", **{"mallilan_kunta__2025_2029.sv": text(**SV)})
    archive.commit("2026-03-09", **{"mallilan_kunta__2025_2029.sv": text(BODY + "\nMera.\n", **SV)})
    (root / "plans/published.txt").write_text(LISTED, encoding="utf-8")
    folder = shared_folder / "past-site"
    build_once(root, folder)
    with served(folder) as address:
        yield address


@pytest.fixture
def past(new_page: NewPage, past_site: str) -> Page:
    return new_page(base_url=past_site)


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
@pytest.mark.parametrize("look", LOOKS)
def test_a_page_of_the_past_has_no_barrier(
    new_page: NewPage, past_site: str, address: str, look: str
) -> None:
    page = new_page(base_url=past_site, **LOOKS[look])
    page.goto(address)
    add_style(page, "* { transition: none !important; }")
    assert violations(page) == []
    width: int = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert width <= 0


def test_a_reader_finds_what_changed_and_goes_back(past: Page) -> None:
    past.goto("")
    past.get_by_role("link", name=say("site.follow.changes")).click()
    expect(past.locator("h1")).to_have_text(say("site.changes.title"))
    past.locator(".kk-changes__more", has_text=say("site.changes.what")).first.click()
    expect(past.locator(":target")).to_be_in_viewport()
    past.goto(addresses.plan(NAME))
    past.get_by_role("link", name=say("site.versions.all", count=3)).click()
    expect(past.locator(".kk-version h2").first).to_have_text(say("site.versions.number", number=3))
    expect(past.locator("#v3 ~ .kk-edits ins").first).to_contain_text("lapset")
    past.get_by_role("link", name=say("site.versions.newest")).click()
    expect(past.locator(".kk-version-facts")).to_contain_text(addresses.plan(NAME))


def test_a_change_is_heard_as_well_as_seen(past: Page) -> None:
    past.goto(addresses.versions(NAME))
    edit = past.locator(".kk-edit").first
    heard = " ".join(str(edit.evaluate("element => element.textContent")).split())
    assert f"Kaikki {say('site.versions.kind.added')} lapset" in heard
    lines = edit.locator("ins").first.evaluate("one => getComputedStyle(one).textDecorationLine")
    assert lines == "underline"


def test_an_old_address_leads_on(past: Page, past_site: str) -> None:
    answer = past.goto(OLD)
    assert answer
    assert answer.status == 200
    past.locator("main section[lang=fi] a").click()
    expect(past).to_have_url(f"{past_site}{addresses.plan(NAME)}")
    past.goto(f"{OLD}versiot/")
    expect(past.locator("h1")).to_contain_text("mallilan-kunta/2025")


def test_the_feed_that_a_page_names_is_there(past: Page, past_site: str) -> None:
    past.goto("sv/kommuner/espoo/")
    feeds: list[str] = past.locator("link[type='application/atom+xml']").evaluate_all(
        "all => all.map((one) => one.href)"
    )
    assert feeds == [f"{past_site}sv/kommuner/espoo/atom.xml", f"{past_site}sv/andringar/atom.xml"]
    for feed in feeds:
        answer = past.request.get(feed)
        assert answer.ok
        assert "Mallila plan" in answer.text()


def test_the_past_needs_no_script_and_can_be_printed(new_page: NewPage, past_site: str) -> None:
    page = new_page(base_url=past_site, java_script_enabled=False)
    page.goto(addresses.versions(NAME))
    expect(page.locator(".kk-version")).to_have_count(3)
    page.emulate_media(media="print")
    expect(page.locator(".kk-version").first).to_be_visible()
    expect(page.locator(".kk-footer__follow")).to_be_hidden()
