"""Whether a plan is in force, ended or coming; else that it is no adopted plan."""

from kuntakesu.catalogue import Catalogue
from kuntakesu.languages import Words
from kuntakesu.plan import Plan


def values(plan: Plan, catalogue: Catalogue) -> tuple[str, ...]:
    """The plan's values."""
    return (catalogue.standing(plan),)


def label(value: str, words: Words, _catalogue: Catalogue) -> str:
    """A value's name for a reader."""
    return words(f"values.standing.{value}")
