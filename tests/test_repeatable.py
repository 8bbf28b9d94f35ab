"""Whoever builds a commit for a day gets the same bytes, wherever and however."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from day import midnight
from publishing.sums import NAME, faults
from tests.building import checkout, environment
from tests.making import ROOT
from tests.recording import Archive

# Every folder is read backwards by a Python that finds this.
BACKWARDS = """
import os
if os.environ.get("SEEN"):
    open(os.environ["SEEN"], "w").close()
given_list, given_scan = os.listdir, os.scandir

def listdir(*where):
    return sorted(given_list(*where), reverse=True)

class scandir:
    def __init__(self, *where):
        with given_scan(*where) as found:
            self.found = iter(sorted(found, key=lambda entry: entry.name, reverse=True))
    def __iter__(self):
        return self.found
    def __next__(self):
        return next(self.found)
    def __enter__(self):
        return self
    def __exit__(self, *_):
        pass
    def close(self):
        pass

os.listdir, os.scandir = listdir, scandir
"""
PACKAGES = Path("hooks/browser/node_modules")


def build(root: Path, umask: int, **changes: str) -> str:
    """Build and publish, and give the sums."""
    variables = environment(**changes)
    if "SOURCE_DATE_EPOCH" not in changes:
        del variables["SOURCE_DATE_EPOCH"]
    ran = subprocess.run(
        [sys.executable, str(ROOT / "scripts/build.py"), "--root", str(root)],
        env=variables,
        umask=umask,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stdout
    assert faults(root / "site") == []
    return (root / "site" / NAME).read_text(encoding="utf-8")


@pytest.fixture
def one(tmp_path: Path) -> Path:
    """A checkout of a repository whose plans have a past."""
    root = checkout(tmp_path / "one")
    (root / ".gitignore").write_text("/site/\n/.cache/\nnode_modules\n", encoding="utf-8")
    archive = Archive(root)
    plan = next(root.glob("plans/*/*.md"))
    newest = plan.read_text(encoding="utf-8")
    plan.write_text(newest.replace("##", "## Alku\n\n##", 1), encoding="utf-8")
    archive.commit("2026-01-10")
    plan.write_text(newest, encoding="utf-8")
    archive.commit("2026-02-20")
    return root


def test_two_builds_far_apart_are_the_same_to_the_byte(one: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere and deeper" / "äö" / "other"
    other.parent.mkdir(parents=True)
    subprocess.run(["git", "clone", "-q", f"file://{one}", str(other)], check=True)
    for root in (one, other):
        if (ROOT / PACKAGES).is_dir():
            (root / PACKAGES).symlink_to(ROOT / PACKAGES)
    for number, file in enumerate(sorted(other.rglob("*"))):
        if not file.is_symlink():
            os.utime(file, (1_000_000_000 + number, 1_000_000_000 + number))
    (tmp_path / "path").mkdir()
    (tmp_path / "path/sitecustomize.py").write_text(BACKWARDS, encoding="utf-8")
    (tmp_path / "home").mkdir()

    epoch = midnight()
    here = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"}
    there = {"TZ": "America/Los_Angeles", "LC_ALL": "sv_FI.UTF-8", "PYTHONHASHSEED": "2",
             "LANGUAGE": "sv", "COLUMNS": "40", "HOME": str(tmp_path / "home"),
             "PYTHONPATH": str(tmp_path / "path"), "SEEN": str(tmp_path / "seen")}  # fmt: skip
    told = build(one, 0o077, SOURCE_DATE_EPOCH=str(epoch), **here)
    cold = build(other, 0o000, **there)
    if midnight() != epoch:
        pytest.skip("a day ended in Finland meanwhile")
    assert cold.splitlines() == told.splitlines()
    # What was kept of the first build changes nothing.
    assert (other / ".cache/words.sqlite").is_file()
    assert build(other, 0o022, SOURCE_DATE_EPOCH=str(epoch), **there) == told
    assert (tmp_path / "seen").is_file()
    assert "suunnitelmat/" in told
    assert ".zip\n" in told


def test_builds_of_one_day_begin_at_its_midnight_in_finland(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Summer time began on 29 March 2026, so that day was an hour shorter.
    first, last = 1774735200, 1774817999
    for second, begun in ((first - 1, first - 86_400), (first, first), (last, first),
                          (last + 1, last + 1)):  # fmt: skip
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(second))
        assert midnight() == begun
