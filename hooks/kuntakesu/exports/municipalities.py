"""What the search box shows beside a municipality's name, one file per language."""

from __future__ import annotations

from kuntakesu.catalogue import Catalogue
from kuntakesu.json_text import compact_json


def name(language: str) -> str:
    """The address of a language's file."""
    return f"data/municipalities.{language}.json"


def export(catalogue: Catalogue, language: str) -> bytes:
    """Per code: the name, the region, the part of the address and the number of plans."""
    content = {
        place.code: [
            place.name(language),
            place.region.name(language),
            place.slug,
            len(catalogue.plans_of(place.code)),
        ]
        for place in catalogue.register.municipalities
    }
    return compact_json(content)
