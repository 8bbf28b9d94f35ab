"""What a list can be narrowed down by."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from kuntakesu.facets import Facet, Option, options
from kuntakesu.pages.view import View


@dataclass(frozen=True)
class Choices:
    """Facets, whose values are counted when the first page that shows them is made."""

    view: View
    facets: tuple[Facet, ...]

    @cached_property
    def shown(self) -> tuple[tuple[Facet, tuple[Option, ...]], ...]:
        """Each facet with its values in the catalogue."""
        view = self.view
        return tuple((facet, options(facet, view.catalogue, view.words)) for facet in self.facets)
