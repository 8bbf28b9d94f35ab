"""The site engine as a process: what it says is passed on, but no traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TextIO

from publishing import NotPublishedError
from publishing.disk import is_told_full, no_room

TRACEBACK = "Traceback (most recent call last):"
UMASK = 0o022


def run(
    command: Sequence[str], root: Path, variables: Mapping[str, str], lock: int, log: Path
) -> None:
    """Let an engine build a site.

    Args:
        command: The engine, and what it is to do.
        root: The checkout.
        variables: What its environment says, unless ours says otherwise.
        lock: The descriptor of the lock, which the engine holds as long as it lives.
        log: Where the whole of what the engine said is kept.

    Raises:
        NotPublishedError: It failed, or could not be started.
    """
    environment = {**variables, **os.environ}
    with (
        log.open("w", encoding="utf-8") as kept,
        subprocess.Popen(  # noqa: S603 (the command is the caller's own)
            command,
            cwd=root,
            env=environment,
            pass_fds=(lock,),
            umask=UMASK,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        ) as engine,
    ):
        try:
            held = _passed_on(engine.stdout or (), kept)
        except BaseException:
            engine.terminate()
            raise
    if engine.returncode or held:
        raise _failure(engine.returncode, held, log)


def _passed_on(lines: Iterable[str], kept: TextIO) -> list[str]:
    """Pass lines on up to a traceback, and give what was held back."""
    held: list[str] = []
    for line in lines:
        kept.write(line)
        if held or line.startswith(TRACEBACK):
            held.append(line.rstrip())
        else:
            sys.stderr.write(line)
            sys.stderr.flush()
    return held


def _failure(status: int, held: list[str], log: Path) -> NotPublishedError:
    if any(map(is_told_full, held)):
        return no_room()
    if held:
        last = next(line for line in reversed(held) if line and not line.startswith(" "))
        return NotPublishedError(f"the engine broke down: {last} (all of it is in {log})")
    if status < 0:
        return NotPublishedError(f"the engine was ended by signal {-status}")
    return NotPublishedError(f"the engine ended with status {status}; why is told above", status)
