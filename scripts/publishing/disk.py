"""Waiting for the disk, and what it says when it has no room."""

from __future__ import annotations

import ctypes
import errno
import os
from pathlib import Path

from publishing import NotPublishedError

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def settle(site: Path) -> None:
    """Wait until every file of a site is on the disk.

    Linux is asked once for its whole file system, since a wait for each of thousands of files
    takes longer than building them.

    Raises:
        OSError: Something could not be written after all.
    """
    library = ctypes.CDLL(None, use_errno=True)
    if not hasattr(library, "syncfs"):
        for folder, _, files in os.walk(site, topdown=False):
            for name in files:
                settle_one(Path(folder, name))
            settle_one(Path(folder))
        return
    opened = os.open(site, os.O_RDONLY)
    try:
        if library.syncfs(opened):
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(site))
    finally:
        os.close(opened)


def settle_one(path: Path) -> None:
    """Wait until a file's content, or a folder's list of files, is on the disk."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def is_full(error: OSError) -> bool:
    """Whether a disk has no room left, or a process may not write more."""
    return error.errno in FULL


def is_told_full(line: str) -> bool:
    """Whether another program says the same of itself."""
    return any(f"[Errno {number}]" in line for number in FULL)


def no_room() -> NotPublishedError:
    """What to do about it."""
    return NotPublishedError(
        "the disk is full, or more than a process may write: free some room (a site takes its "
        "size twice while it is built) and run this again"
    )
