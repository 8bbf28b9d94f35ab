"""What readers see of the past: the list of changes, a plan's versions, and the way to follow."""

from __future__ import annotations

import html
import re
from datetime import date
from pathlib import Path

import pytest

from kuntakesu import addresses
from kuntakesu.catalogue import Catalogue
from kuntakesu.history.version import Deed, History, Version
from kuntakesu.languages import INTERFACE, words
from kuntakesu.pages import changes, versions
from kuntakesu.pages import plan as plans_own
from kuntakesu.pages.draft import Ingredients
from kuntakesu.pages.frame import Place, frame
from kuntakesu.pages.view import SitePage, View
from kuntakesu.source import digest
from kuntakesu.vocabulary.register import read_register
from tests.making import BODY, ON, catalogue, plan, text
from tests.recording import AUTHOR, EMAIL, Archive
from tests.test_pages import links, said

NAME = "mallila/2025-2029"
MORE = f"{BODY}\nLisäys <b>, jonka kaikki näkevät.\n"
SITE_URL = "https://example.fi/kk/"


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    made = Archive(tmp_path / "checkout")
    made.commit("2026-01-05", mallila__2025_2029=text(), salo__2026=text(title="Poistuva"))
    made.commit("2026-02-06", mallila__2025_2029=text(MORE, title="Uusi nimi"), salo__2026=None)
    return made


def held(archive: Archive, body: str = MORE) -> Catalogue:
    own = plan(NAME, body, title="Uusi nimi")
    return Catalogue.of((own,), read_register(), ON, archive.history())


def plan_page(of: Catalogue) -> SitePage:
    return next(plans_own.drafts(of, SITE_URL, Ingredients(of))).make()


def version_pages(of: Catalogue) -> list[SitePage]:
    return [draft.make() for draft in versions.drafts(of, SITE_URL, Ingredients(of))]


@pytest.mark.parametrize("language", INTERFACE)
def test_changes_are_listed_by_day_the_newest_first(archive: Archive, language: str) -> None:
    (page,) = changes.pages(View(held(archive), language))
    w, shown = words(language), said(page.html)
    assert page.address == addresses.changes(1, language)
    assert re.findall(r'<time datetime="([^"]*)"', page.html) == ["2026-02-06", "2026-01-05"]
    for deed in (Deed.ADDED, Deed.CHANGED, Deed.REMOVED):
        assert w(f"site.changes.deed.{deed}") in shown
    assert {addresses.plan(NAME), addresses.versions(NAME)} <= links(page)
    assert "salo/2026" in shown
    assert "Poistuva" not in shown
    assert addresses.plan("salo/2026") not in links(page)


@pytest.mark.parametrize("language", INTERFACE)
def test_changes_that_are_not_known_are_not_made_up(language: str) -> None:
    (page,) = changes.pages(View(catalogue(plan(NAME)), language))
    assert words(language)("site.changes.unknown") in said(page.html)
    nothing = Catalogue.of((), read_register(), ON, History(is_known=True))
    (page,) = changes.pages(View(nothing, language))
    assert words(language)("site.changes.none") in said(page.html)


def test_many_changes_go_over_to_further_pages() -> None:
    many = tuple(Version(f"a/{n}", 1, "x", Deed.ADDED, date(2026, 1, 1)) for n in range(700))
    of = Catalogue.of((), read_register(), ON, History(True, {}, many))
    found = list(changes.pages(View(of, "sv")))
    assert [page.address for page in found] == [
        "sv/andringar/", "sv/andringar/sida-2/", "sv/andringar/sida-3/"
    ]  # fmt: skip
    assert sum(page.html.count("<li>") for page in found) == 700
    assert all(len(page.html) < 300_000 for page in found)


@pytest.mark.parametrize("language", INTERFACE)
def test_versions_tell_what_changed_in_the_language_of_the_plan(
    archive: Archive, language: str
) -> None:
    own = plan(NAME, MORE, title="Uusi nimi", language=language)
    of = Catalogue.of((own,), read_register(), ON, archive.history())
    (page,) = version_pages(of)
    w, shown = words(language), said(page.html)
    assert (page.address, page.language) == (addresses.versions(NAME), language)
    assert not page.indexed
    assert re.findall(r'<h2 id="v(\d)"', page.html) == ["2", "1"]
    assert digest(text(MORE, title="Uusi nimi"))[:12] in shown
    assert f"{w('site.versions.kind.added')} Lisäys <b>, jonka kaikki näkevät." in shown
    assert "<del>Mallilan kehittämissuunnitelma</del>" in page.html
    assert "<ins>Uusi nimi</ins>" in page.html
    assert "&lt;b&gt;" in page.html
    assert "Oppilaiden oppiminen › Lukutaito" in shown
    assert w("site.versions.first") in shown
    assert {addresses.plan(NAME), addresses.plan_data(NAME, "md")} <= links(page)


def test_old_versions_are_listed_without_their_differences_where_there_is_no_room(
    tmp_path: Path,
) -> None:
    archive = Archive(tmp_path)
    for number in range(12):
        body = "\n\n".join(f"Kappale {number} {line} " + "sana " * 60 for line in range(30))
        archive.commit(f"2026-01-{number + 1:02}", mallila__2025_2029=text(body))
    (page,) = version_pages(held(archive))
    assert len(re.findall('<h2 id="v', page.html)) == 12
    assert words("fi")("site.versions.bare") in said(page.html)
    assert len(page.html) < 300_000


def test_facts_are_told_in_words_that_readers_know(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.commit("2026-01-05", mallila__2025_2029=text(themes="[oppiminen]"))
    themes = "[oppiminen, johtaminen]"
    archive.commit("2026-01-06", mallila__2025_2029=text(themes=themes, status="withdrawn"))
    (page,) = version_pages(held(archive))
    w = words("fi")
    assert f"<ins>{w('values.status.withdrawn')}</ins>" in page.html
    both = f"{w('values.theme.oppiminen')}, {w('values.theme.johtaminen')}"
    assert f"<ins>{both}</ins>" in page.html


def test_a_plan_says_which_version_it_is(archive: Archive) -> None:
    page = plan_page(held(archive))
    shown = said(page.html)
    assert f"{SITE_URL}{addresses.plan(NAME)}" in shown
    assert "Versio 2, 6. helmikuuta 2026, tunniste " in shown.replace(" ,", ",")
    assert digest(text(MORE, title="Uusi nimi")) in page.html
    assert addresses.versions(NAME) in links(page)
    assert words("fi")("site.versions.all", count=2) in shown


def test_a_plan_that_never_changed_says_so(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.commit("2026-01-05", mallila__2025_2029=text())
    page = plan_page(held(archive))
    assert words("fi")("site.versions.only") in said(page.html)
    assert addresses.versions(NAME) not in links(page)
    assert version_pages(held(archive)) == []


def test_a_text_that_is_not_published_yet_says_so(archive: Archive) -> None:
    file = archive.folder / f"plans/{NAME}.md"
    file.write_text(text(), encoding="utf-8")
    assert "Versio 3, ei vielä julkaistu, tunniste" in said(plan_page(held(archive)).html)


def test_a_plan_without_a_known_past_has_its_identifier_alone() -> None:
    files = {NAME: (Version(NAME, 1, digest("x"), Deed.ADDED, heir=NAME),)}
    of = Catalogue.of((plan(NAME),), read_register(), ON, History(False, files))
    shown = said(plan_page(of).html)
    assert words("fi")("site.versions.unknown") in shown
    assert f"tunniste {digest('x')[:12]}" in shown
    assert "Versio 1" not in shown


def test_no_person_is_named_on_any_page(archive: Archive) -> None:
    of = held(archive)
    for page in (*changes.pages(View(of, "en")), *version_pages(of), plan_page(of)):
        for secret in (AUTHOR, EMAIL, "Salaisuus"):
            assert secret not in page.html


@pytest.mark.parametrize("language", INTERFACE)
def test_every_page_offers_its_feed_and_that_of_all(language: str) -> None:
    of = catalogue(plan(NAME))
    every = addresses.feed(addresses.changes(1, language))
    own = addresses.item("municipalities", "espoo", language)
    for page, wanted in (
        (
            SitePage(own, language, "Espoo", "", feed=addresses.feed(own)),
            {addresses.feed(own), every},
        ),
        (SitePage(addresses.home(language), language, "x", ""), {every}),
    ):
        around = frame(page, of, Place(SITE_URL))
        up = "../" * page.address.count("/")
        for markup in (around.head, around.footer):
            found = re.findall(r'<(?:link|a) [^>]*type="application/atom\+xml"[^>]*>', markup)
            hrefs = [re.findall(r'href="([^"]*)"', one)[0] for one in found]
            assert {href.removeprefix(up).removeprefix("./") for href in hrefs} == wanted
        assert html.unescape(around.footer).count(words(language)("site.follow.changes")) == 1
