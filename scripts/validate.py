#!/usr/bin/env python3
"""Check plans: `validate.py [paths…] [--format text|github|json] [--language fi|sv|en]`.

Without paths every plan below `plans/` is checked. Exit status: 0 nothing wrong (warnings
allowed), 1 at least one error in a plan, 2 the checker could not do its work.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from deadline import limited  # noqa: E402 (the path is set just above)
from kept_plans import KeptReader  # noqa: E402
from kuntakesu.check import Report  # noqa: E402
from kuntakesu.reporters import github, json, text  # noqa: E402
from kuntakesu.reporters.harmless import harmless  # noqa: E402
from kuntakesu.vocabulary.register import read_register  # noqa: E402
from kuntakesu.workspace import check_paths, check_tree  # noqa: E402
from store import open_plans  # noqa: E402

REPORTERS = {"text": text.report, "github": github.report, "json": json.report}


def main(arguments: list[str] | None = None) -> int:
    """Run the checker and return its exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, help="plans or folders; default plans/")
    parser.add_argument("--format", choices=REPORTERS, default="text")
    parser.add_argument("--language", choices=("fi", "sv", "en"))
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    try:
        root = options.root.resolve()
        paths = [path.absolute() for path in options.paths]
        found = check_paths(root, paths, limited) if paths else check_all(root)
    except OSError as error:
        print(harmless(f"validate: {error.strerror}: {error.filename}"), file=sys.stderr)
        return 2
    output = REPORTERS[options.format](found, options.language)
    sys.stdout.buffer.write(f"{output}\n".encode() if output else b"")
    return 0 if found.passed else 1


def check_all(root: Path) -> Report:
    """Check every plan; those that are as they were are not read again."""
    memory = open_plans(root)
    found = check_tree(root, limit=limited, reader=KeptReader(read_register(), memory))
    memory.write()
    return found


if __name__ == "__main__":
    sys.exit(main())
