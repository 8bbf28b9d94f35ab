"""The period is not written as years.

The period is the plan's first and last calendar year with a hyphen between them and no spaces,
each year with four digits. A plan for one calendar year has just that year.

Passes:

    period: 2018-2021

Fails:

    period: 1.8.2018–31.7.2021
"""

import re
from collections.abc import Iterator

from kuntakesu.diagnostics import Finding, Severity
from kuntakesu.plan import Period
from kuntakesu.rules import Context
from kuntakesu.submission import Submission
from kuntakesu.suggest import shown

SEVERITY = Severity.ERROR
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
SHORT_END = re.compile(r"\D*((?:19|20)\d\d)\s*[-‐‑‒–—−/]\s*(\d\d)\D*")
OPEN_END = re.compile(r".*\d\s*[-‐‑‒–—−]")


def check(submission: Submission, _context: Context) -> Iterator[Finding]:
    """Find a period that is not one or two years."""
    text = submission.header.text("period")
    if text and Period.read(text) is None:
        variant = "open" if OPEN_END.fullmatch(text) else "form"
        suggestion = _meant(text) if variant == "form" else ""
        span = submission.header.span("period")
        yield Finding(span, {"found": shown(text), "suggestion": suggestion}, variant)


def _meant(text: str) -> str:
    """The period that the years in the text make, or an empty string."""
    if short := SHORT_END.fullmatch(text):
        start = int(short[1])
        end = start // 100 * 100 + int(short[2])
        return str(Period(start, end)) if end >= start else ""
    years = sorted({int(year) for year in YEAR.findall(text)})
    return str(Period(years[0], years[-1])) if 1 <= len(years) <= 2 else ""
