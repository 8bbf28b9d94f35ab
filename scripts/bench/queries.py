"""What is asked of the engines, drawn from the plans themselves; the same for the same plans."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.corpus import genitives, headings
from bench.text import SEED

LATER = 20
SAMPLE = 600
"""How many plans are read to tell common words from rare ones."""
COMMON, RARE = 0.25, 0.004
"""A word that is asked for stands in a share of the plans between these."""
SHORTEST = 5
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True)
class Script:
    """What one reader asks, in this order.

    Attributes:
        name: A municipality.
        words: Two words that stand in one sentence of a plan.
        later: One word and two words by turns.
    """

    name: str
    words: str
    later: tuple[str, ...]


def scripts(root: Path, count: int, readers: int) -> tuple[Script, ...]:
    """What each of the readers asks of the `count` plans in the checkout `root`."""
    draw = random.Random(f"{SEED} {count}")  # noqa: S311 (nothing secret)
    names = _names(count)
    texts = _texts(root)
    usual = _usual(texts)
    return tuple(
        Script(draw.choice(names), _ask(draw, texts, usual, 2), _later(draw, texts, usual))
        for _ in range(readers)
    )


def _names(count: int) -> Sequence[str]:
    """Municipalities whose name stands whole in its genitive, so that every engine finds it."""
    known = genitives()
    places = (one.municipality.name_fi for one in headings(count) if one.language == "fi")
    return sorted({name for name in places if known.get(name) == f"{name}n"})


def _texts(root: Path) -> Sequence[Sequence[str]]:
    """The sentences of some of the plans."""
    files = sorted((root / "plans").glob("*/*.md"))
    bodies = (
        file.read_text(encoding="utf-8").split("---", 2)[2]
        for file in files[:: len(files) // SAMPLE + 1]
    )
    return [[line for line in re.split(r"[.:*#\n]+", body) if line.strip()] for body in bodies]


def _usual(texts: Sequence[Sequence[str]]) -> frozenset[str]:
    found = Counter(word for text in texts for word in set(_words(" ".join(text))))
    low, high = max(2, RARE * len(texts)), COMMON * len(texts)
    return frozenset(
        word for word, plans in found.items() if low <= plans <= high and len(word) >= SHORTEST
    )


def _words(text: str) -> list[str]:
    return WORD.findall(text.lower())


def _later(
    draw: random.Random, texts: Sequence[Sequence[str]], usual: frozenset[str]
) -> tuple[str, ...]:
    return tuple(_ask(draw, texts, usual, 1 + turn % 2) for turn in range(LATER))


def _ask(
    draw: random.Random, texts: Sequence[Sequence[str]], usual: frozenset[str], length: int
) -> str:
    while True:
        words = [word for word in _words(draw.choice(draw.choice(texts))) if word in usual]
        if len(set(words)) >= length:
            return " ".join(draw.sample(sorted(set(words)), length))
