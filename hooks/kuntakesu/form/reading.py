"""A published plan taken apart into what the form has fields for, with nothing left out."""

from __future__ import annotations

import json
from typing import Any

from kuntakesu.fields import Kind, all_fields
from kuntakesu.form.pieces import body_pieces
from kuntakesu.form.surroundings import read
from kuntakesu.header import Header


def taken_apart(text: str, path: str) -> str:
    """What `apart` gives, as JSON."""
    return json.dumps(apart(text, path), ensure_ascii=False)


def apart(text: str, path: str) -> dict[str, Any]:
    """The values of the header and the pieces of the body.

    The pieces put one after the other are the body to the letter, so that what is not changed
    can be written again as it was.
    """
    submission = read(text, path)
    return {
        "readable": not submission.source.fault and not submission.front_matter.fault,
        "values": _values(submission.header),
        **body_pieces(submission),
    }


def _values(header: Header) -> dict[str, Any]:
    return {
        key: list(header.texts(key)) if field.many else header.text(key)
        for key, field in all_fields()
        if field.kind is not Kind.MAPPING and key in header.values
    }
