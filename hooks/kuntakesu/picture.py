"""What is known of a picture's file without showing it."""

from __future__ import annotations

from dataclasses import dataclass

MAXIMUM_BYTES = 2 * 1024 * 1024
START = 12
"""How many bytes of a file tell its kind."""

_KINDS = {".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".webp": "webp", ".gif": "gif"}


@dataclass(frozen=True)
class Picture:
    """A picture's file.

    Attributes:
        size: In bytes.
        kind: `png`, `jpeg`, `webp` or `gif` by its first bytes, empty where they are of none of
            these, and None where they have not been looked at.
    """

    size: int
    kind: str | None = None

    @classmethod
    def read(cls, size: int, start: bytes) -> Picture:
        """A picture of its size and first bytes."""
        return cls(size, _kind(start))

    def is_as_named(self, path: str) -> bool:
        """Whether it is of the kind that its name says, as far as that is known."""
        ending = path[path.rfind(".") :].lower()
        return self.kind is None or self.kind == _KINDS.get(ending)


def _kind(start: bytes) -> str:
    if start.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if start.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if start.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    return "webp" if start[:4] == b"RIFF" and start[8:12] == b"WEBP" else ""
