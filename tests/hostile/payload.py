"""A text that would do harm where it is not written as the place needs it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kuntakesu.source import CONTROL


@dataclass(frozen=True)
class Payload:
    """One such text.

    Attributes:
        name: What it is called in tests, also a part of its plan's name.
        tries: What would happen.
        text: What is written; it may have several lines.
    """

    name: str
    tries: str
    text: str

    @property
    def line(self) -> str:
        """The text on one line, without what no file of a plan may hold."""
        return " ".join(CONTROL.sub("", self.text).split())


def group(tries: str, **texts: str) -> tuple[Payload, ...]:
    """Texts that try the same, by their names."""
    return tuple(Payload(name.replace("_", "-"), tries, text) for name, text in texts.items())


def numbered(name: str, tries: str, texts: Iterable[str]) -> tuple[Payload, ...]:
    """Texts that differ in their disguise alone."""
    return tuple(Payload(f"{name}-{at}", tries, text) for at, text in enumerate(texts, 1))
