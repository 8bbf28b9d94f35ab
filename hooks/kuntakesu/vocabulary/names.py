"""Names brought to a form in which they can be compared, and to parts of addresses."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

# Letters that Unicode does not take apart into a letter and a mark.
_WHOLE_LETTERS = str.maketrans({"đ": "d", "ŋ": "n", "ŧ": "t", "ø": "o", "æ": "a"})
# A colon or an apostrophe stands inside a word: S:t Karins, Koski Tl:ssä, Turku's.
_INSIDE_WORD = re.compile("[:'’]")
_NOT_PLAIN = re.compile("[^a-z0-9]+")

CASE_ENDINGS = tuple(
    # singular, Swedish and English genitive last
    "n a ta tta ssa sta lla lta lle na ksi s "
    # into: Poriin, Turkuun, Iihin, Espooseen, Virtoihin
    "an en in on un yn han hen hin hon hun hyn seen siin "
    # after a stem that changes its last vowel: Lahti, Lahdessa; Vesi, Vesiin
    "ea een essa esta ella elta elle ena eksi "
    # plural: Kauniaiset, Kauniaisten, Kauniaisia, Kauniaisissa
    "et ten ien ia iin issa ista illa ilta ille ina iksi".split()
)
"""What Finnish cases (and the genitive in Swedish and English) add to a stem, folded."""

CLITICS = ("kin", "ko", "kaan", "pa", "han")
"""What may follow a case ending, folded: Turkuko, Turussakin."""

BESIDE_NAMES = frozenset(
    "kunta kunnan kuntaa kunnassa kunnasta kuntaan kunnalla kunnalta kunnalle kuntana kunnaksi "
    "kaupunki kaupungin kaupunkia kaupungissa kaupungista kaupunkiin kaupungilla kaupungilta "
    "kaupungille kaupunkina kaupungiksi stad stads staden stadens kommun kommuns kommunen "
    "kommunens city town municipality i in of the".split()
)
"""Words that say what a place is, or where; beside a name they tell nothing about it, folded."""

SHORT_FORMS = {
    "sankt": "st",
    **dict.fromkeys(
        "maalaiskunta maalaiskunnan maalaiskuntaa maalaiskunnassa maalaiskunnasta maalaiskuntaan "
        "maalaiskunnalla maalaiskunnalta maalaiskunnalle maalaiskuntana maalaiskunnaksi".split(),
        "mlk",
    ),
    **dict.fromkeys("landskommun landskommuns landskommunen landskommunens".split(), "lk"),
}
"""Words that the register abbreviates, folded, and the abbreviation."""

ORDINARY_WORDS = frozenset(
    "hanke hankke johtaja koulu laki laps lapse lapsi oppi tiedo tieto".split()
)
"""Stems that a search for plans has and that are no mistyped name, though one letter away from
one (koulu from Oulu, lapsi from Lappi), folded."""

SHORTEST_MISTAKABLE = 4
"""Letters of the shortest name or stem that a mistyped one is taken for."""

_DROPPED = BESIDE_NAMES | SHORT_FORMS.keys()
_VOWELS = "aeiouy"

_UNFINISHED_ENDINGS = frozenset(
    ending[:length] for ending in CASE_ENDINGS for length in range(1, len(ending))
)
# One letter is too little to tell a mistyped ending by.
_GARBLED_ENDINGS = tuple(ending for ending in CASE_ENDINGS if len(ending) > 1)
_LONGEST_GARBLED = max(map(len, _GARBLED_ENDINGS)) + 1


@dataclass(frozen=True)
class Typed:
    """What somebody typed, and what it may be a form of; all folded.

    Attributes:
        phrase: The text as `phrase` gives it.
        stems: What is left of it without a case ending.
        unfinished: What is left without the beginning of one.
        garbled: What is left without a mistyped one.
        mistakable: The phrase and what is left of it, which may hold a typing mistake.
    """

    phrase: str
    stems: frozenset[str]
    unfinished: frozenset[str]
    garbled: frozenset[str]
    mistakable: frozenset[str]


@functools.lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """The text as names are compared: plain lower-case letters, digits and single spaces.

    Letters lose their marks (å and ä become a, ö becomes o, č becomes c), a colon or an
    apostrophe disappears, and every other run of characters becomes one space.
    """
    plain = _without_marks(text).translate(_WHOLE_LETTERS)
    return _NOT_PLAIN.sub(" ", _INSIDE_WORD.sub("", plain)).strip()


def slug(name: str) -> str:
    """The name as part of an address.

    Lower case, å and ä as a, ö as o, other letters without their marks, and every run of
    other characters as one hyphen; none at either end.
    """
    return _NOT_PLAIN.sub("-", _without_marks(name)).strip("-")


def phrase(text: str) -> str:
    """The folded text, shortened as the register does, without the words beside the name.

    A text of nothing but such words keeps them.
    """
    words = [SHORT_FORMS.get(word, word) for word in fold(text).split()]
    return " ".join([word for word in words if word not in BESIDE_NAMES] or words)


def phrase_before(text: str) -> str:
    """The phrase without a last word that is being typed or mistyped beside a name.

    Empty where the last word does not look like one of those words: `Turun kaup`, `Turun
    kaupnki`, but not `Turun koulut`.
    """
    before, space, last = fold(text).rpartition(" ")
    if not space or not any(_is_nearly(last, word) for word in _DROPPED):
        return ""
    return phrase(before)


def read(typed: str) -> Typed:
    """A phrase read as the inflected and perhaps mistyped name of a municipality."""
    stems = frozenset(_stems(typed, _stems_of))
    if typed in ORDINARY_WORDS or stems & ORDINARY_WORDS:
        return Typed(typed, stems, frozenset(), frozenset(), frozenset())
    unfinished = frozenset(
        typed[:cut] for cut in range(2, len(typed)) if typed[cut:] in _UNFINISHED_ENDINGS
    )
    garbled = frozenset(stem for stem in _garbled(typed) if len(stem) >= SHORTEST_MISTAKABLE)
    mistakable = frozenset(
        part
        for part in (typed, *_stems(typed, _any_stems_of))
        if len(part) >= SHORTEST_MISTAKABLE - 1
    )
    return Typed(typed, stems, unfinished, garbled, mistakable)


def one_mistake(one: str, other: str) -> bool:
    """Whether a letter added, left out, changed or swapped with the next makes one the other."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    at = 0
    while at < min(len(one), len(other)) and one[at] == other[at]:
        at += 1
    rest, left = one[at:], other[at:]
    return (
        rest[1:] == left[1:]
        or rest[1:] == left
        or rest == left[1:]
        or (rest[:2] == left[1::-1] and rest[2:] == left[2:])
    )


def _stems_of(word: str) -> Iterator[str]:
    """The folded word without each case ending that it may have."""
    return (stem for stem, ending in _cuts(word) if _may_follow(stem[-1], ending))


def _any_stems_of(word: str) -> Iterator[str]:
    """The same when the letter before the ending may be a mistake."""
    return (stem for stem, _ in _cuts(word))


def _cuts(word: str) -> Iterator[tuple[str, str]]:
    """Pairs of stem and ending that make the word."""
    for ending in CASE_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 1:
            yield word.removesuffix(ending), ending


def _may_follow(last: str, ending: str) -> bool:
    """Whether an ending may follow a stem with this last letter.

    Iihin and Poriin repeat the stem's vowel; e and i also stand between a consonant and the
    ending, as in Lahdessa (stem lahd) and Kauniaisissa (kauniais).
    """
    if ending.startswith("h"):
        return last == ending[1]
    if len(ending) == 1 or ending[0] not in _VOWELS:
        return True
    if len(ending) == 2 and ending.endswith("n") and last == ending[0]:
        return True
    return ending[0] in "ei" and last not in _VOWELS


def _is_nearly(typed: str, word: str) -> bool:
    return word.startswith(typed) or (len(word) >= SHORTEST_MISTAKABLE and one_mistake(typed, word))


def _stems(typed: str, without_ending: Callable[[str], Iterable[str]]) -> Iterator[str]:
    """The phrase with its last word, or the first of two, without an ending."""
    before, space, last = typed.rpartition(" ")
    for stem in _word_stems(last, without_ending):
        yield before + space + stem
    if space and " " not in before:
        for stem in _word_stems(before, without_ending):
            yield stem + space + last


def _word_stems(word: str, without_ending: Callable[[str], Iterable[str]]) -> Iterator[str]:
    yield from without_ending(word)
    for clitic in CLITICS:
        if word.endswith(clitic):
            yield word.removesuffix(clitic)
            yield from without_ending(word.removesuffix(clitic))


def _garbled(typed: str) -> Iterator[str]:
    for cut in range(max(1, len(typed) - _LONGEST_GARBLED), len(typed)):
        stem, rest = typed[:cut], typed[cut:]
        if any(one_mistake(rest, ending) for ending in _GARBLED_ENDINGS):
            yield stem
        # The last letter of the stem may have changed places with the first of the ending.
        if stem[-1] + rest[1:] in CASE_ENDINGS:
            yield stem[:-1] + rest[0]


def _without_marks(text: str) -> str:
    if text.isascii():
        return text.lower()
    letters = unicodedata.normalize("NFKD", text)
    bare = "".join(letter for letter in letters if not unicodedata.category(letter).startswith("M"))
    return bare.lower()
