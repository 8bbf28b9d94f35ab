"""JSON for programs, as small as it gets."""

from __future__ import annotations

import json


def compact_json(content: object) -> bytes:
    """JSON in UTF-8 without spaces, ending in a line break."""
    return (json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
