"""A file of the site that can be made, and what its content depends on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kuntakesu.memory import Key

Content = Iterable[bytes]
"""What a file says, in pieces, which can be gone through again: the longest are never in memory."""


@dataclass(frozen=True)
class SiteFile:
    """A file that is made when it is needed.

    Attributes:
        address: From the site's root, without a slash in front.
        make: Makes its content.
        made_of: Keys of all that the content depends on beside the code. Without any it is made for
            each build.
    """

    address: str
    make: Callable[[], Content]
    made_of: tuple[Key, ...] = ()

    @classmethod
    def of(cls, address: str, *pieces: bytes) -> SiteFile:
        """The file of a content that is there already."""
        return cls(address, lambda: pieces)


def contents(files: Iterable[SiteFile]) -> dict[str, bytes]:
    """What files say, by their addresses."""
    return {file.address: b"".join(file.make()) for file in files}
