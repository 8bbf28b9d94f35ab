"""The feeds as readers' programs take them: valid, told in three languages, and always the same."""

from __future__ import annotations

import calendar
import time
from pathlib import Path
from typing import Any

import feedparser
import pytest
from lxml import etree

from kuntakesu import addresses
from kuntakesu.catalogue import Catalogue
from kuntakesu.exports import feeds
from kuntakesu.languages import INTERFACE, words
from kuntakesu.news import all_news
from kuntakesu.vocabulary.register import read_register
from tests.making import BODY, ON, ROOT, catalogue, plan, text
from tests.recording import AUTHOR, EMAIL, Archive

SITE_URL = "https://example.fi/kk/"
NAME = "mallila/2025-2029"
TITLE = "Mallila & <b>Kumppanit</b> ]]> 'ja' \"muut\" 🙂"
HEADER = {"title": f"'{TITLE.replace(chr(39), chr(39) * 2)}'", "summary": "Tiivistelmä <i>."}
SCHEMA = etree.RelaxNG(file=str(ROOT / "tests/data/atom.rng"))
ALL = addresses.feed(addresses.changes(1, "fi"))


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """A catalogue with a past: added, changed, moved, withdrawn and removed."""
    archive = Archive(tmp_path_factory.mktemp("feeds"))
    archive.commit("2026-01-01", mallila__2025=text(period="2025", **HEADER))
    archive.commit("2026-01-02", salo__2026=text(title="Poistuva", municipality="Salo"))
    (archive.folder / "plans/mallila/2025.md").unlink()
    archive.commit("2026-02-03", mallila__2025_2029=text(**HEADER))
    archive.commit("2026-02-04", mallila__2025_2029=text(BODY + "\nLisää.\n", **HEADER))
    archive.commit(
        "2026-02-05",
        mallila__2025_2029=text(BODY + "\nLisää.\n", status="withdrawn", **HEADER),
        salo__2026=None,
    )
    own = plan(NAME, BODY + "\nLisää.\n", status="withdrawn", **HEADER)
    return Catalogue.of((own,), read_register(), ON, archive.history())


@pytest.fixture(scope="module")
def files(held: Catalogue) -> dict[str, bytes]:
    return dict(feeds.export(held, SITE_URL))


def read(content: bytes) -> Any:
    found = feedparser.parse(content)
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def test_every_feed_is_valid(files: dict[str, bytes]) -> None:
    for address, content in files.items():
        SCHEMA.assertValid(etree.fromstring(content))
        found = read(content)
        assert found.feed.id.startswith("tag:example.fi,2026:"), address
        links = {link.rel: link.href for link in found.feed.links}
        assert links["self"] == f"{SITE_URL}{address}"
        assert links["alternate"] == f"{SITE_URL}{address.removesuffix('atom.xml')}"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<updated>2026", b"<updated>soon 2026"),
        (b"<id>tag:", b"<id>"),
        (b"</title>", b"</title><title>x</title>"),
        (b'rel="alternate"', b'rel="elsewhere"'),
        (b"<title>", b"<summary/><title>"),
    ],
)
def test_what_is_not_valid_would_be_seen(files: dict[str, bytes], old: bytes, new: bytes) -> None:
    assert old in files[ALL]
    assert not SCHEMA.validate(etree.fromstring(files[ALL].replace(old, new, 1)))


def test_there_is_a_feed_of_everything_and_of_each_place_and_theme(files: dict[str, bytes]) -> None:
    register = read_register()
    for language in INTERFACE:
        pages = [
            addresses.changes(1, language),
            *(
                addresses.item("municipalities", one.slug, language)
                for one in register.municipalities
            ),
            *(addresses.item("regions", one.slug, language) for one in register.regions),
            *(
                addresses.item("themes", code, language)
                for code in ("oppiminen", "osaaminen", "hyvinvointi", "johtaminen")
            ),
        ]
        for page in pages:
            found = etree.fromstring(files[addresses.feed(page)])
            assert found.get("{http://www.w3.org/XML/1998/namespace}lang") == language
        assert len(files) == len(pages) * len(INTERFACE)


def test_a_feed_tells_what_happened_the_newest_first(files: dict[str, bytes]) -> None:
    found = read(files[ALL])
    assert [entry.title for entry in found.entries] == [
        f"Vedetty takaisin: {TITLE}",
        "Poistettu: salo/2026",
        f"Muutettu: {TITLE}",
        f"Siirretty: {TITLE}",
        "Lisätty: salo/2026",
        f"Lisätty: {TITLE}",
    ]
    days = [entry.updated for entry in found.entries]
    assert days[0] == "2026-02-05T00:00:00Z" == found.feed.updated
    assert calendar.timegm(time.strptime(days[-1], "%Y-%m-%dT%H:%M:%SZ")) == 1767225600
    assert found.entries[0].link == f"{SITE_URL}{addresses.plan(NAME)}"
    assert found.entries[1].link == f"{SITE_URL}{addresses.changes(1, 'fi')}"
    assert found.entries[-1].summary == "Tiivistelmä <i>."
    assert found.entries[2].summary == "Teksti: Oppilaiden oppiminen"
    assert found.entries[0].summary == "Alkutiedot: Tila"


@pytest.mark.parametrize(
    ("kind", "slug", "count"),
    [
        ("municipalities", "espoo", 4), ("municipalities", "salo", 2),
        ("municipalities", "vantaa", 0), ("regions", "uusimaa", 4),
        ("regions", "varsinais-suomi", 2), ("themes", "oppiminen", 6), ("themes", "johtaminen", 0),
    ],
)  # fmt: skip
def test_a_feed_tells_of_its_own_alone(
    files: dict[str, bytes], kind: str, slug: str, count: int
) -> None:
    for language in INTERFACE:
        found = read(files[addresses.feed(addresses.item(kind, slug, language))])
        assert len(found.entries) == count


def test_an_entry_has_one_identifier_wherever_it_is_and_no_other_has_it(
    files: dict[str, bytes],
) -> None:
    every = [entry.id for entry in read(files[ALL]).entries]
    assert len(set(every)) == len(every)
    english = files[addresses.feed(addresses.changes(1, "en"))]
    assert [entry.id for entry in read(english).entries] == every
    espoo = read(files[addresses.feed(addresses.item("municipalities", "espoo", "sv"))])
    assert {entry.id for entry in espoo.entries} < set(every)
    assert len({read(content).feed.id for content in files.values()}) == len(files)


def test_identifiers_do_not_change_when_the_past_grows_or_the_site_moves(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.commit("2026-01-01", mallila__2025_2029=text())
    before = identifiers(archive, SITE_URL)
    archive.commit("2026-01-02", mallila__2025_2029=text(title="Uusi"), salo__2026=text())
    assert identifiers(archive, "http://example.fi/elsewhere/")[-1:] == before


def identifiers(archive: Archive, site_url: str) -> list[str]:
    held = Catalogue.of((plan(NAME),), read_register(), ON, archive.history())
    return [entry.id for entry in read(dict(feeds.export(held, site_url))[ALL]).entries]


def test_no_person_and_nothing_of_a_removed_plan_is_in_a_feed(files: dict[str, bytes]) -> None:
    for content in files.values():
        for secret in (AUTHOR, EMAIL, "Poistuva", "Salaisuus"):
            assert secret.encode() not in content


def test_feeds_are_the_same_for_the_same_past(held: Catalogue, files: dict[str, bytes]) -> None:
    assert dict(feeds.export(held, SITE_URL)) == files


def test_without_a_history_a_feed_is_valid_and_empty() -> None:
    files = dict(feeds.export(catalogue(plan(NAME)), ""))
    found = read(files[ALL])
    assert found.entries == []
    assert found.feed.updated == "2026-06-15T00:00:00Z"
    assert all_news(catalogue(plan(NAME))) == ()


def test_a_feed_holds_the_newest_only(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    for number in range(feeds.MOST + 5):
        archive.commit("2026-01-01", mallila__2025_2029=text(title=f"Nimi {number}"))
    assert len(identifiers(archive, SITE_URL)) == feeds.MOST


def test_deeds_are_named_in_each_language(files: dict[str, bytes]) -> None:
    for language in INTERFACE:
        found = read(files[addresses.feed(addresses.changes(1, language))])
        for entry in found.entries:
            (tag,) = entry.tags
            assert tag.label == words(language)(f"site.changes.deed.{tag.term}")
