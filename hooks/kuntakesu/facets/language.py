"""The language that a plan is written in."""

from kuntakesu.catalogue import Catalogue
from kuntakesu.languages import Words
from kuntakesu.plan import Plan


def values(plan: Plan, _catalogue: Catalogue) -> tuple[str, ...]:
    """The plan's values."""
    return (plan.language,)


def label(value: str, words: Words, _catalogue: Catalogue) -> str:
    """A value's name for a reader."""
    return words(f"values.language.{value}")
