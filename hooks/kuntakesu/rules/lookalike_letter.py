"""A word has a letter that looks like another.

The Cyrillic and Greek alphabets have letters that look like Latin ones. A name written with them
looks like a municipality's own, but is another name: no search finds it, and a link leads
elsewhere. Words of other languages, and signs such as µ and Ω, are not remarked on.

Passes:

    provider: Kokkolan kaupunki

Fails:

    provider: K\u043ekkolan kaupunki
"""

from collections.abc import Iterator
from itertools import islice

from kuntakesu.diagnostics import Finding, Severity
from kuntakesu.lookalikes import lookalikes
from kuntakesu.rules import Context
from kuntakesu.submission import Submission
from kuntakesu.suggest import shown

SEVERITY = Severity.ERROR
MOST = 20


def check(submission: Submission, _context: Context) -> Iterator[Finding]:
    """Find words that mix two alphabets, and at the top also whole ones that look Latin."""
    yield from islice(_words(submission), MOST)


def _words(submission: Submission) -> Iterator[Finding]:
    for passage in submission.passages:
        written = passage.written
        for found in lookalikes(written.text, in_names=not passage.is_body):
            arguments = {
                "word": shown(found.word),
                "letter": found.letter,
                "code": f"U+{ord(found.letter):04X}",
                "suggestion": shown(found.plain),
            }
            span = passage.span(*written.place(found.start, found.end))
            yield Finding(span, arguments, found.kind)
