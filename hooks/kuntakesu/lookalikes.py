"""Words with letters of another script that look like Latin ones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

# The Cyrillic, Greek, Armenian, Cherokee and phonetic letters that a reader takes for each.
_TABLE = """
A 0410 0391 13AA; B 0412 0392 13F4; C 0421 03F9 13DF; D 13A0; E 0415 0395 13AC; F 03DC; G 13C0;
H 041D 0397 13BB; I 0406 04C0 0399; J 0408 037F 13AB; K 041A 039A 13E6; L 13DE 053C;
M 041C 039C 13B7; N 039D; O 041E 039F 0555; P 0420 03A1 13E2; Q 051A; S 0405 054F 13DA;
T 0422 03A4 13A2; U 054D; V 0474 13D9; W 051C 13B3; X 0425 03A7; Y 0423 04AE 03A5; Z 0396 13C3;
a 0430 0251 03B1; c 0441 03F2; d 0501; e 0435; f 0584; g 0261 0581; h 04BB 0570; i 0456 03B9;
j 0458 03F3; l 04CF; n 0578; o 043E 03BF 0585; p 0440 03C1; q 051B 0563; s 0455; u 057D 03C5;
v 0475 03BD; w 051D 0561; x 0445; y 0443 04AF; ä 04D3; ö 04E7; Ä 04D2; Ö 04E6; ë 0451 04D7;
Ë 0401; ï 0457; Ï 0407
"""
ALIKE = {
    int(code, 16): latin for latin, *codes in map(str.split, _TABLE.split(";")) for code in codes
}
"""Latin letters by the code of a letter that looks the same."""

SCRIPTS = ("CYRILLIC", "ARMENIAN", "CHEROKEE", "COPTIC")
# Letters that are drawn as Latin ones of another kind: full-width, mathematical, Roman numerals.
_DRAWN = (
    "\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7cb\u2102\u210a-\u2112\u2115-\u211d\u2160-\u217f"
)
DRAWN = re.compile(f"[{_DRAWN}]")
FOREIGN = re.compile(f"[\u0251\u0261\u0370-\u058f\u13a0-\u13ff\u2c80-\u2cff\uab70-\uabbf{_DRAWN}]")
NUMERAL = re.compile("[\u2160-\u217f]")
WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Lookalike:
    """A word that is not what it looks like.

    Attributes:
        start: Where it begins in the text, 0-based.
        end: The place after it.
        letter: The first letter that is another than it looks.
        kind: `alike` for a letter of another alphabet that looks Latin, `drawn` for a Latin one
            in a style of its own, `mixed` for another.
        plain: The word in Latin letters; empty where not all of it looks Latin.
    """

    word: str
    start: int
    end: int
    letter: str
    kind: str
    plain: str


def lookalikes(text: str, *, in_names: bool = False) -> Iterator[Lookalike]:
    """The words of a text that mix Latin letters with others that look like them.

    Args:
        text: Any text.
        in_names: Whether a word wholly of such letters is one too; elsewhere it is another
            language's.
    """
    if not FOREIGN.search(text):
        return
    for match in WORD.finditer(text):
        word = match[0]
        odd = [letter for letter in word if FOREIGN.match(letter)]
        if odd and _deceives(word, odd, in_names=in_names):
            plain = in_latin(word)
            is_latin = plain != word and not any(map(FOREIGN.match, plain))
            letter = next(filter(_looks_latin, odd), odd[0])
            yield Lookalike(word, *match.span(), letter, _kind(letter), plain if is_latin else "")


def in_latin(text: str) -> str:
    """The text with Latin letters for all that look the same."""
    return DRAWN.sub(lambda drawn: unicodedata.normalize("NFKC", drawn[0]), text).translate(ALIKE)


def _deceives(word: str, odd: list[str], *, in_names: bool) -> bool:
    alike = [letter for letter in odd if _looks_latin(letter)]
    if len(odd) == len(word):
        # A single letter is a symbol of a formula. Words are never written in drawn letters.
        drawn = [letter for letter in word if DRAWN.match(letter) and not NUMERAL.match(letter)]
        return len(word) > 1 and bool(drawn or (in_names and alike == odd))
    # Greek letters that look like no Latin one make units and formulas: μm, kΩ.
    return bool(alike) or any(_script(letter) in SCRIPTS for letter in odd)


def _kind(letter: str) -> str:
    if DRAWN.match(letter):
        return "drawn"
    return "alike" if _looks_latin(letter) else "mixed"


def _looks_latin(letter: str) -> bool:
    return ord(letter) in ALIKE or bool(DRAWN.match(letter))


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]
