"""Cells of Markdown tables aligned by classes: the site's policy lets no style stand in a page."""

from __future__ import annotations

import xml.etree.ElementTree as etree  # noqa: N813 (its usual name)
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_STYLE = "text-align: "


class AlignedCells(Extension):
    """Gives cells a class such as `kk-align-right` for the style that Markdown gives them."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the library's name)
        """Have the tree changed when all tables are in it."""
        md.treeprocessors.register(_Classes(md), "aligned_cells", 5)


class _Classes(Treeprocessor):
    def run(self, root: etree.Element) -> None:
        for tag in ("th", "td"):
            for cell in root.iter(tag):
                if style := cell.attrib.pop("style", ""):
                    cell.set("class", f"kk-align-{style.removeprefix(_STYLE).rstrip(';')}")


def makeExtension(**_: Any) -> AlignedCells:  # noqa: ANN401, N802 (as Markdown asks for it)
    """The extension, for an engine that names its extensions."""
    return AlignedCells()
