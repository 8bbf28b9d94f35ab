"""The words of plans as the full-text search knows them: lemmas, and the parts of compounds.

Everything that this finds depends on the text and on the versions of a few Python packages alone,
so that every machine makes the same index.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

import snowballstemmer

from kuntakesu.memory import Forgetful, Memory, key_of
from kuntakesu.search import finnish, swedish
from kuntakesu.search.reading import Reading, plain, reading, written
from kuntakesu.search.tokens import Token, begun_by, beside_hyphen, completed_by, has_hyphen, tokens

__all__ = ["PACKAGES", "VERSION", "Analyser", "Reading", "Token", "tokens"]

MOST_KNOWN = 100_000
"""Readings that an analyser holds for long; they fill some 80 megabytes."""

VERSION = 1
"""To be raised when a word would be read otherwise than before."""

PACKAGES = ("kfst", "kfst-rs", "pyvoikko", "simplemma", "snowballstemmer")
"""What the readings depend on, as packages are named."""

# OPS, OPSin; an abbreviation's own letters are its lemma.
_ABBREVIATION = re.compile(r"([A-ZÅÄÖ]{2,6})([a-zåäö]{0,5})")
_CUTS: Mapping[str, Callable[[str], tuple[str, str] | None]] = {
    "fi": finnish.cut,
    "sv": swedish.cut,
}
_HANGING = "-+"
"""Between a hanging word and the compound that completes it, in the key of their reading."""


class Analyser:
    """Reads words, each form once; what a memory has of them is taken from there."""

    def __init__(self, memory: Memory | None = None) -> None:
        self._known: dict[str, Reading] = {}
        self._as_written: dict[tuple[str, str], Reading] = {}
        self._memory = memory or Forgetful()

    def rest(self) -> None:
        """Forget readings where there are very many, which costs little where a memory has them."""
        if len(self._as_written) > MOST_KNOWN:
            self._known.clear()
            self._as_written.clear()

    def read(self, form: str, language: str) -> Reading:
        """The reading of one form.

        Args:
            form: A word as `tokens` gives it.
            language: A language's code; words of another than Finnish, Swedish and English are
                folded and no more.
        """
        known = self._as_written.get((language, form))
        if known is None:
            known = self._as_written[language, form] = self._of_form(form, language)
        return known

    def _of_form(self, form: str, language: str) -> Reading:
        word = written(form)
        if not _ABBREVIATION.fullmatch(word):
            word = word.lower()
        return self._reading(f"{language}:{word}", lambda: _read(word, language))

    def words(self, text: str, language: str) -> Iterator[tuple[Token, Reading]]:
        """The words of a text with their readings.

        A word with a hanging hyphen has the compound's lemmas too: `esi-` in `esi- ja
        perusopetus` those of `esiopetus`.
        """
        found = list(tokens(text))
        may_hang = has_hyphen(text)
        for at, token in enumerate(found):
            own = self.read(token.text, language)
            # Most words have no hyphen beside them, and plans have millions of words.
            hangs = may_hang and beside_hyphen(text, token)
            whole = self._whole(text, found, at, language) if hangs else None
            yield token, _both(own, whole) if whole else own

    def _whole(self, text: str, found: Sequence[Token], at: int, language: str) -> Reading | None:
        """The reading of the compound that a word with a hanging hyphen stands for, if any."""
        if language not in _CUTS:
            return None
        word = written(found[at].text).lower()
        if compound := completed_by(text, found, at):
            return self._joined(word, _HANGING, written(compound.text).lower(), language)
        if compound := begun_by(text, found, at):
            return self._joined(written(compound.text).lower(), _HANGING[::-1], word, language)
        return None

    def _joined(self, first: str, hanging: str, second: str, language: str) -> Reading | None:
        def whole() -> Reading:
            cut = _CUTS[language](second if hanging == _HANGING else first)
            if not cut:
                return Reading(())
            return _read(first + cut[1] if hanging == _HANGING else cut[0] + second, language)

        found = self._reading(f"{language}:{first}{hanging}{second}", whole)
        return found if found.lemmas else None

    def _reading(self, key: str, make: Callable[[], Reading]) -> Reading:
        """The reading of a word, known by a key: the language and what the word was made of."""
        known = self._known.get(key)
        if known is None:
            kept = key_of("word", key)
            known = self._memory.recall(kept, Reading)
            if known is None or not known.is_sound:
                known = make()
                self._memory.keep(kept, known)
            self._known[key] = known
        return known


def _both(own: Reading, whole: Reading) -> Reading:
    lemmas = [*own.lemmas[:1], *whole.lemmas, *own.lemmas[1:]]
    return reading(lemmas, [*own.parts, *whole.parts])


def _read(word: str, language: str) -> Reading:
    """The reading of a word in lower case or of an abbreviation."""
    start, colon, _ = word.partition(":")
    if colon or any(letter.isdigit() for letter in word):
        # OPS:n and 90:n without the ending, but S:t as a whole.
        return reading([start if len(start) > 1 else word])
    if short := _ABBREVIATION.fullmatch(word):
        # All in capitals, it may be a word of a heading too.
        other = _read(word.lower(), language) if not short[2] else Reading(())
        return reading([short[1], *other.lemmas], other.parts)
    if language == "fi":
        return finnish.read(word)
    if language == "sv":
        return swedish.read(word)
    return reading([_english(word) if language == "en" else word])


@functools.cache
def _english_stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")


def _english(word: str) -> str:
    return str(_english_stemmer().stemWord(plain(word)))
