"""The file can't be read as text.

A plan is a plain text file saved as UTF-8, no larger than one megabyte. Text saved in another
encoding would show letters such as ä and ö as other signs. A shortcut (symbolic link) to another
file or folder is not followed, and nothing is read of pipes and devices.

Passes:

    a text file saved as UTF-8

Fails:

    a text file saved as Windows-1252 (“ANSI”), or a Word document renamed to .md
"""

from collections.abc import Iterator

from kuntakesu.diagnostics import Finding, Severity
from kuntakesu.rules import Context
from kuntakesu.submission import Submission

SEVERITY = Severity.ERROR
SIGNS = "åäöÅÄÖéÉüÜšŠžŽ–—‘’“”…§€"


def check(submission: Submission, _context: Context) -> Iterator[Finding]:
    """Find a file whose text could not be read."""
    source = submission.source
    if source.fault in ("", "name"):  # of a name speaks another rule
        return
    sign = _likely_sign(source.found) if source.fault == "encoding" else ""
    variant = source.fault
    if variant == "encoding" and not sign:
        variant = "bytes"
    # A plan's first line is `---`; what has a control character there is a program's own file.
    if variant == "control" and source.fault_span.line == 1:
        variant = "binary"
    yield Finding(source.fault_span, {"found": source.found, "sign": sign}, variant)


def _likely_sign(byte: str) -> str:
    """The sign that a byte such as `0xE4` is in Windows-1252, if texts like ours have it."""
    sign = bytes([int(byte, 16)]).decode("windows-1252", "replace")
    return sign if sign in SIGNS else ""
