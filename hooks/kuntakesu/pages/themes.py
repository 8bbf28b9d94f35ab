"""A page for each of the four themes: what plans aim at under it, municipality by municipality."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, partial

from kuntakesu import addresses
from kuntakesu.catalogue import Catalogue, PlacedTarget
from kuntakesu.facets import FACETS
from kuntakesu.memory import Key, key_of
from kuntakesu.pages.choices import Choices
from kuntakesu.pages.draft import Draft, Ingredients
from kuntakesu.pages.labels import copy_labels
from kuntakesu.pages.view import SitePage, View
from kuntakesu.plan import Plan
from kuntakesu.vocabulary.terms import parts, themes

ON_A_PAGE = 500
FILTERS = ("region", "period", "level")


def drafts(view: View, ingredients: Ingredients) -> Iterator[Draft]:
    """The list of themes, and each theme's page, in one language."""
    listing = addresses.in_all_languages(addresses.listing, "themes")
    yield Draft(listing[view.language], partial(_list, view), (ingredients.every_fact,), listing)
    filters = Choices(view, tuple(facet for facet in FACETS if facet.name in FILTERS))
    for code in themes().codes:
        theme = _Theme(code, view.catalogue.targets(code), filters)
        for number in range(1, theme.pages + 1):
            yield Draft(
                addresses.theme_page(code, number, view.language),
                partial(_page, view, theme, number),
                (ingredients.every_fact, *_made_of(theme, number, ingredients)),
                addresses.in_all_languages(addresses.theme_page, code, number),
            )


def _made_of(theme: _Theme, number: int, ingredients: Ingredients) -> Iterator[Key]:
    """What a theme's page shows beside facts: its targets, and in how many plans and pages."""
    shown = theme.on_page(number)
    yield theme.extent
    yield ingredients.outlines({placed.plan.name: placed.plan for placed in shown}.values())
    ends = (shown[0], shown[-1]) if shown else ()
    yield key_of(*(f"{placed.plan.name}#{placed.target.anchor}" for placed in ends))


def _list(view: View) -> SitePage:
    listing = addresses.listing("themes", view.language)
    counts = [(code, len(view.catalogue.plans_with_theme(code))) for code in themes().codes]
    return SitePage(
        listing,
        view.language,
        view.words("site.themes.title"),
        view.render("themes.html", listing, themes=counts),
        description=view.words("site.themes.lead"),
        alternates=addresses.in_all_languages(addresses.listing, "themes"),
        section="themes",
    )


@dataclass(frozen=True)
class _Theme:
    """A theme with all its targets, and what they are filtered by beside the parts they state."""

    code: str
    targets: tuple[PlacedTarget, ...]
    filters: Choices

    @property
    def pages(self) -> int:
        return max(1, -(-len(self.targets) // ON_A_PAGE))

    @cached_property
    def plans(self) -> frozenset[str]:
        """The names of the plans that have targets."""
        return frozenset(placed.plan.name for placed in self.targets)

    @cached_property
    def extent(self) -> Key:
        """A key of how many targets there are, and of which plans."""
        return key_of(str(len(self.targets)), *sorted(self.plans))

    def on_page(self, number: int) -> tuple[PlacedTarget, ...]:
        """The targets on a page."""
        return self.targets[(number - 1) * ON_A_PAGE : number * ON_A_PAGE]


def _page(view: View, theme: _Theme, number: int) -> SitePage:
    code, targets, count = theme.code, theme.targets, theme.pages
    address = addresses.theme_page(code, number, view.language)
    name = view.words(f"values.theme.{code}")
    html = view.render(
        "theme.html",
        address,
        code=code,
        name=name,
        number=number,
        last=number == count,
        page_addresses=[
            addresses.theme_page(code, other, view.language) for other in range(1, count + 1)
        ],
        groups=_by_place(theme.on_page(number), view),
        bare=[
            plan for plan in view.catalogue.plans_with_theme(code) if plan.name not in theme.plans
        ],
        target_count=len(targets),
        facets=theme.filters.shown,
        parts=parts().codes,
        labels=copy_labels(view.language),
    )
    return SitePage(
        address,
        view.language,
        name,
        html,
        description=view.words(f"site.theme.about.{code}"),
        alternates=addresses.in_all_languages(addresses.theme_page, code, number),
        feed=addresses.feed(addresses.item("themes", code, view.language)),
        crumbs=(view.crumb("themes"),),
        section="themes",
    )


def _by_place(
    targets: tuple[PlacedTarget, ...], view: View
) -> list[tuple[str, list[tuple[Plan, list[PlacedTarget]]]]]:
    """Targets by the municipalities of their plans, then by plan, in the catalogue's order."""
    plans: dict[str, list[PlacedTarget]] = {}
    for placed in targets:
        plans.setdefault(placed.plan.name, []).append(placed)
    groups: dict[str, list[tuple[Plan, list[PlacedTarget]]]] = {}
    for found in plans.values():
        plan = found[0].plan
        groups.setdefault(place_names(plan, view.catalogue, view), []).append((plan, found))
    return list(groups.items())


def place_names(plan: Plan, catalogue: Catalogue, view: View, most: int = 3) -> str:
    """The names of a plan's municipalities, or their number where they are many."""
    places = catalogue.municipalities_of(plan)
    if len(places) > most:
        return view.words("site.places", count=len(places), provider=plan.provider)
    return ", ".join(place.name(view.language) for place in places)
