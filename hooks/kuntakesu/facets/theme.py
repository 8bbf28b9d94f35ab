"""The themes that a plan states to cover."""

from kuntakesu.catalogue import Catalogue
from kuntakesu.languages import Words
from kuntakesu.plan import Plan


def values(plan: Plan, _catalogue: Catalogue) -> tuple[str, ...]:
    """The plan's values."""
    return plan.themes


def label(value: str, words: Words, _catalogue: Catalogue) -> str:
    """A value's name for a reader."""
    return words(f"values.theme.{value}")
