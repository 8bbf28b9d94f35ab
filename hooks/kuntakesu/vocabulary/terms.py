"""The words by which plans name the four themes and the parts of a development target."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kuntakesu.own_yaml import read_own

FOLDER = Path(__file__).parent
NUMBERING = re.compile(r"^(?:(?:teema|tema|theme)\s*)?\d*(?:\.\d+)*[.:)]?\s+(?=\S)", re.IGNORECASE)


@dataclass(frozen=True)
class Terms:
    """Codes and every name that means them, in all languages at once.

    Attributes:
        codes: In their official order.
        names: Per code and language, the accepted names, the official one first.
    """

    codes: tuple[str, ...]
    names: Mapping[str, Mapping[str, tuple[str, ...]]]

    def code(self, text: str) -> str | None:
        """The code that a heading or label means, or None.

        Letter case, a leading number (`1.`, `Teema 2:`) and a closing colon do not matter.
        """
        return self._codes.get(_plain(text)) or self._codes.get(_plain(NUMBERING.sub("", text)))

    @functools.cached_property
    def _codes(self) -> dict[str, str]:
        return {
            _plain(name): code
            for code, languages in self.names.items()
            for names in languages.values()
            for name in names
        }


@functools.cache
def themes() -> Terms:
    """The four themes, closed and official."""
    return _read("themes.yml")


@functools.cache
def parts() -> Terms:
    """The eight parts of a development target."""
    return _read("parts.yml")


@functools.cache
def columns() -> Terms:
    """What else a table of a plan has a column for: the theme, the target, other text."""
    return _read("columns.yml")


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").strip(" \t:.?").split())


def _read(name: str) -> Terms:
    data = read_own(FOLDER / name)
    names = {
        code: {language: tuple(words) for language, words in languages.items()}
        for code, languages in data.items()
    }
    return Terms(tuple(names), names)
