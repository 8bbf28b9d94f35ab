"""Plans as documents of an index: per field, the words of the plan brought to their terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kuntakesu.catalogue import Catalogue
from kuntakesu.plan import Plan
from kuntakesu.search.analysis import Analyser
from kuntakesu.vocabulary.names import fold

BOOSTS = {"title": 8.0, "place": 6.0, "heading": 4.0, "text": 1.0, "part": 0.5}
"""Fields and what a match in them weighs; `part` has the parts of compounds of every field."""

SETS = frozenset({"part"})
"""Fields in which a term stands or does not: how often, and in how long a text, is the same."""

LONGEST = 35
"""Letters of a term; what is longer is cut, in a text as in a query."""

PROVIDER = "@"
"""Begins the term that a provider's plans have in common; no word of a reader begins so."""

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

Fields = dict[str, list[str]]


@dataclass
class Vocabulary:
    """Which forms of each term stand in the texts, all folded."""

    forms: dict[str, set[str]] = field(default_factory=dict)

    def note(self, term: str, form: str) -> None:
        """Remember that `form` was brought to `term`."""
        self.forms.setdefault(term, set()).add(form)


def cut(term: str) -> str:
    """A term no longer than one may be."""
    return term[:LONGEST]


@dataclass(frozen=True)
class Passage:
    """A piece of a plan that a result can lead to.

    Attributes:
        anchor: Empty for what stands before the first section.
    """

    title: str
    anchor: str
    theme: str
    text: str


def passages(plan: Plan) -> Iterator[Passage]:
    """The pieces of a plan in their order: its beginning, its sections, their targets."""
    yield Passage("", "", "", " ".join(filter(None, [plan.summary, plan.body.intro.text])))
    for section in plan.body.sections:
        yield Passage(section.title, section.anchor, section.theme, section.intro.text)
        for target in section.targets:
            text = " ".join(part.content.text for part in target.parts)
            yield Passage(target.title, target.anchor, section.theme, text)


def documents(catalogue: Catalogue, analyser: Analyser, vocabulary: Vocabulary) -> Iterator[Fields]:
    """Each plan's terms by field, in the catalogue's order; forms are noted on the way."""
    for plan in catalogue.plans:
        yield _document(plan, catalogue, analyser, vocabulary)
    for word, stems in REGION_STEMS.items():
        if word in vocabulary.forms:
            vocabulary.forms[word] |= set(stems.split())
    for short, long in SHORT.items():
        known = [term for term in (short, long) if term in vocabulary.forms]
        for term in known:
            vocabulary.forms[term] |= {short, long}


def _document(
    plan: Plan, catalogue: Catalogue, analyser: Analyser, vocabulary: Vocabulary
) -> Fields:
    pieces = list(passages(plan))
    texts = {
        "title": [plan.title],
        "place": [plan.provider, *plan.partners],
        "heading": [piece.title for piece in pieces],
        "text": [piece.text for piece in pieces],
    }
    found: Fields = {name: [] for name in BOOSTS}
    for name, stretches in texts.items():
        for stretch in stretches:
            _read(stretch, plan.language, analyser, vocabulary, found[name], found["part"])
    for name in _places(plan, catalogue):
        for word in fold(name).split():
            found["place"].append(word)
            vocabulary.note(word, word)
    found["place"].append(f"{PROVIDER}{plan.provider_slug}")
    return found


def _read(  # noqa: PLR0913 (the last two are filled)
    text: str,
    language: str,
    analyser: Analyser,
    vocabulary: Vocabulary,
    terms: list[str],
    parts: list[str],
) -> None:
    for token, reading in analyser.words(text, language):
        form = cut(fold(token.text))
        for lemma in map(cut, reading.lemmas):
            terms.append(lemma)
            vocabulary.note(lemma, form)
        for part in map(cut, reading.parts):
            parts.append(part)
            vocabulary.note(part, part)


def _places(plan: Plan, catalogue: Catalogue) -> Iterable[str]:
    """Names of a plan's municipalities and regions in every language, each once."""
    places = catalogue.municipalities_of(plan)
    names = [name for place in places for name in (place.name_fi, place.name_sv)]
    for place in places:
        names += [place.region.name_fi, place.region.name_sv, place.region.name_en]
    return dict.fromkeys(names)
