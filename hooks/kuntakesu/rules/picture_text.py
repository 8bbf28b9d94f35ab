"""A picture has no alternative text.

Readers who do not see the picture hear the text instead; a search finds it too. Say in a sentence
what the picture tells, between the square brackets.

Passes:

    ![Learning results rise evenly from 2021 to 2024](results.png)

Fails:

    ![](results.png)
"""

from collections.abc import Iterator

from kuntakesu.diagnostics import Finding, Severity
from kuntakesu.rules import Context
from kuntakesu.submission import Submission
from kuntakesu.suggest import shown

SEVERITY = Severity.ERROR


def check(submission: Submission, _context: Context) -> Iterator[Finding]:
    """Find pictures without words."""
    pictures = submission.document.pictures
    places = submission.places(picture.address for picture in pictures)
    for picture, (address, span) in zip(pictures, places, strict=True):
        if not any(character.isalnum() for character in picture.text):
            yield Finding(span, {"address": shown(address)})
