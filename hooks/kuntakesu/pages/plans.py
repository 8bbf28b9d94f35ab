"""The list of all plans, with facets to narrow it down."""

from __future__ import annotations

from collections.abc import Iterator

from kuntakesu import addresses
from kuntakesu.facets import FACETS, options
from kuntakesu.pages.view import SitePage, View

# With this many plans the page is still small on the wire; more go to further pages.
ON_A_PAGE = 500


def pages(view: View) -> Iterator[SitePage]:
    """The list, in as many pages as it takes."""
    plans = view.catalogue.plans
    count = max(1, -(-len(plans) // ON_A_PAGE))
    facets = [(facet, options(facet, view.catalogue, view.words)) for facet in FACETS]
    listed = [addresses.list_page(number, view.language) for number in range(1, count + 1)]
    for number, address in enumerate(listed, 1):
        first = (number - 1) * ON_A_PAGE
        html = view.render(
            "plans.html",
            address,
            facets=facets,
            first=first,
            shown=plans[first : first + ON_A_PAGE],
            number=number,
            list_addresses=listed,
            on_a_page=ON_A_PAGE,
        )
        yield SitePage(
            address,
            view.language,
            view.words("site.plans.title"),
            html,
            description=view.words("site.plans.lead", count=len(plans)),
            alternates=addresses.in_all_languages(addresses.list_page, number),
            section="plans",
        )
