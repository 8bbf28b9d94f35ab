"""What of a plan's HTML may reach a reader: a list of what is allowed, held by nh3."""

from __future__ import annotations

import html
import re
from functools import cache

import nh3

from kuntakesu.hyperlinks import SCHEMES

TAGS = frozenset(
    "p br hr ul ol li dl dt dd h2 h3 h4 h5 h6 strong em code pre blockquote "
    "table thead tbody tr th td a img sup div".split()
)
ATTRIBUTES = {
    "a": {"href", "title", "class", "id", "rel"},
    "img": {"src", "alt", "title"},
    "h2": {"id"},
    "h3": {"id"},
    "h4": {"id"},
    "h5": {"id"},
    "h6": {"id"},
    "th": {"class"},
    "td": {"class"},
    "ol": {"start"},
    "sup": {"id"},
    "li": {"id"},
    "div": {"class"},
}


def sanitise(markup: str) -> str:
    """Keep only what a plan may show; the renderer's own output passes unchanged."""
    return _cleaner().clean(markup)


def plain_text(markup: str) -> str:
    """The words of some HTML, on one line."""
    spaced = re.sub(r"(</(?:p|li|h\d|td|th|dt|dd|tr)>|<br ?/?>)", r"\1 ", markup)
    return " ".join(html.unescape(nh3.clean(spaced, tags=set())).split())


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        url_schemes=set(SCHEMES),
        link_rel=None,
    )
