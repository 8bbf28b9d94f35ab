"""What was added, changed, moved, withdrawn and removed, the newest first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from kuntakesu import addresses
from kuntakesu.news import all_news
from kuntakesu.pages.view import SitePage, View

ON_A_PAGE = 300


def pages(view: View) -> Iterator[SitePage]:
    """The changes in one language, in as many pages as it takes."""
    every = all_news(view.catalogue)
    count = max(1, -(-len(every) // ON_A_PAGE))
    listed = [addresses.changes(number, view.language) for number in range(1, count + 1)]
    for number, address in enumerate(listed, 1):
        shown = every[(number - 1) * ON_A_PAGE : number * ON_A_PAGE]
        days = [(day, list(found)) for day, found in groupby(shown, lambda one: one.version.day)]
        yield SitePage(
            address,
            view.language,
            view.words("site.changes.title"),
            view.render("changes.html", address, days=days, number=number, page_addresses=listed),
            description=view.words("site.changes.lead"),
            alternates=addresses.in_all_languages(addresses.changes, number),
            section="plans",
        )
