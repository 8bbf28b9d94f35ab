"""The scripts of the site's pages as they are published, lunr.js among them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mkdocs.contrib import search
from mkdocs.structure.files import Files

from kuntakesu.javascript import LUNR_NOTICE, minified, published

FOLDER = "js/"


def site_scripts(files: Files) -> Iterator[tuple[str, str]]:
    """Addresses and contents of the scripts; the theme's own are taken out of `files`."""
    sources = {file.src_uri: file for file in files if file.src_uri.startswith(FOLDER)}
    for file in sources.values():
        files.remove(file)
    yield from published({name: file.content_string for name, file in sources.items()})
    lunr = Path(search.__file__).parent / "templates/search/lunr.js"
    yield f"{FOLDER}lunr.js", minified(lunr.read_text("utf-8"), LUNR_NOTICE)
