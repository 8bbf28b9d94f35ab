"""One build at a time: what is kept between builds, and the site, have one writer."""

from __future__ import annotations

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def held(file: Path, waiting: Callable[[], None]) -> Iterator[int]:
    """Hold the lock of a file, and give the descriptor that holds it.

    The kernel frees it when the last process that has the descriptor is gone, however it went. So
    an engine that was given it, and outlives who started it, still keeps the next build waiting.

    Args:
        file: What to lock; its content is of no account.
        waiting: Called once if somebody else holds the lock.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("ab") as opened:
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting()
            fcntl.flock(opened, fcntl.LOCK_EX)
        yield opened.fileno()
