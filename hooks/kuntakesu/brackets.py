"""A guard against texts made to stall the Markdown reader.

For each `[` the reader looks for the `]` that closes it, and does so anew for every kind of link,
and for each `](` it looks for the `)`: 10 kB of `[` take it more than ten seconds. A plan comes
nowhere near the limit below.
"""

from __future__ import annotations

import re

from markdown.preprocessors import Preprocessor

LONGEST_SEARCH = 1_000_000
_BRACKET = re.compile(r"[\[\]]")
_LINK = re.compile(r"\]\(")


class BracketGuard(Preprocessor):
    """Makes the brackets of a document plain text from where searching them gets too long."""

    def run(self, lines: list[str]) -> list[str]:
        """Take the lines block by block; a search never passes an empty line."""
        kept: list[str] = []
        block: list[str] = []
        spent = 0
        for line in [*lines, ""]:
            block.append(line)
            if not line.strip():
                spent += search_length("\n".join(block))
                kept += block if spent <= LONGEST_SEARCH else map(_as_text, block)
                block = []
        return kept[:-1]


def search_length(text: str) -> int:
    """How many characters lie between each `[` and its `]`, or the end where it has none.

    Those between each `](` and the next `)` are added.
    """
    open_at: list[int] = []
    length = 0
    for bracket in _BRACKET.finditer(text):
        if bracket[0] == "[":
            open_at.append(bracket.start())
        elif open_at:
            length += bracket.start() - open_at.pop()
    length += sum(len(text) - start for start in open_at)
    last = text.rfind(")")
    for link in _LINK.finditer(text):
        end = text.find(")", link.end()) if link.end() <= last else len(text)
        length += end - link.end()
    return length


def _as_text(line: str) -> str:
    return line.replace("[", "&#91;")
