"""The words that a script needs to show a plan's targets, beside those that every page has."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from kuntakesu.languages import words


@cache
def part_labels(language: str) -> Mapping[str, str]:
    """The name of each part of a target, by `part.<kind>`."""
    return {f"part.{kind}": text for kind, text in words(language).under("values.part").items()}


@cache
def copy_labels(language: str) -> Mapping[str, str]:
    """What is needed to copy a target with its source."""
    chosen = words(language)
    return {
        **chosen.under("site.theme.words"),
        **part_labels(language),
        "copied": chosen("site.copied"),
    }
