"""A page for each provider that has plans in the catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kuntakesu import addresses
from kuntakesu.catalogue import Provider
from kuntakesu.pages.draft import Draft, Ingredients
from kuntakesu.pages.view import SitePage, View


def drafts(view: View, ingredients: Ingredients) -> Iterator[Draft]:
    """The providers' pages of one language."""
    for provider in view.catalogue.providers():
        yield Draft(
            addresses.item("plans", provider.slug, view.language),
            partial(_page, view, provider),
            (ingredients.facts(provider.plans),),
            addresses.in_all_languages(addresses.item, "plans", provider.slug),
        )


def _page(view: View, provider: Provider) -> SitePage:
    address = addresses.item("plans", provider.slug, view.language)
    name = provider.name(view.language)
    codes = {code for plan in provider.plans for code in plan.codes}
    places = [place for place in view.catalogue.register.municipalities if place.code in codes]
    return SitePage(
        address,
        view.language,
        name,
        view.render("provider.html", address, provider=provider, name=name, places=places),
        description=view.words("site.provider.lead", name=name, count=len(provider.plans)),
        alternates=addresses.in_all_languages(addresses.item, "plans", provider.slug),
        crumbs=(view.crumb("plans"),),
        section="plans",
    )
