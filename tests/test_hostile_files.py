"""Files made to exhaust the checker, given to the program that authors run, with little room."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench.constructions import as_header, bodies, headers, with_header
from bench.hostile import LARGEST, largest
from tests.making import ROOT

# The address space that the checker gets.
ROOM = 1_500_000_000
WHOLE = (
    "run &",
    "run [",
    "run `",
    "lines #·a",
    "growing `",
    "table of 1000 columns",
    "empty lines",
)
ACCEPTED = ("table with short rows", "deep quotations", "lines a↵:·b", "lines [^1]:·x↵", "run *a*")
HEADERS = ("header run [", "header nested", "header list numbered municipality:·[%]")


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("hostile")
    folder = root / "plans/mallilan-kunta"
    folder.mkdir(parents=True)
    made, headed = dict(bodies()), dict(headers())
    files = [with_header(made[name](LARGEST)) for name in WHOLE]
    files += [largest(made[name], is_header=False) for name in ACCEPTED]
    files += [as_header(headed[name](LARGEST)) for name in HEADERS]
    files += ["---\n" + "---\n" * 250_000, "\n" * 1_000_000, "é" * 500_000]
    for number, file in enumerate(files):
        # Cut so that no file is too large to be looked at, which would be all that is said of it.
        raw = file.encode()[:LARGEST]
        (folder / f"{1950 + number}.md").write_text(raw.decode(errors="ignore"), encoding="utf-8")
    (folder / "too-large.md").write_bytes(b"a" * 50_000_000)
    return root


def test_the_checker_tells_of_hostile_files_within_a_bounded_memory(tree: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", LIMITED, str(ROOM), str(ROOT), "--format", "json", "--root", tree],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert ran.stderr == ""
    assert ran.returncode == 1
    told = json.loads(ran.stdout)
    files = {file.relative_to(tree).as_posix() for file in tree.glob("plans/*/*.md")}
    assert told["checked"] == len(files)
    refused = {one["path"] for one in told["diagnostics"] if one["severity"] == "error"}
    names = {file.rpartition("/")[2] for file in files - refused}
    accepted = range(len(WHOLE), len(WHOLE) + len(ACCEPTED))
    # All are refused but some of those that keep within the limits.
    assert names <= {f"{1950 + number}.md" for number in accepted}
    codes = {one["code"] for one in told["diagnostics"]}
    assert {"text-limits", "yaml-syntax", "unreadable-text", "no-front-matter"} <= codes


LIMITED = """
import resource, runpy, sys
room = int(sys.argv[1])
resource.setrlimit(resource.RLIMIT_AS, (room, room))
root = sys.argv[2]
sys.argv = [root + "/scripts/validate.py", *sys.argv[3:]]
runpy.run_path(sys.argv[0], run_name="__main__")
"""
