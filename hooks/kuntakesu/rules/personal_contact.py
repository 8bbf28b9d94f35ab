"""The file has a person's e-mail address, a telephone number or an account number.

A plan stays public for years, and the people in it change. Give the shared address of an
office instead; it still works when the person has moved on. It may stand anywhere in a plan, and
the facts at the top have a field for it: `contact`. Telephone numbers of an organisation for the
whole country (such as 020 and 029) are not remarked on.

Passes:

    contact: sivistyspalvelut@example.fi

Fails:

    contact: maija.mallikas@example.fi
"""

from collections.abc import Iterator

from kuntakesu.diagnostics import Finding, Severity
from kuntakesu.rules import Context
from kuntakesu.submission import Submission

SEVERITY = Severity.WARNING


def check(submission: Submission, _context: Context) -> Iterator[Finding]:
    """Find e-mail addresses of persons, telephone and account numbers in the whole file."""
    for trace, span in submission.traces:
        if trace.kind != "identity":
            yield Finding(span, {}, trace.kind, private=True, reads=trace.text)
