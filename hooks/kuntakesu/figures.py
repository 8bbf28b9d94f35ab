"""What the plans' targets state, in numbers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from kuntakesu.body import Target
from kuntakesu.catalogue import Catalogue
from kuntakesu.vocabulary.terms import parts, themes


@dataclass(frozen=True)
class TargetFigures:
    """The development targets of all plans, counted; each language version of a plan counts."""

    catalogue: Catalogue

    def count(self, theme: str = "") -> int:
        """How many targets there are, under one theme or under all."""
        return sum(len(found) for found in self._chosen(theme))

    def stating(self, part: str, theme: str = "") -> int:
        """How many targets state a part, such as `indicators`, under one theme or under all."""
        return sum(bool(one.contents(part)) for found in self._chosen(theme) for one in found)

    def parts(self) -> tuple[tuple[str, int], ...]:
        """Each part and how many targets state it, in the order of the vocabulary."""
        return tuple((part, self.stating(part)) for part in parts().codes)

    def _chosen(self, theme: str) -> tuple[tuple[Target, ...], ...]:
        return (self._by_theme[theme],) if theme else tuple(self._by_theme.values())

    @cached_property
    def _by_theme(self) -> dict[str, tuple[Target, ...]]:
        return {
            theme: tuple(placed.target for placed in self.catalogue.targets(theme))
            for theme in themes().codes
        }
