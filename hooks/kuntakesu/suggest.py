"""What an author may have meant by a word that is not known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

from kuntakesu.languages import INTERFACE, words
from kuntakesu.vocabulary.names import fold

LIKENESS = 0.7
LONGEST = 80


def closest(word: str, candidates: Iterable[str]) -> str:
    """The candidate most like `word`, or an empty string where none is like it.

    Letter case, accents and punctuation make no difference; of candidates that are equally
    like it the first one is taken.
    """
    by_form: dict[str, str] = {}
    for candidate in candidates:
        by_form.setdefault(fold(candidate), candidate)
    found = get_close_matches(fold(word[:LONGEST]), by_form, n=1, cutoff=LIKENESS)
    return by_form[found[0]] if found else ""


def shown(text: str) -> str:
    """What an author wrote, on one line and no longer than a message can bear."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"


def several(text: str) -> tuple[str, ...]:
    """The values that an author wrote as one, with commas, semicolons or “and” between them."""
    parts = re.split(r"\s*[,;/]\s*|\s+(?:ja|och|and|&)\s+", text.strip().strip("[]"))
    return tuple(part for part in parts if part)


def key_meant(key: str, known: tuple[str, ...]) -> str:
    """The key most like the one written, or whose label in any language is."""
    names = {name: name for name in known}
    for language in INTERFACE:
        texts = words(language).texts
        for name in known:
            if label := texts.get(f"fields.{name}.label"):
                names.setdefault(label, name)
    return names.get(closest(key, names), "")
