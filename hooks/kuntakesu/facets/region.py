"""The regions of a plan's municipalities."""

from kuntakesu.catalogue import Catalogue
from kuntakesu.languages import Words
from kuntakesu.plan import Plan


def values(plan: Plan, catalogue: Catalogue) -> tuple[str, ...]:
    """The plan's values."""
    return catalogue.regions_of(plan)


def label(value: str, words: Words, catalogue: Catalogue) -> str:
    """A value's name for a reader."""
    return next(
        region.name(words.language) for region in catalogue.register.regions if region.code == value
    )
