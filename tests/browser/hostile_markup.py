"""What the pages of the site may be made of: all else came from somebody who had no say in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

from tests.building import DATA_BLOCKS, SITE_URL

Element = Any  # lxml has no types
ORIGIN = "{0.scheme}://{0.netloc}/".format(urlsplit(SITE_URL))

FORBIDDEN = frozenset(
    "applet area audio base basefont bgsound blink dialog embed fencedframe font frame frameset "
    "iframe image keygen layer listing map marquee math mglyph mtext noembed noframes object "
    "param plaintext portal slot source style track video xmp foreignobject animate set use "
    "script-x".split()
)
RELATIONS = {"stylesheet", "icon", "canonical", "alternate", "search"}
LOADED = {("script", "src"), ("img", "src"), ("link", "href")}
ADDRESSES = {"href", "src", "action"}
REFUSED = re.compile(
    r"on.*|srcdoc|srcset|formaction|poster|ping|background|data|xlink:href|is|slot|popover|"
    r"contenteditable|autofocus|accesskey|nonce|integrity|http-equiv|target|download"
)
SCHEMES = {"http", "https", "mailto", "tel"}
PROSE = re.compile(r"s-[a-z0-9-]+|fn(?:ref\d*)?:.*", re.DOTALL)


def strange(page: Element, address: str) -> Iterator[str]:
    """What on a page is not the site's own.

    Args:
        page: The whole page.
        address: Where it is, below the site.
    """
    for element in page.iter():
        if not isinstance(element.tag, str):
            yield f"comment {element.text}"
            continue
        yield from _of_element(element)
        for name, value in element.attrib.items():
            yield from _of_attribute(element, name, value, f"{SITE_URL}{address}")


def _of_element(element: Element) -> Iterator[str]:
    tag = element.tag
    if (tag in FORBIDDEN and not _is_preview(element)) or ":" in tag:
        yield f"<{tag}>"
    within_text = any(
        "kk-plan-body" in one.get("class", "").split() for one in element.iterancestors()
    )
    if within_text and tag in ("script", "form", "input", "button", "svg", "meta", "link"):
        yield f"<{tag}> in a text"
    if tag == "script" and element.get("src") is None and element.get("type") not in DATA_BLOCKS:
        yield "a script in the page"
    if tag == "link" and not set(element.get("rel", "").split()) <= RELATIONS:
        yield f"<link rel={element.get('rel')}>"
    own_id = element.get("id")
    if within_text and own_id not in (None, "contents") and not PROSE.fullmatch(own_id):
        yield f"id {own_id}"


def _of_attribute(element: Element, name: str, value: str, page: str) -> Iterator[str]:
    tag = element.tag
    policy = tag == "meta" and value.lower() == "content-security-policy"
    # The frame's own page is the template's; a plan is put into it as elements.
    skeleton = name == "srcdoc" and _is_preview(element) and "<script" not in value.lower()
    if REFUSED.fullmatch(name.lower()) and not policy and not skeleton:
        yield f"{tag} {name}={value[:60]}"
    if name == "style":
        yield f"{tag} style={value[:60]}"
    if name in ADDRESSES:
        whole = urljoin(page, re.sub("[\t\n\r]", "", value).strip("".join(map(chr, range(33)))))
        scheme = _scheme(whole)
        if scheme not in SCHEMES:
            yield f"{tag} {name}={value[:60]}"
        if _is_loaded(element, name) and not whole.startswith(ORIGIN):
            yield f"{tag} loads {value[:60]}"


def _is_preview(element: Element) -> bool:
    """In the form a plan is shown in a frame in which no script runs."""
    sandbox = element.get("sandbox")
    return bool(element.tag == "iframe" and sandbox == "allow-same-origin allow-popups")


def _is_loaded(element: Element, name: str) -> bool:
    if element.tag == "link":
        return bool({"stylesheet", "icon"} & set(element.get("rel", "").split()))
    return (element.tag, name) in LOADED or name == "action"


def _scheme(address: str) -> str:
    try:
        return urlsplit(address).scheme
    except ValueError:  # a server's name that none has, which no browser opens either
        return "https" if address.startswith(("http:", "https:")) else address
