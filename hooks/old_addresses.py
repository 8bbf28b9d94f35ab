"""Sees to it that nothing ends that was once published: complains of it, or makes a page there."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterator
from pathlib import Path

from mkdocs.exceptions import Abort

from kuntakesu.catalogue import Catalogue
from kuntakesu.languages import words
from kuntakesu.pages import tombstones
from kuntakesu.pages.view import SitePage
from kuntakesu.published import read_published
from kuntakesu.reporters.harmless import harmless

log = logging.getLogger("mkdocs.hooks.kuntakesu")


def old_pages(
    root: Path, present: Collection[str], catalogue: Catalogue, site_url: str, *, serving: bool
) -> Iterator[SitePage]:
    """The pages of addresses whose own page has moved or is gone.

    Args:
        root: The checkout.
        present: The addresses that the site has.
        catalogue: What the pages show.
        site_url: The site's address with a slash at the end.
        serving: Whether the site is only looked at.

    Raises:
        Abort: An address has ended; while serving that is only told.
    """
    published = read_published(root)
    faults = published.faults_beside(present)
    told = harmless("\n".join(fault.told(words("en")) for fault in faults))
    if faults and not serving:
        raise Abort(told)
    if faults:
        log.info(told)
    yield from tombstones.pages(published, present, catalogue, site_url)
