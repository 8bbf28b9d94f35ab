"""The reading of files one after another, each for no longer than it may take."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol, TypeVar

from kuntakesu.naming import is_plan, name_fault
from kuntakesu.render import Renderer
from kuntakesu.source import MAXIMUM_BYTES, Source, is_plain_file, read_source, read_start
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


@dataclass(frozen=True)
class PlanFile:
    """A file that is handed in as a plan and may never have been read.

    Attributes:
        path: See `Source`.
        file: Where it lies.
    """

    path: str
    file: Path

    def read(self) -> Source:
        """Read it, whatever it holds, unless nothing may be called that.

        Raises:
            OSError: It is missing, or the system fails.
        """
        return (
            Source(self.path, "", "name")
            if self._is_misnamed
            else read_source(self.file, self.path)
        )

    def raw(self) -> bytes | None:
        """What it holds, or None where it can't or must not be read."""
        try:
            return None if self._is_misnamed else read_start(self.file, MAXIMUM_BYTES + 1)[1]
        except OSError:
            return None

    @property
    def _is_misnamed(self) -> bool:
        return bool(name_fault(self.path)) and not is_plan(self.path) and is_plain_file(self.file)


class Reader:
    """Reads files with one renderer, or the next one where reading was given up."""

    def __init__(self, register: Register, limit: Limit = unlimited) -> None:
        self.register = register
        self._limit = limit
        self._renderer = Renderer()

    def read_all(self, files: Iterable[PlanFile]) -> Iterator[Submission]:
        """Read many files, in their order.

        Raises:
            OSError: A file can't be read.
        """
        return (self.read(file.read()) for file in files)

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
