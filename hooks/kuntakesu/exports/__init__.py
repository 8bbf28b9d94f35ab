"""Files that the site offers beside its pages: one module, one file.

An export module has `NAME`, the file's address, and `export(catalogue) -> bytes`; one that differs
by language has a function `name` and `export(catalogue, language)` instead, and the search makes
many files at once.
"""

from __future__ import annotations

from collections.abc import Iterator

from kuntakesu import addresses
from kuntakesu.catalogue import Catalogue
from kuntakesu.exports import (
    facets,
    municipalities,
    municipality_index,
    plans,
    schema,
    search,
    themes,
)
from kuntakesu.languages import INTERFACE
from kuntakesu.search.analysis import Analyser
from kuntakesu.vocabulary import terms


def all_files(catalogue: Catalogue, analyser: Analyser) -> Iterator[tuple[str, bytes]]:
    """Every file's address and content.

    Args:
        catalogue: What to export.
        analyser: What reads the words of plans; it learns on the way.
    """
    for module in (facets, municipality_index, plans, schema):
        yield module.NAME, module.export(catalogue)
    for language in INTERFACE:
        yield municipalities.name(language), municipalities.export(catalogue, language)
    for theme in terms.themes().codes:
        yield addresses.theme_data(theme), themes.export(catalogue, theme)
    yield from search.export(catalogue, analyser)
