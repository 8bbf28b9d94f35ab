"""Words that a line's end divided, put together again."""

from __future__ import annotations

import re
from collections.abc import Sequence

DIVIDED = re.compile(r"(\w[\w'’]*(?:-\w+)*)[-\u00ad‐]$")
FIRST_WORD = re.compile(r"[\w'’]+")
# After the first half of a pair: `esi- ja perusopetus`, `för- och grundskola`.
PAIRING = frozenset("ja tai sekä eli och eller samt resp and or".split())
VOWELS = frozenset("aeiouyäöå")


def joined(lines: Sequence[str]) -> str:
    """The text of lines that follow one another in a paragraph.

    A hyphen at a line's end is dropped, unless the word is written with one elsewhere in the text
    or must be: before a capital or a digit, between two of the same vowel, or before `ja`.
    """
    words = frozenset(re.findall(r"[\w'’-]+", " ".join(lines).casefold()))
    text = ""
    for line in filter(None, (line.strip() for line in lines)):
        text = _appended(text, line, words) if text else line
    return text


def _appended(text: str, line: str, words: frozenset[str]) -> str:
    half, rest = DIVIDED.search(text), FIRST_WORD.match(line)
    if not half or not rest:
        return f"{text} {line}"
    if rest[0] in PAIRING:
        return f"{text} {line}"
    whole = text[:-1]
    return f"{whole}{'-' if _keeps_hyphen(half[1], rest[0], words) else ''}{line}"


def _keeps_hyphen(half: str, rest: str, words: frozenset[str]) -> bool:
    if not rest[0].islower() or not half[-1].isalpha():
        return True
    if f"{half}-{rest}".casefold() in words:
        return True
    if f"{half}{rest}".casefold() in words:
        return False
    # An abbreviation or a name before the hyphen: KuntaKesu-suunnitelma, OPS-työ.
    last = half.rpartition("-")[2]
    return any(letter.isupper() for letter in last[1:]) or _same_vowels(half, rest)


def _same_vowels(half: str, rest: str) -> bool:
    return half[-1].casefold() == rest[0].casefold() and rest[0].casefold() in VOWELS
