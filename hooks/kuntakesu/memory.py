"""What is worked out once and looked up from then on, wherever an adapter keeps it."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Callable
from typing import Protocol, TypeVar

T = TypeVar("T")
Key = bytes


class Memory(Protocol):
    """Keeps values by keys that hold everything the values depend on."""

    def recall(self, key: Key, kind: type[T]) -> T | None:
        """The value kept by a key, or None where there is none of that kind."""

    def keep(self, key: Key, value: object) -> None:
        """Keep a value."""


class Forgetful:
    """A memory that keeps nothing."""

    def recall(self, key: Key, kind: type[T]) -> T | None:
        """None, whatever is asked for."""

    def keep(self, key: Key, value: object) -> None:
        """Nothing is kept."""


def key_of(*parts: str | bytes) -> Key:
    """A key made of all that a value depends on, in that order."""
    raws = [part.encode() if isinstance(part, str) else part for part in parts]
    sizes = struct.pack(f">{len(raws)}Q", *map(len, raws))
    return hashlib.blake2b(b"".join([sizes, *raws]), digest_size=20).digest()


def remembered(memory: Memory, key: Key, kind: type[T], make: Callable[[], T]) -> T:
    """The value that a memory has by a key, made and kept the first time."""
    known = memory.recall(key, kind)
    if known is None:
        memory.keep(key, known := make())
    return known
