"""The site of the hostile plans, built once for all tests of a run."""

from __future__ import annotations

from pathlib import Path

from tests.browser.built import build_once
from tests.hostile.site import write


def build_once_of(root: Path, site: Path) -> None:
    """Make the checkout at `root` and build it into `site`, unless another worker has."""
    if not site.exists():
        write(root)
    build_once(root, site)
