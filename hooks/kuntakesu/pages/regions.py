"""A page for each region, and the list of them."""

from __future__ import annotations

from collections.abc import Iterator

from kuntakesu import addresses
from kuntakesu.pages.view import SitePage, View


def pages(view: View) -> Iterator[SitePage]:
    """The list, and each region's page, in one language."""
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
    yield SitePage(
        listing,
        language,
        view.words("site.regions.title"),
        view.render("regions.html", listing, rows=rows),
        description=view.words("site.regions.lead"),
        alternates=addresses.in_all_languages(addresses.listing, "regions"),
        section="municipalities",
    )
    for region, places, plans in rows:
        address = addresses.item("regions", region.slug, language)
        name = region.name(language)
        yield SitePage(
            address,
            language,
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
