"""Plans as documents of an index: per field, the words of the plan brought to their terms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from kuntakesu.memory import Key, key_of
from kuntakesu.plan import Plan
from kuntakesu.search.analysis import Analyser
from kuntakesu.search.portions import portions
from kuntakesu.search.reading import Reading
from kuntakesu.vocabulary.names import fold
from kuntakesu.vocabulary.register import Register, sort_key

BOOSTS = {"title": 8.0, "place": 6.0, "heading": 4.0, "text": 1.0, "part": 0.5}
"""Fields and what a match in them weighs; `part` has the parts of compounds of every field."""

SETS = frozenset({"part"})
"""Fields in which a term stands or does not: how often, and in how long a text, is the same."""

PLACED = frozenset({"heading", "text", "part"})
"""Fields of which it is known in which portions of a plan a term stands."""

LONGEST = 35
"""Letters of a term; what is longer is cut, in a text as in a query."""

PROVIDER = "@"
"""Begins the term that a provider's plans have in common; no word of a reader begins so."""

FOLDER = re.compile(r"[\w.-]+")
"""A provider's folder as the rules have it; no term has a sign that stands between terms."""

SHORT = {
    "ops": "opetussuunnitelma",
    "lops": "opetussuunnitelma",
    "vasu": "varhaiskasvatussuunnitelma",
    "hojks": "suunnitelma",
    "tvt": "tietotekniikka",
}
"""Abbreviations that officers write, and the term that each is short for."""

REGION_STEMS = {
    "uusimaa": "uudenmaa uuttamaa uudessamaa uudestamaa uudellamaa uudeltamaa uudellemaa",
    "satakunta": "satakunna",
    "hame": "hamee",
    "lappi": "lapi lapissa",
    "suomi": "suome",
}
"""Folded stems from which the last words of regions' Finnish names inflect."""


def _more_forms() -> dict[str, set[str]]:
    found = {word: set(stems.split()) for word, stems in REGION_STEMS.items()}
    for short, long in SHORT.items():
        for term in (short, long):
            found.setdefault(term, set()).update((short, long))
    return found


MORE_FORMS = _more_forms()
"""Forms by which a term is found beside those in the texts."""

Terms = tuple[str, ...]
Count = tuple[int, int]
"""How often a term stands somewhere, and the bits of the portions in which it does: 1, 2, 4 …"""


@dataclass(frozen=True)
class Document:
    """What the index must know of a plan.

    Attributes:
        lengths: Per field, how many terms the plan has there.
        terms: Per field and term, how often it stands there and the bits of its portions.
        forms: Per term, the forms that stand for it in the plan, all folded.
    """

    lengths: Mapping[str, int]
    terms: Mapping[str, Mapping[str, Count]]
    forms: Mapping[str, Sequence[str]] = field(default_factory=dict)


class Tally:
    """Counts the terms of a field as they come."""

    def __init__(self) -> None:
        self._counts: dict[str, list[int]] = {}

    def add(self, terms: Iterable[str], bit: int = 0) -> None:
        """Count some terms of the portion with a bit; 0 where there are no portions."""
        for term in terms:
            count = self._counts.get(term)
            if count is None:
                self._counts[term] = [1, bit]
            else:
                count[0] += 1
                count[1] |= bit

    @property
    def counts(self) -> dict[str, Count]:
        """What was counted."""
        return {term: (often, bits) for term, (often, bits) in self._counts.items()}

    @property
    def length(self) -> int:
        """How many terms there were."""
        return sum(often for often, _ in self._counts.values())


Tallies = Mapping[str, Tally]


@dataclass
class Vocabulary:
    """Which forms of each term stand in a text, all folded."""

    forms: dict[str, dict[str, None]] = field(default_factory=dict)
    _known: dict[str, tuple[Reading, Terms, Terms]] = field(default_factory=dict)

    def terms(self, word: str, reading: Reading) -> tuple[Terms, Terms]:
        """The terms of a word's lemmas and of its parts, cut; they are noted the first time."""
        known = self._known.get(word)
        if known and known[0] is reading:
            return known[1:]
        form = _form(word)
        lemmas, parts = tuple(map(cut, reading.lemmas)), tuple(map(cut, reading.parts))
        self._known[word] = reading, lemmas, parts
        for lemma in lemmas:
            self.note(lemma, form)
        for part in parts:
            self.note(part, part)
        return lemmas, parts

    def note(self, term: str, form: str) -> None:
        """Remember that `form` was brought to `term`."""
        self.forms.setdefault(term, {})[form] = None


@lru_cache(1 << 16)
def _form(word: str) -> str:
    """A word as the browser knows it; plans have most of their words in common."""
    return cut(fold(word))


def cut(term: str) -> str:
    """A term no longer than one may be."""
    return term[:LONGEST]


def document_key(name: str, digest: str) -> Key:
    """By which the document of a plan with that name and text is kept."""
    return key_of("document", name, digest)


def plan_key(plan: Plan) -> Key:
    """By which a plan's document is kept."""
    return document_key(plan.name, plan.digest)


def document(plan: Plan, register: Register, analyser: Analyser) -> Document:
    """A plan as the index knows it."""
    vocabulary = Vocabulary()
    tallies = {name: Tally() for name in BOOSTS}

    def read(text: str, name: str, bit: int = 0) -> None:
        own, of_parts = tallies[name], tallies["part"]
        for token, reading in analyser.words(text, plan.language):
            lemmas, parts = vocabulary.terms(token.text, reading)
            own.add(lemmas, bit)
            of_parts.add(parts, bit)

    read(plan.title, "title")
    for body in (plan.provider, *plan.partners):
        read(body, "place")
    for number, portion in enumerate(portions(plan)):
        for passage in portion:
            read(passage.title, "heading", 1 << number)
            read(passage.text, "text", 1 << number)
    for name in _places(plan, register):
        for word in fold(name).split():
            tallies["place"].add([word])
            vocabulary.note(word, word)
    if FOLDER.fullmatch(plan.provider_slug):
        tallies["place"].add([f"{PROVIDER}{plan.provider_slug}"])
    return counted(tallies, {term: list(forms) for term, forms in vocabulary.forms.items()})


def counted(tallies: Tallies, forms: Mapping[str, Sequence[str]]) -> Document:
    """The document of what stands in each field."""
    return Document(
        {name: tally.length for name, tally in tallies.items()},
        {name: tally.counts for name, tally in tallies.items()},
        forms,
    )


def _places(plan: Plan, register: Register) -> Iterable[str]:
    """Names of a plan's municipalities and regions in every language, each once."""
    found = map(register.municipality, plan.codes)
    places = sorted(found, key=lambda place: sort_key(place.name_fi))
    names = [name for place in places for name in (place.name_fi, place.name_sv)]
    for place in places:
        names += place.region.names
    return dict.fromkeys(names)
