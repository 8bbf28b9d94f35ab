"""The words that a script needs to show a plan's targets, beside those that every page has."""

from __future__ import annotations

from kuntakesu.pages.view import View


def part_labels(view: View) -> dict[str, str]:
    """The name of each part of a target, by `part.<kind>`."""
    return {f"part.{kind}": text for kind, text in view.words.under("values.part").items()}


def copy_labels(view: View) -> dict[str, str]:
    """What is needed to copy a target with its source."""
    words = view.words
    return {
        **words.under("site.theme.words"),
        **part_labels(view),
        "copied": words("site.copied"),
    }
