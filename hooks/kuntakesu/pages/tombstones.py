"""Small pages that tell, at an address that was once published, what became of its page."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kuntakesu import addresses
from kuntakesu.catalogue import Catalogue
from kuntakesu.languages import INTERFACE, words
from kuntakesu.pages.view import SitePage, View
from kuntakesu.published import Published


def pages(
    published: Published, present: Collection[str], catalogue: Catalogue, site_url: str
) -> Iterator[SitePage]:
    """A page for every address of the list whose page has moved or is gone.

    Args:
        published: The list.
        present: The addresses of all else that the site publishes.
        catalogue: What is published.
        site_url: The site's address with a slash at the end.
    """
    for address, target in published.tombstones(present):
        first = _language(address)
        others = [one for one in INTERFACE if one != first]
        view = View(catalogue, first, site_url)
        name = _name(address)
        kind = "moved" if target in present else "gone"
        yield SitePage(
            address,
            first,
            view.words(f"site.tombstone.{kind}", name=name),
            view.render(
                "tombstone.html",
                address,
                languages=[words(one) for one in (first, *others)],
                kind=kind,
                name=name,
                target=target,
                target_name=_name(target or ""),
            ),
            section="plans",
            indexed=False,
        )


def _name(address: str) -> str:
    """An address as readers can say it: a plan's name where it is one."""
    return address.removeprefix(addresses.listing("plans", "fi")).strip("/") or "/"


def _language(address: str) -> str:
    """The language of the page that was there: by its folder, or the ending of a plan's name."""
    parts = address.strip("/").split("/")
    ending = parts[-1].rpartition(".")[2]
    return next((one for one in INTERFACE if one in (parts[0], ending)), "fi")
