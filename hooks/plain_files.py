"""Lets nothing be published that a link shows: the engine follows links wherever they lead."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from mkdocs.exceptions import Abort

from kuntakesu.source import ROOM

# An editor's lock on a file is a link that leads nowhere; the engine publishes no such name.
LOCK = ".#"


def odd_files(folder: Path) -> Iterator[Path]:
    """What lies in a folder, or is the folder, and is neither a folder nor a plain file."""
    if folder.is_symlink():
        yield folder
        return
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from odd_files(Path(entry.path))
        elif not entry.is_file(follow_symlinks=False) and not entry.name.startswith(LOCK):
            yield Path(entry.path)


def refuse_odd_files(root: Path, *folders: str | Path | None) -> None:
    """See to it that folders to be published hold plain files only.

    What lies among the plans is the check's to tell; here only that they are no link as a whole.

    Args:
        root: The checkout.
        folders: Whose files the engine publishes as they are; those that are not set have none.

    Raises:
        Abort: A folder is a link, or holds a link, a pipe or a device.
    """
    odd = [path for folder in folders if folder for path in odd_files(Path(folder))]
    odd += [plans] if (plans := root / ROOM).is_symlink() else []
    if odd:
        told = "\n".join(f"  {_shown(path, root)}" for path in odd)
        raise Abort(f"No link and no special file is published; put the files there:\n{told}")


def _shown(path: Path, root: Path) -> str:
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()
