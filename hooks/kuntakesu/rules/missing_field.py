"""A required field is missing or empty.

Without these fields nobody could find the plan or know what it is: `title`, `provider`,
`municipality`, `period`, `language`, `themes` and `status`.

Passes:

    title: Mallilan kehittämissuunnitelma 2027–2030

Fails:

    title:
"""

from collections.abc import Iterator

from kuntakesu.diagnostics import Finding, Severity
from kuntakesu.fields import FIELDS, example_line
from kuntakesu.rules import Context
from kuntakesu.submission import Submission
from kuntakesu.suggest import key_meant

SEVERITY = Severity.ERROR
KEYS = tuple(field.key for field in FIELDS)


def check(submission: Submission, _context: Context) -> Iterator[Finding]:
    """Find required fields that have no value."""
    if submission.source.fault or submission.front_matter.fault:
        return
    header = submission.header
    faulty = {fault.key for fault in header.faults}
    # A key that is only mistyped is reported as such.
    mistyped = {key_meant(key.text, known) for key, known in header.unknown if known == KEYS}
    for field in FIELDS:
        if field.required and field.key not in {*header.values, *faulty, *mistyped}:
            yield Finding(
                header.span(field.key),
                {"key": field.key, "example": example_line(field)},
                "empty" if field.key in header.keys else "absent",
            )
