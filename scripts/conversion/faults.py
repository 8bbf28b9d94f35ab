"""Why a document can't be read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class UnreadableError(Exception):
    """A document that can't be understood as one.

    Attributes:
        reason: The key of its sentence: `importing.failure.<reason>`.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@contextmanager
def opening() -> Iterator[None]:
    """Around a library's work on a stranger's file: whatever it stumbles over, the file is broken.

    The libraries raise all kinds of exceptions at broken files, those of their XML and ZIP readers
    included, so that no list of them would be complete.
    """
    try:
        yield
    except UnreadableError:
        raise
    except Exception as error:
        raise UnreadableError("broken") from error
