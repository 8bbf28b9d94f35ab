"""The text has a character that nobody sees.

Such characters come along when text is copied from a Word or PDF document or from a web page. The
page looks right, but a search does not find a word that is cut by one.

Passes:

    Lapset ja nuoret lukevat.

Fails:

    Lapset ja nuo&shy;ret lukevat.
"""

from collections.abc import Iterator

from kuntakesu.characters import MISLEADING
from kuntakesu.diagnostics import Finding, Severity
from kuntakesu.marks import remarks
from kuntakesu.rules import Context
from kuntakesu.submission import Submission

SEVERITY = Severity.WARNING


def check(submission: Submission, _context: Context) -> Iterator[Finding]:
    """Find characters of the text that are not seen."""
    return remarks(submission, lambda kind, is_body: is_body and kind not in MISLEADING)
