"""Finding municipalities by what somebody types: the index, and the search as the browser does it.

Each name of a municipality (in Finnish, Swedish and Sámi, and of what has been merged into it) is
a document of a lunr index; its terms are the name, folded, and the stems that it inflects from,
each a whole phrase. A search strips case endings from what was typed and asks lunr for the
stems, for terms that begin so, and for terms one typing mistake away. lunr only finds terms: how
good a match is, is judged here, since lunr's score says nothing of that.

`hooks/theme/js/municipality-search.js` does the same; what it must know of the languages comes
in the payload. `tests/test_municipality_search.py` holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypedDict

from lunr.builder import Builder
from lunr.index import Index
from lunr.pipeline import Pipeline
from lunr.query import Query

from kuntakesu.search.packing import Packed, pack, unpack
from kuntakesu.vocabulary import names, stems
from kuntakesu.vocabulary.register import Municipality, Register, sort_key

HOW = ("name", "form", "former", "start", "mistyped")
"""Ways in which a name is found, best first."""

NAME, FORM, FORMER, START, MISTYPED = range(len(HOW))


class Payload(TypedDict):
    """What the browser loads: the names, their index, and what a search must know of words.

    Attributes:
        places: Code, the names of today (Finnish, Swedish if another, Sámi) and the other names
            of the former municipalities there; in the alphabetical order of the Finnish names.
        index: The index of all names, which are numbered as they first appear in `places`.
        endings: Case endings.
        clitics: What may follow them.
        beside: Words that tell nothing beside a name.
        short: Words, and what the register abbreviates them to.
        ordinary: Words that are no mistyped name.
    """

    places: list[tuple[str, list[str], list[str]]]
    index: Packed
    endings: str
    clitics: str
    beside: str
    short: dict[str, str]
    ordinary: str


@dataclass(frozen=True)
class Match:
    """A municipality that was found.

    Attributes:
        code: Three digits, as text.
        name_fi: Its Finnish name.
        name_sv: Its Swedish name.
        matched: The name through which it was found, perhaps a former municipality's.
        how: `name`, `form` (inflected), `former` (a former municipality's name in any form),
            `start` (of any name) or `mistyped`.
    """

    code: str
    name_fi: str
    name_sv: str
    matched: str
    how: str


def municipality_index(register: Register) -> Payload:
    """The payload for the register; the same register gives the same payload."""
    places = [
        (place.code, (current := _current(place)), _former(register, place.code, current))
        for place in sorted(register.municipalities, key=lambda place: sort_key(place.name_fi))
    ]
    known = _numbered(places)
    return Payload(
        places=places,
        index=pack(_index(known), [names.phrase(name) for name in known]),
        endings=" ".join(names.CASE_ENDINGS),
        clitics=" ".join(names.CLITICS),
        beside=" ".join(sorted(names.BESIDE_NAMES)),
        short=names.SHORT_FORMS,
        ordinary=" ".join(sorted(names.ORDINARY_WORDS)),
    )


def _current(place: Municipality) -> list[str]:
    sami = [name for _, name in place.names_sami]
    if not sami and place.name_sv == place.name_fi:
        return [place.name_fi]
    return [place.name_fi, place.name_sv, *sami]


def _former(register: Register, code: str, current: list[str]) -> list[str]:
    past = [former for former in register.former if code in former.successors]
    found = _once(name for former in past for name in (former.name_fi, former.name_sv) if name)
    return sorted((name for name in found if name not in current), key=sort_key)


def _once(listed: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(listed))


def _numbered(places: Iterable[tuple[str, list[str], list[str]]]) -> list[str]:
    """All names, each at its number."""
    return _once(name for _, current, former in places for name in (*current, *former))


def _index(known: Sequence[str]) -> dict[str, Any]:
    builder = Builder()
    # lunr.py offers pipelines that stem as English and drop words as such; names need none.
    builder.pipeline, builder.search_pipeline = Pipeline(), Pipeline()
    # Scores are not used, and pack better when they do not depend on the document.
    builder.k1(0)
    builder.b(0)
    builder.ref("number")
    builder.field("n")
    for number, name in enumerate(known):
        phrase = names.phrase(name)
        # A list is taken as it is: a term may be several words. The name in full is for one
        # mistyped in a word that is left out of the phrase: Pedersörenkunta.
        terms = _once((phrase, names.fold(name), *stems.read_stems().get(phrase, ())))
        builder.add({"number": number, "n": terms})
    serialized: dict[str, Any] = builder.build().serialize()
    return serialized


class MunicipalitySearch:
    """Finds municipalities in a payload."""

    def __init__(self, payload: Payload) -> None:
        self._places = payload["places"]
        self._names = _numbered(self._places)
        self._phrases = [names.phrase(name) for name in self._names]
        self._index = Index.load(unpack(payload["index"], self._phrases))
        number = {name: position for position, name in enumerate(self._names)}
        # For each name: the municipalities it may mean, and whether it is a former one's.
        self._meant: list[list[tuple[int, bool]]] = [[] for _ in self._names]
        for place, (_, current, former) in enumerate(self._places):
            for name in current:
                self._meant[number[name]].append((place, False))
            for name in former:
                self._meant[number[name]].append((place, True))

    def find(self, text: str) -> list[Match]:
        """All municipalities that the text may mean, each once, best first.

        Order: how it was found (as in HOW), then today's names before former ones and small
        differences before greater, then the Finnish name.
        """
        found = self._find(names.phrase(text))
        return found or self._find(names.phrase_before(text))

    def _find(self, phrase: str) -> list[Match]:
        if not phrase:
            return []
        typed = names.read(phrase)
        best: dict[int, tuple[int, int, int]] = {}
        for number, term in self._terms(typed):
            way = _way(typed, term, term == self._phrases[number])
            if way is None:
                continue
            for place, former in self._meant[number]:
                rank = (*(_past(way) if former else way), number)
                best[place] = min(best.get(place, rank), rank)
        order = sorted(best, key=lambda place: (best[place][:2], place))
        found = [self._match(place, *best[place]) for place in order]
        # What is a name as it stands is hardly another one mistyped.
        surely = found and found[0].how in HOW[NAME:START]
        return [match for match in found if not (surely and match.how == HOW[MISTYPED])]

    def _terms(self, typed: names.Typed) -> Iterator[tuple[int, str]]:
        """What lunr finds: pairs of a name's position and one of its terms."""
        query = Query(self._index.fields)
        query.term(typed.phrase, use_pipeline=False, wildcard=Query.WILDCARD_TRAILING)
        for term in typed.stems | typed.unfinished | typed.garbled:
            query.term(term, use_pipeline=False)
        for term in typed.mistakable:
            query.term(term, use_pipeline=False, edit_distance=1)
        for result in self._index.query(query):
            for term in result["match_data"].metadata:
                yield int(result["ref"]), term

    def _match(self, place: int, how: int, _difference: int, number: int) -> Match:
        code, current, _ = self._places[place]
        return Match(code, current[0], current[1 % len(current)], self._names[number], HOW[how])


def find_municipalities(payload: Payload, text: str) -> list[Match]:
    """As `MunicipalitySearch(payload).find(text)`, for a single search."""
    return MunicipalitySearch(payload).find(text)


def _way(typed: names.Typed, term: str, is_name: bool) -> tuple[int, int] | None:
    """How the typed text gives a term of the index: a position in HOW, and the difference.

    None where it does not: lunr's mistyped terms include some two mistakes away.
    """
    if term == typed.phrase and is_name:
        return NAME, 0
    if term == typed.phrase or term in typed.stems:
        return FORM, 0
    if term.startswith(typed.phrase) or term in typed.unfinished:
        return START, 0
    if len(term) < names.SHORTEST_MISTAKABLE:
        return None
    if typed.phrase in typed.mistakable and names.one_mistake(typed.phrase, term):
        return MISTYPED, 0 if is_name else 2
    if term in typed.garbled:
        return MISTYPED, 2
    if any(names.one_mistake(stem, term) for stem in typed.mistakable):
        return MISTYPED, 4
    return None


def _past(way: tuple[int, int]) -> tuple[int, int]:
    """The same way, to a former municipality's name."""
    how, difference = way
    return (FORMER, how) if how in (NAME, FORM) else (how, difference + 1)
