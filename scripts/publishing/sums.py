"""`SHA256SUMS`: what a site consists of, in the words of `sha256sum`."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

NAME = "SHA256SUMS"
FOLDER_MODE, FILE_MODE = 0o755, 0o644
# `sha256sum` writes these in a way of its own; no address has them.
UNSPEAKABLE = frozenset("\\\n\r")


def seal(site: Path) -> int:
    """Write down the sum of every file, and set modes whatever the umask was.

    Returns:
        How many files there are, this one not counted.

    Raises:
        OSError: Something could not be written.
        ValueError: A file has a name that the list cannot hold, or is none.
    """
    lines = []
    for name in sorted(_names(site), key=os.fsencode):
        file = site / name
        if UNSPEAKABLE & set(name) or file.is_symlink() or not file.is_file():
            raise ValueError(f"{name!r} is nothing that can be published")
        lines.append(f"{_sum(file)}  {name}\n")
        file.chmod(FILE_MODE)
    sums = site / NAME
    sums.write_text("".join(lines), encoding="utf-8", newline="\n")
    sums.chmod(FILE_MODE)
    for folder, _, _ in os.walk(site, topdown=False):
        Path(folder).chmod(FOLDER_MODE)
    return len(lines)


def faults(site: Path) -> list[str]:
    """What of a site is not as its list says: changed, missing or not in it."""
    try:
        told = listed(site)
    except FileNotFoundError:
        return [f"{NAME}: missing"]
    present = set(_names(site))
    found = [f"{name}: missing" for name in told.keys() - present]
    found += [f"{name}: not listed" for name in present - told.keys()]
    both = told.keys() & present
    found += [f"{name}: changed" for name in both if _sum(site / name) != told[name]]
    return sorted(found)


def listed(site: Path) -> dict[str, str]:
    """The sum of each file, as the list of a site says.

    Raises:
        FileNotFoundError: It has no list.
    """
    lines = (site / NAME).read_text(encoding="utf-8").splitlines()
    return {name: told for told, _, name in (line.partition("  ") for line in lines)}


def _names(site: Path) -> Iterator[str]:
    for folder, folders, files in os.walk(site):
        linked = [name for name in folders if Path(folder, name).is_symlink()]
        for name in (*files, *linked):
            path = Path(folder, name).relative_to(site).as_posix()
            if path != NAME:
                yield path


def _sum(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
