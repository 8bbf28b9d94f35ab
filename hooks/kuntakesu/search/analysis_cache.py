"""What an analyser learnt, kept between builds."""

from __future__ import annotations

import contextlib
import json
import os
from importlib.metadata import version
from pathlib import Path

from kuntakesu.search.analysis import PACKAGES, VERSION, Analyser
from kuntakesu.search.reading import MOST_LEMMAS, MOST_PARTS, Reading, plain

_LONGEST = 200
"""Letters of the longest lemma that is believed."""


def load_cache(path: Path) -> dict[str, Reading]:
    """What was learnt before, for an `Analyser`.

    Nothing when the file is missing, broken or not by this analyser with these packages. A
    reading of another shape is left out.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(content, dict) or content.get("made_by") != _made_by():
        return {}
    words = content.get("words")
    if not isinstance(words, dict):
        return {}
    return {key: found for key, value in words.items() if (found := _reading(value))}


def save_cache(path: Path, analyser: Analyser) -> None:
    """Writes what an analyser knows, all at once.

    Raises:
        OSError: The file cannot be written.
    """
    words = {key: [found.lemmas, found.parts] for key, found in analyser.known.items()}
    text = json.dumps({"made_by": _made_by(), "words": words}, ensure_ascii=False, sort_keys=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    # A name of its own for each writer, so that two builds at once do not spoil it.
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.write_text(text, encoding="utf-8")
        draft.replace(path)
    finally:
        with contextlib.suppress(FileNotFoundError):
            draft.unlink()


def _made_by() -> dict[str, str]:
    return {"analyser": str(VERSION), **{package: version(package) for package in PACKAGES}}


def _reading(value: object) -> Reading | None:
    if not isinstance(value, list) or len(value) != 2:
        return None
    lemmas, parts = value
    if not (_are_words(lemmas, MOST_LEMMAS) and _are_words(parts, MOST_PARTS)):
        return None
    return Reading(tuple(lemmas), tuple(parts))


def _are_words(value: object, most: int) -> bool:
    return (
        isinstance(value, list)
        and len(value) <= most
        and all(isinstance(word, str) and _is_word(word) for word in value)
    )


def _is_word(word: str) -> bool:
    return 0 < len(word) <= _LONGEST and plain(word) == word
