"""What a build made, in one line."""

from __future__ import annotations

from kuntakesu.catalogue import Catalogue
from kuntakesu.languages import words


def summary(catalogue: Catalogue, pages: int, seconds: float) -> str:
    """The line, in English.

    Args:
        catalogue: What was published.
        pages: How many pages were made.
        seconds: How long it took.
    """
    say = words("en")
    parts = (
        say("site.plans_count", count=len(catalogue.plans)),
        say("checker.built.municipalities", count=len(catalogue.covered())),
        say("checker.built.pages", count=pages),
        say("checker.built.seconds", seconds=f"{seconds:.1f}"),
    )
    return f"Built {', '.join(parts)}"
