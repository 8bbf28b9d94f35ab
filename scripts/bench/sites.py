"""A site of invented plans as a host gets it, and the pages of it that are measured."""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import corpus
from bench.builders import OURS
from bench.machine import environment, tell
from bench.usage import run
from kuntakesu import addresses
from publishing import compression

QUERY = "hyvinvointi"
SEARCH_DATA = "data/search"


@dataclass(frozen=True)
class Page:
    """What is asked for.

    Attributes:
        name: As the table calls it.
        address: Below the site's root.
    """

    name: str
    address: str


def built(count: int, work: Path) -> Path:
    """Build and compress a site of so many plans in a folder; gives that of the site."""
    checkout, folder = work / "checkout", work / "built"
    for made in (checkout, folder):
        shutil.rmtree(made, ignore_errors=True)
    tell(f"{count:,} plans: writing them")
    corpus.write(count, checkout)
    folder.mkdir()
    OURS.prepare(checkout / "plans", folder)
    tell(f"{count:,} plans: building the site")
    run(OURS.command, folder, environment())
    site = folder / OURS.output
    tell(f"{count:,} plans: compressing it")
    compression.compress(site, site, {})
    return site


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Let a command line choose which sites are measured, and where the tables go."""
    parser.add_argument("--sizes", type=int, nargs="+", default=[300], help="plans")
    parser.add_argument("--site", type=Path, help="measure this compressed site, and build none")
    parser.add_argument("--output", type=Path, help="a file for the tables")
    parser.add_argument("--work", type=Path, help="a folder on a disk with room")


def chosen(site: Path | None, sizes: Sequence[int], work: Path) -> Iterator[Path]:
    """The sites that a command line asks for, one after the other."""
    if site:
        yield site
        return
    for size in sizes:
        yield built(size, work)


def pages(site: Path) -> tuple[Page, ...]:
    """The pages that readers come to most."""
    found = _read(site, "municipalities")
    municipality = next(one for one in found if one["plans"])
    return (
        Page("home", addresses.home("fi")),
        Page("list of plans", addresses.listing("plans", "fi")),
        Page("search results", f"{addresses.listing('plans', 'fi')}?q={QUERY}"),
        Page("municipality", addresses.item("municipalities", _slug(municipality["url"]), "fi")),
        Page("plan", addresses.plan(municipality["plans"][-1])),
    )


def search_data(site: Path) -> Page:
    """A file of the search, of middling size."""
    files = sorted((site / SEARCH_DATA).glob("*.json"), key=lambda file: file.stat().st_size)
    return Page("search data", files[len(files) // 2].relative_to(site).as_posix())


def count(site: Path) -> int:
    """How many plans a site has."""
    return len(_read(site, "plans"))


def _slug(url: str) -> str:
    return url.rstrip("/").rpartition("/")[2]


def _read(site: Path, name: str) -> list[dict[str, Any]]:
    """A list of the open data, from the file of the same name."""
    file = site / addresses.data_file(f"{name}.json")
    return list(json.loads(file.read_text(encoding="utf-8"))[name])
