"""A JSON Schema of the front matter, for editors that complete and check as one types."""

from __future__ import annotations

from typing import Any

from kuntakesu.addresses import SCHEMA
from kuntakesu.catalogue import Catalogue
from kuntakesu.fields import FIELDS, Field, Kind
from kuntakesu.header import PLAN_NAME
from kuntakesu.json_text import indented_json
from kuntakesu.languages import Words, words
from kuntakesu.plan import PERIOD

NAME = SCHEMA
PATTERNS = {
    Kind.DATE: r"\d{4}-\d{2}-\d{2}",
    Kind.YEAR: r"(?:19|20)\d\d",
    Kind.PERIOD: PERIOD.pattern,
    Kind.PLAN: PLAN_NAME.pattern,
}


def export(_catalogue: Catalogue) -> bytes:
    """The schema, with titles and descriptions in English."""
    content = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **_mapping(FIELDS, "", words("en")),
    }
    return indented_json(content)


def _mapping(fields: tuple[Field, ...], prefix: str, chosen: Words) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [field.key for field in fields if field.required],
        "properties": {
            field.key: _described(field, f"{prefix}{field.key}", chosen) for field in fields
        },
    }


def _described(field: Field, key: str, chosen: Words) -> dict[str, Any]:
    shape = _value(field, key, chosen)
    if field.many:
        shape = {"oneOf": [shape, {"type": "array", "items": shape, "uniqueItems": True}]}
    about = {
        "title": chosen(f"fields.{key}.label"),
        "description": chosen(f"fields.{key}.help"),
    }
    return {**about, **shape, **({"default": field.default} if field.default else {})}


def _value(field: Field, key: str, chosen: Words) -> dict[str, Any]:
    if field.kind is Kind.MAPPING:
        return _mapping(field.fields, f"{key}.", chosen)
    if field.choices:
        return {"enum": list(field.choices)}
    if field.kind in PATTERNS:
        # YAML takes a single year for a number.
        return {"type": ["string", "integer"], "pattern": f"^(?:{PATTERNS[field.kind]})$"}
    if field.kind is Kind.URL:
        return {"type": "string", "format": "uri", "maxLength": field.maximum}
    return {"type": "string", "maxLength": field.maximum}
