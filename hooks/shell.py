"""The theme's page, filled once for each language and depth, into which finished pages are put."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment

from kuntakesu.catalogue import Catalogue
from kuntakesu.languages import INTERFACE
from kuntakesu.memory import Key, key_of
from kuntakesu.pages.frame import Frame, Place, frame, page_not_found
from kuntakesu.pages.view import SitePage

TEMPLATE = "main.html"
SLOTS = ("policy", "head", "header", "made", "footer")
# No text of a template has a control character.
MARK = "\x02{}\x03"


def with_missing_page(
    context: Mapping[str, Any], catalogue: Catalogue, place: Place
) -> dict[str, Any]:
    """What the engine gives its template of a missing page, with all that the page says."""
    page = page_not_found(catalogue, place)
    return {**context, "made": page.html, "frame": frame(page, catalogue, place)}


class Shell:
    """Makes whole pages without the engine's own way, which takes five times as long.

    Args:
        environment: The theme's templates.
        context: What the engine gives a template that is no page; see `mkdocs.get_context`.
        place: Where the site lies.
    """

    def __init__(
        self,
        environment: Environment,
        context: Mapping[str, Any],
        catalogue: Catalogue,
        place: Place,
    ) -> None:
        self._template = environment.get_template(TEMPLATE)
        self._context = context
        self._catalogue = catalogue
        self._place = place
        self._pieces = cache(self._cut)

    @cached_property
    def identity(self) -> Key:
        """A key of all that stands around pages, whatever the page."""
        pieces = [self._pieces(language, 0) for language in INTERFACE]
        return key_of(repr((self._place, self._catalogue.on, pieces)))

    def whole(self, page: SitePage) -> bytes:
        """A page with all that stands around it."""
        around = frame(page, self._catalogue, self._place)
        values = {
            "policy": around.policy,
            "head": around.head,
            "header": around.header,
            "made": page.html,
            "footer": around.footer,
        }
        first, *rest = self._pieces(page.language, page.address.count("/"))
        filled = (f"{values[slot]}{text}" for slot, text in zip(SLOTS, rest, strict=True))
        return "".join([first, *filled]).encode()

    def write(self, page: SitePage, folder: Path) -> None:
        """Write a page where it lies in a site's folder."""
        file = folder / page.address / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(self.whole(page))

    def _cut(self, language: str, depth: int) -> tuple[str, ...]:
        """The text of the template before, between and after its slots."""
        marks = {slot: MARK.format(slot) for slot in SLOTS}
        around = {slot: mark for slot, mark in marks.items() if slot != "made"}
        text = self._template.render(
            {
                **self._context,
                "base_url": "/".join([".."] * depth),
                "page": None,
                "made": marks["made"],
                "frame": Frame(language, self._place.sheet, **around),
            }
        )
        pieces = []
        for mark in marks.values():
            if text.count(mark) != 1:
                raise ValueError(f"{TEMPLATE}: {mark!r} must stand there once, and in order")
            piece, _, text = text.partition(mark)
            pieces.append(piece)
        return (*pieces, text)
