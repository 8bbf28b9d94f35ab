"""Mark the answers of the site's search beside those of lunr.js and of Pagefind.

    PYTHONPATH=scripts:hooks python -m bench.quality [--distractors 0 300] [--misses N]
        [--output FILE] [--work DIR]

The queries, and the plans that they are asked of, are those of tests/search. Invented plans may be
mixed in, which no query was judged against: they take up places. The tables go to standard output,
and what is being done to standard error. With --work what was built is kept in DIR, and taken from
there the next time.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench import corpus
from bench.adapters import build_pagefind, pagefind_version
from bench.answers import ROOT, Answers, lunr, ours, pagefind
from bench.machine import DAY
from bench.report import hand_out
from bench.search import SWITCHES
from bench.usage import run
from chromium import explanation, find_chromium
from kuntakesu.workspace import check_tree
from tests.search.quality import OVERALL, Anchors, Mark, Query, anchors_of, measure, read_queries

JUDGED = ROOT / "tests/search"
OURS = "KuntaKesu"
MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-d", "site")


def main() -> int:
    """Mark the engines and print the tables."""
    arguments = _arguments()
    path = find_chromium(os.environ)
    if path is None:
        print(explanation(os.environ), file=sys.stderr)
        return 1
    with ExitStack() as stack:
        work = arguments.work or Path(
            stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-quality-"))
        )
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=path, args=SWITCHES)
        stack.callback(browser.close)
        parts = [_introduction(browser)]
        for count in arguments.distractors:
            parts += _section(browser, work / f"with-{count}", count, arguments.misses)
    hand_out(parts, arguments.output)
    return 0


def table(marks: Mapping[str, Mapping[str, Mark]]) -> str:
    """The marks by engine and kind: in each cell recall, plan rank and target rank."""
    first = next(iter(marks.values()))
    lines = [
        ["kind", "queries", *marks],
        ["---", "---:", *("---:" for _ in marks)],
        *(
            [kind, str(mark.queries), *(_cell(own[kind]) for own in marks.values())]
            for kind, mark in first.items()
        ),
    ]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def misses(
    queries: Sequence[Query], answers: Answers, anchors: Anchors, most: int
) -> Iterator[str]:
    """A line on each of the queries that were answered worst, but for those answered in full."""
    rated = []
    for query in queries:
        mark = measure([query], lambda text: answers[text], anchors)[OVERALL]
        if mark.recall < 1:
            rated.append((mark.recall, mark.plan_rank, query))
    for recall, rank, query in sorted(rated, key=lambda one: one[:2])[:most]:
        found = list(dict.fromkeys(hit[0] for hit in answers[query.text]))
        lacking = [one.plan for one in query.relevant if one.plan not in found]
        yield (
            f"- {query.kind}: {query.text}: recall {recall:.2f}, plan rank {rank:.2f}; "
            f"lacks {', '.join(lacking)}; first is {found[0] if found else 'nothing'}"
        )


def write(count: int, root: Path) -> None:
    """Make a checkout of the judged plans and `count` invented ones in `root`, made anew."""
    corpus.write(count, root)
    shutil.copytree(JUDGED / "plans", root / "plans", dirs_exist_ok=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--distractors", type=int, nargs="+", default=[0, 300], help="plans")
    parser.add_argument("--misses", type=int, default=0, help="queries to list that fail worst")
    parser.add_argument("--output", type=Path, help="a file for the tables")
    parser.add_argument("--work", type=Path, help="a folder to keep what was built in")
    return parser.parse_args()


def _section(browser: Browser, root: Path, count: int, most: int) -> Iterator[str]:
    _build(root, count)
    queries = read_queries()
    anchors = anchors_of(check_tree(JUDGED).sound_plans())
    _tell(f"{count:,} distractors: asking")
    answers = _answers(browser, root, sorted({query.text for query in queries}))
    yield f"## The judged plans and {count:,} others"
    yield table({name: measure(queries, own.__getitem__, anchors) for name, own in answers.items()})
    if most:
        yield f"What {OURS} answers worst:"
        yield "\n".join(misses(queries, answers[OURS], anchors, most))


def _answers(browser: Browser, root: Path, texts: Sequence[str]) -> dict[str, Answers]:
    plans = list(check_tree(root).sound_plans())
    return {
        OURS: ours(root / "site", texts),
        "lunr.js, as typed": lunr(plans, "typed", texts),
        "lunr.js, its words": lunr(plans, "words", texts),
        "Pagefind": pagefind(browser, root / "site", texts),
    }


def _build(root: Path, count: int) -> None:
    """Make and build a checkout and Pagefind's index, unless that has been done."""
    stamp = root / "built"
    if stamp.exists():
        return
    _tell(f"{count:,} distractors: building the site")
    write(count, root)
    day = str(int(DAY.timestamp()))
    run(MKDOCS, root, os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": day})
    _tell(f"{count:,} distractors: Pagefind")
    build_pagefind(root)
    stamp.touch()


def _introduction(browser: Browser) -> str:
    return (
        f"Marked on {datetime.now(UTC).date()}: {len(read_queries())} queries, "
        f"MkDocs {version('mkdocs')} with its lunr.js and lunr-languages, "
        f"Pagefind {pagefind_version()} in Chromium {browser.version}. In each cell: recall among "
        "the first ten plans / plan rank / target rank."
    )


def _cell(mark: Mark) -> str:
    target = "–" if mark.target_rank is None else f"{mark.target_rank:.2f}"
    return f"{mark.recall:.2f} / {mark.plan_rank:.2f} / {target}"


def _tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except RuntimeError as fault:
        sys.exit(str(fault))
