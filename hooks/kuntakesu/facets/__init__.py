"""Ways to narrow the list of plans down: one facet, one module.

A facet module has `values(plan, catalogue)` and `label(value, words, catalogue)`. Its name is the
key in the list's address, its heading `facets.<name>` in `languages/`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from kuntakesu.catalogue import STANDINGS, Catalogue
from kuntakesu.facets import kind, language, level, municipality, period, region, theme
from kuntakesu.fields import KINDS, LANGUAGES, LEVELS
from kuntakesu.languages import Words
from kuntakesu.plan import Plan
from kuntakesu.vocabulary.register import sort_key
from kuntakesu.vocabulary.terms import themes


@dataclass(frozen=True)
class Facet:
    """A facet as its module states it.

    Attributes:
        order: All values in the order to show them; empty for the order of their names.
    """

    name: str
    values: Callable[[Plan, Catalogue], tuple[str, ...]]
    label: Callable[[str, Words, Catalogue], str]
    order: tuple[str, ...] = ()


@dataclass(frozen=True)
class Option:
    """A value that at least one plan has."""

    value: str
    label: str
    count: int


FACETS = (
    Facet("municipality", municipality.values, municipality.label),
    Facet("region", region.values, region.label),
    Facet("theme", theme.values, theme.label, themes().codes),
    Facet("period", period.values, period.label, STANDINGS),
    Facet("level", level.values, level.label, LEVELS),
    Facet("language", language.values, language.label, LANGUAGES),
    Facet("kind", kind.values, kind.label, KINDS),
)


def options(facet: Facet, catalogue: Catalogue, words: Words) -> tuple[Option, ...]:
    """The facet's values in the catalogue, each with the number of its plans."""
    counts = Counter(value for plan in catalogue.plans for value in facet.values(plan, catalogue))
    found = [Option(value, facet.label(value, words, catalogue), n) for value, n in counts.items()]
    if facet.order:
        return tuple(sorted(found, key=lambda option: facet.order.index(option.value)))
    return tuple(sorted(found, key=lambda option: sort_key(option.label)))
