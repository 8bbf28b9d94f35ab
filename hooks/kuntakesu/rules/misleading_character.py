"""The text has a character that would mislead its reader.

Some characters turn the order of the letters around them, others are there without being seen. A
person would then read another thing than a search or another program does. They come along when
text is copied from elsewhere. At the top of the file no invisible character at all is accepted,
since two names that look the same would be different ones.

Passes:

    title: Mallilan suunnitelma 2025–2029

Fails:

    title: Mallilan \u202esuunnitelma
"""

from collections.abc import Iterator

from kuntakesu.characters import MISLEADING
from kuntakesu.diagnostics import Finding, Severity
from kuntakesu.marks import remarks
from kuntakesu.rules import Context
from kuntakesu.submission import Submission

SEVERITY = Severity.ERROR


def check(submission: Submission, _context: Context) -> Iterator[Finding]:
    """Find characters that mislead, in the text; and at the top any that is not seen."""
    return remarks(submission, lambda kind, is_body: not is_body or kind in MISLEADING)
