#!/usr/bin/env python3
"""Write down what the site is built with: `sbom.py FOLDER` makes two CycloneDX files there.

`python.cdx.json` is the build's Python packages, `browser.cdx.json` what the form loads in a
browser; both are read off the lock files and are the same bytes for the same locks. Exit status:
0 written, 2 a tool failed.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = ROOT / "scripts/requirements/form.txt"
"""Holds what `site.txt` does, and what installs the packages for the browser."""
BROWSER = ROOT / "hooks/browser"
# The index is named, for the machine's own may be another, and is nobody's business.
CYCLONEDX = ("requirements", "--pyproject", str(ROOT / "pyproject.toml"), "--index-url",
             "https://pypi.org/simple", "--short-PURLs", "--output-reproducible", "--of", "JSON",
             "-o", "-", str(PYTHON))  # fmt: skip
NPM = ("sbom", "--sbom-format", "cyclonedx", "--package-lock-only")


def main(arguments: list[str] | None = None) -> int:
    """Write both files and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cyclonedx", default="cyclonedx-py", help="the program to ask")
    parser.add_argument("--npm", default="npm", help="the program to ask")
    options = parser.parse_args(arguments)
    try:
        python = _asked([options.cyclonedx, *CYCLONEDX], ROOT)
        browser = _asked([options.npm, *NPM], BROWSER)
        options.folder.mkdir(parents=True, exist_ok=True)
        for name, told in (("python", python), ("browser", browser)):
            file = options.folder / f"{name}.cdx.json"
            file.write_text(steady(told), encoding="utf-8")
            print(f"Wrote {file}")
    except subprocess.CalledProcessError as error:
        told = (error.stderr.strip().splitlines() or ["it said nothing"])[-1]
        print(f"sbom: {error.cmd[0]} ended with status {error.returncode}: {told}", file=sys.stderr)
        return 2
    except (OSError, ValueError) as error:
        print(f"sbom: {error}", file=sys.stderr)
        return 2
    return 0


def steady(told: str) -> str:
    """The same without the moment and the lot that npm draws, which it cannot be told to leave out.

    Raises:
        ValueError: It is not of the shape of CycloneDX.
    """
    content = json.loads(told)
    if not isinstance(content, dict) or not content.get("components"):
        raise ValueError("a tool found no components")
    content.pop("serialNumber", None)
    content.get("metadata", {}).pop("timestamp", None)
    return json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _asked(command: list[str], folder: Path) -> str:
    ran = subprocess.run(  # noqa: S603 (the command is ours)
        command, cwd=folder, capture_output=True, check=True, encoding="utf-8"
    )
    return ran.stdout


if __name__ == "__main__":
    sys.exit(main())
