"""A picture is fetched from another site.

Each reader's browser would ask the other site for the picture, and so tell it who reads what.
The picture could also change or disappear. Pictures are kept beside the plan, in its folder.

Passes:

    ![The four themes as a circle](themes.png)

Fails:

    ![The four themes as a circle](https://www.example.fi/themes.png)
"""

from collections.abc import Iterator

from kuntakesu import hyperlinks
from kuntakesu.diagnostics import Finding, Severity
from kuntakesu.rules import Context
from kuntakesu.submission import Submission
from kuntakesu.suggest import shown

SEVERITY = Severity.ERROR


def check(submission: Submission, _context: Context) -> Iterator[Finding]:
    """Find pictures whose address leads out of the site."""
    addresses = (picture.address for picture in submission.document.pictures)
    for address, span in submission.places(filter(hyperlinks.is_remote, addresses)):
        variant = "inside" if hyperlinks.scheme(address) == "data" else "site"
        yield Finding(span, {"address": shown(address)}, variant)
