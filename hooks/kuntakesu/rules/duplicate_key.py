"""The facts at the top have the same field twice.

Each field is written once. If it were there twice, nobody could know which of the values is
meant. Several municipalities, themes or levels are written as one list.

Passes:

    municipality: [Espoo, Kauniainen]

Fails:

    municipality: Espoo
    municipality: Kauniainen
"""

from collections.abc import Iterator

from kuntakesu.diagnostics import Finding, Severity
from kuntakesu.fields import FIELDS
from kuntakesu.rules import Context
from kuntakesu.submission import Submission
from kuntakesu.suggest import shown

SEVERITY = Severity.ERROR
LISTS = frozenset(field.key for field in FIELDS if field.many)


def check(submission: Submission, _context: Context) -> Iterator[Finding]:
    """Find keys that have stood before in the same mapping."""
    for key, line in submission.header.repeated:
        variant = "list" if key.text in LISTS else "single"
        yield Finding(key.span, {"key": shown(key.text), "line": str(line)}, variant)
