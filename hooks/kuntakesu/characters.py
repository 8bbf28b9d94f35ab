"""Characters by which a text would show its reader something else than it holds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

# What text in the languages of plans is made of; only lines with something else are looked into.
_ORDINARY = "\t -~\u00a0-\u00ac\u00ae-\u02af\u2010-\u2027\u202f-\u205e\u20a0-\u20bf\u2190-\u22ff"
UNUSUAL = re.compile(f"[^{_ORDINARY}]")

TURNING = "\u200f\u061c\u202a-\u202e\u2066-\u2069"
TAG = "\U000e0000-\U000e007f"
# Flags of England, Scotland and Wales, the only ones that are written with such characters.
FLAGS = "|".join(
    "\U0001f3f4" + "".join(chr(0xE0000 + ord(letter)) for letter in region) + "\U000e007f"
    for region in ("gbeng", "gbsct", "gbwls")
)
KINDS = {
    "turning": f"[{TURNING}]",
    "tag": f"[{TAG}]",
    "filler": "[\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0]",
    "note": "[\ufff9-\ufffb]",
    "stacked": "(?<=[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{4})"
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]+",
    "hyphen": "\u00ad",
    "break": "[\u2028\u2029]",
    "joiner": "[\u200c\u200d]",
    "selector": "[\ufe00-\ufe0f\U000e0100-\U000e01ef]",
    "invisible": "[\u034f\u180b-\u180f\u200b\u200e\u2060-\u2065\u206a-\u206f\ufeff]",
    "lost": "\ufffd",
    # ä, ö, å, é, ü and their capitals, quotes and dashes, as a program shows them that takes
    # UTF-8 for another encoding.
    "twice": "\u00c3[\u00a4\u00b6\u00a5\u00a9\u00bc\u201e\u2013\u2026]"
    "|\u00e2\u20ac[\u0080-\u00bf\u201c\u201d\u2122\u0153]",
    "private": "[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]",
}
"""What is looked for, by the name of its sentence."""
MISLEADING = frozenset({"turning", "tag", "filler", "note", "stacked", "twice", "unassigned"})
"""Kinds that have no use in a plan, wherever they stand."""

_FOUND = re.compile("|".join([f"(?P<flag>{FLAGS})", *(f"(?P<{n}>{s})" for n, s in KINDS.items())]))
_NO_CHARACTER = re.compile("[\ufdd0-\ufdef]|[^\x00-\uffff]")
# Scripts whose letters are joined and parted by invisible characters.
_JOINING = (
    "ARABIC SYRIAC MONGOLIAN NKO DEVANAGARI BENGALI GURMUKHI GUJARATI ORIYA TAMIL TELUGU KANNADA "
    "MALAYALAM SINHALA TIBETAN MYANMAR KHMER"
).split()
KEYS = "#*0123456789"
_SKIN = "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"


@dataclass(frozen=True)
class Sign:
    """A character that is not what it seems, or seems nothing at all.

    Attributes:
        kind: One of `KINDS`, or `unassigned`.
        start: Where it begins in the text, 0-based.
        end: The place after it.
    """

    kind: str
    start: int
    end: int
    character: str

    @property
    def code(self) -> str:
        """Its number as it is looked up."""
        return f"U+{ord(self.character):04X}"


def signs(text: str) -> Iterator[Sign]:
    """The characters of a text that would mislead or that nobody sees, in their order."""
    if not UNUSUAL.search(text) and "\u00c3" not in text and "\u00e2" not in text:
        return
    found = [
        Sign(match.lastgroup or "", *match.span(), match[0][0])
        for match in _FOUND.finditer(text)
        if match.lastgroup != "flag" and not _is_needed(text, match)
    ]
    found += [
        Sign("unassigned", *match.span(), match[0])
        for match in _NO_CHARACTER.finditer(text)
        if ord(match[0]) & 0xFFFE == 0xFFFE or ord(match[0]) < 0x10000
    ]
    yield from sorted(found, key=lambda sign: sign.start)


def _is_needed(text: str, match: re.Match[str]) -> bool:
    """Whether what stands around an invisible character makes it part of a sign or of a word."""
    before = text[max(0, match.start() - 4) : match.start()]
    after = text[match.end() : match.end() + 1]
    if match.lastgroup == "selector":
        is_key = before[-1:] in KEYS and after == "\u20e3"
        return bool(before) and (is_key or _is_symbol(before[-1]))
    if match.lastgroup != "joiner":
        return False
    plain = before.rstrip(f"\ufe0f{_SKIN}")
    if match[0] == "\u200d" and plain and after and _is_symbol(plain[-1]) and _is_symbol(after):
        return True
    return bool(before) and _joins(before[-1]) and (not after or _joins(after))


def _is_symbol(character: str) -> bool:
    # Newer signs than this Python's table knows stand among the known ones.
    is_picture = "\U0001f000" <= character <= "\U0001fbff"
    return is_picture or unicodedata.category(character) == "So" or character in "‼⁉〰↔"


def _joins(character: str) -> bool:
    return unicodedata.name(character, "").startswith(tuple(_JOINING))
