"""The home page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kuntakesu import addresses
from kuntakesu.pages import tile_map
from kuntakesu.pages.draft import Draft, Ingredients
from kuntakesu.pages.linked_data import whole_site
from kuntakesu.pages.view import SitePage, View
from kuntakesu.records.rows import Edition
from kuntakesu.vocabulary.terms import themes

NEWEST = 6


def drafts(view: View, ingredients: Ingredients) -> Iterator[Draft]:
    """The home page of one language."""
    own = addresses.in_all_languages(addresses.home)
    yield Draft(own[view.language], partial(_page, view), (ingredients.every_fact,), own)


def _page(view: View) -> SitePage:
    address = addresses.home(view.language)
    catalogue = view.catalogue
    html = view.render(
        "home.html",
        address,
        newest=catalogue.newest(NEWEST),
        shape=tile_map.shape(catalogue),
        tiles=tile_map.small(catalogue),
        themes=[(code, len(catalogue.plans_with_theme(code))) for code in themes().codes],
    )
    return SitePage(
        address,
        view.language,
        view.words("site.home.title"),
        html,
        description=view.words("site.home.lead"),
        alternates=addresses.in_all_languages(addresses.home),
        section="home",
        linked_data=whole_site(Edition(catalogue, view.site_url), view.language),
    )
