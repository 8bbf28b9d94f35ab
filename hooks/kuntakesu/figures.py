"""What the plans' targets state, in numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from kuntakesu.catalogue import Catalogue
from kuntakesu.vocabulary.terms import parts, themes


@dataclass(frozen=True)
class TargetFigures:
    """The development targets of all plans, counted; each language version of a plan counts."""

    catalogue: Catalogue

    def count(self, theme: str = "") -> int:
        """How many targets there are, under one theme or under all."""
        return sum(counts.total() for counts in self._of(theme))

    def stating(self, part: str, theme: str = "") -> int:
        """How many targets state a part, such as `indicators`, under one theme or under all."""
        bit = 1 << parts().codes.index(part)
        found = (counts.items() for counts in self._of(theme))
        return sum(count for pairs in found for kinds, count in pairs if kinds & bit)

    def parts(self) -> tuple[tuple[str, int], ...]:
        """Each part and how many targets state it, in the order of the vocabulary."""
        return tuple((part, self.stating(part)) for part in parts().codes)

    def _of(self, theme: str) -> list[Counter[int]]:
        return [self._kinds[each] for each in ((theme,) if theme else themes().codes)]

    @cached_property
    def _kinds(self) -> dict[str, Counter[int]]:
        """Per theme how many targets state which kinds; see `TargetOutline`."""
        return {
            theme: Counter(placed.target.kinds for placed in self.catalogue.targets(theme))
            for theme in themes().codes
        }
