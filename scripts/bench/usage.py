"""Run a program and tell what it cost."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Usage:
    """What a program and those that it waited for took.

    Attributes:
        seconds: By the clock.
        cpu: Seconds of processor time, user and system, all cores together.
        peak: MB (of 10**6 bytes) of memory at the most, in the largest of the processes.
    """

    seconds: float
    cpu: float
    peak: float


def run(command: Sequence[str | Path], folder: Path, environment: Mapping[str, str]) -> Usage:
    """Run a command in a folder, its output thrown away unless it fails.

    Raises:
        RuntimeError: It failed; the message is what it wrote.
    """
    with (folder / "output.txt").open("w+", encoding="utf-8") as output:
        started = time.monotonic()
        process = subprocess.Popen(  # noqa: S603 (only commands of this folder)
            [str(part) for part in command],
            cwd=folder,
            env=dict(environment),
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.monotonic() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            raise RuntimeError(f"{command[0]} failed:\n{output.read()[-4000:]}")
    return Usage(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024 / 1e6)
