"""Inflected forms of Finnish and Swedish words, near enough to real ones to measure a search with.

A Finnish word is written as `nominative/genitive stem/partitive`, of which the last two may be left
out where they follow from the ending. A Swedish one is `word/declension`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

FRONT = str.maketrans("aou", "äöy")
VOWELS = "aeiouyäö"
SINGULAR = {"gen": "n", "ine": "ssa", "ela": "sta", "ade": "lla", "ablat": "lta", "all": "lle"}
PLURAL = {"ine": "ssa", "ela": "sta", "ade": "lla", "ablat": "lta", "all": "lle", "tra": "ksi"}


@dataclass(frozen=True)
class Noun:
    """What all forms of a Finnish word are made of.

    Attributes:
        before: What stands before the inflected part in a compound, or nothing.
        weak: The stem of the genitive.
        strong: The stem of the essive and the illative.
        partitive: The singular partitive without a suffix.
        plural: The weak plural stem.
        partitives: The plural partitive.
    """

    nominative: str
    weak: str
    strong: str
    partitive: str
    plural: str
    partitives: str
    before: str = ""

    def form(self, case: str) -> str:
        """The form for a case such as `ine`, `plill` (plural) or `inepx` (possessive)."""
        if case.endswith("kin"):
            return self.form(case.removesuffix("kin")) + "kin"
        if case.endswith("px"):
            return self._possessive(case.removesuffix("px"))
        return self.before + self._form(case)

    def prefix(self) -> str:
        """How the word stands as the first part of a compound."""
        first = self.nominative
        return self.before + (f"{first[:-3]}s" if first.endswith("nen") else first)

    def compound(self, prefix: str) -> Noun:
        """The word with another before it; a hyphen parts two equal vowels."""
        joint = "-" if prefix[-1] == self.nominative[0] and prefix[-1] in VOWELS else ""
        return Noun(
            self.nominative,
            self.weak,
            self.strong,
            self.partitive,
            self.plural,
            self.partitives,
            f"{prefix}{joint}",
        )

    def _form(self, case: str) -> str:
        if case.startswith("pl"):
            return self._plural(case.removeprefix("pl"))
        if case in SINGULAR:
            return self.weak + self._suited(SINGULAR[case])
        simple = {"nom": self.nominative, "part": self.partitive, "tra": f"{self.weak}ksi"}
        if case in simple:
            return simple[case]
        if case == "ess":
            return self.strong + self._suited("na")
        if self.weak.endswith(("aa", "ää", "ee")):
            return f"{self.weak}seen"
        return f"{self.strong}{self.strong[-1]}n"

    def _plural(self, case: str) -> str:
        if case == "nom":
            return f"{self.weak}t"
        if case == "part":
            return self.partitives
        if case == "ill":
            return f"{self.partitives[:-2]}ihin" if self.partitives[-2] == "j" else self._into()
        if case == "gen":
            return self._of_many()
        return self.plural + self._suited(PLURAL[case])

    def _of_many(self) -> str:
        root = self.partitives[:-1]
        if self.nominative.endswith(("nen", "us", "ys")) and self.strong.endswith("se"):
            return f"{self.partitive[:-2]}ten"
        if root.endswith("it"):
            return f"{root[:-1]}den"
        return f"{self.nominative}en" if root.endswith("ej") else f"{root}en"

    def _into(self) -> str:
        return f"{self.partitives[:-1]}in" if self.partitives[-2] == "i" else f"{self.plural}siin"

    def _possessive(self, case: str) -> str:
        if case == "nom":
            return self.before + self.strong + self._suited("nsa")
        form = self.form(case)
        long = form[-1] in "aä" and form[-2] != form[-1]
        return f"{form}{form[-1]}n" if long else form + self._suited("nsa")

    def _suited(self, ending: str) -> str:
        return ending if is_back(self.nominative) else ending.translate(FRONT)


def is_back(word: str) -> bool:
    """Whether endings have a, o and u rather than ä, ö and y: the word's last such vowel tells."""
    return next((letter in "aou" for letter in reversed(word) if letter in "aouäöy"), False)


def noun(written: str) -> Noun:
    """Read a Finnish noun or adjective as `words.yml` writes it."""
    nominative, *given = written.split("/")
    a = "a" if is_back(nominative) else "ä"
    if nominative.endswith("nen"):
        root = f"{nominative[:-3]}s"
        return Noun(nominative, f"{root}e", f"{root}e", f"{root}t{a}", f"{root}i", f"{root}i{a}")
    if nominative.endswith(("uus", "yys", "eus", "eys", "kkous")):
        root = nominative[:-1]
        many = f"{root}ksi"
        return Noun(nominative, f"{root}de", f"{root}te", f"{root}tt{a}", many, f"{many}{a}")
    if nominative.endswith(("as", "äs", "e")):
        stem = (
            given[0]
            if given
            else nominative.removesuffix("s") + ("e" if nominative[-1] == "e" else a)
        )
        whole = f"{nominative}t{a}" if nominative[-1] == "s" else f"{nominative}tt{a}"
        return Noun(nominative, stem, stem, whole, f"{stem[:-1]}i", f"{stem[:-1]}it{a}")
    if nominative[-1] in "sn" or given[1:]:
        return _consonant_noun(nominative, given, a)
    return _vowel_noun(nominative, given[0] if given else nominative, a)


def _consonant_noun(nominative: str, given: Sequence[str], a: str) -> Noun:
    """A noun with a stem in -e: koulutus, avain, lapsi, kausi."""
    ending = "kse" if nominative[-1] == "s" else "me"
    stem = given[0] if given else f"{nominative[:-1]}{ending}"
    whole = given[1] if given[1:] else f"{nominative}t{a}"
    if nominative.endswith("si") and stem.endswith("de"):
        return Noun(nominative, stem, f"{stem[:-2]}te", whole, nominative, f"{nominative}{a}")
    return Noun(nominative, stem, stem, whole, f"{stem[:-1]}i", f"{stem[:-1]}i{a}")


def _vowel_noun(nominative: str, weak: str, a: str) -> Noun:
    last, root = nominative[-1], nominative[:-1]
    if weak[-1] == "e":
        whole = f"{root}t{a}" if root[-1] in "lnr" else f"{root}e{a}"
        return Noun(nominative, weak, weak, whole, f"{weak[:-1]}i", f"{root}i{a}")
    whole = f"{nominative}t{a}" if root[-1] in VOWELS and last not in "aä" else f"{nominative}{a}"
    joint = "it" if root[-1] in VOWELS else "j"
    plural, many = f"{weak}i", f"{nominative}{joint}{a}"
    if last == "i":
        plural, many = f"{weak[:-1]}ei", f"{root}ej{a}"
    elif last in "aä" and _is_rounded(nominative):
        o = "o" if last == "a" else "ö"
        plural, many = f"{weak[:-1]}{o}i", f"{root}{o}{joint}{a}"
    elif last in "aä":
        plural, many = f"{weak[:-1]}i", f"{root}i{a}"
    return Noun(nominative, weak, nominative, whole, plural, many)


def _is_rounded(word: str) -> bool:
    """Whether a last a or ä becomes o or ö in the plural, as in kunta, but not in opettaja."""
    if _syllables(word) > 2:
        return word[-2] not in "jmv"
    return word[-1] == "a" and next(letter for letter in word if letter in VOWELS) in "aei"


def _syllables(word: str) -> int:
    """Groups of vowels: near enough."""
    return sum(
        letter in VOWELS and (place == 0 or word[place - 1] not in VOWELS)
        for place, letter in enumerate(word)
    )


@dataclass(frozen=True)
class Substantive:
    """A Swedish noun: four forms, each with a genitive."""

    forms: tuple[str, str, str, str]
    before: str = ""

    def form(self, case: str) -> str:
        """The form for `nom`, `def`, `plnom`, `pldef`, `gen` or `plgen`."""
        place = ("nom", "def", "plnom", "pldef", "gen", "plgen").index(case)
        if place < len(self.forms):
            return self.before + self.forms[place]
        return self.before + self.forms[1 if case == "gen" else 3] + "s"

    def prefix(self) -> str:
        """How the word stands as the first part of a compound."""
        first = self.forms[0]
        plain = first[:-1] if first[-1] == "a" else first
        return self.before + (f"{plain}s" if plain.endswith(("ing", "het", "ion")) else plain)

    def compound(self, prefix: str) -> Substantive:
        """The word with another before it."""
        return Substantive(self.forms, prefix)


def substantive(written: str) -> Substantive:
    """Read a Swedish noun as `words.yml` writes it."""
    word, _, declension = written.partition("/")
    root = word[:-1] if word[-1] in "ae" else word
    endings = {
        "1": (word, f"{word}n", f"{root}or", f"{root}orna"),
        "2": (word, f"{word}en", f"{root}ar", f"{root}arna"),
        "3": (word, f"{word}en", f"{word}er", f"{word}erna"),
        "4": (word, f"{word}t", f"{word}n", f"{word}na"),
        "5": (word, f"{word}n", word, f"{word[:-1]}na"),
        "6": (word, f"{word}et", word, f"{word}en"),
    }
    return Substantive(endings[declension])
