"""The facts at the top can't be read.

The facts are written in YAML: one `field: value` a line. A value that has a colon followed
by a space, or that begins with a sign such as `@`, `*` or `-`, is put in quotation marks. Lines
are indented with spaces, not with the tab key, and lines that belong together equally far.
References (`&`, `*`) and type marks (`!`) are not in use.

Passes:

    title: "Ilmasto: Mallilan ohjelma"

Fails:

    title: Ilmasto: Mallilan ohjelma
"""

from collections.abc import Iterator, Mapping

from kuntakesu.diagnostics import Finding, Severity, Span
from kuntakesu.front_matter import Fault
from kuntakesu.repair import repair
from kuntakesu.rules import Context
from kuntakesu.submission import Submission

SEVERITY = Severity.ERROR
# How the YAML reader's own words begin, whatever it names behind them.
COLON = "mapping values are not allowed here"
UNFINISHED = {
    "found unexpected end of stream": "quote",
    "found unexpected document separator": "quote",
    "expected ',' or ']'": "bracket",
    "expected ',' or '}'": "bracket",
}
PROBLEMS = {
    "found unknown escape character": "backslash",
    "could not find expected ':'": "bare",
    "expected <block end>": "indent",
}


def check(submission: Submission, _context: Context) -> Iterator[Finding]:
    """Find the place at which the front matter can't be read further."""
    fault = submission.front_matter.fault
    if fault is None or fault.kind in ("none", "open", "shape"):
        return
    lines = submission.source.lines
    mended = repair(lines, fault) if fault.kind in ("syntax", "alias", "tag") else None
    if mended:
        span = _start(fault)
        if mended.line != span.line:
            span = _whole(submission.source.line(mended.line), mended.line)
        variant = "colon" if mended.problem == "value" and fault.found == COLON else mended.problem
        yield Finding(span, {"suggestion": mended.text.rstrip()}, variant)
    elif fault.kind != "syntax":
        yield Finding(fault.span, {}, fault.kind)
    else:
        yield Finding(_start(fault), {}, _problem(fault, submission.source.line(fault.span.line)))


def _problem(fault: Fault, line: str) -> str:
    before = line[: fault.span.column]
    if before.endswith("\t") and not before.strip():
        return "tab"
    return _known(UNFINISHED, fault) or _known(PROBLEMS, fault) or "other"


def _start(fault: Fault) -> Span:
    """Where the fault is: for what is never closed, where it was opened."""
    return fault.begun if fault.begun and _known(UNFINISHED, fault) else fault.span


def _known(problems: Mapping[str, str], fault: Fault) -> str:
    return next((kind for words, kind in problems.items() if fault.found.startswith(words)), "")


def _whole(line: str, number: int) -> Span:
    column = len(line) - len(line.lstrip()) + 1
    return Span(number, column, max(column + 1, len(line) + 1))
