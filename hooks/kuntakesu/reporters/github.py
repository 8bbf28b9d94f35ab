"""For GitHub Actions: workflow commands, which the host shows beside the lines of a change."""

from __future__ import annotations

from kuntakesu.check import Report
from kuntakesu.diagnostics import Diagnostic
from kuntakesu.reporters.harmless import printable
from kuntakesu.reporters.sentence import hint, message


def report(found: Report, language: str | None) -> str:
    """One command a diagnostic; nothing where nothing was found."""
    return "\n".join(_command(diagnostic, language) for diagnostic in found.diagnostics)


def _command(diagnostic: Diagnostic, language: str | None) -> str:
    span = diagnostic.span
    properties = {
        "file": diagnostic.path,
        "line": span.line,
        "endLine": span.line,
        "col": span.column,
        "endColumn": span.end,
        "title": diagnostic.code,
    }
    shown = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    sentences = (message(diagnostic, language), hint(diagnostic, language))
    text = "\n".join(sentence for sentence in sentences if sentence)
    return f"::{diagnostic.severity} {shown}::{_data(text)}"


def _data(text: str) -> str:
    return printable(text).replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
