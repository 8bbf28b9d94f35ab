"""Word documents, by way of mammoth's HTML."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import mammoth

from conversion.faults import opening
from kuntakesu.importing.blocks import Document, Dropped
from kuntakesu.importing.word import STYLES, read_word_html

RUNNING = re.compile(r"word/(?:header|footer)\d*\.xml")
RUN = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
SHOWN = 80


def read(file: Path) -> Document:
    """Read a .docx file; notes stand aside, and what runs on every page is left out."""
    with opening(), file.open("rb") as opened:
        html = mammoth.convert_to_html(
            opened,
            style_map=STYLES,
            convert_image=mammoth.images.img_element(lambda _image: {"src": ""}),
        ).value
        running = list(_running(file))
    document = read_word_html(html)
    told = " / ".join(running)[:SHOWN]
    dropped = (Dropped("running", len(running), told),) if running else ()
    return replace(document, dropped=(*document.dropped, *dropped))


def _running(file: Path) -> Iterator[str]:
    """The texts of the heads and feet of pages, each once."""
    with zipfile.ZipFile(file) as archive:
        names = sorted(name for name in archive.namelist() if RUNNING.fullmatch(name))
        found = ("".join(RUN.findall(archive.read(name).decode("utf-8"))) for name in names)
        yield from dict.fromkeys(text for text in found if text.strip())
