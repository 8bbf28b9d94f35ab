"""A plan names a municipality that no longer existed when the plan's period began.

A plan may name a former municipality if the municipality still existed when the period began.
Such a plan is also found under the municipality that its area belongs to now. A later plan names
that municipality.

Passes:

    municipality: Jämsänkoski
    period: 2006-2008

Fails:

    municipality: Jämsänkoski
    period: 2018-2021
"""

from collections.abc import Iterator

from kuntakesu.diagnostics import Finding, Severity
from kuntakesu.rules import Context
from kuntakesu.submission import Submission, read_place
from kuntakesu.vocabulary.register import FormerMunicipality

SEVERITY = Severity.ERROR


def check(submission: Submission, context: Context) -> Iterator[Finding]:
    """Find former municipalities that the period does not reach."""
    period = submission.period
    if period is None:
        return
    names = submission.header.texts("municipality")
    listed = {today.code for name in names if (today := context.register.current(name))}
    for stated in submission.header.values.get("municipality", ()):
        place = read_place(stated, period, context.register)
        former = place.former if place else None
        if former is None or former.lived_in(period.start):
            continue
        successors = [
            context.register.municipality(code).name(submission.language)
            for code in former.successors
        ]
        arguments = {
            "name": former.name(submission.language),
            "year": str(former.date.year),
            "start": str(period.start),
            "successors": ", ".join(successors),
        }
        yield Finding(stated.span, arguments, _variant(former, listed))


def _variant(former: FormerMunicipality, listed: set[str]) -> str:
    """Which hint to give, by what became of the municipality and by what is listed already."""
    if not former.successors:
        return "ceded"
    if listed.issuperset(former.successors):
        return "listed"
    if former.event == "renamed":
        return "renamed"
    return "one" if len(former.successors) == 1 else "several"
