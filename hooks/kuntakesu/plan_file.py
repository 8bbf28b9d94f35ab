"""A plan's file made of its values: what an import, a skeleton and the form write."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from kuntakesu.fields import FIELDS, Field, Kind, all_fields

Value = str | Sequence[str]

PLAIN = re.compile(r"(?:[^\W_]|§)(?:[^:#\s]|[:#](?=\S)| (?=[^\s#]))*")
"""What YAML takes as it stands."""
PLAIN_ITEM = re.compile(r"[^,?\[\]{}]*")
"""What may stand so in a list as well."""


def plan_file(
    values: Mapping[str, Value], body: str, remarks: Mapping[str, str] | None = None
) -> str:
    """A plan's file: front matter in the order of the table of fields, then the text.

    Args:
        values: By a field's dotted key; an empty one is left out.
        body: Markdown.
        remarks: By dotted key, what to say of a field in a comment above it.

    Raises:
        ValueError: There is no field of such a key.
    """
    told = remarks or {}
    if unknown := {*values, *told} - {key for key, _ in all_fields()}:
        raise ValueError(f"no such field: {', '.join(sorted(unknown))}")
    lines = [line for field in FIELDS for line in _lines(field, field.key, values, told)]
    return "\n".join(["---", *lines, "---", "", body.strip("\n")]).rstrip("\n") + "\n"


def _lines(
    field: Field, key: str, values: Mapping[str, Value], remarks: Mapping[str, str]
) -> Iterator[str]:
    value = values.get(key, "")
    inner = [
        f"  {line}"
        for one in field.fields
        for line in _lines(one, f"{key}.{one.key}", values, remarks)
    ]
    if not value and not inner:
        return
    if key in remarks:
        yield f"# {_one_line(remarks[key])}"
    yield f"{field.key}:" if field.kind is Kind.MAPPING else f"{field.key}: {_written(value)}"
    yield from inner


def _written(value: Value) -> str:
    """A value as it stands behind its key; a list of one stands as that one."""
    if isinstance(value, str):
        return _scalar(_one_line(value))
    if len(value) == 1:
        return _written(value[0])
    return f"[{', '.join(_item(_one_line(item)) for item in value)}]"


def _scalar(text: str) -> str:
    return text if PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _item(text: str) -> str:
    return _scalar(text) if PLAIN_ITEM.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _one_line(text: str) -> str:
    return " ".join(text.split())
