"""What an editor is given: snippets of the header, and the task that marks findings."""

from __future__ import annotations

import json
import re

import pytest

from kuntakesu.fields import FIELDS, Field
from kuntakesu.reporters import text as reporter
from kuntakesu.snippets import snippets
from tests.making import ROOT, submission
from tests.test_reporters import PATH, report

PLACE = re.compile(r"\$\{\d+(?:\|([^,|]+)[^|]*\||:((?:[^\\}]|\\.)*))\}")
CONTENT = json.loads(snippets())


def filled(body: list[str]) -> str:
    """A snippet with the first choice or the example at each place."""
    return "\n".join(PLACE.sub(lambda found: found[1] or found[2], line) for line in body)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.key)
def test_each_field_has_a_snippet_that_the_header_takes(field: Field) -> None:
    key = field.key
    body = filled(CONTENT[key]["body"])
    header = submission(f"---\n{body}\n---\n").header
    assert (header.faults, header.unknown) == ((), ())
    assert key in header.keys
    assert "$" not in body


def test_the_whole_has_all_that_is_required() -> None:
    read = submission(filled(CONTENT["kuntakesu"]["body"])[: -len("$0")])
    assert not read.front_matter.fault
    assert set(read.header.keys) == {field.key for field in FIELDS if field.required}


def test_the_task_understands_what_the_checker_says() -> None:
    tasks = json.loads((ROOT / ".vscode/tasks.json").read_text(encoding="utf-8"))["tasks"]
    pattern = tasks[0]["problemMatcher"]["pattern"]
    said = reporter.report(report(), None).split("\n")[0]
    found = re.match(pattern["regexp"], said)
    assert found
    assert (found[pattern["file"]], found[pattern["line"]]) == (PATH, "5")
    assert found[pattern["code"]] == "period-order"
