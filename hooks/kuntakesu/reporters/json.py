"""For other programs: one JSON object, its keys in a stable order."""

from __future__ import annotations

import json

from kuntakesu.check import Report
from kuntakesu.diagnostics import Diagnostic
from kuntakesu.reporters.harmless import escaped_json
from kuntakesu.reporters.sentence import hint, message


def report(found: Report, language: str | None) -> str:
    """All diagnostics, and how many plans were checked."""
    content = {
        "checked": len(found.submissions),
        "passed": found.passed,
        "diagnostics": [record(diagnostic, language) for diagnostic in found.diagnostics],
    }
    return escaped_json(json.dumps(content, ensure_ascii=False, indent=2))


def record(diagnostic: Diagnostic, language: str | None) -> dict[str, str | int]:
    """One diagnostic's place and words."""
    return {
        "path": diagnostic.path,
        "line": diagnostic.span.line,
        "column": diagnostic.span.column,
        "end_column": diagnostic.span.end,
        "severity": str(diagnostic.severity),
        "code": diagnostic.code,
        "message": message(diagnostic, language),
        "hint": hint(diagnostic, language),
    }
