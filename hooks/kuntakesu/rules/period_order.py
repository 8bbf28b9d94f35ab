"""The period ends before it begins.

A period is written with its first year first. A plan that covers one calendar year has just
that year.

Passes:

    period: 2025-2029

Fails:

    period: 2029-2025
"""

from collections.abc import Iterator

from kuntakesu.diagnostics import Finding, Severity
from kuntakesu.rules import Context
from kuntakesu.submission import Submission

SEVERITY = Severity.ERROR


def check(submission: Submission, _context: Context) -> Iterator[Finding]:
    """Find a period whose years stand the wrong way round."""
    period = submission.period
    if period and period.end < period.start:
        span = submission.header.span("period")
        yield Finding(span, {"start": str(period.start), "end": str(period.end)})
