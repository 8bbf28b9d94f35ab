"""Values that are made when somebody first asks for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

T = TypeVar("T")


class OnDemand(Mapping[str, T]):
    """Knows its names from the start, and each value once it has been asked for.

    A check of one plan in a catalogue of thousands looks at the names of all others and into the
    files of a few.
    """

    def __init__(self, places: Mapping[str, str], make: Callable[[str], T]) -> None:
        """Take names with what `make` needs to know of each."""
        self._places = places
        self._make = make
        self._made: dict[str, T] = {}

    def __getitem__(self, name: str) -> T:
        if name not in self._made:
            self._made[name] = self._make(self._places[name])
        return self._made[name]

    def __contains__(self, name: object) -> bool:
        return name in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)
