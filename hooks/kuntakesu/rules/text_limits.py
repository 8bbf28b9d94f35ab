"""The text is of a size or form that would keep the reader of plans busy too long.

The limits are several times what the longest plans need: lines of 20,000 characters, 20,000 lines,
50,000 cells of tables, 60 quotations within each other. What goes beyond them is most often left by
a program that the text was copied from, or made to stall the site. The text is then not read any
further and shown as written.

Passes:

    > > Literacy grows, as was agreed.

Fails:

    >>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> Literacy grows, as was agreed.
"""

from collections.abc import Iterator

from kuntakesu.diagnostics import Finding, Severity, Span
from kuntakesu.rules import Context
from kuntakesu.submission import Submission

SEVERITY = Severity.ERROR


def check(submission: Submission, _context: Context) -> Iterator[Finding]:
    """Find the first thing of which the text has too much."""
    excess = submission.document.excess
    if excess is None:
        return
    end = len(submission.source.line(excess.line)) + 1
    span = Span(excess.line, excess.column, max(end, excess.column + 1))
    arguments = {"found": excess.found, "limit": excess.limit, "size": excess.size}
    yield Finding(span, arguments, excess.kind.value)
