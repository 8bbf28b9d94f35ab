"""The files of a site, written where it is published."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from browser_files import Made
from kuntakesu.catalogue import Catalogue
from kuntakesu.exports import all_files
from kuntakesu.memory import Key, key_of
from kuntakesu.pages import drafts
from kuntakesu.pages.draft import Draft
from kuntakesu.pages.frame import Place
from kuntakesu.pages.publish import Desk
from kuntakesu.pages.site_map import site_maps
from kuntakesu.pages.view import SitePage
from kuntakesu.search.analysis import Analyser
from kuntakesu.site_file import Content
from kuntakesu.source import is_plain_file
from ledger import Ledger
from old_addresses import old_pages
from outlet import Outlet
from shell import Shell
from store import FOLDER, Store, made_by, open_words, words_of
from telling import tell_written

BEFORE = "SITE_BEFORE"
"""The variable that names the site whose place a build is to take, where it is built beside."""


@dataclass(frozen=True)
class Site:
    """What a site is made of.

    Attributes:
        root: The checkout.
        desk: Where plans are sent.
        memory: What knows parts of it from before.
        serving: Whether it is only looked at.
    """

    root: Path
    catalogue: Catalogue
    place: Place
    desk: Desk
    memory: Store
    serving: bool = False

    def write(self, outlet: Outlet, shell: Shell, guides: Iterable[SitePage]) -> int:
        """Write all that is made of the catalogue.

        Args:
            outlet: Where to; it holds already what the engine made.
            shell: What stands around each page.
            guides: The pages that the engine made, for the map of the site.

        Returns:
            How many pages the site has.

        Raises:
            OSError: Something can't be written.
        """
        words = open_words(words_of(self.root))
        for file in all_files(self.catalogue, Analyser(words), self.place.site_url, self.memory):
            _put(outlet, file.address, file.made_of, file.make)
        words.close()
        made = self._drafts(outlet)
        for number, draft in enumerate(made, 1):
            made_of = (shell.identity, *draft.made_of) if draft.made_of else ()
            _put(outlet, f"{draft.address}index.html", made_of, partial(_whole, draft, shell))
            tell_written(number)
        pages = [*map(Draft.of, guides), *made]
        for name, content in site_maps(pages, self.place):
            outlet.put(name, content)
        outlet.close()
        return len(pages)

    def _drafts(self, outlet: Outlet) -> list[Draft]:
        """All pages, those of old addresses among them; none is written before all are known."""
        url = self.place.site_url
        own = list(drafts(self.catalogue, url, self.desk))
        present = outlet.addresses | {draft.address for draft in own}
        old = old_pages(self.root, present, self.catalogue, url, serving=self.serving)
        return [*own, *map(Draft.of, old)]


def _put(outlet: Outlet, name: str, made_of: tuple[Key, ...], make: Callable[[], Content]) -> None:
    """Put a file that is only made where what it is made of, if that is known, has changed."""
    if made_of:
        outlet.put_made(name, key_of(made_by(), *made_of), make)
    else:
        outlet.put(name, make())


def _whole(draft: Draft, shell: Shell) -> Content:
    return (shell.whole(draft.make()),)


def outlet_of(folder: Path, root: Path, made: Path) -> Outlet:
    """Where a checkout's site is written.

    Args:
        folder: The site's folder.
        root: The checkout.
        made: The folder of what the engine made; the outlet takes it over.
    """
    named = os.environ.get(BEFORE)
    before = Path(named) if named else None
    outlet = Outlet(folder, Ledger.of(before or folder, root / FOLDER), before)
    outlet.take_over(made)
    return outlet


def shown_pictures(root: Path, catalogue: Catalogue) -> dict[str, Made]:
    """The pictures that plans show and that are there, by their addresses."""
    files = {address: root / path for address, path in catalogue.pictures()}
    return {one: {"abs_src_path": str(to)} for one, to in files.items() if is_plain_file(to)}
