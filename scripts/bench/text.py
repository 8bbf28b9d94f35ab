"""Sentences of invented plans: words drawn as unevenly as in real text, inflected as they stand."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice
from pathlib import Path
from typing import TypeVar

import yaml

from bench.forms import Noun, Substantive, noun, substantive

WORDS = Path(__file__).parent / "words.yml"
SEED = 20_260_615
COMPOUNDS = 50_000
TRIPLES = 0.12
"""The share of compounds whose first part is a compound."""
EXPONENT, SHIFT = 1.28, 12.0
"""Word number n is drawn with the weight 1 / (n + SHIFT) ** EXPONENT."""
TOPIC_WORDS = 7
TOPIC_SHARE = 0.3
"""How many words a target keeps coming back to, and how often."""
BLOCK = 512
Item = TypeVar("Item")
_SLOT = re.compile(r"\{(\w+)(?::(\w+))?\}")


@dataclass(frozen=True)
class Words:
    """One language of `words.yml`, taken apart.

    Attributes:
        patterns: Sentences as runs of text, each with the kind and the case of what follows it.
    """

    nouns: tuple[Noun | Substantive, ...]
    adjectives: tuple[Noun | str, ...]
    verbs: tuple[str, ...]
    function: tuple[str, ...]
    patterns: tuple[tuple[tuple[str, str, str], ...], ...]
    labels: tuple[str, ...]
    title: str
    themes: tuple[str, ...]


class Writer:
    """Writes the texts of plans in one language; what it writes follows from the plan's number."""

    def __init__(self, language: str, words: Words) -> None:
        self.words = words
        self._language = language
        self._nouns = _vocabulary(words.nouns)
        self._weights = list(accumulate((n + SHIFT) ** -EXPONENT for n in range(len(self._nouns))))
        self._known: dict[tuple[int, str], str] = {}
        self.begin(0, "", 0)

    def begin(self, number: int, place: str, start: int) -> None:
        """Start the plan with this number, of a place (in the genitive) and a first year."""
        # Nothing secret is drawn: the texts must be the same every time.
        self._random = random.Random(f"{SEED} {self._language} {number}")  # noqa: S311
        self._place, self._start = place, start
        self._draws: Iterator[int] = iter(())
        self.turn()

    def turn(self) -> None:
        """Turn to another topic."""
        self._topic = [self._draw() for _ in range(TOPIC_WORDS)]

    def number(self) -> int:
        """A number from 0 to 99."""
        return int(self._random.random() * 100)

    def title(self) -> str:
        """The heading of a target on the topic."""
        first, second = self._topic[:2]
        joint = "och" if self._language == "sv" else "ja"
        text = f"{self._form(first, 'nom')} {joint} {self._form(second, 'nom')}"
        return text[0].upper() + text[1:]

    def paragraph(self, sentences: int) -> str:
        """So many sentences in one line."""
        return " ".join(self.sentence() for _ in range(sentences))

    def sentence(self) -> str:
        """One sentence, with its full stop."""
        pattern = self._pick(self.words.patterns)
        text = "".join(before + self._fill(kind, case) for before, kind, case in pattern)
        return f"{text[0].upper()}{text[1:]}."

    def _fill(self, kind: str, case: str) -> str:
        if kind == "N":
            return self._form(self._topical(), case)
        if kind in ("P", ""):
            return self._place if kind else ""
        if kind in "yn":
            return str(self._start + self.number() % 4 if kind == "y" else self.number())
        if kind == "A":
            adjective = self._pick(self.words.adjectives)
            return adjective if isinstance(adjective, str) else adjective.form(case)
        return self._pick(self.words.function if kind == "f" else self.words.verbs)

    def _topical(self) -> int:
        if self._random.random() < TOPIC_SHARE:
            return self._pick(self._topic)
        return self._draw()

    def _form(self, place: int, case: str) -> str:
        key = (place, case)
        form = self._known.get(key)
        if form is None:
            form = self._known[key] = self._nouns[place].form(case)
        return form

    def _draw(self) -> int:
        place = next(self._draws, None)
        if place is None:
            # A block costs a fraction of as many single draws.
            block = self._random.choices(
                range(len(self._nouns)), cum_weights=self._weights, k=BLOCK
            )
            self._draws = iter(block)
            place = next(self._draws)
        return place

    def _pick(self, items: Sequence[Item]) -> Item:
        """One of the items, the first ones more often."""
        return items[int(self._random.random() ** 1.6 * len(items))]


def writers() -> dict[str, Writer]:
    """A writer for each language that plans are invented in."""
    return {language: Writer(language, words) for language, words in read_words().items()}


def read_words() -> dict[str, Words]:
    """The words and sentence patterns by language."""
    raw = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    return {language: _words(language, one) for language, one in raw.items()}


def _words(language: str, raw: dict[str, str]) -> Words:
    finnish = language == "fi"
    return Words(
        nouns=tuple(map(noun, raw["nouns"].split()))
        if finnish
        else tuple(map(substantive, raw["nouns"].split())),
        adjectives=tuple(noun(word) if finnish else word for word in raw["adjectives"].split()),
        verbs=tuple(raw["verbs"].split()),
        function=tuple(raw["function"].split()),
        patterns=tuple(tuple(_pieces(pattern)) for pattern in raw["patterns"]),
        labels=tuple(raw["labels"].split()),
        title=raw["title"],
        themes=tuple(raw["themes"]),
    )


def _pieces(pattern: str) -> Iterator[tuple[str, str, str]]:
    end = 0
    for slot in _SLOT.finditer(pattern):
        yield pattern[end : slot.start()], slot[1], slot[2] or ""
        end = slot.end()
    if pattern[end:]:
        yield pattern[end:], "", ""


def _vocabulary(nouns: Sequence[Noun | Substantive]) -> list[Noun | Substantive]:
    """The nouns and compounds of them, commonest first: simple words thin out down the list."""
    draw = random.Random(SEED)  # noqa: S311 (nothing secret)
    compounds: dict[str, Noun | Substantive] = {}
    while len(compounds) < min(COMPOUNDS, len(nouns) ** 2 // 3):
        last, first = nouns[_low(draw, len(nouns))], nouns[_low(draw, len(nouns))]
        if last is first:
            continue
        prefix = first.prefix()
        if draw.random() < TRIPLES:
            prefix += nouns[_low(draw, len(nouns))].prefix()
        made = last.compound(prefix)
        compounds.setdefault(made.form("nom"), made)
    rest = iter(compounds.values())
    mixed: list[Noun | Substantive] = []
    for place, word in enumerate(nouns):
        mixed.append(word)
        mixed += islice(rest, place // 4)
    return [*mixed, *rest]


def _low(draw: random.Random, below: int) -> int:
    return int(draw.random() ** 1.5 * below)
