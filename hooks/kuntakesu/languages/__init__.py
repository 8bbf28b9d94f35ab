"""Every word that a reader or an author sees, in Finnish, Swedish and English.

A language is a folder of YAML files; `site.yml`, or any file in a folder `site`, holds the keys
that begin with `site.`, and so on. A text may have `{placeholders}`; a text that depends on a
number is a mapping of the forms `one` and `other`, chosen by the argument `count`.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kuntakesu.own_yaml import read_own

FOLDER = Path(__file__).parent
INTERFACE = ("fi", "sv", "en")
NARROW_SPACE = "\u00a0"


@dataclass(frozen=True)
class Words:
    """One language's words.

    Attributes:
        language: `fi`, `sv` or `en`.
        texts: Per dotted key, the text.
    """

    language: str
    texts: Mapping[str, str]

    def __call__(self, key: str, /, **arguments: str | int) -> str:
        """The text of a key with its placeholders filled.

        Raises:
            KeyError: The language has no such key, or the text wants an argument not given.
        """
        if "count" in arguments and key not in self.texts:
            form = "one" if arguments["count"] == 1 else "other"
            key = f"{key}.{form}"
        shown = {
            name: self.number(value) if isinstance(value, int) else value
            for name, value in arguments.items()
        }
        return self.texts[key].format(**shown)

    def raw(self, key: str) -> str:
        """The text of a key as it stands, its placeholders left for somebody else to fill."""
        return self.texts[key]

    def has(self, key: str) -> bool:
        """Whether there is a text with this very key."""
        return key in self.texts

    def under(self, prefix: str) -> dict[str, str]:
        """All texts below `prefix`, by the rest of their keys."""
        start = f"{prefix}."
        return {
            key.removeprefix(start): text
            for key, text in self.texts.items()
            if key.startswith(start)
        }

    def number(self, value: int) -> str:
        """A whole number as written in this language: 12 345 or 12,345."""
        grouped = f"{value:,}"
        return grouped if self.language == "en" else grouped.replace(",", NARROW_SPACE)


@functools.cache
def words(language: str) -> Words:
    """The words of an interface language; any other language gets Finnish."""
    chosen = language if language in INTERFACE else "fi"
    texts: dict[str, str] = {}
    folder = FOLDER / chosen
    for file in sorted(folder.rglob("*.yml")):
        section = file.relative_to(folder).with_suffix("").parts[0]
        _flatten(section, read_own(file), texts)
    return Words(chosen, texts)


def _flatten(prefix: str, value: object, texts: dict[str, str]) -> None:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            _flatten(f"{prefix}.{key}", inner, texts)
    else:
        texts[prefix] = str(value).rstrip("\n")
