#!/usr/bin/env python3
"""Ask whether anything that is locked has a known weakness: `audit.py [--report FILE]`.

pip-audit is asked about each list in `scripts/requirements`, npm about each `package-lock.json`.
What they could not find out is no good news, so it never counts as such. Exit status: 0 no
weakness is known, 1 some are, 2 it could not be found out, and then there is no report.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from kuntakesu.review.quoting import quoted  # noqa: E402 (the path is set just above)

MARKER = "<!-- kuntakesu: audit -->"
LOCKS = "scripts/requirements"
# The lists name every file by its hash, so nothing need be resolved or installed.
PIP_AUDIT = ("--require-hashes", "--disable-pip", "--progress-spinner", "off", "-f", "json", "-r")
NPM = ("audit", "--package-lock-only", "--json")
PATIENCE = 600


@dataclass(frozen=True, order=True)
class Weakness:
    """What is known of one version of a package."""

    package: str
    version: str
    identity: str
    mended: str


Found = dict[Weakness, list[str]]
"""Weaknesses with the locks that bring them in."""


class UnaskedError(Exception):
    """A tool gave no answer about a lock, or only about a part of it."""


def main(arguments: list[str] | None = None) -> int:
    """Ask, write the report, and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--report", type=Path, help="write the report into this file")
    parser.add_argument("--pip-audit", default="pip-audit", help="the program to ask")
    parser.add_argument("--npm", default="npm", help="the program to ask")
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    found: Found = defaultdict(list)
    unasked = list[str]()
    for lock in locks(options.root):
        name = lock.relative_to(options.root).as_posix()
        try:
            ask = ask_npm if lock.suffix == ".json" else ask_pip
            for weakness in ask(options.npm if lock.suffix == ".json" else options.pip_audit, lock):
                found[weakness].append(name)
        except UnaskedError as error:
            unasked.append(f"{name}: {error}")
    for weakness, places in sorted(found.items()):
        print(f"{weakness.package} {weakness.version}: {weakness.identity}: {', '.join(places)}")
    for told in unasked:
        print(f"not found out: {told}", file=sys.stderr)
    if unasked and not found:
        return 2
    if options.report:
        options.report.write_text(report(found, unasked), encoding="utf-8")
    print(f"{len(found)} known weaknesses")
    return 1 if found else 0


def locks(root: Path) -> Iterator[Path]:
    """Every file that says which versions are installed."""
    yield from sorted((root / LOCKS).glob("*.txt"))
    files = [*root.glob("*/*/package-lock.json"), *root.glob("*/*/*/package-lock.json")]
    yield from sorted(file for file in files if "node_modules" not in file.parts)


def ask_pip(program: str, lock: Path) -> Iterator[Weakness]:
    """What pip-audit knows of a list of requirements.

    Raises:
        UnaskedError: It does not know all of them, which it tells only in passing.
    """
    packages = _answer([program, *PIP_AUDIT, str(lock)], lock.parent).get("dependencies")
    if not isinstance(packages, list) or not packages:
        raise UnaskedError("no package in the answer")
    for package in packages:
        for known in package.get("vulns", ()):
            mended = ", ".join(known["fix_versions"])
            yield Weakness(package["name"], package["version"], known["id"], mended)
    skipped = [package["name"] for package in packages if "skip_reason" in package]
    if skipped:
        raise UnaskedError(f"nothing is known of {len(skipped)}, {skipped[0]} among them")


def ask_npm(program: str, lock: Path) -> Iterator[Weakness]:
    """What npm knows of a lock file.

    Raises:
        UnaskedError: It got no answer.
    """
    answer = _answer([program, *NPM], lock.parent)
    if "vulnerabilities" not in answer:
        raise UnaskedError(str(answer.get("message") or "no list in the answer"))
    for package in answer["vulnerabilities"].values():
        fix = package.get("fixAvailable")
        mended = f"{fix['name']} {fix['version']}" if isinstance(fix, dict) else ""
        for known in package["via"]:
            if isinstance(known, dict):  # else it is by way of another package of the list
                yield Weakness(known["name"], known["range"], known["url"], mended)


def report(found: Mapping[Weakness, list[str]], unasked: list[str]) -> str:
    """The report as Markdown: its first line alone where no weakness is known."""
    lines = [MARKER]
    if found:
        lines += [
            "# Known weaknesses in what is locked",
            "",
            "Take the version that mends it (`make lock UPGRADE=1`), run `make check`, publish.",
            "",
        ]
    for weakness, places in sorted(found.items()):
        mended = f"mended in {quoted(weakness.mended)}" if weakness.mended else "not mended yet"
        package = f"{quoted(weakness.package)} {quoted(weakness.version)}"
        lines.append(f"- {package}: {quoted(weakness.identity)}, {mended}; {', '.join(places)}")
    if unasked:
        lines += ["", "Not found out:", "", *(f"- {quoted(told)}" for told in unasked)]
    return "\n".join(lines) + "\n"


def _answer(command: list[str], folder: Path) -> dict[str, Any]:
    """A tool's answer; its status says no more than that something was found."""
    try:
        ran = subprocess.run(  # noqa: S603 (the command is ours)
            command, cwd=folder, capture_output=True, check=False, timeout=PATIENCE
        )
        answer = json.loads(ran.stdout)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise UnaskedError(str(error)) from error
    except ValueError as error:
        told = ran.stderr.decode("utf-8", "replace").strip().splitlines()
        raise UnaskedError(told[-1] if told else "no answer") from error
    if not isinstance(answer, dict):
        raise UnaskedError("the answer is of another shape")
    return answer


if __name__ == "__main__":
    sys.exit(main())
