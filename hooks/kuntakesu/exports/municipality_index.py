"""The index by which the search box finds municipalities."""

from __future__ import annotations

from kuntakesu.catalogue import Catalogue
from kuntakesu.json_text import compact_json
from kuntakesu.search.municipalities import municipality_index

NAME = "data/municipality-index.json"


def export(catalogue: Catalogue) -> bytes:
    """The names and their index, see `municipality_index`."""
    return compact_json(municipality_index(catalogue.register))
