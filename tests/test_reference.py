"""The committed files that are made of the table of fields are written, and compared."""

from __future__ import annotations

from pathlib import Path

import pytest

import reference
from kuntakesu.template import plan_template

NAMES = [f"docs/template/plan.{language}.md" for language in ("fi", "sv", "en")]
NAMES.append(".vscode/plan.code-snippets")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty checkout that the script takes for its own."""
    monkeypatch.setattr(reference, "ROOT", tmp_path)
    return tmp_path


def test_the_checkout_is_fresh() -> None:
    assert reference.main(["--check"]) == 0


def test_files_are_written_and_then_fresh(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert reference.main([]) == 0
    assert capsys.readouterr().out == "".join(f"wrote {name}\n" for name in NAMES)
    assert (root / NAMES[1]).read_text(encoding="utf-8") == plan_template("sv")
    assert sorted(file for file in root.rglob("*") if file.is_file()) == sorted(
        root / name for name in NAMES
    )
    assert reference.main(["--check"]) == 0
    assert reference.main([]) == 0
    assert capsys.readouterr().out == ""


def test_a_check_tells_what_is_stale_and_changes_nothing(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert reference.main(["--check"]) == 1
    assert list(root.iterdir()) == []
    reference.main([])
    changed = root / NAMES[2]
    changed.write_text("changed", encoding="utf-8")
    (root / NAMES[0]).unlink()
    capsys.readouterr()
    assert reference.main(["--check"]) == 1
    told = capsys.readouterr().out.splitlines()
    assert [line.partition(" ")[0] for line in told] == [NAMES[0], NAMES[2]]
    assert changed.read_text(encoding="utf-8") == "changed"
