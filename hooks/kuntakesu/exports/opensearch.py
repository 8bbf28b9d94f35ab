"""How a browser searches the catalogue from its address bar, one file per language."""

from __future__ import annotations

from xml.sax.saxutils import escape

from kuntakesu import addresses
from kuntakesu.languages import words

NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/"


def name(language: str) -> str:
    """The address of a language's file."""
    return addresses.opensearch(language)


def export(site_url: str, language: str) -> bytes:
    """The OpenSearch description: the list of plans finds municipalities and plans alike."""
    say = words(language)
    found = f"{site_url}{addresses.listing('plans', language)}?q={{searchTerms}}"
    icon = f"{site_url}images/mark.svg"
    lines = (
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<OpenSearchDescription xmlns="{NAMESPACE}">',
        f"<ShortName>{escape(say('site.name'))}</ShortName>",
        f"<Description>{escape(say('data.opensearch'))}</Description>",
        "<InputEncoding>UTF-8</InputEncoding>",
        f"<Language>{language}</Language>",
        f'<Image width="16" height="16" type="image/svg+xml">{escape(icon)}</Image>',
        f'<Url type="text/html" method="get" template="{escape(found)}"/>',
        "</OpenSearchDescription>",
    )
    return ("\n".join(lines) + "\n").encode()
