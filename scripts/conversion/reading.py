"""A file read by its kind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from conversion import odf, pdf, slides, text, word
from conversion.faults import UnreadableError
from kuntakesu.importing.blocks import Document, tidy

MEGABYTES = 50
OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
"""How files begin that Office wrote before 2007, and those with a password."""

READERS: dict[str, Callable[[Path], Document]] = {
    ".docx": word.read,
    ".odt": odf.read,
    ".pdf": pdf.read,
    ".html": text.read_html,
    ".htm": text.read_html,
    ".txt": text.read_plain,
    ".md": text.read_plain,
    ".pptx": slides.read,
}


def read(file: Path) -> Document:
    """Read a document.

    Raises:
        UnreadableError: It can't be understood as a document.
        OSError: The file is missing or may not be read.
    """
    kind = file.suffix.lower()
    if kind == ".doc":
        raise UnreadableError("old-word")
    if kind not in READERS:
        raise UnreadableError("unknown-kind")
    if file.stat().st_size > MEGABYTES * 1024 * 1024:
        raise UnreadableError("large")
    with file.open("rb") as opened:
        start = opened.read(len(OLD_OFFICE))
    if start == OLD_OFFICE:
        raise UnreadableError("password" if kind in (".docx", ".pptx") else "broken")
    document = READERS[kind](file)
    if not tidy(document.blocks) and not tidy(document.asides):
        raise UnreadableError("empty")
    return document
