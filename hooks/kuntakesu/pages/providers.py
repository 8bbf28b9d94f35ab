"""A page for each provider that has plans in the catalogue."""

from __future__ import annotations

from collections.abc import Iterator

from kuntakesu import addresses
from kuntakesu.pages.view import SitePage, View


def pages(view: View) -> Iterator[SitePage]:
    """The providers' pages of one language."""
    for provider in view.catalogue.providers():
        address = addresses.item("plans", provider.slug, view.language)
        name = provider.name(view.language)
        codes = {code for plan in provider.plans for code in plan.codes}
        register = view.catalogue.register
        places = [place for place in register.municipalities if place.code in codes]
        yield SitePage(
            address,
            view.language,
            name,
            view.render("provider.html", address, provider=provider, name=name, places=places),
            description=view.words("site.provider.lead", name=name, count=len(provider.plans)),
            alternates=addresses.in_all_languages(addresses.item, "plans", provider.slug),
            crumbs=(view.crumb("plans"),),
            section="plans",
        )
