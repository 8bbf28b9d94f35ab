"""Measure what one small machine carries: nginx with a compressed site, asked by wrk.

    PYTHONPATH=scripts:hooks python -m bench.load [--sizes 300] [--site FOLDER] [--output FILE]

Both run on the loopback and share its processors, so a machine that only serves carries more. The
table goes to standard output, and what is being done to standard error.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench import nginx, sites
from bench.machine import machine, tell
from bench.report import hand_out, table
from bench.sites import Page

SCRIPT = Path(__file__).parent / "load.lua"
ACCEPTED = "Accept-Encoding: gzip, deflate, br"
MISSING = "wrk is not installed. On Debian: apt-get install wrk"
CONNECTIONS = 64


@dataclass(frozen=True)
class Load:
    """How a page was served, over and over.

    Attributes:
        size: Bytes of an answer, headers included.
        p50: Milliseconds in which half of the requests were answered.
        p99: The same of 99 in 100.
    """

    page: Page
    size: float
    requests_per_second: float
    p50: float
    p99: float


def main() -> int:
    """Measure each site and print the tables."""
    arguments = _arguments()
    program, server = _wrk(), nginx.installed()
    brotli = "with Brotli" if server.brotli else "without Brotli"
    parts = [machine(f"nginx {server.version} {brotli}, one process, {CONNECTIONS} connections")]
    with tempfile.TemporaryDirectory(prefix="bench-load-", dir=arguments.work) as made:
        work = Path(made)
        for site in sites.chosen(arguments.site, arguments.sizes, work):
            with nginx.served(server, site, work) as address:
                loads = list(_loads(program, address, site, arguments.seconds))
            parts += [f"## {sites.count(site):,} plans", _table(loads)]
    hand_out(parts, arguments.output)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    sites.add_arguments(parser)
    parser.add_argument("--seconds", type=int, default=10, help="how long each page is asked for")
    return parser.parse_args()


def _wrk() -> str:
    program = shutil.which("wrk")
    if program is None:
        raise RuntimeError(MISSING)
    return program


def _loads(program: str, address: str, site: Path, seconds: int) -> Iterator[Load]:
    asked = [page for page in sites.pages(site) if "?" not in page.address]
    for page in (*asked, sites.search_data(site)):
        tell(f"{page.name}: {seconds} s")
        yield _load(program, f"{address}{page.address}", page, seconds)


def _load(program: str, address: str, page: Page, seconds: int) -> Load:
    often = ("-t1", f"-c{CONNECTIONS}", f"-d{seconds}s")
    command = [program, *often, "-s", str(SCRIPT), "-H", ACCEPTED]
    told = subprocess.run(  # noqa: S603 (found on PATH, with arguments of ours)
        [*command, address], capture_output=True, text=True, check=True
    ).stdout
    found = re.search(r"(?m)^measured (.*)$", told)
    measured = json.loads(found[1]) if found else {}
    if not measured or measured["failed"]:
        raise RuntimeError(f"{address} was not answered each time:\n{told}")
    return Load(
        page,
        measured["bytes"] / measured["requests"],
        measured["requests"] / measured["seconds"],
        measured["p50"],
        measured["p99"],
    )


def _table(loads: list[Load]) -> str:
    return table(
        ("", "kB an answer", "requests / s", "MB / s", "p50 ms", "p99 ms"),
        [
            (
                load.page.name,
                f"{load.size / 1e3:.1f}",
                f"{load.requests_per_second:,.0f}",
                f"{load.requests_per_second * load.size / 1e6:,.0f}",
                f"{load.p50:.1f}",
                f"{load.p99:.1f}",
            )
            for load in loads
        ],
    )


if __name__ == "__main__":
    try:
        sys.exit(main())
    except RuntimeError as fault:
        sys.exit(str(fault))
