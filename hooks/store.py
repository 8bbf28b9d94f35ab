"""The memory between builds: one SQLite file of values by the hashes of what they were made of.

It may be deleted at any time and shared by anybody: a value is only found by everything that it
depends on, and one that can't be read as what it should be is made anew. Nothing in it is run.
"""

from __future__ import annotations

import hashlib
import sqlite3
import sys
import zlib
from collections.abc import Iterable
from contextlib import suppress
from functools import cache, cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from kuntakesu.memory import Key, key_of
from kuntakesu.search.analysis import PACKAGES, VERSION

T = TypeVar("T")
TABLE = "CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, value BLOB NOT NULL)"
PAGE_BYTES = 16384
"""Of the file; most values then lie on two or three pages."""
# Values wait for each other, since writing them one by one takes a thousand times as long.
MOST_WAITING = 500
# Of what is in the file, what no build asked for any more is cleared away when it is so many times
# what was asked for.
MOST_UNUSED = 4
SECONDS_TO_WAIT = 5.0
SEAL = 4
"""Bytes of a checksum."""
HERE = Path(__file__).resolve().parent
FOLDER = ".cache"
SUFFIXES = frozenset({".csv", ".html", ".py", ".yml"})
KEEPERS = ("kept_plans.py", "reading_beside.py", "shell.py", "site_files.py", "store.py")
LIBRARIES = (
    *PACKAGES,
    "jinja2",
    "markdown",
    "msgspec",
    "nh3",
    "phonenumberslite",
    "pyyaml",
    "rapidfuzz",
)


class Store:
    """Keeps values in a file; where that can't be used, in nothing at all."""

    def __init__(self, file: Path | None, made_by: str, *, forgets: bool = True) -> None:
        """Open a file, which may be missing, broken or another build's.

        Args:
            file: Where the values lie; without one none is kept for long.
            made_by: All that every value depends on.
            forgets: Whether values are cleared away that no build asks for any more.
        """
        self.file = file
        self._made_by = made_by
        self._forgets = forgets
        self._waiting: dict[Key, bytes] = {}
        self._used: set[Key] = set()
        self._base = _opened(file) if file else None
        self._takes = self._base is not None

    def recall(self, key: Key, kind: type[T]) -> T | None:
        """The value kept by a key, or None where there is none of that kind."""
        raw = self.raw(key)
        return None if raw is None else decoded(raw, kind)

    def keep(self, key: Key, value: object) -> None:
        """Keep a value."""
        self.keep_raw(key, encoded(value))

    def raw(self, key: Key) -> bytes | None:
        """The value kept by a key, as it is written."""
        key = key_of(self._made_by, key)
        self._used.add(key)
        if key in self._waiting:
            return self._waiting[key]
        rows = self._rows("SELECT value FROM kept WHERE key = ?", key)
        found = rows[0][0] if rows else None
        return _opened_seal(found) if isinstance(found, bytes) else None

    def _rows(self, query: str, *arguments: Key) -> list[tuple[Any, ...]]:
        if self._base is None and self._takes and self.file:
            self._base = _opened(self.file)  # it was closed
        if self._base is None:
            return []
        try:
            return self._base.execute(query, arguments).fetchall()
        except sqlite3.Error:
            return []

    def keep_raw(self, key: Key, raw: bytes) -> None:
        """Keep a value that is written already."""
        if not self._takes:
            return
        key = key_of(self._made_by, key)
        self._used.add(key)
        self._waiting[key] = raw
        if len(self._waiting) >= MOST_WAITING:
            self.write()

    def has(self, key: Key) -> bool:
        """Whether there is a value by a key."""
        key = key_of(self._made_by, key)
        self._used.add(key)
        return key in self._waiting or key in self._written

    @cached_property
    def _written(self) -> set[Key]:
        """The keys that were in the file first and that were written since."""
        return {key for [key] in self._rows("SELECT key FROM kept")}

    def close(self) -> None:
        """Write what waits, and clear away what has not been used for long."""
        self.write()
        if self._base is None:
            return
        with suppress(sqlite3.Error):
            if self._forgets:
                _clear(self._base, self._used)
            self._base.close()
        self._base = None

    def write(self) -> None:
        """Write what waits."""
        if self._base is None or not self._takes:
            return
        try:
            with self._base:
                self._base.executemany(
                    "INSERT OR REPLACE INTO kept VALUES (?, ?)",
                    ((key, _sealed(raw)) for key, raw in self._waiting.items()),
                )
        except sqlite3.Error:
            self._takes = False  # the disk is full, or another build has the file
        else:
            self._written.update(self._waiting)
            self._waiting.clear()


def _clear(base: sqlite3.Connection, used: set[Key]) -> None:
    [[count]] = base.execute("SELECT count(*) FROM kept").fetchall()
    if count <= MOST_UNUSED * len(used):
        return
    with base:
        base.execute("CREATE TEMP TABLE used (key BLOB PRIMARY KEY) WITHOUT ROWID")
        base.executemany("INSERT INTO used VALUES (?)", ((key,) for key in used))
        base.execute("DELETE FROM kept WHERE key NOT IN used")
    base.execute("VACUUM")


def _sealed(raw: bytes) -> bytes:
    """A value behind its checksum: after a fall of the machine a page of the file may be empty."""
    return zlib.crc32(raw).to_bytes(SEAL, "big") + raw


def _opened_seal(kept: bytes) -> bytes | None:
    raw = kept[SEAL:]
    return raw if kept == _sealed(raw) else None


def encoded(value: object) -> bytes:
    """A value as a store writes it."""
    return msgspec.msgpack.encode(value)


def decoded(raw: bytes, kind: type[T]) -> T | None:
    """The value that a store has written, or None where it is of another kind."""
    try:
        return msgspec.msgpack.decode(raw, type=kind)
    except msgspec.MsgspecError:
        return None


def open_plans(root: Path) -> Store:
    """The memory of a checkout for what is made of plans: it changes with any of our code."""
    return Store(root / FOLDER / "plans.sqlite", made_by())


def no_store() -> Store:
    """A memory that leaves nothing behind."""
    return Store(None, "")


def words_of(root: Path) -> Path:
    """Where the memory of a checkout for words lies."""
    return root / FOLDER / "words.sqlite"


def open_words(file: Path) -> Store:
    """The memory for the readings of words, which outlives most changes of the code."""
    return Store(file, f"{VERSION} {_versions(PACKAGES)}", forgets=False)


@cache
def made_by() -> str:
    """What everything depends on that is made of plans: our code, and the packages it uses."""
    files = (file for file in (HERE / "kuntakesu").rglob("*") if file.suffix in SUFFIXES)
    sums = hashlib.blake2b(digest_size=20)
    for file in (*sorted(files), *(HERE / name for name in KEEPERS)):
        raw = file.read_bytes()
        sums.update(f"{file.relative_to(HERE).as_posix()} {len(raw)} ".encode())
        sums.update(raw)
    return f"{sums.hexdigest()} {_versions(LIBRARIES)}"


def _versions(packages: Iterable[str]) -> str:
    known = (f"{package} {version(package)}" for package in packages)
    return " ".join([sys.version, *known])


def _opened(file: Path) -> sqlite3.Connection | None:
    for _ in range(2):
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            base = sqlite3.connect(file, timeout=SECONDS_TO_WAIT)
            # A file that a fallen machine left broken is found out, and made anew.
            base.execute("PRAGMA synchronous = OFF")
            base.execute(f"PRAGMA page_size = {PAGE_BYTES}")
            base.execute(TABLE)
        except sqlite3.OperationalError:
            return None
        except sqlite3.DatabaseError:
            file.unlink(missing_ok=True)
        except OSError:
            return None
        else:
            return base
    return None
