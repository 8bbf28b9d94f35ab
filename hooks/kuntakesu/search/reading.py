"""What a word says to the search: its lemmas and the parts of a compound."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from kuntakesu.vocabulary.names import fold

MOST_LEMMAS = 3
MOST_PARTS = 12
SHORTEST_PART = 3
"""Letters."""

LONGEST = 200
"""Letters of the longest lemma that is believed."""

_FOLDED = re.compile("[a-z0-9]+")
"""All that folding leaves of a word."""

SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True)
class Reading:
    """One form as the index knows it; all folded and without spaces.

    Attributes:
        lemmas: What the form is an inflected form of, at most three; none where folding leaves
            nothing of the word.
        parts: The lemmas of what a compound is made of, neighbours together too.
    """

    lemmas: tuple[str, ...]
    parts: tuple[str, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether it can be one: from a memory that is not ours alone, anything may come."""
        few = len(self.lemmas) <= MOST_LEMMAS and len(self.parts) <= MOST_PARTS
        return few and all(map(_is_word, (*self.lemmas, *self.parts)))


def plain(word: str) -> str:
    """The word folded, without the spaces that folding may leave in an odd one."""
    return fold(word).replace(" ", "")


def written(form: str) -> str:
    """The form without soft hyphens, composed, with one kind of apostrophe."""
    whole = form.replace(SOFT_HYPHEN, "").replace("’", "'")
    return unicodedata.normalize("NFC", whole)


def reading(lemmas: Iterable[str], parts: Iterable[str] = ()) -> Reading:
    """A reading of lemmas and parts as the analysers find them, best first."""
    kept = _distinct(lemmas)[:MOST_LEMMAS]
    others = [part for part in _distinct(parts) if len(part) >= SHORTEST_PART and part not in kept]
    return Reading(tuple(kept), tuple(others[:MOST_PARTS]))


def _distinct(words: Iterable[str]) -> list[str]:
    return [word for word in dict.fromkeys(map(plain, words)) if word]


def _is_word(word: str) -> bool:
    return len(word) <= LONGEST and bool(_FOLDED.fullmatch(word))
