#!/usr/bin/env python3
"""Write the committed files that are made of the table of fields, or check that they are fresh.

    python scripts/reference.py [--check]

Exit status: 0 all well, 1 a file differs (with --check).
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from kuntakesu.languages import INTERFACE  # noqa: E402 (the path is set just above)
from kuntakesu.snippets import snippets  # noqa: E402
from kuntakesu.template import plan_template  # noqa: E402


def files() -> dict[Path, str]:
    """Every generated file with its content."""
    templates = {
        ROOT / "docs" / "template" / f"plan.{language}.md": plan_template(language)
        for language in INTERFACE
    }
    return {**templates, ROOT / ".vscode" / "plan.code-snippets": snippets()}


def main(arguments: list[str] | None = None) -> int:
    """Write or compare the files and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing, only compare")
    options = parser.parse_args(arguments)
    stale = [
        (file, content)
        for file, content in files().items()
        if not file.is_file() or file.read_text(encoding="utf-8") != content
    ]
    for file, content in stale:
        if options.check:
            print(f"{file.relative_to(ROOT)} is not fresh: run python scripts/reference.py")
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, encoding="utf-8")
            print(f"wrote {file.relative_to(ROOT)}")
    return 1 if stale and options.check else 0


if __name__ == "__main__":
    sys.exit(main())
