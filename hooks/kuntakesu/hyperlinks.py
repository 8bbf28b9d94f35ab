"""Where an address in a plan's text leads, read as a browser reads it."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
OUTWARD = "external nofollow noopener noreferrer ugc"
"""The `rel` of an author's link out of the site: followed by readers, not vouched for by us."""
# A browser drops these wherever they stand, so that `java&#10;script:` is `javascript:`.
_DROPPED = re.compile("[\t\n\r]")
# It drops the spaces and control characters at either end; a no-break space and other marks that
# can't be seen are dropped here too, so that no reader of a link is deceived by them.
_AROUND = "".join(map(chr, range(0x21))) + "\x7f\u00a0\u00ad\u200b\u200c\u200d\u2060\ufeff"
_SCHEME = re.compile(r"([^/?#:]*):")


def scheme(address: str) -> str:
    """The scheme in lower case, such as `https`; empty for a place within the site.

    `//host/…` leads to another site by the page's own scheme, and is given as `//`.
    """
    plain = _DROPPED.sub("", address).strip(_AROUND).replace("\\", "/")
    if plain.startswith("//"):
        return "//"
    found = _SCHEME.match(plain)
    return found[1].strip(_AROUND).lower() if found else ""


def is_safe(address: str) -> bool:
    """Whether a link may lead there: the web, mail, telephone, or a place within the site."""
    found = scheme(address)
    return found in SCHEMES or (not found and not address.strip(_AROUND).startswith(":"))


def is_remote(address: str) -> bool:
    """Whether the address leads out of the site, or holds the thing itself (`data:`)."""
    return bool(scheme(address))


def is_web(address: str) -> bool:
    """Whether the address leads to a page of another site, and not to a mailbox or a telephone."""
    return scheme(address) in {"http", "https"}


def file_path(address: str) -> str:
    """The path of the file that an address within the site means, such as `kuva 1.png`."""
    try:
        return unquote(urlsplit(address.strip()).path)
    except ValueError:
        return address.strip()
