"""Measure the site's search and Pagefind side by side, on the same invented plans.

    PYTHONPATH=scripts:hooks python -m bench.search [--sizes 300 1000] [--output FILE] [--work DIR]

The tables go to standard output, and what is being done to standard error. With --work what was
built is kept in DIR, and taken from there the next time.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench import corpus
from bench.adapters import ENGINES, Engine, add_our_module, build_pagefind, pagefind_version
from bench.machine import environment, machine, tell
from bench.measure import measure
from bench.queries import Script, scripts
from bench.report import Outcome, hand_out, tables
from bench.usage import Usage, run
from bench.wire import Site, served
from chromium import explanation, find_chromium

SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
STEPS = {"KuntaKesu": "the whole site", "Pagefind": "its index of the built site"}


def main() -> int:
    """Measure each size and print the tables."""
    arguments = _arguments()
    path = find_chromium(os.environ)
    if path is None:
        print(explanation(os.environ), file=sys.stderr)
        return 1
    engines = [one for one in ENGINES if one.name in arguments.engines]
    with ExitStack() as stack:
        work = arguments.work or Path(
            stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-search-"))
        )
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=path, args=SWITCHES)
        stack.callback(browser.close)
        parts = [
            machine(f"Chromium {browser.version}", f"Pagefind {pagefind_version()}")
            + " Bytes are those of bodies as sent, gzip where it helps, headers left out."
        ]
        for count in arguments.sizes:
            parts.append(_size(browser, work, count, engines, arguments.readers))
    hand_out(parts, arguments.output)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    names = [one.name for one in ENGINES]
    parser.add_argument("--sizes", type=int, nargs="+", default=[300, 1000], help="plans")
    parser.add_argument("--readers", type=int, default=5, help="browser sessions for each engine")
    parser.add_argument("--engines", nargs="+", choices=names, default=names)
    parser.add_argument("--output", type=Path, help="a file for the tables")
    parser.add_argument("--work", type=Path, help="a folder to keep what was built in")
    return parser.parse_args()


def _size(browser: Browser, work: Path, count: int, engines: Sequence[Engine], readers: int) -> str:
    root = work / str(count)
    costs = _built(root, count)
    add_our_module(root / "site")
    for engine in engines:
        engine.files(root / "site")
    asked = scripts(root, count, readers)
    outcomes = [
        _outcome(browser, engine, root / "site", costs[engine.name], asked) for engine in engines
    ]
    return tables(count, outcomes)


def _outcome(
    browser: Browser, engine: Engine, folder: Path, cost: Usage, asked: Sequence[Script]
) -> Outcome:
    tell(f"{engine.name}: asking")
    site = Site(engine.page, folder)
    sent = [site.load(file) for file in engine.files(folder)]
    with served(site):
        fast = measure(browser, site, asked, slow=False)
        slow = measure(browser, site, asked, slow=True)
    return Outcome(engine.name, STEPS[engine.name], cost, sum(sent), len(sent), fast, slow)


def _built(root: Path, count: int) -> dict[str, Usage]:
    """Make and build a checkout with so many plans, unless that has been done; gives the costs."""
    stamp = root / "costs.json"
    if not stamp.exists():
        tell(f"{count:,} plans: writing them")
        corpus.write(count, root)
        tell(f"{count:,} plans: building the site")
        site = run(_mkdocs(), root, environment())
        tell(f"{count:,} plans: Pagefind")
        costs = {"KuntaKesu": asdict(site), "Pagefind": asdict(build_pagefind(root))}
        stamp.write_text(json.dumps(costs), encoding="utf-8")
    costs = json.loads(stamp.read_text(encoding="utf-8"))
    return {name: Usage(**cost) for name, cost in costs.items()}


def _mkdocs() -> Sequence[str]:
    return (sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-d", "site")


if __name__ == "__main__":
    try:
        sys.exit(main())
    except RuntimeError as fault:
        sys.exit(str(fault))
