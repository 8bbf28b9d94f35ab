"""What the plans' targets state, in numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from kuntakesu.catalogue import Catalogue
from kuntakesu.vocabulary.terms import parts, themes

# Stands for the target itself, whatever it states.
ANY = "any"


@dataclass(frozen=True)
class TargetFigures:
    """The development targets of all plans, counted; each language version of a plan counts."""

    catalogue: Catalogue

    def count(self, theme: str = "") -> int:
        """How many targets there are, under one theme or under all."""
        return self.stating(ANY, theme)

    def stating(self, part: str, theme: str = "") -> int:
        """How many targets state a part, such as `indicators`, under one theme or under all."""
        chosen = (theme,) if theme else themes().codes
        return sum(self._counts[each][part] for each in chosen)

    def parts(self) -> tuple[tuple[str, int], ...]:
        """Each part and how many targets state it, in the order of the vocabulary."""
        return tuple((part, self.stating(part)) for part in parts().codes)

    @cached_property
    def _counts(self) -> dict[str, Counter[str]]:
        return {
            theme: Counter(
                part
                for placed in self.catalogue.targets(theme)
                for part in (ANY, *placed.target.kinds)
            )
            for theme in themes().codes
        }
