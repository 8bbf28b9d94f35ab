"""What is said of the locks, with tools of the tests' own that answer as pip-audit and npm do."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

import audit
import sbom
from tests.making import ROOT

CLEAN: dict[str, object] = {"dependencies": [{"name": "a", "version": "1", "vulns": []}]}
WEAK = {"name": "b", "version": "2", "vulns": [{"id": "PYSEC-1", "fix_versions": ["2.1"]}]}
UNKNOWN = {"name": "c", "skip_reason": "not found"}
NONE: dict[str, object] = {"vulnerabilities": {}}
KNOWN = {"name": "d", "range": "<3", "url": "https://github.com/advisories/GHSA-x"}
NPM_WEAK = {
    "vulnerabilities": {
        "d": {"via": [KNOWN], "fixAvailable": {"name": "d", "version": "3.0.0"}},
        "e": {"via": ["d"], "fixAvailable": True},
    }
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A checkout with two lists and one lock file."""
    for name in ("scripts/requirements/one.txt", "scripts/requirements/two.txt",
                 "hooks/browser/package-lock.json"):  # fmt: skip
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    return tmp_path


def tool(root: Path, name: str, answer: object, status: int = 0) -> str:
    """A program that gives this answer."""
    said = answer if isinstance(answer, str) else json.dumps(answer)
    file = root / name
    code = f"#!{sys.executable}\nprint({said!r})\nraise SystemExit({status})\n"
    file.write_text(code, encoding="utf-8")
    file.chmod(0o755)
    return str(file)


def ask(root: Path, pip: object, npm: object) -> tuple[int, str | None]:
    """The status and the report."""
    file = root / "report.md"
    tools = ("--pip-audit", tool(root, "pip-audit", pip, 1), "--npm", tool(root, "npm", npm, 1))
    status = audit.main(["--root", str(root), "--report", str(file), *tools])
    return status, file.read_text(encoding="utf-8") if file.exists() else None


def test_the_locks_of_the_project_are_all_asked_about() -> None:
    names = {file.relative_to(ROOT).as_posix() for file in audit.locks(ROOT)}
    assert {f"{audit.LOCKS}/{name}.txt" for name in ("site", "test", "audit", "lock")} <= names
    for folder in ("hooks/browser", "scripts/bench", "tests/browser"):
        assert f"{folder}/package-lock.json" in names
    assert not [name for name in names if "node_modules" in name]


def test_where_nothing_is_known_the_report_closes_the_issue(root: Path) -> None:
    assert ask(root, CLEAN, NONE) == (0, f"{audit.MARKER}\n")


def test_each_weakness_is_told_once_with_the_locks_that_bring_it_in(root: Path) -> None:
    status, report = ask(root, {"dependencies": [WEAK]}, NPM_WEAK)
    assert status == 1
    assert report
    told = [line for line in report.splitlines() if line.startswith("- ")]
    assert len(told) == 2
    assert told[0].endswith("scripts/requirements/one.txt, scripts/requirements/two.txt")
    assert "2&#46;1" in told[0]
    assert told[1].endswith("hooks/browser/package-lock.json")
    assert report.splitlines()[:2] == [audit.MARKER, "# Known weaknesses in what is locked"]


@pytest.mark.parametrize(
    ("pip", "npm"),
    [
        ({"dependencies": [UNKNOWN]}, NONE),
        ({"dependencies": []}, NONE),
        ("no answer", NONE),
        (CLEAN, {"message": "405 Method Not Allowed"}),
        (CLEAN, []),
        (CLEAN, ""),
    ],
)
def test_no_answer_is_no_good_news(root: Path, pip: object, npm: object) -> None:
    assert ask(root, pip, npm) == (2, None)


def test_what_was_not_found_out_is_told_beside_what_was(root: Path) -> None:
    status, report = ask(root, {"dependencies": [WEAK, UNKNOWN]}, NONE)
    assert status == 1
    assert report
    assert "Not found out:" in report


def test_a_tool_that_is_not_there_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert audit.main(["--root", str(root), "--pip-audit", "nowhere", "--npm", "nowhere"]) == 2
    assert "nowhere" in capsys.readouterr().err


def test_a_bill_of_materials_has_neither_moment_nor_lot(root: Path) -> None:
    bill = {"serialNumber": "urn:uuid:1", "metadata": {"timestamp": "now", "tools": []},
            "components": [{"name": "a"}]}  # fmt: skip
    made = []
    for lot in ("1", "2"):
        given = bill | {"serialNumber": lot}
        tools = ("--cyclonedx", tool(root, "cyclonedx", given), "--npm", tool(root, "npm", given))
        assert sbom.main([str(root / lot), *tools]) == 0
        made.append([file.read_bytes() for file in sorted((root / lot).iterdir())])
    assert made[0] == made[1]
    assert json.loads(made[0][0]) == {"components": [{"name": "a"}], "metadata": {"tools": []}}


@pytest.mark.parametrize("answer", ["", "{}", "[]", '{"components": []}'])
def test_an_empty_bill_is_none(root: Path, answer: str) -> None:
    tools = ("--cyclonedx", tool(root, "c", answer), "--npm", tool(root, "npm", answer))
    assert sbom.main([str(root / "made"), *tools]) == 2


def test_a_tool_that_fails_makes_no_bill(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    failing = tool(root, "c", "", status=3)
    assert sbom.main([str(root / "made"), "--cyclonedx", failing, "--npm", failing]) == 2
    assert "ended with status 3" in capsys.readouterr().err
