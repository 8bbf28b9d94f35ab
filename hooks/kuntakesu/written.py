"""A line as its reader gets it, with the place in the line of each character.

Markdown makes characters of what is written otherwise, such as `&commat;` of an @ sign.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import unquote

# What nobody sees: soft hyphen, zero-width characters, marks of direction, other fillers.
INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
_ENTITY = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
ENTITY = re.compile(_ENTITY)
# Beside entities: an escaped sign, marks of emphasis and code, tags, percent-encoded bytes.
MARKED = re.compile(
    rf"{_ENTITY}|\\[!-/:-@\[-`{{-~]|\*+|~~+|`+|__+|(?<![\w;])_|_(?!\w)|</?[A-Za-z][a-z0-9]{{0,9}}>"
    rf"|(?:%[0-9A-Fa-f]{{2}})+|[{INVISIBLE}\uff01-\uff5e\u2009\u202f\u2010\u2011\u2212]"
)
_HIDDEN = re.compile(f"[{INVISIBLE}]")
# Full-width letters and signs, and what is seen as a space or a hyphen.
_ALIKE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    **dict.fromkeys(map(ord, "\u2009\u202f"), " "),
    **dict.fromkeys(map(ord, "‐‑−"), "-"),
}


@dataclass(frozen=True)
class Written:
    """A text made of a line.

    Attributes:
        starts: Where each character's writing begins in the line, 0-based; empty where the text
            is the line itself.
        ends: The place after it.
    """

    text: str
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where in the line the stretch of the text from `start` to before `end` is written."""
        return (self.starts[start], self.ends[end - 1]) if self.starts else (start, end)


def decoded(line: str) -> Written:
    """The line with a character for each entity (`&#64;`)."""
    return _made(line, ENTITY, html.unescape) if "&" in line else Written(line)


def bare(line: str) -> Written:
    """The line without marks of Markdown and characters that are not seen, entities decoded."""
    return _made(line, MARKED, _meant)


def _meant(piece: str) -> str:
    if piece.startswith("&"):
        return _HIDDEN.sub("", html.unescape(piece)).translate(_ALIKE)
    if piece.startswith("%"):
        return unquote(piece, errors="ignore")
    if piece.startswith("\\"):
        return piece[1:]
    return piece.translate(_ALIKE) if ord(piece[0]) in _ALIKE else ""


def _made(line: str, pattern: re.Pattern[str], meant: Callable[[str], str]) -> Written:
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def keep(start: int, end: int) -> None:
        text.append(line[start:end])
        starts.extend(range(start, end))
        ends.extend(range(start + 1, end + 1))

    done = 0
    for match in pattern.finditer(line):
        keep(done, match.start())
        piece, done = meant(match[0]), match.end()
        text.append(piece)
        starts.extend([match.start()] * len(piece))
        ends.extend([done] * len(piece))
    if not done:
        return Written(line)
    keep(done, len(line))
    return Written("".join(text), tuple(starts), tuple(ends))
