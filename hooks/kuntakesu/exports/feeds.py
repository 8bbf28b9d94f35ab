"""Atom feeds (RFC 4287) of what happens to the plans.

There is one of everything, one of each municipality, region and theme, all in three languages,
since what they say is in words. A municipality without a plan has one as well: whoever follows it
wants to know when the first comes, and no feed's address ever ends.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree  # noqa: N813 (its usual name)
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, urlsplit

from kuntakesu import addresses
from kuntakesu.catalogue import Catalogue
from kuntakesu.history.version import Deed
from kuntakesu.languages import INTERFACE, Words, words
from kuntakesu.news import News, all_news, what_changed
from kuntakesu.vocabulary.terms import themes

NAMESPACE = "http://www.w3.org/2005/Atom"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
MINTED = 2026
"""The year in which the form of the identifiers was chosen. Identifiers never change."""
DECLARATION = '<?xml version="1.0" encoding="utf-8"?>'
MOST = 50
Texts = dict[str, str]


@dataclass(frozen=True)
class Feed:
    """A feed's name, the page that shows the same, and what it tells, the newest first."""

    title: str
    page: str
    news: tuple[News, ...]


def export(catalogue: Catalogue, site_url: str) -> Iterator[tuple[str, bytes]]:
    """Every feed's address and content."""
    every = all_news(catalogue)
    by_code = _grouped(every, lambda one: one.version.codes)
    by_region = _grouped(every, lambda one: _regions(one, catalogue))
    by_theme = _grouped(every, lambda one: one.version.themes)
    for language in INTERFACE:
        writer = _Writer(
            site_url or "/", words(language), catalogue.history.since() or catalogue.on
        )
        for feed in _feeds(catalogue, language, every, by_code | by_region | by_theme):
            yield addresses.feed(feed.page), writer.feed(feed)


def _feeds(
    catalogue: Catalogue,
    language: str,
    every: tuple[News, ...],
    groups: dict[str, tuple[News, ...]],
) -> Iterator[Feed]:
    chosen = words(language)
    yield Feed(chosen("site.follow.title_all"), addresses.changes(1, language), every[:MOST])
    named = [
        *(
            ("municipalities", place.slug, place.code, place.name(language))
            for place in catalogue.register.municipalities
        ),
        *(
            ("regions", region.slug, f"region {region.code}", region.name(language))
            for region in catalogue.register.regions
        ),
        *(("themes", code, code, chosen(f"values.theme.{code}")) for code in themes().codes),
    ]
    for kind, slug, key, name in named:
        title = chosen("site.follow.title", name=name)
        yield Feed(title, addresses.item(kind, slug, language), groups.get(key, ()))


def _grouped(
    every: tuple[News, ...], keys: Callable[[News], tuple[str, ...]]
) -> dict[str, tuple[News, ...]]:
    groups: dict[str, list[News]] = {}
    for one in every:
        for key in keys(one):
            groups.setdefault(key, []).append(one)
    return {key: tuple(found[:MOST]) for key, found in groups.items()}


def _regions(one: News, catalogue: Catalogue) -> tuple[str, ...]:
    places = map(catalogue.register.municipality, one.version.codes)
    return tuple(dict.fromkeys(f"region {place.region.code}" for place in places))


class _Writer:
    """Writes feeds of one language.

    Args:
        site_url: With a slash at the end.
        chosen: The language's words.
        since: What a feed without entries says of its day.
    """

    def __init__(self, site_url: str, chosen: Words, since: date) -> None:
        self._site_url = site_url
        self._words = chosen
        self._since = since
        self._entries: dict[str, etree.Element] = {}

    def feed(self, feed: Feed) -> bytes:
        address = addresses.feed(feed.page)
        root = etree.Element("feed", {"xmlns": NAMESPACE, LANGUAGE: self._words.language})
        _add(root, "id", self._identity(f"feed/{address}"))
        _add(root, "title", feed.title)
        days = (one.version.day for one in feed.news)
        _add(root, "updated", _moment(next(days, None) or self._since))
        _add(etree.SubElement(root, "author"), "name", self._words("site.name"))
        self._link(root, "self", address, type="application/atom+xml")
        self._link(root, "alternate", feed.page, type="text/html", hreflang=self._words.language)
        root.extend(self._entry(one) for one in feed.news)
        etree.indent(root, " ")
        return f"{DECLARATION}\n{etree.tostring(root, encoding='unicode')}\n".encode()

    def _entry(self, one: News) -> etree.Element:
        """What happened; the same in all feeds, so it is written once."""
        name = self._name(one)
        if name not in self._entries:
            self._entries[name] = self._written(one, name)
        return self._entries[name]

    def _written(self, one: News, name: str) -> etree.Element:
        version, plan, chosen = one.version, one.plan, self._words
        deed = chosen(f"site.changes.deed.{version.deed}")
        entry = etree.Element("entry")
        _add(entry, "id", name)
        _add(entry, "title", f"{deed}: {one.title}")
        _add(entry, "updated", _moment(version.day or self._since))
        etree.SubElement(entry, "category", term=str(version.deed), label=deed)
        if not plan:
            page = addresses.changes(1, chosen.language)
            self._link(entry, "alternate", page, type="text/html", hreflang=chosen.language)
            return entry
        told = {"type": "text/html", "hreflang": plan.language}
        self._link(entry, "alternate", addresses.plan(plan.name), **told)
        if one.is_told:
            page = f"{addresses.versions(plan.name)}#v{version.number}"
            self._link(entry, "related", page, title=chosen("site.changes.what"), **told)
        if version.deed is Deed.ADDED:
            if plan.summary:
                _add(entry, "summary", plan.summary, {LANGUAGE: plan.language})
        elif changed := what_changed(version, chosen):
            _add(entry, "summary", changed)
        return entry

    def _link(self, parent: etree.Element, rel: str, address: str, **more: str) -> None:
        href = self._site_url + quote(address, safe="/#")
        etree.SubElement(parent, "link", {"rel": rel, "href": href, **more})

    def _name(self, one: News) -> str:
        """An identifier that is the same in every feed, language and build."""
        version = one.version
        what = version.short or version.deed
        return self._identity(f"{version.name}/{version.number}/{what}/{version.day}")

    def _identity(self, what: str) -> str:
        """A `tag:` URI (RFC 4151): it stays the same if the site's paths or protocol change."""
        host = urlsplit(self._site_url).hostname or "localhost"
        return f"tag:{host},{MINTED}:{quote(what)}"


def _add(parent: etree.Element, name: str, text: str, more: Texts | None = None) -> None:
    etree.SubElement(parent, name, more or {}).text = text


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
