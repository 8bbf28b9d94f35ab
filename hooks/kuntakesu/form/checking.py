"""The findings of every rule on a plan that is being written."""

from __future__ import annotations

import json

from kuntakesu.check import check
from kuntakesu.form.surroundings import context, read
from kuntakesu.reporters.json import record
from kuntakesu.reporters.text import closing_line


def checked(text: str, path: str, language: str, known: str) -> str:
    """What `scripts/validate.py` would say of the file, as JSON.

    Args:
        text: The file.
        path: Where it is to lie.
        language: To say it in.
        known: The published plans, see `surroundings.context`.
    """
    submission = read(text, path)
    report = check((submission,), context(submission, known))
    findings = [
        {**record(one, language), "key": str(one.arguments.get("key", ""))}
        for one in report.diagnostics
    ]
    content = {
        "passed": report.passed,
        "closing": closing_line(report, language),
        "findings": findings,
    }
    return json.dumps(content, ensure_ascii=False)
