"""`SHA256SUMS`: what a site consists of, in the words of `sha256sum`."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

NAME = "SHA256SUMS"
FOLDER_MODE, FILE_MODE = 0o755, 0o644
# `sha256sum` writes these in a way of its own; no address has them.
UNSPEAKABLE = frozenset("\\\n\r")


def seal(site: Path, old: Path | None = None) -> int:
    """Write down the sum of every file, and set modes whatever the umask was.

    Args:
        site: The site, without its list.
        old: One that stands; the sums of files that the two share are taken from its list.

    Returns:
        How many files there are, the list not counted.

    Raises:
        OSError: Something could not be written.
        ValueError: A file has a name that the list cannot hold, or is none.
    """
    known = _Known.of(old) if old else _Known()
    lines = []
    for name in sorted(_names(site), key=os.fsencode):
        file = site / name
        found = file.lstat()
        if UNSPEAKABLE & set(name) or not stat.S_ISREG(found.st_mode):
            raise ValueError(f"{name!r} is nothing that can be published")
        lines.append(f"{known.sum_of(name, found) or _sum(file)}  {name}\n")
        if stat.S_IMODE(found.st_mode) != FILE_MODE:
            file.chmod(FILE_MODE)
    sums = site / NAME
    sums.write_text("".join(lines), encoding="utf-8", newline="\n")
    sums.chmod(FILE_MODE)
    for folder, _, _ in os.walk(site, topdown=False):
        Path(folder).chmod(FOLDER_MODE)
    return len(lines)


@dataclass(frozen=True)
class _Known:
    """The sums of a site's files.

    Attributes:
        since: When its list was written, in nanoseconds; a file changed since is not as listed.
    """

    site: Path = Path()
    sums: Mapping[str, str] = field(default_factory=dict)
    since: int = 0

    @classmethod
    def of(cls, site: Path) -> _Known:
        try:
            return cls(site, listed(site), (site / NAME).stat().st_mtime_ns)
        except OSError:
            return cls()

    def sum_of(self, name: str, found: os.stat_result) -> str:
        """The sum of a file that is the site's own of that name, or empty."""
        told = self.sums.get(name, "")
        if not told or found.st_nlink < 2 or found.st_mtime_ns >= self.since:
            return ""
        try:
            own = (self.site / name).lstat()
        except OSError:
            return ""
        return told if (own.st_dev, own.st_ino) == (found.st_dev, found.st_ino) else ""


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
