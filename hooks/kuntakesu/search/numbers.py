"""Numbers as the index writes them: so that they need nothing between them."""

from __future__ import annotations

BASE = 44
# All that needs no escape in JSON, but for the space and the comma that separate.
SIGNS = "".join(sign for sign in map(chr, range(33, 127)) if sign not in '",\\|:')
LAST, MORE = SIGNS[:BASE], SIGNS[BASE : 2 * BASE]
"""Digits that end a number, and those before them."""


def written(number: int) -> str:
    """A number in digits of base 44, the last of which is of another kind than the others."""
    text = LAST[number % BASE]
    while number := number // BASE:
        text = MORE[number % BASE] + text
    return text
