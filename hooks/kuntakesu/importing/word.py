"""A Word document by way of the HTML that mammoth makes of it, in Python or in a browser."""

from __future__ import annotations

import re

from kuntakesu.importing.blocks import Document
from kuntakesu.importing.markup import read_html

STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
"""
"""What mammoth is to make of styles that it does not know."""

NOTES = re.compile(r'<ol><li id="[^"]*(?:foot|end)note-')
BACK = re.compile(r'<a href="#[^"]*note-ref-[^"]*">↑</a>')


def read_word_html(html: str) -> Document:
    """The document; notes stand aside."""
    notes = NOTES.search(html)
    end = notes.start() if notes else len(html)
    document = read_html(html[:end])
    asides = read_html(BACK.sub("", html[end:])).blocks
    return Document(document.blocks, "", asides, document.dropped)
