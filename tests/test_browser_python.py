"""The same findings in the browser as on the command line: every golden case through both."""

from __future__ import annotations

import importlib
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

import browser_files
from kuntakesu.reporters import json as reporter
from tests.browser_python import Question, answers
from tests.making import ROOT, plan, text
from tests.test_cases import FILES, checked, read

PLANS = sorted((ROOT / "plans").glob("*/*.md"))

OWN_SCRIPT = '<script type="module" src="../../../js/plan.js"></script>'


def known(file: Path) -> str:
    """What the form is told of the plans beside a case, as `exports/form_plans.py` writes it."""
    other, listed = file.with_suffix(".other.md"), file.with_suffix(".files")
    plans: dict[str, dict[str, str]] = {}
    if other.exists():
        header = read(other).header
        keys = ("language", "translation_of", "replaces")
        stated = {key: header.text(key) for key in keys if header.text(key)}
        plans[read(other).source.name] = stated
    files = listed.read_text(encoding="utf-8").split() if listed.exists() else []
    return json.dumps({"plans": plans, "files": files})


def is_text(file: Path) -> bool:
    """Whether the form could hold the file: it is text, and not too much of it."""
    return read(file).source.fault in ("", "control")


def said_here(file: Path) -> list[dict[str, Any]]:
    report = checked(file)
    language = report.submissions[0].language
    found: list[dict[str, Any]] = json.loads(reporter.report(report, language))["diagnostics"]
    return found


CASES = [file for file in FILES if is_text(file)]


@pytest.fixture(scope="module")
def said_there(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, list[dict[str, Any]]]:
    """What Pyodide finds in each case, without the key that only the form needs."""
    questions: list[Question] = []
    for file in CASES:
        submission = read(file)
        content = file.read_bytes().decode("utf-8")
        values = [content, submission.source.path, submission.language, known(file)]
        questions.append(("kuntakesu.form.checking", "checked", values))
    said = answers(questions, tmp_path_factory.mktemp("cases"))
    return {
        file: [
            {name: value for name, value in finding.items() if name != "key"}
            for finding in json.loads(one)["findings"]
        ]
        for file, one in zip(CASES, said, strict=True)
    }


def test_nearly_every_case_can_be_told_to_the_form() -> None:
    left = {file.parent.name for file in FILES} - {file.parent.name for file in CASES}
    assert left == set()
    assert len(CASES) > 0.95 * len(FILES)


@pytest.mark.parametrize("file", CASES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_a_case_has_the_same_findings_in_the_browser(
    file: Path, said_there: dict[Path, list[dict[str, Any]]]
) -> None:
    assert said_there[file] == said_here(file)


def test_plans_are_shown_and_taken_apart_the_same(tmp_path: Path) -> None:
    questions: list[Question] = []
    for file in PLANS:
        path = file.relative_to(ROOT).as_posix()
        content = file.read_text(encoding="utf-8")
        questions.append(("kuntakesu.form.reading", "taken_apart", [content, path]))
        shown = [content, path, "2026-06-15", "https://example.fi/"]
        questions.append(("kuntakesu.form.preview", "previewed", shown))
    said = answers(questions, tmp_path)
    for (module, name, values), answer in zip(questions, said, strict=True):
        assert answer == getattr(importlib.import_module(module), name)(*values), values[1]


def test_what_no_plan_may_show_is_not_shown_there(tmp_path: Path) -> None:
    body = (
        "## Oppiminen\n\n<script>alert(1)</script> [a](javascript:alert(1)) <b onclick=x>c</b>\n\n"
        "![k](data:image/svg+xml;base64,AAAA)\n"
    )
    values = [text(body), f"plans/{plan().name}.md", "2026-06-15", ""]
    [shown] = answers([("kuntakesu.form.preview", "previewed", values)], tmp_path)
    html = json.loads(shown)["html"]
    assert "&lt;script&gt;" in html
    # The page's own script is the only one.
    assert "<script" not in html.replace(OWN_SCRIPT, "")
    assert "javascript:" not in html
    assert "<b " not in html
    assert 'src="data:' not in html


def test_the_archive_is_the_same_each_time_and_has_what_is_asked_for() -> None:
    made = browser_files.python_zip()
    assert made == browser_files.python_zip()
    names = zipfile.ZipFile(io.BytesIO(made)).namelist()
    assert names == sorted(names)
    assert {"nh3.py", "kuntakesu/form/checking.py", "yaml/reader.py"} <= set(names)
    assert not [name for name in names if "__pycache__" in name or name.endswith(".so")]
