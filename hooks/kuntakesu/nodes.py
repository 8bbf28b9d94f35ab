"""What a header is made of: values, lists and keys, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kuntakesu.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value as its author wrote it, quotes taken off; empty where nothing is given."""

    text: str
    span: Span


@dataclass(frozen=True)
class Sequence:
    """A list of values."""

    items: tuple[Node, ...]
    span: Span


@dataclass(frozen=True)
class Entry:
    """A key and its value."""

    key: Scalar
    value: Node


@dataclass(frozen=True)
class Mapping:
    """Keys and values in the order in which they stand; a key may stand twice."""

    entries: tuple[Entry, ...]
    span: Span

    def get(self, key: str) -> Entry | None:
        """The first entry with `key`."""
        return next((entry for entry in self.entries if entry.key.text == key), None)


Node = Scalar | Sequence | Mapping


def scalars(node: Node) -> Iterator[Scalar]:
    """Every key and value of a node, in their order."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from scalars(item)
    else:
        for entry in node.entries:
            yield entry.key
            yield from scalars(entry.value)
