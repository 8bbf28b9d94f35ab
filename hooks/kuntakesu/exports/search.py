"""The full-text index, in the many small files that a browser asks for one by one."""

from __future__ import annotations

from collections.abc import Iterator

from kuntakesu.catalogue import Catalogue
from kuntakesu.memory import Memory
from kuntakesu.search.analysis import Analyser
from kuntakesu.search.files import search_files
from kuntakesu.site_file import SiteFile


def export(catalogue: Catalogue, analyser: Analyser, memory: Memory) -> Iterator[SiteFile]:
    """Every file."""
    yield from search_files(catalogue, analyser, memory)
