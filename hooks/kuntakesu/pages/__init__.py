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
from kuntakesu.pages.draft import Draft, Ingredients
from kuntakesu.pages.publish import Desk
from kuntakesu.pages.view import SitePage, View

Maker = Callable[[View], Iterator[SitePage]]
Drafter = Callable[[View, Ingredients], Iterator[Draft]]
MAKERS: tuple[Maker, ...] = (
    compare.pages,
    reference.pages,
    data.pages,
    changes.pages,
)
"""Of pages that are made for each build."""
DRAFTERS: tuple[Drafter, ...] = (
    home.drafts,
    tile_map.drafts,
    figures.drafts,
    plans.drafts,
    providers.drafts,
    municipalities.drafts,
    regions.drafts,
    timeline.drafts,
    themes.drafts,
)
"""Of pages that are made where something has changed that they show."""


def drafts(catalogue: Catalogue, site_url: str = "", desk: Desk | None = None) -> Iterator[Draft]:
    """All pages, one language after the other, and each plan once in its own.

    Args:
        catalogue: What to show.
        site_url: The site's address with a slash at the end, for citations.
        desk: Where plans are sent, and what the form can do.
    """
    ingredients = Ingredients(catalogue)
    for language in INTERFACE:
        view = View(catalogue, language, site_url)
        for maker in MAKERS:
            yield from map(Draft.of, maker(view))
        yield Draft.of(publish.page(view, desk or Desk()))
        for drafter in DRAFTERS:
            yield from drafter(view, ingredients)
    yield from plan.drafts(catalogue, site_url, ingredients)
    yield from versions.drafts(catalogue, site_url, ingredients)


def site_pages(
    catalogue: Catalogue, site_url: str = "", desk: Desk | None = None
) -> Iterator[SitePage]:
    """All pages made, one after the other; see `drafts`."""
    return (draft.make() for draft in drafts(catalogue, site_url, desk))
