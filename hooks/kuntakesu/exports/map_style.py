"""The style sheet that shades the map as its menu says."""

from __future__ import annotations

from kuntakesu.catalogue import Catalogue
from kuntakesu.coverage import Coverage
from kuntakesu.shading import shadings, style

NAME = "css/map.css"


def export(catalogue: Catalogue) -> bytes:
    """Rules for the shadings that this catalogue has, see `style`."""
    return style(shadings(Coverage(catalogue))).encode()
