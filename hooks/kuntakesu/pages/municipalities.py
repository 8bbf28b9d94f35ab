"""A page for each of the municipalities of today, and the list of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kuntakesu import addresses
from kuntakesu.catalogue import STANDINGS
from kuntakesu.pages.draft import Draft, Ingredients
from kuntakesu.pages.view import SitePage, View
from kuntakesu.similar import similar
from kuntakesu.vocabulary.register import Municipality, sort_key


def drafts(view: View, ingredients: Ingredients) -> Iterator[Draft]:
    """The list, and each municipality's page, in one language."""
    listing = addresses.in_all_languages(addresses.listing, "municipalities")
    yield Draft(listing[view.language], partial(_list, view), (ingredients.counts,), listing)
    for place in view.catalogue.register.municipalities:
        yield Draft(
            addresses.item("municipalities", place.slug, view.language),
            partial(_page, view, place),
            (ingredients.counts, ingredients.facts(view.catalogue.plans_of(place.code))),
            addresses.in_all_languages(addresses.item, "municipalities", place.slug),
        )


def _list(view: View) -> SitePage:
    address = addresses.listing("municipalities", view.language)
    places = sorted(
        view.catalogue.register.municipalities,
        key=lambda place: sort_key(place.name(view.language)),
    )
    groups: dict[str, list[Municipality]] = {}
    for place in places:
        groups.setdefault(place.name(view.language)[0], []).append(place)
    return SitePage(
        address,
        view.language,
        view.words("site.municipalities.title"),
        view.render("municipalities.html", address, groups=groups),
        description=view.words("site.municipalities.lead", count=len(places)),
        alternates=addresses.in_all_languages(addresses.listing, "municipalities"),
        section="municipalities",
    )


def _page(view: View, place: Municipality) -> SitePage:
    address = addresses.item("municipalities", place.slug, view.language)
    catalogue = view.catalogue
    plans = catalogue.plans_of(place.code)
    name = place.name(view.language)
    groups = [
        (standing, [plan for plan in plans if catalogue.standing(plan) == standing])
        for standing in STANDINGS
    ]
    html = view.render(
        "municipality.html",
        address,
        place=place,
        name=name,
        groups=[(standing, found) for standing, found in groups if found],
        former=catalogue.register.former_of(place.code),
        similar=similar(place, catalogue),
        neighbours=[
            other
            for other in catalogue.register.in_region(place.region.code, view.language)
            if other.code != place.code
        ],
    )
    lead = "site.municipality.found" if plans else "site.municipality.none"
    return SitePage(
        address,
        view.language,
        name,
        html,
        description=view.words(lead, name=name, count=len(plans)),
        alternates=addresses.in_all_languages(addresses.item, "municipalities", place.slug),
        feed=addresses.feed(address),
        crumbs=(view.crumb("municipalities"),),
        section="municipalities",
    )
