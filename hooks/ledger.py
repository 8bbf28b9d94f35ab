"""What the files of a site were made of, so that none is made again that would be the same."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import msgspec

from kuntakesu.memory import Key, key_of


class Entry(NamedTuple):
    """A file as it was written.

    Attributes:
        key: Of all that its content depends on.
        size: In bytes.
        changed: When, in nanoseconds; whoever changes the file changes this too.
    """

    key: Key
    size: int
    changed: int


class Ledger:
    """Knows of each file what it was made of, as long as nobody else has touched it."""

    def __init__(self, file: Path | None) -> None:
        """Open the list, which may be missing or broken; without a file nothing is known."""
        self._file = file
        self._before = _read(file) if file else {}
        self._now: dict[str, Entry] = {}

    @classmethod
    def of(cls, folder: Path, cache: Path) -> Ledger:
        """The list of a folder's files, which lies in another."""
        return cls(cache / f"{key_of(str(folder.absolute())).hex()}.files")

    def holds(self, name: str, key: Key, path: Path) -> bool:
        """Whether a file has the content that a key stands for."""
        entry = self._before.get(name)
        return entry is not None and entry.key == key and _entry(key, path) == entry

    def note(self, name: str, key: Key, path: Path) -> None:
        """Write down what a file is made of."""
        if self._file and (entry := _entry(key, path)):
            self._now[name] = entry

    def repeat(self, name: str) -> None:
        """Write down that a file is as it was."""
        self._now[name] = self._before[name]

    def close(self) -> None:
        """Keep the list of those that are there now."""
        if self._file is None:
            return
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            draft = self._file.with_name(f"{self._file.name}.{os.getpid()}")
            draft.write_bytes(msgspec.msgpack.encode(self._now))
            draft.replace(self._file)


def _entry(key: Key, path: Path) -> Entry | None:
    try:
        found = os.lstat(path)
    except OSError:
        return None
    return Entry(key, found.st_size, found.st_mtime_ns) if stat.S_ISREG(found.st_mode) else None


def _read(file: Path) -> dict[str, Entry]:
    try:
        return msgspec.msgpack.decode(file.read_bytes(), type=dict[str, Entry])
    except (OSError, msgspec.MsgspecError):
        return {}
