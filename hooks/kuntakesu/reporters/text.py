"""For a person at a terminal: the line, a caret under the place, and a hint."""

from __future__ import annotations

from collections.abc import Iterator

from kuntakesu.check import Report
from kuntakesu.diagnostics import Diagnostic, Severity
from kuntakesu.languages import words
from kuntakesu.reporters.harmless import SHOWN, harmless
from kuntakesu.reporters.sentence import hint, message

WIDEST = 160


def report(found: Report, language: str | None) -> str:
    """All diagnostics and a closing line that counts them."""
    blocks = [one_diagnostic(diagnostic, language) for diagnostic in found.diagnostics]
    return harmless("\n\n".join([*blocks, closing_line(found, language)]))


def one_diagnostic(diagnostic: Diagnostic, language: str | None) -> str:
    """One diagnostic, several lines."""
    span = diagnostic.span
    # Whose path has a line break does not write lines of the report.
    path = diagnostic.path.replace("\n", SHOWN)
    head = (
        f"{path}:{span.line}:{span.column}: "
        f"{diagnostic.severity}[{diagnostic.code}]: {message(diagnostic, language)}"
    )
    return "\n".join([head, *_excerpt(diagnostic), *_hint(diagnostic, language)])


def closing_line(found: Report, language: str | None) -> str:
    """How many plans were checked and what was found, in one line."""
    chosen = words(language or _common_language(found))
    errors = sum(one.severity is Severity.ERROR for one in found.diagnostics)
    warnings = len(found.diagnostics) - errors
    checked = chosen("checker.checked", count=len(found.submissions))
    if not found.diagnostics:
        return f"{checked}, {chosen('checker.nothing')}"
    parts = [checked]
    if errors:
        parts.append(chosen("checker.errors", count=errors))
    if warnings:
        parts.append(chosen("checker.warnings", count=warnings))
    return ", ".join(parts)


def _excerpt(diagnostic: Diagnostic) -> Iterator[str]:
    span, line = diagnostic.span, diagnostic.excerpt
    if not line.strip():
        return
    start = max(0, span.column - 1 - WIDEST // 2)
    shown = line[start : start + WIDEST].replace("\t", " ")
    number = str(span.line)
    gap = " " * len(number)
    width = max(1, min(span.end, start + len(shown) + 1) - span.column)
    yield f"{gap} |"
    yield f"{number} | {shown}"
    yield f"{gap} | {' ' * (span.column - 1 - start)}{'^' * width}"


def _hint(diagnostic: Diagnostic, language: str | None) -> Iterator[str]:
    text = hint(diagnostic, language)
    if text:
        gap = " " * len(str(diagnostic.span.line))
        label = words(language or diagnostic.language)("checker.hint")
        first, *rest = text.split("\n")
        yield f"{gap} = {label}: {first}"
        yield from (f"{gap}   {line}" for line in rest)


def _common_language(found: Report) -> str:
    languages = {submission.language for submission in found.submissions}
    return languages.pop() if len(languages) == 1 else "fi"
