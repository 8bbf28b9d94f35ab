"""Measure how long a site takes to build, beside other builders and the same plans.

    PYTHONPATH=scripts:hooks python -m bench.build [--sizes 300 1000] [--runs 3] [--output FILE]

Each builder builds from nothing, then once more with one plan changed and what it kept. The table
goes to standard output, and what is being done to standard error.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench import corpus
from bench.builders import BUILDERS, HUGO, Builder
from bench.machine import environment, machine, tell
from bench.report import hand_out, table
from bench.usage import Usage, run

COLD, WARM = "from nothing", "one plan changed"


@dataclass(frozen=True)
class Row:
    """What one builder took for one kind of build.

    Attributes:
        usage: The median of each figure.
        written: Bytes of the site.
    """

    builder: Builder
    kind: str
    usage: Usage
    written: int


def main() -> int:
    """Measure each size and print the tables."""
    arguments = _arguments()
    builders = [one for one in BUILDERS if one.is_installed]
    missing = [one.name for one in BUILDERS if not one.is_installed]
    parts = [machine()]
    if missing:
        parts.append(f"Not installed, so left out: {', '.join(missing)}.")
    with tempfile.TemporaryDirectory(prefix="bench-build-", dir=arguments.work) as work:
        for count in arguments.sizes:
            rows = list(_size(Path(work), count, builders, arguments.runs))
            parts += [f"## {count:,} plans", _table(rows)]
    hand_out(parts, arguments.output)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[300, 1000], help="plans")
    parser.add_argument("--runs", type=int, default=3, help="builds of each kind")
    parser.add_argument("--output", type=Path, help="a file for the tables")
    parser.add_argument("--work", type=Path, help="a folder on a disk with room")
    return parser.parse_args()


def _size(work: Path, count: int, builders: Sequence[Builder], runs: int) -> Iterator[Row]:
    checkout = work / "checkout"
    tell(f"{count:,} plans: writing them")
    corpus.write(count, checkout)
    for builder in builders:
        folder = work / "built"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        builder.prepare(checkout / "plans", folder)
        yield from _measured(builder, folder, runs)


def _measured(builder: Builder, folder: Path, runs: int) -> Iterator[Row]:
    for kind in (COLD, WARM):
        found = []
        for number in range(runs):
            tell(f"{builder.name}, {kind}: {number + 1} of {runs}")
            if kind == COLD:
                for name in builder.keeps:
                    shutil.rmtree(folder / name, ignore_errors=True)
            else:
                _change(folder, number)
            found.append(run(builder.command, folder, environment()))
        yield Row(builder, kind, _middle(found), _size_of(folder / builder.output))


def _change(folder: Path, number: int) -> None:
    """Add a sentence to one of the plans; another one each time."""
    files = sorted(file for file in folder.rglob("*-*.md") if "docs" not in file.parts)
    file = files[(number + 1) * len(files) // 10]
    with file.open("a", encoding="utf-8") as opened:
        opened.write(f"\nLisätty lause numero {number}.\n")


def _middle(found: Sequence[Usage]) -> Usage:
    return Usage(
        median(one.seconds for one in found),
        median(one.cpu for one in found),
        median(one.peak for one in found),
    )


def _size_of(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def _table(rows: Sequence[Row]) -> str:
    base = next((row.usage for row in rows if row.builder is HUGO and row.kind == COLD), None)
    head = ("builder", "build", "clock s", "CPU s", "peak MB", "MB written", "clock / Hugo's")
    return table(
        head,
        [
            (
                row.builder.name,
                row.kind,
                f"{row.usage.seconds:.1f}",
                f"{row.usage.cpu:.1f}",
                f"{row.usage.peak:,.0f}",
                f"{row.written / 1e6:.0f}",
                f"{row.usage.seconds / base.seconds:.2f}" if base else "",
            )
            for row in rows
        ],
    )


if __name__ == "__main__":
    try:
        sys.exit(main())
    except RuntimeError as fault:
        sys.exit(str(fault))
