"""Stands in for nh3 where the package runs in a browser, which has no wheel of it.

The words of a text are the same as nh3's. The markup is held to the same list of what is allowed;
the page sanitises it once more with DOMPurify before it shows it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Set
from html.parser import HTMLParser

VOID = frozenset({"br", "hr", "img"})
DROPPED = frozenset({"script", "style"})
ADDRESSES = frozenset({"href", "src"})
SCHEME = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9+.-]*):")


def clean(markup: str, tags: Set[str]) -> str:
    """The markup with only these tags, and none of their attributes."""
    return Cleaner(tags, {}, frozenset()).clean(markup)


class Cleaner:
    """Keeps what is allowed."""

    def __init__(
        self,
        tags: Set[str],
        attributes: Mapping[str, Set[str]],
        url_schemes: Set[str],
        link_rel: None = None,
    ) -> None:
        """Take what is allowed, by the names that nh3 gives it."""
        self.tags, self.attributes, self.url_schemes = tags, attributes, url_schemes
        self.link_rel = link_rel

    def clean(self, markup: str) -> str:
        """The markup without what is not allowed."""
        walk = _Walk(self)
        walk.feed(markup)
        walk.close()
        return "".join(walk.kept)

    def allows(self, tag: str, name: str, value: str) -> bool:
        """Whether a tag may have an attribute of this value."""
        if name not in self.attributes.get(tag, ()):
            return False
        scheme = SCHEME.match(value) if name in ADDRESSES else None
        return scheme is None or scheme[1].lower() in self.url_schemes


class _Walk(HTMLParser):
    def __init__(self, cleaner: Cleaner) -> None:
        super().__init__(convert_charrefs=True)
        self._cleaner = cleaner
        self._dropped = 0
        self.kept: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._dropped += tag in DROPPED
        if tag in self._cleaner.tags and not self._dropped:
            given = [(name, value or "") for name, value in attrs]
            shown = [
                f' {name}="{html.escape(value)}"'
                for name, value in given
                if self._cleaner.allows(tag, name, value)
            ]
            self.kept.append(f"<{tag}{''.join(shown)}>")

    def handle_endtag(self, tag: str) -> None:
        self._dropped = max(0, self._dropped - (tag in DROPPED))
        if tag in self._cleaner.tags and tag not in VOID:
            self.kept.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self._dropped:
            self.kept.append(html.escape(data, quote=False))
