"""The plan is a teacher's own plan (OpeKesu).

An OpeKesu is a teacher's personal plan for developing their own work. It is meant for the teacher
and the head of the school and tells of one person, so it is not published here. The goals that
many teachers share belong in the municipality's or the school's plan.

A plan may speak of OpeKesu in its text, and name it beside KuntaKesu or KouluKesu.

Passes:

    title: Mallilan kehittämissuunnitelma 2027–2030

Fails:

    title: OpeKesu 2027
"""

from collections.abc import Iterator

from kuntakesu.diagnostics import Finding, Severity, Span
from kuntakesu.own_plan import is_own_plan
from kuntakesu.rules import Context
from kuntakesu.submission import Submission

SEVERITY = Severity.ERROR


def check(submission: Submission, _context: Context) -> Iterator[Finding]:
    """Find the first place that says that the plan is a teacher's own."""
    for text, span in _places(submission):
        if is_own_plan(text):
            yield Finding(span)
            return


def _places(submission: Submission) -> Iterator[tuple[str, Span]]:
    header = submission.header
    for key in ("title", "summary"):
        yield header.text(key), header.span(key)
    for fault in header.faults:
        if fault.key in ("title", "kind", "summary"):
            yield fault.found, fault.span
    for section in submission.body.sections[:1]:
        length = len(submission.source.line(section.line))
        yield section.title, Span(section.line, 1, length + 1)
