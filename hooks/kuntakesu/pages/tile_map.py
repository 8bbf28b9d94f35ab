"""The map of hexagons, one for each municipality, and the same as a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from kuntakesu import addresses, drawing, shading
from kuntakesu.catalogue import Catalogue
from kuntakesu.coverage import Coverage, runs
from kuntakesu.drawing import Cell
from kuntakesu.languages import Words
from kuntakesu.pages.draft import Draft, Ingredients
from kuntakesu.pages.view import SitePage, View, period
from kuntakesu.shading import Shading
from kuntakesu.vocabulary.register import Municipality, Region
from kuntakesu.vocabulary.terms import themes

LONGEST_LABEL = 6


@dataclass(frozen=True)
class Tile:
    """A municipality on the map and in the table.

    Attributes:
        x: Of its middle, as y.
        label: What fits into the tile of its name.
        title: Its name and what is known of its plans, in full.
        classes: What the tile looks like under each shading, separated by spaces.
        years: The runs of years with a plan in force, or empty.
        standings: Now, and then per theme; empty where there is no plan.
    """

    place: Municipality
    x: int
    y: int
    label: str
    title: str
    classes: str
    years: str
    standings: tuple[str, ...]


@dataclass(frozen=True)
class Legend:
    """A shading in words.

    Attributes:
        key: The menu's value.
        label: In the menu and above the legend.
        rows: Looks with what they mean and how many municipalities have them.
    """

    key: str
    kind: str
    label: str
    rows: tuple[tuple[str, str, int], ...]


def drafts(view: View, ingredients: Ingredients) -> Iterator[Draft]:
    """The map of one language."""
    own = addresses.in_all_languages(addresses.listing, "map")
    yield Draft(own[view.language], partial(_page, view), (ingredients.every_fact,), own)


def _page(view: View) -> SitePage:
    address = addresses.listing("map", view.language)
    coverage = Coverage(view.catalogue)
    html = view.render(
        "map.html",
        address,
        shape=shape(view.catalogue),
        tile=drawing.TILE,
        regions=list(_regions(coverage, view)),
        legends=[_legend(one, view.words) for one in shading.shadings(coverage)],
        themes=themes().codes,
    )
    return SitePage(
        address,
        view.language,
        view.words("site.map.title"),
        html,
        description=view.words("site.map.lead"),
        alternates=addresses.in_all_languages(addresses.listing, "map"),
        crumbs=(view.crumb("municipalities"),),
        section="municipalities",
    )


@dataclass(frozen=True)
class Shape:
    """The map without its tiles."""

    width: int
    height: int
    borders: str


def shape(catalogue: Catalogue) -> Shape:
    """The map's size and the borders of its regions."""
    cells: Mapping[Cell, str] = {
        cell(place): place.region.code for place in catalogue.register.municipalities
    }
    return Shape(*drawing.size(cells), drawing.borders(cells))


def small(catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """The map as a picture: a path for each look."""
    coverage = Coverage(catalogue)
    cells: dict[str, list[Cell]] = {look: [] for look in shading.LOOKS}
    for place in catalogue.register.municipalities:
        cells[shading.look(coverage.standing(place.code))].append(cell(place))
    return tuple((look, drawing.tiles(found)) for look, found in cells.items() if found)


def cell(place: Municipality) -> Cell:
    """Where a municipality is on the map."""
    return place.location.column, place.location.row


def _legend(chosen: Shading, words: Words) -> Legend:
    if chosen.kind == "year":
        label, none = chosen.value, words("site.map.year_none", year=chosen.value)
    elif chosen.kind == "theme":
        label, none = words(f"values.theme.{chosen.value}"), words("site.map.theme_none")
    else:
        label, none = words("site.map.now"), words("site.map.none")
    told = {"other": words("site.map.lesser"), "none": none}
    rows = tuple(
        (look, told.get(look) or words(f"values.standing.{look}"), count)
        for look, count in chosen.counts
        if count or look in ("in-force", "none")
    )
    return Legend(chosen.key, chosen.kind, label, rows)


def _regions(coverage: Coverage, view: View) -> Iterator[tuple[Region, list[Tile]]]:
    register = view.catalogue.register
    for region in register.regions:
        places = register.in_region(region.code, view.language)
        yield region, [_tile(place, coverage, view) for place in places]


def _tile(place: Municipality, coverage: Coverage, view: View) -> Tile:
    words, name = view.words, place.name(view.language)
    standings = tuple(coverage.standing(place.code, theme) for theme in ("", *themes().codes))
    told = words(f"values.standing.{standings[0]}") if standings[0] else words("site.map.none")
    years = ", ".join(period(run) for run in runs(coverage.years_of(place.code)))
    covered = [
        words(f"values.theme.{theme}")
        for theme, standing in zip(themes().codes, standings[1:], strict=True)
        if standing
    ]
    sentences = [
        words("site.map.tile", name=name, standing=told),
        *([words("site.map.tile_years", years=years)] if years else []),
        *([", ".join(covered)] if covered else []),
    ]
    x, y = drawing.centre(cell(place))
    return Tile(
        place,
        x,
        y,
        name if len(name) <= LONGEST_LABEL else f"{name[: LONGEST_LABEL - 1].rstrip()}.",
        "; ".join(sentences),
        " ".join(shading.classes(place.code, coverage)),
        years,
        standings,
    )
