"""The reading of files one after another, each for no longer than it may take."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Protocol, TypeVar

from kuntakesu.render import Renderer
from kuntakesu.source import Source
from kuntakesu.submission import Submission, read_submission
from kuntakesu.vocabulary.register import Register

T = TypeVar("T")


class Limit(Protocol):
    """Does a piece of work, or gives it up; an adapter has the clock that says when."""

    def __call__(self, work: Callable[[], T], /) -> T | None:
        """What the work returned, or None where it took too long."""


def unlimited(work: Callable[[], T], /) -> T | None:
    """Do a piece of work, however long it takes."""
    return work()


class Reader:
    """Reads files with one renderer, or the next one where reading was given up."""

    def __init__(self, register: Register, limit: Limit = unlimited) -> None:
        self.register = register
        self._limit = limit
        self._renderer = Renderer()

    def read_all(self, sources: Iterable[Source]) -> Iterator[Submission]:
        """Read many files, in their order."""
        return map(self.read, sources)

    def read(self, source: Source) -> Submission:
        """Read a file as far as it can be read."""
        found = self._limit(lambda: read_submission(source, self.register, self._renderer))
        if found is None:
            self._renderer = Renderer()
            return given_up(source)
        return found


def given_up(source: Source) -> Submission:
    """What is known of a file that nobody waits for."""
    return Submission(replace(source, text="", fault="time"))
