"""The stems that municipality names inflect from, and the way back from a form to its name."""

from __future__ import annotations

import csv
import functools
from collections.abc import Mapping
from pathlib import Path

from kuntakesu.vocabulary.names import CASE_ENDINGS, phrase

FILE = Path(__file__).parent / "stems.csv"


@functools.cache
def read_stems() -> Mapping[str, tuple[str, ...]]:
    """What a name inflects from beside itself, by its phrase, as committed."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return {row["name"]: tuple(row["stems"].split("|")) for row in csv.DictReader(file)}


def base_form(text: str, known: Mapping[str, str]) -> str:
    """The name that `text` is a form of, or an empty string.

    Args:
        text: A name in any grammatical case, perhaps with a word such as `kaupunki` beside it.
        known: The names, by their phrases.
    """
    typed = phrase(text)
    endings = ("", *sorted(CASE_ENDINGS, key=len, reverse=True))
    for ending in endings:
        stem = typed.removesuffix(ending)
        if stem == typed and ending:
            continue
        if name := known.get(stem) or known.get(_by_stem().get(stem, "")):
            return name
    return ""


@functools.cache
def _by_stem() -> Mapping[str, str]:
    return {stem: name for name, stems in reversed(tuple(read_stems().items())) for stem in stems}
