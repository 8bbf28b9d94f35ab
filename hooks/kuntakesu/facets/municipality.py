"""The municipalities of today that a plan is found under."""

from kuntakesu.catalogue import Catalogue
from kuntakesu.languages import Words
from kuntakesu.plan import Plan


def values(plan: Plan, _catalogue: Catalogue) -> tuple[str, ...]:
    """The plan's values."""
    return plan.codes


def label(value: str, words: Words, catalogue: Catalogue) -> str:
    """A value's name for a reader."""
    return catalogue.register.municipality(value).name(words.language)
