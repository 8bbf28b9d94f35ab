"""The full-text index, in the many small files that a browser asks for one by one."""

from __future__ import annotations

from collections.abc import Iterator

from kuntakesu.catalogue import Catalogue
from kuntakesu.memory import Memory
from kuntakesu.search.analysis import Analyser
from kuntakesu.search.files import search_files


def export(catalogue: Catalogue, analyser: Analyser, memory: Memory) -> Iterator[tuple[str, bytes]]:
    """Every file's address and content."""
    yield from search_files(catalogue, analyser, memory)
