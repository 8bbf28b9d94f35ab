"""How many traces of persons are found, and what else is taken for one, in tables.

python scripts/bench/personal.py [--plans COUNT] [--output FILE]
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "hooks")]

from bench.corpus import headings, plan  # noqa: E402 (the paths are set just above)
from bench.numbers import Clerk  # noqa: E402
from bench.planted import Planted, planted  # noqa: E402
from bench.text import writers  # noqa: E402
from kuntakesu.personal import traces  # noqa: E402
from kuntakesu.render import Renderer  # noqa: E402
from kuntakesu.source import Source, decode, plan_files, read_source  # noqa: E402
from kuntakesu.submission import Submission, read_submission  # noqa: E402
from kuntakesu.vocabulary.register import read_register  # noqa: E402

KINDS = ("identity", "email", "phone", "iban")
HEADER = "---\ntitle: Mallilan suunnitelma\n{line}\n---\n\n{body}\n"


def invented(count: int) -> Iterator[Source]:
    """Invented plans, each with lines of ordinary numbers between its paragraphs."""
    pens = writers()
    for heading in headings(count):
        lines = plan(heading, pens[heading.language]).split("\n")
        numbers = Clerk(heading.number).lines()
        body = [piece for line in lines[13:] for piece in (line, next(numbers, ""))]
        text = "\n".join([*lines[:13], *body, *numbers])
        yield decode(text.encode(), f"plans/{heading.name}.md")


def kinds_in(texts: Iterable[str]) -> Counter[str]:
    """How many traces of each kind there are."""
    return Counter(trace.kind for text in texts for trace in traces(text))


def is_found(one: Planted, renderer: Renderer) -> bool:
    """Whether a planted trace is found as what it is."""
    line, body = (one.line, "") if one.in_header else ("", one.line)
    raw = HEADER.format(line=line or "kind: kuntakesu", body=body).encode()
    read = read_submission(decode(raw, "plans/a/2025.md"), read_register(), renderer)
    return kinds_in(_texts(read))[one.kind] > 0


def _texts(submission: Submission) -> Iterator[str]:
    return (passage.text for passage in submission.passages)


def report(plans: int) -> str:
    """The tables."""
    renderer = Renderer()
    every = list(planted())
    found = {one: is_found(one, renderer) for one in every}
    own = [read_source(file, file.name) for file in plan_files(ROOT)]
    real = kinds_in(line for source in own for line in source.lines)
    corpus = list(invented(plans))
    started = time.process_time()
    false = kinds_in(line for source in corpus for line in source.lines)
    spent = time.process_time() - started
    lines = [
        f"False alarms in {len(own)} plans of the catalogue, and in {plans:,} invented ones.",
        "",
        "| Kind | Planted | Found | Share | In real plans | Per 1,000 invented |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for kind in KINDS:
        of_kind = [one for one in every if one.kind == kind]
        hits = sum(found[one] for one in of_kind)
        share, rate = hits / len(of_kind), 1000 * false[kind] / plans
        lines.append(
            f"| {kind} | {len(of_kind)} | {hits} | {share:.1%} | {real[kind]} | {rate:.1f} |"
        )
    lines.append(
        f"| all | {len(every)} | {sum(found.values())} | "
        f"{sum(found.values()) / len(every):.1%} | {real.total()} | "
        f"{1000 * false.total() / plans:.1f} |"
    )
    lines += ["", f"{1000 * spent / plans:.2f} ms of CPU a plan.", "", "Missed:", ""]
    lines += [f"- {one.kind}, {one.writing}: {one.line!r}" for one in every if not found[one]]
    return "\n".join(lines)


def main() -> int:
    """Print the tables, or write them; see the module's text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plans", type=int, default=1000)
    parser.add_argument("--output", type=Path)
    arguments = parser.parse_args()
    text = report(arguments.plans)
    if arguments.output:
        arguments.output.write_text(f"{text}\n", encoding="utf-8")
    else:
        print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
