"""What a built site must hold before it takes the place of another."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from kuntakesu import addresses
from publishing import NotPublishedError

ALWAYS = ("index.html", "404.html", "sitemap.xml", "sitemap.xml.gz")
PLANS = f"{addresses.DATA}plans.json"
SHOWN = 3


def must_be_whole(site: Path) -> None:
    """See whether the pages that every site has are there, and one for each plan of its data.

    Raises:
        NotPublishedError: One is missing, or empty.
    """
    missing = [name for name in (*ALWAYS, *_plan_pages(site)) if not _has_content(site / name)]
    if missing:
        more = f" and {len(missing) - SHOWN} more" if len(missing) > SHOWN else ""
        raise NotPublishedError(f"the built site lacks {', '.join(missing[:SHOWN])}{more}")


def _plan_pages(site: Path) -> Iterator[str]:
    try:
        content = json.loads((site / PLANS).read_text(encoding="utf-8"))
        for plan in content["plans"]:
            yield f"{addresses.plan(plan['name'])}index.html"
    except FileNotFoundError:
        yield PLANS


def _has_content(file: Path) -> bool:
    return file.is_file() and file.stat().st_size > 0
