"""Two folders change places, in one step where the system can."""

from __future__ import annotations

import ctypes
import errno
import os
from pathlib import Path

HERE = -100
"""AT_FDCWD: paths are as seen from where the process is."""
EXCHANGE = 2
"""RENAME_EXCHANGE of Linux and RENAME_SWAP of macOS, which happen to have one number."""
UNABLE = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}


def replace(site: Path, new: Path, aside: Path) -> None:
    """Put a new folder in the site's place; the old one is at `new` or `aside` afterwards.

    No moment lies between the two where the system can exchange them: Linux with its usual file
    systems, macOS with APFS. Elsewhere the old one is first moved aside; were the process ended
    just then, there would be no site until `recover` is called.

    Raises:
        OSError: They cannot change places; the old one is where it was.
    """
    if not site.exists():
        new.rename(site)
    elif not exchange(site, new):
        site.rename(aside)
        try:
            new.rename(site)
        except OSError:
            aside.rename(site)
            raise


def recover(site: Path, aside: Path) -> None:
    """Put an old site back that was moved aside by a process which did not live to finish."""
    if aside.exists() and not site.exists():
        aside.rename(site)


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step, or say that this system can't.

    Raises:
        OSError: It can, but not with these two.
    """
    library = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(one), os.fsencode(other)
    if hasattr(library, "renameat2"):
        status = library.renameat2(HERE, names[0], HERE, names[1], ctypes.c_uint(EXCHANGE))
    elif hasattr(library, "renamex_np"):
        status = library.renamex_np(*names, ctypes.c_uint(EXCHANGE))
    else:
        return False
    if status and ctypes.get_errno() not in UNABLE:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(one))
    return not status
