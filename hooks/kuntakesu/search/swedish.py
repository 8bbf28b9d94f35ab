"""Swedish words: base forms and compounds by simplemma's dictionary, the rest by stems.

The stem is taken of the folded base form, so that a form in the dictionary and one that is not
meet: grundskolan, grundskola, grundskolor.
"""

from __future__ import annotations

import functools
import importlib
from collections.abc import Iterator
from types import ModuleType

import snowballstemmer

from kuntakesu.search.reading import Reading, plain, reading

_LONGEST = 48
"""Letters of the longest word that is taken apart."""
_SHORTEST_START, _SHORTEST_END = 3, 4
# Words of their own that are no part of a compound: prefixes, and endings.
_NO_START = frozenset("för under över efter från mot med till fram väl sam små upp van all".split())
_NO_END = frozenset("ande ende arna erna orna heten skap else iska aren aste andet ning".split())


def read(form: str) -> Reading:
    """The reading of a form in lower case."""
    base = _base(form)
    halves = _cut(base)
    whole = halves[0] + _base(halves[1]) if halves else base
    return reading([_stem(whole)], map(_stem, _parts(base)))


def cut(form: str) -> tuple[str, str] | None:
    """A compound in lower case, as written, cut before its last part; None for no compound."""
    return _cut(form) if _cut(_base(form)) else None


def _parts(word: str) -> Iterator[str]:
    """The halves of a compound, and theirs: läroplan, läro, plan, grund of läroplansgrunder."""
    if halves := _cut(word):
        for half in (_of_start(halves[0]), _base(halves[1])):
            yield half
            yield from _parts(half)


def _base(form: str) -> str:
    return str(_simplemma().lemmatize(form, lang="sv")).lower() if _in_dictionary(form) else form


def _of_start(start: str) -> str:
    """The first half as a word: utveckling of utvecklings-, lärare of lärar-."""
    for word in (f"{start}e" if start.endswith("ar") else start, start, start.removesuffix("s")):
        if _in_dictionary(word):
            return _base(word)
    return start.removesuffix("s")


@functools.lru_cache(maxsize=4096)
def _cut(word: str) -> tuple[str, str] | None:
    """The halves of a compound as written: a known end, the longest, and what can begin one."""
    if len(word) > _LONGEST:
        return None
    for at in range(_SHORTEST_START, len(word) - _SHORTEST_END + 1):
        start, end = word[:at], word[at:]
        if start.removesuffix("s") in _NO_START or end in _NO_END or not _in_dictionary(end):
            continue
        if _in_dictionary(start) or _cut(start):
            return start, end
    return None


def _in_dictionary(word: str) -> bool:
    return len(word) >= _SHORTEST_START and bool(_simplemma().is_known(word, lang="sv"))


@functools.cache
def _simplemma() -> ModuleType:
    """The dictionary's package, whose rules for all languages take a while: not before a word."""
    return importlib.import_module("simplemma")


@functools.cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("swedish")


def _stem(word: str) -> str:
    return str(_stemmer().stemWord(plain(word)))
