"""Measure what texts made to stall the reader of plans cost, and what is said of them.

    PYTHONPATH=scripts:hooks python -m bench.hostile [--rows N] [--output FILE] [WORD …]

Each construction is measured at the largest size that the limits of `kuntakesu.cost` let pass, and
at the largest that a file may have: it is read, checked, reported in three formats and, where a
plan comes of it, made a page of. With words, only constructions whose names have one are. The table
goes to standard output, the costliest first.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bench.constructions import Construction, as_header, bodies, headers, with_header
from deadline import limited
from kuntakesu.catalogue import Catalogue
from kuntakesu.check import check
from kuntakesu.cost import excess
from kuntakesu.front_matter import read_front_matter
from kuntakesu.pages.plan import plan_page
from kuntakesu.pages.view import View
from kuntakesu.reader import Reader
from kuntakesu.reporters import github, json, text
from kuntakesu.rules import Context
from kuntakesu.source import MAXIMUM_BYTES, decode
from kuntakesu.vocabulary.register import read_register

PATH = "plans/mallilan-kunta/2025-2029.md"
DAY = date(2026, 1, 1)
LARGEST = MAXIMUM_BYTES - 1000
CLOSE = 200
LIMITS = ("text-limits", "unreadable-text", "yaml-syntax")


@dataclass(frozen=True)
class Row:
    """One construction at one size."""

    name: str
    size: int
    seconds: float
    said: str


def measured(name: str, written: str) -> Row:
    """All that is done with a file, and the processor time that it takes."""
    raw = written.encode()
    started = time.process_time()
    register = read_register()
    submission = Reader(register, limited).read(decode(raw, PATH))
    report = check((submission,), Context(register, {submission.source.name: submission}), limited)
    for reporter in (text, github, json):
        reporter.report(report, None)
    for plan in report.sound_plans():
        catalogue = Catalogue.of((plan,), register, DAY)
        plan_page(plan, View(catalogue, plan.language, "https://example.fi/"))
    seconds = time.process_time() - started
    found = Counter(
        f"{one.code} ({one.variant})" if one.code in LIMITS else one.code
        for one in report.diagnostics
    )
    said = ", ".join(f"{number} × {code}" for code, number in found.most_common())
    return Row(name, len(raw), seconds, said or "accepted")


def largest(construction: Construction, *, is_header: bool) -> str:
    """The construction at about the largest size that no limit refuses, as a whole file."""
    file = as_header if is_header else with_header
    passed, refused = 0, LARGEST
    while refused - passed > CLOSE:
        tried = (passed + refused) // 2
        written = file(construction(tried))
        is_refused = len(written.encode()) > MAXIMUM_BYTES or _is_refused(written)
        passed, refused = (passed, tried) if is_refused else (tried, refused)
    return file(construction(passed))


def rows(words: list[str]) -> Iterator[Row]:
    """Each construction at both sizes."""
    for is_header, constructions in ((False, bodies()), (True, headers())):
        for name, construction in constructions:
            if words and not any(word in name for word in words):
                continue
            file = as_header if is_header else with_header
            whole = file(construction(LARGEST)).encode()[:LARGEST].decode(errors="ignore")
            for written in dict.fromkeys([largest(construction, is_header=is_header), whole]):
                yield measured(name, written)


def table(found: list[Row]) -> str:
    """The rows as Markdown."""
    lines = ["| Construction | Bytes | CPU s | Said |", "|---|--:|--:|---|"]
    lines += [
        f"| {_in_code(one.name)} | {one.size} | {one.seconds:.2f} | {one.said} |" for one in found
    ]
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", nargs="*", help="parts of names; default: every construction")
    parser.add_argument("--rows", type=int, default=40, help="how many of the costliest to print")
    parser.add_argument("--output", type=Path, help="write all rows into this file as well")
    options = parser.parse_args(arguments)
    found = []
    for row in rows(options.words):
        print(f"{row.seconds:6.2f} s {row.size:8} {row.name!r}", file=sys.stderr, flush=True)
        found.append(row)
    found.sort(key=lambda row: row.seconds, reverse=True)
    if options.output:
        options.output.write_text(f"{table(found)}\n", encoding="utf-8")
    print(table(found[: options.rows]))
    return 0


def _is_refused(written: str) -> bool:
    lines = tuple(written.split("\n"))
    front_matter = read_front_matter(lines)
    fault = front_matter.fault
    if fault and fault.kind == "size":
        return True
    return excess(lines[front_matter.body_line - 1 :]) is not None


def _in_code(name: str) -> str:
    shown = name.replace("|", "\\|").replace("`", "´")
    return f"`{shown}`"


if __name__ == "__main__":
    sys.exit(main())
