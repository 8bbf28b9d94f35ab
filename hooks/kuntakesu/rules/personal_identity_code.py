"""The file has a Finnish personal identity code.

A personal identity code must never be published, and what is once in the catalogue's history
can't be taken back. The checker recognises a code by its date and its check character, so an
ordinary number is not taken for one. It does not repeat the code in its messages.

Passes:

    Decision 12/2110/2020

Fails:

    A personal identity code, such as one in a copied list of staff
"""

from collections.abc import Iterator

from kuntakesu.diagnostics import Finding, Severity
from kuntakesu.rules import Context
from kuntakesu.submission import Submission

SEVERITY = Severity.ERROR


def check(submission: Submission, _context: Context) -> Iterator[Finding]:
    """Find personal identity codes in the whole file."""
    for trace, span in submission.traces:
        if trace.kind == "identity":
            yield Finding(span, private=True, reads=trace.text)
