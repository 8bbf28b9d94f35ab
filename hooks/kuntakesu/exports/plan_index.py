"""The index of what plans say, for the search box of the list of plans."""

from __future__ import annotations

from kuntakesu.catalogue import Catalogue
from kuntakesu.exports.compact import compact_json
from kuntakesu.search.plans import plan_index

NAME = "data/plan-index.json"


def export(catalogue: Catalogue) -> bytes:
    """The serialised lunr index."""
    return compact_json(plan_index(catalogue))
