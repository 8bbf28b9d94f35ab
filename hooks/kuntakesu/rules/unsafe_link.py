"""A link leads to an address that can't be trusted.

A link may lead to the web (`https://` or `http://`), to an e-mail address (`mailto:`), to a
telephone number (`tel:`) or to another place within this site. Other addresses can run a program
in the reader's browser, or point to a file that only the author has. An address that begins with
`//` or `www.` lacks its beginning.

Passes:

    [The committee's decision](https://www.example.fi/decision)

Fails:

    [The committee's decision](file:///C:/decision.pdf)
"""

from collections.abc import Iterator

from kuntakesu import hyperlinks
from kuntakesu.diagnostics import Finding, Severity
from kuntakesu.rules import Context
from kuntakesu.submission import Submission
from kuntakesu.suggest import shown

SEVERITY = Severity.ERROR
RUNNING = frozenset({"javascript", "vbscript", "data", "blob"})


def check(submission: Submission, _context: Context) -> Iterator[Finding]:
    """Find links whose scheme is not allowed."""
    unsafe = filter(_is_unsafe, submission.document.links)
    for address, span in submission.places(unsafe):
        scheme, plain = hyperlinks.scheme(address), address.strip().lstrip("/\\")
        arguments = {"address": shown(address), "scheme": shown(scheme), "plain": shown(plain)}
        yield Finding(span, arguments, _variant(scheme))


def _is_unsafe(address: str) -> bool:
    return not hyperlinks.is_safe(address) or address.strip().lower().startswith("www.")


def _variant(scheme: str) -> str:
    if scheme in RUNNING:
        return "running"
    if scheme == "file" or len(scheme) == 1:  # C:/decision.pdf
        return "file"
    return "beginning" if scheme in ("", "//") else "other"
