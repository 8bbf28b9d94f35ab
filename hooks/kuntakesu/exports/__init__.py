"""Files that the site offers beside its pages: one module, one file.

An export module has `NAME`, the file's address, and `export(catalogue) -> bytes`; one that differs
by language has a function `name` and `export(catalogue, language)` instead.
"""

from __future__ import annotations

from collections.abc import Iterator

from kuntakesu.catalogue import Catalogue
from kuntakesu.exports import facets, municipalities, municipality_index, plan_index, plans, schema
from kuntakesu.languages import INTERFACE


def all_files(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Every file's address and content."""
    for module in (facets, municipality_index, plan_index, plans, schema):
        yield module.NAME, module.export(catalogue)
    for language in INTERFACE:
        yield municipalities.name(language), municipalities.export(catalogue, language)
