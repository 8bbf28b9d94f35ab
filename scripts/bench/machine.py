"""Where a measurement is made, and under what conditions."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

DAY = datetime(2026, 6, 15, 9, 0, tzinfo=UTC)


def environment() -> Mapping[str, str]:
    """The variables of a build, the same each time."""
    day = str(int(DAY.timestamp()))
    return os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": day}


def machine(*more: str) -> str:
    """One sentence on the day, the machine and the versions; `more` names further versions."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    versions = (f"Python {platform.python_version()}", f"MkDocs {version('mkdocs')}", *more)
    return (
        f"Measured on {datetime.now(UTC).date()}: {os.cpu_count()} cores ({_processor()}), "
        f"{memory:.0f} GiB of memory, {', '.join(versions)}."
    )


def tell(text: str) -> None:
    """Say on standard error what is being done."""
    print(text, file=sys.stderr, flush=True)


def _processor() -> str:
    return next(_models(), platform.machine())


def _models() -> Iterator[str]:
    file = Path("/proc/cpuinfo")
    for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
        key, _, value = line.partition(":")
        if key.strip() == "model name":
            yield value.strip()
