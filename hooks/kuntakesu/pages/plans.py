"""The list of all plans, with facets to narrow it down."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kuntakesu import addresses
from kuntakesu.facets import FACETS
from kuntakesu.pages.choices import Choices
from kuntakesu.pages.draft import Draft, Ingredients
from kuntakesu.pages.view import SitePage, View

# With this many plans the page is still small on the wire; more go to further pages.
ON_A_PAGE = 500


def drafts(view: View, ingredients: Ingredients) -> Iterator[Draft]:
    """The list, in as many pages as it takes."""
    count = max(1, -(-len(view.catalogue.plans) // ON_A_PAGE))
    choices = Choices(view, FACETS)
    for number in range(1, count + 1):
        yield Draft(
            addresses.list_page(number, view.language),
            partial(_page, choices, number, count),
            (ingredients.every_fact,),
            addresses.in_all_languages(addresses.list_page, number),
        )


def _page(choices: Choices, number: int, count: int) -> SitePage:
    view = choices.view
    plans = view.catalogue.plans
    address, first = addresses.list_page(number, view.language), (number - 1) * ON_A_PAGE
    html = view.render(
        "plans.html",
        address,
        facets=choices.shown,
        first=first,
        shown=plans[first : first + ON_A_PAGE],
        number=number,
        list_addresses=[addresses.list_page(one, view.language) for one in range(1, count + 1)],
        on_a_page=ON_A_PAGE,
    )
    return SitePage(
        address,
        view.language,
        view.words("site.plans.title"),
        html,
        description=view.words("site.plans.lead", count=len(plans)),
        alternates=addresses.in_all_languages(addresses.list_page, number),
        section="plans",
    )
