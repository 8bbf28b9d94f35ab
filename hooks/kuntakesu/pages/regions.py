"""A page for each region, and the list of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kuntakesu import addresses
from kuntakesu.pages.draft import Draft, Ingredients, of_regions
from kuntakesu.pages.view import SitePage, View
from kuntakesu.vocabulary.register import Region


def drafts(view: View, ingredients: Ingredients) -> Iterator[Draft]:
    """The list, and each region's page, in one language."""
    facts = (ingredients.every_fact,)
    return of_regions("regions", view, facts, partial(_list, view), partial(_page, view))


def _list(view: View) -> SitePage:
    catalogue, language = view.catalogue, view.language
    listing = addresses.listing("regions", language)
    rows = [
        (
            region,
            catalogue.register.in_region(region.code, language),
            catalogue.plans_in_region(region.code),
        )
        for region in catalogue.register.regions
    ]
    return SitePage(
        listing,
        language,
        view.words("site.regions.title"),
        view.render("regions.html", listing, rows=rows),
        description=view.words("site.regions.lead"),
        alternates=addresses.in_all_languages(addresses.listing, "regions"),
        section="municipalities",
    )


def _page(view: View, region: Region) -> SitePage:
    address = addresses.item("regions", region.slug, view.language)
    name = region.name(view.language)
    plans = view.catalogue.plans_in_region(region.code)
    places = view.catalogue.register.in_region(region.code, view.language)
    return SitePage(
        address,
        view.language,
        name,
        view.render(
            "region.html", address, name=name, slug=region.slug, places=places, plans=plans
        ),
        description=view.words("site.region.lead", name=name, count=len(plans)),
        alternates=addresses.in_all_languages(addresses.item, "regions", region.slug),
        feed=addresses.feed(address),
        crumbs=(view.crumb("municipalities"), view.crumb("regions")),
        section="municipalities",
    )
