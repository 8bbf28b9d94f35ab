"""Web pages and plain text, in whatever encoding they were saved."""

from __future__ import annotations

import re
from pathlib import Path

from conversion.faults import UnreadableError
from kuntakesu.importing import markup, plain
from kuntakesu.importing.blocks import Document

MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]+)", re.I)


def read_html(file: Path) -> Document:
    """Read a saved web page."""
    raw = file.read_bytes()
    declared = DECLARED.search(raw[:4096])
    return markup.read_html(_decoded(raw, declared[1].decode() if declared else ""))


def read_plain(file: Path) -> Document:
    """Read a text file."""
    return plain.read_plain(_decoded(file.read_bytes()))


def _decoded(raw: bytes, declared: str = "") -> str:
    """The text by its byte order mark, its own word, as UTF-8, or as Windows writes it."""
    marked = next((name for mark, name in MARKS.items() if raw.startswith(mark)), "")
    for encoding in filter(None, (marked, declared, "utf-8", "cp1252")):
        try:
            text = raw.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if "\0" in text:
            break
        return text
    raise UnreadableError("broken")
