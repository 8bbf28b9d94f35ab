"""What stands around every page: head, header and footer, in the page's own language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from kuntakesu import addresses
from kuntakesu.catalogue import Catalogue
from kuntakesu.languages import INTERFACE, Words, words
from kuntakesu.pages.policy import page_policy
from kuntakesu.pages.view import SitePage, View

NOT_FOUND = "404.html"
SECTIONS = ("plans", "municipalities", "themes", "guides")


@dataclass(frozen=True)
class Place:
    """Where the site lies and where its source is.

    Attributes:
        site_url: With a slash at the end, or empty.
        repository: The repository's address without a slash at the end, or empty.
        branch: The branch that readers propose changes to.
        email: A mailbox of the maintainers, or empty.
        sheet: The address of the pages' style sheet.
        live: Whether the engine puts a script of its own into each page, to load it anew.
    """

    site_url: str = ""
    repository: str = ""
    branch: str = "main"
    email: str = ""
    sheet: str = ""
    live: bool = False

    @property
    def feedback(self) -> str:
        """Where readers tell the maintainers something, or empty where there is no way."""
        if self.email:
            return f"mailto:{self.email}"
        return f"{self.repository}/issues" if self.repository else ""


@dataclass(frozen=True)
class Frame:
    """A page's policy and style sheet, and its surroundings as HTML, for an engine's template."""

    language: str
    sheet: str
    policy: str
    head: str
    header: str
    footer: str


def frame(page: SitePage, catalogue: Catalogue, place: Place) -> Frame:
    """The surroundings of a page.

    A page that exists in one language only, such as a plan, offers the home pages of the others.
    """
    root = _root(place) if page.address == NOT_FOUND else ""
    view = View(catalogue, page.language, place.site_url, root)
    others = [
        (language, page.alternates.get(language, addresses.home(language)))
        for language in INTERFACE
    ]
    edit = f"{place.repository}/edit/{place.branch}/{page.source}" if page.source else ""
    values = {
        "page": page,
        "place": place,
        "others": others,
        "own_names": {language: words(language)("site.language") for language in INTERFACE},
        "sections": SECTIONS,
        "texts": _script_texts(view.language),
        "edit": edit if place.repository else "",
        "feeds": _feeds(page, view.words),
        "canonical": f"{place.site_url}{page.address}" if place.site_url and not root else "",
    }
    return Frame(
        page.language,
        place.sheet,
        page_policy(page.address, live=place.live),
        *(
            view.render(f"frame_{part}.html", page.address, **values)
            for part in ("head", "header", "footer")
        ),
    )


def _feeds(page: SitePage, chosen: Words) -> list[tuple[str, str, str]]:
    """The feeds offered on a page: what the link says, what the feed is called, and where it is."""
    own = [
        (
            chosen("site.follow.feed", name=page.title),
            chosen("site.follow.title", name=page.title),
            page.feed,
        )
    ]
    every = addresses.feed(addresses.changes(1, page.language))
    return [
        *(own if page.feed else []),
        (chosen("site.follow.feed_all"), chosen("site.follow.title_all"), every),
    ]


def page_of_guide(address: str, title: str, description: str, source: str) -> SitePage:
    """A page for a hand-written text, which knows its language by its address."""
    language = next((one for one in INTERFACE if address.startswith(f"{one}/")), "fi")
    names = [*addresses.GUIDES, *addresses.NOTICES]
    name = next((one for one in names if addresses.guide(one, language) == address), "")
    alternates = addresses.in_all_languages(addresses.guide, name) if name else {}
    is_guide = name in addresses.GUIDES
    crumb = (words(language)("site.nav.guides"), addresses.listing("guides", language))
    return SitePage(
        address,
        language,
        title,
        html="",
        description=description,
        alternates=alternates,
        crumbs=(crumb,) if is_guide else (),
        section="guides" if is_guide else "",
        source=source,
    )


def page_not_found(catalogue: Catalogue, place: Place) -> SitePage:
    """The page that a host shows at an address that does not exist, in all three languages."""
    view = View(catalogue, "fi", root=_root(place))
    return SitePage(
        NOT_FOUND,
        "fi",
        view.words("site.missing.title"),
        view.render("not_found.html", NOT_FOUND, languages=[words(one) for one in INTERFACE]),
        indexed=False,
    )


@cache
def _script_texts(language: str) -> Mapping[str, Mapping[str, str]]:
    """The words that the scripts put into a page."""
    chosen = words(language)
    return {
        "standings": chosen.under("values.standing"),
        "themes": chosen.under("values.theme"),
        "search": {
            "one": chosen.raw("site.search.suggestions.one"),
            "other": chosen.raw("site.search.suggestions.other"),
            "none": chosen.raw("site.search.none"),
            "also": chosen.raw("site.search.also"),
            "planOne": chosen.raw("site.plans_count.one"),
            "planOther": chosen.raw("site.plans_count.other"),
            "morePlaces": chosen.raw("site.places_more.other"),
            "compare": chosen("site.compare.link"),
            **chosen.under("site.notes"),
        },
    }


def _root(place: Place) -> str:
    return urlsplit(place.site_url).path or "/"
