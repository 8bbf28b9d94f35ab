"""Golden cases: plans with one thing wrong, and the exact text that the checker says of them.

`cases/<code>/<reason>.md` is the plan and `<reason>.txt` what is said of it. A case whose reason
begins with `passes-` is a near miss of which nothing is said. Beside a case may stand

- `<reason>.path`: the path that the plan is checked at, where it is neither the one that its
  provider and period give nor the one that the `.txt` begins with;
- `<reason>.other.md`, `<reason>.other.path`: another plan of the run, and its path;
- `<reason>.files`: paths of other files below `plans/`, one a line.

`pytest tests/test_cases.py --rewrite` writes the texts anew.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from kuntakesu.check import Report, all_rules, check
from kuntakesu.render import Renderer
from kuntakesu.reporters import text
from kuntakesu.rules import Context
from kuntakesu.source import decode
from kuntakesu.submission import Submission, read_submission
from kuntakesu.vocabulary.names import slug
from kuntakesu.vocabulary.register import read_register

CASES = Path(__file__).parent / "cases"
CODES = [rule.code for rule in all_rules()]
FILES = sorted(file for file in CASES.glob("*/*.md") if not file.name.endswith(".other.md"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_case(file: Path, request: pytest.FixtureRequest) -> None:
    report = checked(file)
    said = f"{text.report(report, None)}\n"
    golden = file.with_suffix(".txt")
    if request.config.getoption("--rewrite"):
        golden.write_text(said, encoding="utf-8")
    assert said == golden.read_text(encoding="utf-8")
    codes = {diagnostic.code for diagnostic in report.diagnostics}
    if file.name.startswith("passes-"):
        assert codes == set()
    else:
        assert file.parent.name in codes


@pytest.mark.parametrize("code", CODES)
def test_every_rule_has_a_case_that_fails_and_one_that_passes(code: str) -> None:
    reasons = {file.stem.startswith("passes-") for file in FILES if file.parent.name == code}
    assert reasons == {True, False}


def test_every_case_has_a_rule_and_every_text_a_case() -> None:
    assert {folder.name for folder in CASES.iterdir()} <= set(CODES)
    assert sorted(CASES.glob("*/*.txt")) == [file.with_suffix(".txt") for file in FILES]


def checked(file: Path) -> Report:
    submission = read(file)
    other = file.with_suffix(".other.md")
    others = [read(other)] if other.exists() else []
    listed = file.with_suffix(".files")
    files = listed.read_text(encoding="utf-8").split() if listed.exists() else []
    run = {one.source.name: one for one in [*others, submission]}
    context = Context(read_register(), run, frozenset(files))
    return check((submission,), context)


def read(file: Path) -> Submission:
    raw = file.read_bytes()
    path = stated_path(file)
    if not path:
        header = read_submission(decode(raw, ""), read_register(), renderer()).header
        path = f"plans/{slug(header.text('provider'))}/{header.text('period')}.md"
    return read_submission(decode(raw, path), read_register(), renderer())


def stated_path(file: Path) -> str:
    stated = file.with_suffix(".path")
    if stated.exists():
        return stated.read_text(encoding="utf-8").strip().removeprefix("# path: ")
    said = file.with_suffix(".txt")
    first = said.read_text(encoding="utf-8").partition(":")[0] if said.exists() else ""
    return first if first.startswith("plans/") else ""


@cache
def renderer() -> Renderer:
    return Renderer()
