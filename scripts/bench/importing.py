#!/usr/bin/env python3
"""Measure the import: `importing.py [--plans DIR] [--work DIR] [--output FILE]`.

Every plan is written as every kind of document in every layout, imported again and compared with
what it was made of. Printed are the shares of themes, targets and parts that came back. A target
counts where it stands in its theme under its own name, a part where its whole text stands in its
target under its kind. The layouts that were held out are told apart.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "hooks")]

from bench.documents.known import KnownPlan, read_known  # noqa: E402 (the path is set just above)
from bench.documents.layouts import HELD_OUT, LAYOUTS, Layout  # noqa: E402
from bench.documents.marks import Marks, marked  # noqa: E402
from bench.documents.writers import KINDS, office  # noqa: E402
from conversion.reading import read  # noqa: E402
from kuntakesu.importing.draft import make_draft  # noqa: E402
from kuntakesu.render import Renderer  # noqa: E402
from kuntakesu.vocabulary.register import read_register  # noqa: E402

Row = tuple[str, str, Marks]
FEWEST_TARGETS = 3
OFFICE_STEP = 4
"""LibreOffice takes seconds for each document, so it gets every fourth plan only."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; the exit status is 0 whatever was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plans", type=Path, default=ROOT / "plans")
    parser.add_argument("--work", type=Path, help="keep the documents in this folder")
    parser.add_argument("--output", type=Path, help="write the tables into this file as well")
    options = parser.parse_args(arguments)
    renderer = Renderer()
    plans = [read_known(file, renderer) for file in sorted(options.plans.rglob("*.md"))]
    plans = [plan for plan in plans if sum(len(t.targets) for t in plan.themes) >= FEWEST_TARGETS]
    with tempfile.TemporaryDirectory() as made:
        work = options.work or Path(made)
        work.mkdir(parents=True, exist_ok=True)
        told = "\n\n".join(
            table(name, list(measured(plans, layouts, work, renderer)))
            for name, layouts in (("Layouts", LAYOUTS), ("Held-out layouts", HELD_OUT))
        )
    print(told)
    if options.output:
        options.output.write_text(f"{told}\n", encoding="utf-8")
    return 0


def measured(
    plans: Sequence[KnownPlan], layouts: Iterable[Layout], work: Path, renderer: Renderer
) -> Iterator[Row]:
    """The marks of each document, with its kind and its layout's name."""
    slow = office()
    for layout in layouts:
        for number, plan in enumerate(plans):
            kinds = KINDS if number % OFFICE_STEP else {**KINDS, **slow}
            for kind, write in kinds.items():
                file = work / f"{number:02}-{layout.__name__}-{kind.replace(' ', '-')}"
                file = file.with_suffix(f".{kind.split()[0]}")
                write(layout(plan), file)
                draft = make_draft(read(file), {}, read_register())
                yield kind, layout.__name__, marked(plan, draft, renderer)


def table(name: str, rows: Sequence[Row]) -> str:
    """A table of the marks by kind, and by layout."""
    lines = [f"{name:24}{'documents':>10}{'themes':>10}{'targets':>10}{'parts':>10}"]
    by_kind, by_layout = defaultdict[str, list[Marks]](list), defaultdict[str, list[Marks]](list)
    for kind, layout, marks in rows:
        by_kind[kind].append(marks)
        by_layout[layout].append(marks)
    for groups in (by_kind, by_layout):
        lines += [*(_line(label, marks) for label, marks in groups.items()), ""]
    return "\n".join([*lines, _line("all", [marks for _, _, marks in rows])])


def _line(label: str, marks: Sequence[Marks]) -> str:
    total = sum(marks[1:], start=marks[0])
    shares = "".join(f"{share:>9.1%} " for share in total.shares)
    return f"{label:24}{len(marks):>10}{shares}".rstrip()


if __name__ == "__main__":
    sys.exit(main())
