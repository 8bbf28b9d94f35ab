"""The place of a site, and how a new one comes to stand there."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from publishing import NotPublishedError
from publishing.disk import settle, settle_one
from publishing.sums import seal
from publishing.swap import recover, replace

Make = Callable[[Path], None]
"""Builds a whole site into a folder that is not there yet."""


def publish(site: Path, make: Make) -> int:
    """Make a site and put it in the place of the one that stands.

    Whoever calls this holds the lock. `make` gets an empty place; it may link there from the old
    site what stays the same.

    Returns:
        How many files the site has.

    Raises:
        NotPublishedError: The folder is no site, or `make` says so.
        OSError: Something could not be written.
        ValueError: A file was made that cannot be published.
    """
    site = site.resolve()
    new, aside = (site.with_name(f"{site.name}.{state}") for state in ("next", "old"))
    _must_be_site(site)
    recover(site, aside)
    _remove(new, aside)
    try:
        site.parent.mkdir(parents=True, exist_ok=True)
        make(new)
        count = seal(new, site)
        settle(new)
        replace(site, new, aside)
        settle_one(site.parent)
    finally:
        # The new one where it came to nothing, else the old one.
        for folder in (new, aside):
            shutil.rmtree(folder, ignore_errors=True)
    return count


def _must_be_site(site: Path) -> None:
    """What is replaced is deleted, so it had better be a site."""
    if site.exists() and not (site.is_dir() and _is_site(site)):
        raise NotPublishedError(f"{site} holds something, and it is no site: name another folder")


def _is_site(folder: Path) -> bool:
    return (folder / "index.html").is_file() or not any(folder.iterdir())


def _remove(*folders: Path) -> None:
    for folder in folders:
        if folder.exists():
            shutil.rmtree(folder)
