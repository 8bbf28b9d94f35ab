"""Files that the engine lays out as they stand."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from browser_files import Made
from kuntakesu.javascript import published
from kuntakesu.stylesheet import ORDER, PRINT, joined


def lay_out(made: Mapping[str, Made], files: Files, config: MkDocsConfig) -> str:
    """Add files to those of the engine, and see to it that those of the theme are as published.

    Args:
        made: What to make each file of, by its name.
        files: The engine's files, those of the theme among them.
        config: The engine's configuration.

    Returns:
        The name of the pages' style sheet.
    """
    # What Material's own pages would ask for; ours do not.
    _taken("assets/", files)
    ready: dict[str, Made] = {
        name: {"content": text} for name, text in published(_texts("js/", files))
    }
    sheets = _texts("css/", files)
    sheet, content = joined({Path(name).stem: text for name, text in sheets.items()})
    ready |= {
        name: {"content": text}
        for name, text in sheets.items()
        if Path(name).stem not in (*ORDER, PRINT)
    }
    for name, made_of in (ready | {sheet: {"content": content}} | dict(made)).items():
        file = File.generated(config, name, inclusion=InclusionLevel.NOT_IN_NAV, **made_of)
        files.append(file)
    return sheet


def _texts(folder: str, files: Files) -> dict[str, str]:
    """The texts of the files in a folder, which are taken from the engine's."""
    return {file.src_uri: file.content_string for file in _taken(folder, files)}


def _taken(folder: str, files: Files) -> list[File]:
    found = [file for file in files if file.src_uri.startswith(folder)]
    for file in found:
        files.remove(file)
    return found
