"""Measure what a reader on a phone pays: Lighthouse on the pages of a compressed site.

    PYTHONPATH=scripts:hooks python -m bench.reader [--sizes 300] [--site FOLDER] [--output FILE]

nginx serves as the page for hosts tells, and CHROMIUM names the browser. Lighthouse's own phone is
taken: a slow processor, 1.6 Mbit/s and 150 ms, worked out and not waited for. The tables go to
standard output, and what is being done to standard error.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median_low
from typing import Any

from bench import nginx, sites
from bench.machine import machine, tell
from bench.report import hand_out, table
from bench.sites import Page
from chromium import explanation, find_chromium

PROGRAM = Path(__file__).parent / "lighthouse/node_modules/lighthouse/cli/index.js"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
# A sandbox within a container that is one already, run by root, does not start.
FLAGS = "--headless=new --disable-dev-shm-usage" + (" --no-sandbox" if os.geteuid() == 0 else "")


@dataclass(frozen=True)
class View:
    """The first view of a page, with nothing kept from before.

    Attributes:
        scores: Of each category, out of 100.
        size: Bytes over the wire, headers included.
        lcp: Milliseconds until the largest element is seen.
        tbt: Milliseconds in which the page did not answer.
        cls: How much moved, 0 at best.
        marked_down: What lost points, and what shows it first.
    """

    page: Page
    scores: Mapping[str, float]
    size: int
    requests: int
    lcp: float
    tbt: float
    cls: float
    marked_down: Sequence[str]


def main() -> int:
    """Measure each site and print the tables."""
    arguments = _arguments()
    browser = find_chromium(os.environ)
    if browser is None:
        raise RuntimeError(explanation(os.environ))
    server = nginx.installed()
    parts = []
    with tempfile.TemporaryDirectory(prefix="bench-reader-", dir=arguments.work) as made:
        work = Path(made)
        for site in sites.chosen(arguments.site, arguments.sizes, work):
            with nginx.served(server, site, work) as address:
                views = [
                    _view(browser, address, page, arguments.runs, work)
                    for page in sites.pages(site)
                ]
            parts += [f"## {sites.count(site):,} plans", _table(views), *_marked_down(views)]
    parts.insert(0, machine(f"nginx {server.version}", f"Lighthouse {_version()}"))
    hand_out(parts, arguments.output)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    sites.add_arguments(parser)
    parser.add_argument("--runs", type=int, default=3, help="views of each page")
    return parser.parse_args()


def _version() -> str:
    package = PROGRAM.parent.parent / "package.json"
    return str(json.loads(package.read_text(encoding="utf-8"))["version"])


def _view(browser: str, address: str, page: Page, runs: int, work: Path) -> View:
    """The view in the middle of several, by its score for speed."""
    views = []
    for number in range(runs):
        tell(f"{page.name}: {number + 1} of {runs}")
        views.append(_read(page, _asked(browser, f"{address}{page.address}", work)))
    middle = median_low(view.scores["performance"] for view in views)
    return next(view for view in views if view.scores["performance"] == middle)


def _asked(browser: str, address: str, work: Path) -> dict[str, Any]:
    """Lighthouse's report on an address."""
    report = work / "lighthouse.json"
    run = subprocess.run(  # noqa: S603 (a package that is locked, on an address of ours)
        [
            *("node", str(PROGRAM), address, "--output=json", f"--output-path={report}"),
            *("--quiet", "--no-enable-error-reporting", f"--chrome-flags={FLAGS}"),
            f"--only-categories={','.join(CATEGORIES)}",
        ],
        env=os.environ | {"CHROME_PATH": browser},
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        raise RuntimeError(f"Lighthouse failed on {address}:\n{run.stderr[-4000:]}")
    return dict(json.loads(report.read_text(encoding="utf-8")))


def _read(page: Page, report: Mapping[str, Any]) -> View:
    audits = report["audits"]
    requests = audits["network-requests"]["details"]["items"]
    categories = report["categories"]
    return View(
        page,
        {name: round(100 * (categories[name]["score"] or 0)) for name in CATEGORIES},
        sum(one["transferSize"] for one in requests),
        len(requests),
        audits["largest-contentful-paint"]["numericValue"],
        audits["total-blocking-time"]["numericValue"],
        audits["cumulative-layout-shift"]["numericValue"],
        list(_faults(audits, categories)),
    )


def _faults(audits: Mapping[str, Any], categories: Mapping[str, Any]) -> Iterator[str]:
    for name in CATEGORIES:
        if categories[name]["score"] == 1:
            continue
        for one in categories[name]["auditRefs"]:
            audit = audits[one["id"]]
            if one["weight"] and audit["score"] is not None and audit["score"] < 1:
                shown = audit.get("displayValue") or _first(audit)
                yield f"{one['id']} ({audit['score']:.2f}{f': {shown}' if shown else ''})"


def _first(audit: Mapping[str, Any]) -> str:
    for item in audit.get("details", {}).get("items", []):
        found = item.get("node", {}).get("snippet") or item.get("url") or item.get("description")
        if found:
            return str(found)
    return ""


def _table(views: Sequence[View]) -> str:
    head = (*("", *CATEGORIES), *("kB", "requests", "LCP s", "TBT ms", "CLS"))
    return table(
        head,
        [
            (
                view.page.name,
                *(f"{view.scores[name]:.0f}" for name in CATEGORIES),
                f"{view.size / 1e3:.1f}",
                str(view.requests),
                f"{view.lcp / 1e3:.1f}",
                f"{view.tbt:.0f}",
                f"{view.cls:.3f}",
            )
            for view in views
        ],
    )


def _marked_down(views: Sequence[View]) -> Iterator[str]:
    lines = [f"- {view.page.name}: {', '.join(view.marked_down)}" for view in views]
    told = [line for line, view in zip(lines, views, strict=True) if view.marked_down]
    if told:
        yield "Marked down:\n\n" + "\n".join(told)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except RuntimeError as fault:
        sys.exit(str(fault))
