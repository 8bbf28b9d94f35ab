#!/usr/bin/env python3
"""Keep the list of published addresses, `plans/published.txt`: `published.py [--update]`.

Tells which addresses of the list have ended without a word. With --update it adds what the site
publishes now, and marks the pages of plans that moved or were removed, as far as git knows: look
at what it wrote. Exit status: 0 all is well, 1 an address has ended or the list can't be read.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from git_history import site_history  # noqa: E402 (the path is set just above)
from kuntakesu.catalogue import Catalogue  # noqa: E402
from kuntakesu.exports import lasting_files  # noqa: E402
from kuntakesu.languages import INTERFACE, Words, words  # noqa: E402
from kuntakesu.pages import site_pages  # noqa: E402
from kuntakesu.published import PATH, Published, lasting, read_published, written  # noqa: E402
from kuntakesu.renewal import renewed  # noqa: E402
from kuntakesu.reporters.harmless import harmless  # noqa: E402
from kuntakesu.vocabulary.register import read_register  # noqa: E402
from kuntakesu.workspace import check_tree  # noqa: E402

HEADER = """\
# Every address that the site has published. None may end in nothing, so no line is ever taken away.
#     address                      the page is there
#     address -> other address     the page has moved, and a small page leads there
#     address gone                 the page was removed, and a small page says so
# Kept by scripts/published.py --update; the build and the check of proposals hold it.
""".splitlines()


def main(arguments: list[str] | None = None) -> int:
    """Check the list or bring it up to date, and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--update", action="store_true", help="write what is new into the list")
    parser.add_argument("--language", choices=INTERFACE, default="en")
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    chosen, root = words(options.language), options.root.resolve()
    catalogue, published = read_catalogue(root), read_published(root)
    present = set(addresses(root, catalogue))
    if options.update and not published.faults:
        marks, told = renewed(published, present, catalogue.history)
        count = len(marks) - len(published.marks)
        (root / PATH).write_text(written(marks, HEADER), encoding="utf-8")
        for remark in told:
            print(harmless(remark.told(chosen)))
        print(chosen("published.added", count=count, path=PATH))
        published = read_published(root)
    faults = published.faults_beside(present)
    for fault in faults:
        print(harmless(fault.told(chosen)))
    if not faults:
        new = len(lasting(present) - published.marks.keys())
        print(chosen("published.new", count=new, path=PATH) if new else well(published, chosen))
    return 1 if faults else 0


def read_catalogue(root: Path) -> Catalogue:
    """What the site is made of."""
    report = check_tree(root)
    history = site_history(root, report)
    # Of what day is of no account for addresses.
    return Catalogue.of(report.sound_plans(), read_register(), date.min, history)


def addresses(root: Path, catalogue: Catalogue) -> Iterator[str]:
    """The addresses of all that lasts."""
    for page in site_pages(catalogue):
        yield page.address
    for made in lasting_files(catalogue):
        yield made.address
    for address, _ in catalogue.pictures():
        yield address
    docs = root / "docs"
    for file in docs.rglob("*.md"):
        below = file.relative_to(docs).with_suffix("").as_posix()
        if not below.startswith("template/"):
            yield f"{below.removesuffix('index')}/".removeprefix("/").replace("//", "/")


def well(published: Published, chosen: Words) -> str:
    """That nothing is wrong."""
    return chosen("published.well", count=len(published.marks))


if __name__ == "__main__":
    sys.exit(main())
