"""JSON for programs, in the two ways in which the site writes it."""

from __future__ import annotations

import json


def compact_text(content: object) -> str:
    """JSON as small as it gets."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def compact_json(content: object) -> bytes:
    """The same in UTF-8, ending in a line break."""
    return f"{compact_text(content)}\n".encode()


def indented_json(content: object) -> bytes:
    """JSON in UTF-8 that can be read and compared line by line."""
    return f"{json.dumps(content, ensure_ascii=False, indent=1)}\n".encode()
