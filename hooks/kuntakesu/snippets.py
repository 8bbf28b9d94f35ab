"""Completion for an editor that has none for the header of a Markdown file: a snippet per field.

The form is Visual Studio Code's, which others read as well.
"""

from __future__ import annotations

import json

from kuntakesu.fields import FIELDS, Field, Kind
from kuntakesu.languages import INTERFACE, words


def snippets() -> str:
    """The file: each field by its key, and all required ones together."""
    content = {field.key: _snippet(field.key, _label(field), [field]) for field in FIELDS}
    required = [field for field in FIELDS if field.required]
    content["kuntakesu"] = _snippet("kuntakesu", "KuntaKesu", required, fences=True)
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _snippet(
    prefix: str, description: str, fields: list[Field], *, fences: bool = False
) -> dict[str, object]:
    body: list[str] = []
    stop = 0
    for field in fields:
        inner = field.fields or (field,)
        if field.kind is Kind.MAPPING:
            body.append(f"{field.key}:")
        for one in inner:
            stop += 1
            body.append(f"{'  ' if field.fields else ''}{one.key}: {_place(one, stop)}")
    lines = ["---", *body, "---", "", "$0"] if fences else body
    return {"scope": "markdown", "prefix": prefix, "description": description, "body": lines}


def _place(field: Field, stop: int) -> str:
    """Where the author types: a list of choices, or an example to type over."""
    if field.choices:
        chosen = f"${{{stop}|{','.join(field.choices)}|}}"
        return f"[{chosen}]" if field.many else chosen
    return f"${{{stop}:{_escaped(', '.join(field.example))}}}"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}")


def _label(field: Field) -> str:
    return " / ".join(words(language)(f"fields.{field.key}.label") for language in INTERFACE)
