"""Every page that is made of the catalogue, in three languages, free of any site engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kuntakesu.catalogue import Catalogue
from kuntakesu.languages import INTERFACE
from kuntakesu.pages import (
    changes,
    compare,
    data,
    figures,
    home,
    municipalities,
    plan,
    plans,
    providers,
    publish,
    reference,
    regions,
    themes,
    tile_map,
    timeline,
    versions,
)
from kuntakesu.pages.publish import Desk
from kuntakesu.pages.view import SitePage, View

Maker = Callable[[View], Iterator[SitePage]]
MAKERS: tuple[Maker, ...] = (
    home.pages,
    plans.pages,
    providers.pages,
    municipalities.pages,
    regions.pages,
    tile_map.pages,
    timeline.pages,
    figures.pages,
    themes.pages,
    compare.pages,
    reference.pages,
    data.pages,
    changes.pages,
)


def site_pages(
    catalogue: Catalogue, site_url: str = "", desk: Desk | None = None
) -> Iterator[SitePage]:
    """All pages, one language after the other, and each plan once in its own.

    Args:
        catalogue: What to show.
        site_url: The site's address with a slash at the end, for citations.
        desk: Where plans are sent, and what the form can do.
    """
    for language in INTERFACE:
        view = View(catalogue, language, site_url)
        for maker in MAKERS:
            yield from maker(view)
        yield publish.page(view, desk or Desk())
    yield from plan.pages(catalogue, site_url)
    yield from versions.pages(catalogue, site_url)
