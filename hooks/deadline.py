"""How long the work on one file may take: the last net, where no limit of size held."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from types import FrameType
from typing import TypeVar

SECONDS = 20.0
"""Of processor time. The slowest text that keeps within `kuntakesu.cost` needs a tenth of it."""
# Should a library swallow the first interruption, another follows.
AGAIN = 1.0

T = TypeVar("T")


class _Over(BaseException):
    """No `Exception`, so that nothing that goes on after a fault goes on after this."""


def limited(work: Callable[[], T], seconds: float = SECONDS) -> T | None:
    """Do the work, or give up and return None when it has taken too long.

    Where a program can't be interrupted (outside its main thread, and on Windows) there is no
    limit.
    """
    is_main = threading.current_thread() is threading.main_thread()
    if not is_main or not hasattr(signal, "setitimer"):
        return work()
    before = signal.signal(signal.SIGPROF, _give_up)
    timer = signal.setitimer(signal.ITIMER_PROF, seconds, AGAIN)
    try:
        return work()
    except _Over:
        return None
    finally:
        signal.setitimer(signal.ITIMER_PROF, *timer)
        signal.signal(signal.SIGPROF, before)


def _give_up(_signal: int, _frame: FrameType | None) -> None:
    raise _Over
