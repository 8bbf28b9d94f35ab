"""The map of the site for search engines: every page to list, with itself in other languages."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from html import escape
from urllib.parse import quote

from kuntakesu.pages.draft import Draft
from kuntakesu.pages.frame import Place

NAME = "sitemap.xml"
MAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
LINKS = "http://www.w3.org/1999/xhtml"


def site_maps(pages: Iterable[Draft], place: Place) -> Iterator[tuple[str, bytes]]:
    """The map as it is, and packed: both files' names and contents."""
    plain = site_map(pages, place).encode()
    yield NAME, plain
    yield f"{NAME}.gz", gzip.compress(plain, mtime=0)


def site_map(pages: Iterable[Draft], place: Place) -> str:
    """The map as XML.

    There is no day of change: nobody knows more of it than the day of the build, which tells a
    crawler nothing.

    Args:
        pages: All pages, in any order.
        place: Where the site lies.
    """
    ordered = sorted(pages, key=lambda page: page.address)
    lines = (line for page in ordered if page.indexed for line in _entry(page, place))
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{MAPS}" xmlns:xhtml="{LINKS}">'
    return "\n".join([head, *lines, "</urlset>\n"])


def _entry(page: Draft, place: Place) -> Iterable[str]:
    yield "<url>"
    yield f"<loc>{_link(page.address, place)}</loc>"
    for language, address in page.alternates.items():
        href = _link(address, place)
        yield f'<xhtml:link rel="alternate" hreflang="{language}" href="{href}"/>'
    yield "</url>"


def _link(address: str, place: Place) -> str:
    return escape(place.site_url + quote(address))
