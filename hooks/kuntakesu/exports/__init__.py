"""Files that the site offers beside its pages: one module, one file.

An export module has `NAME`, the file's address, and `export(catalogue) -> bytes`; one that differs
by language has a function `name` and `export(catalogue, language)` instead, and the search and the
open data (`v1`) make many files at once.
"""

from __future__ import annotations

from collections.abc import Iterator

from kuntakesu import addresses
from kuntakesu.catalogue import Catalogue
from kuntakesu.exports import (
    facets,
    feeds,
    form_plans,
    map_style,
    municipalities,
    municipality_index,
    opensearch,
    robots,
    schema,
    search,
    themes,
    v1,
)
from kuntakesu.languages import INTERFACE
from kuntakesu.memory import Forgetful, Memory
from kuntakesu.records.rows import Edition
from kuntakesu.search.analysis import Analyser
from kuntakesu.site_file import SiteFile
from kuntakesu.vocabulary import terms


def all_files(
    catalogue: Catalogue, analyser: Analyser, site_url: str = "", memory: Memory | None = None
) -> Iterator[SiteFile]:
    """Every file.

    Args:
        catalogue: What to export.
        analyser: What reads the words of plans; it learns on the way.
        site_url: The site's address with a slash at the end, for files that are read elsewhere.
        memory: What knows parts of them from before.
    """
    yield from lasting_files(catalogue, site_url, memory)
    for theme in terms.themes().codes:
        yield SiteFile.of(addresses.theme_data(theme), themes.export(catalogue, theme))
    yield SiteFile.of(map_style.NAME, map_style.export(catalogue))
    yield from search.export(catalogue, analyser, memory or Forgetful())


def lasting_files(
    catalogue: Catalogue, site_url: str = "", memory: Memory | None = None
) -> Iterator[SiteFile]:
    """Those whose addresses never change, for others than the site's own scripts use them."""
    for module in (facets, form_plans, municipality_index, schema):
        yield SiteFile.of(module.NAME, module.export(catalogue))
    for language in INTERFACE:
        yield SiteFile.of(municipalities.name(language), municipalities.export(catalogue, language))
        yield SiteFile.of(opensearch.name(language), opensearch.export(site_url, language))
    yield SiteFile.of(robots.NAME, robots.export(site_url))
    yield from v1.files(Edition(catalogue, site_url), memory)
    for name, content in feeds.export(catalogue, site_url):
        yield SiteFile.of(name, content)
