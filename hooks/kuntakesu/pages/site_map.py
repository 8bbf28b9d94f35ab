"""The map of the site for search engines: every page to list, with itself in other languages."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from kuntakesu.pages.frame import Place, page_of_guide
from kuntakesu.pages.view import SitePage

MAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
LINKS = "http://www.w3.org/1999/xhtml"


def site_map(urls: Iterable[str], made: Iterable[SitePage], place: Place) -> str:
    """The map as XML.

    There is no day of change: the engine knows only the day of the build, which tells a crawler
    nothing.

    Args:
        urls: Where the site's pages are, from its root, as the engine writes it.
        made: The pages made of the catalogue; any other is a hand-written one.
        place: Where the site lies.
    """
    known = {page.address: page for page in made}
    addresses = sorted(url.removeprefix("./") for url in urls)
    pages = (known.get(one) or page_of_guide(one, "", "", "") for one in addresses)
    lines = (line for page in pages if page.indexed for line in _entry(page, place))
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{MAPS}" xmlns:xhtml="{LINKS}">'
    return "\n".join([head, *lines, "</urlset>"])


def _entry(page: SitePage, place: Place) -> Iterable[str]:
    yield "<url>"
    yield f"<loc>{escape(place.site_url + page.address)}</loc>"
    for language, address in page.alternates.items():
        href = escape(place.site_url + address)
        yield f'<xhtml:link rel="alternate" hreflang="{language}" href="{href}"/>'
    yield "</url>"
