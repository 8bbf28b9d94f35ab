"""The page on which plans are set side by side; which ones, the address says to its script."""

from __future__ import annotations

from collections.abc import Iterator

from kuntakesu import addresses
from kuntakesu.pages.labels import part_labels
from kuntakesu.pages.view import SitePage, View
from kuntakesu.plan import Plan
from kuntakesu.succession import comparable
from kuntakesu.vocabulary.terms import parts, themes

MOST_PAIRS = 24


def pages(view: View) -> Iterator[SitePage]:
    """The page in one language."""
    address = addresses.listing("compare", view.language)
    html = view.render(
        "compare.html",
        address,
        pairs=_pairs(view),
        themes=themes().codes,
        parts=parts().codes,
        labels={
            **view.words.under("site.compare.words"),
            **{f"fate.{kind}": text for kind, text in view.words.under("site.fate").items()},
            **part_labels(view.language),
        },
    )
    yield SitePage(
        address,
        view.language,
        view.words("site.compare.title"),
        html,
        description=view.words("site.compare.lead"),
        alternates=addresses.in_all_languages(addresses.listing, "compare"),
        crumbs=(view.crumb("plans"),),
        section="plans",
    )


def _pairs(view: View) -> list[tuple[Plan, Plan]]:
    """The newest plans that can be compared with the one before them."""
    found = []
    for plan in view.catalogue.newest(len(view.catalogue.plans)):
        previous = view.catalogue.previous(plan)
        if previous and comparable(previous, plan):
            found.append((previous, plan))
        if len(found) == MOST_PAIRS:
            break
    return found
