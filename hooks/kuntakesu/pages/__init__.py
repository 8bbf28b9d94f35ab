"""Every page that is made of the catalogue, in three languages, free of any site engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kuntakesu.catalogue import Catalogue
from kuntakesu.languages import INTERFACE
from kuntakesu.pages import (
    compare,
    home,
    municipalities,
    plan,
    plans,
    providers,
    reference,
    regions,
    themes,
)
from kuntakesu.pages.view import SitePage, View

Maker = Callable[[View], Iterator[SitePage]]
MAKERS: tuple[Maker, ...] = (
    home.pages,
    plans.pages,
    providers.pages,
    municipalities.pages,
    regions.pages,
    themes.pages,
    compare.pages,
    reference.pages,
)


def site_pages(catalogue: Catalogue, site_url: str = "") -> Iterator[SitePage]:
    """All pages, one language after the other, and each plan once in its own.

    Args:
        catalogue: What to show.
        site_url: The site's address with a slash at the end, for citations.
    """
    for language in INTERFACE:
        view = View(catalogue, language, site_url)
        for maker in MAKERS:
            yield from maker(view)
    yield from plan.pages(catalogue, site_url)
