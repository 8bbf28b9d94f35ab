"""A line of the text has words that readers would not see.

Markdown drops some of what is written: the cells of a table's row that its heading has no column
for, a line that looks like the address of a link (`[Note]: important`) and that no link uses, and
all but the last of two footnotes with the same number.

Passes:

    | Goal | Indicator |
    |---|---|
    | literacy | results of the reading test |

Fails:

    | Goal | Indicator |
    |---|---|
    | literacy | results of the reading test | headmaster |
"""

import html
import re
from collections.abc import Iterator
from urllib.parse import unquote

from kuntakesu.body import Body, Fragment
from kuntakesu.diagnostics import Finding, Severity, Span
from kuntakesu.rules import Context
from kuntakesu.submission import Submission
from kuntakesu.suggest import shown
from kuntakesu.vocabulary.terms import parts

SEVERITY = Severity.WARNING
WORD = re.compile(r"[^\W_]+")
# What forms words without being of them, so that `sa**na**` is one word.
SIGNS = re.compile(r"[*_`\\]+")
VALUE = re.compile(r'="([^"]*)"')
# Numbers of lists, and names by which a text calls its own footnotes and addresses.
MARKERS = re.compile(r"(?:[ \t]*(?:>|[-+*:](?=[ \t])|\d{1,9}\.(?=[ \t])))*")
# A part of a target bears its own name, in whatever words its label is written.
LABEL = re.compile(r"(?:\*\*|__)([^*_]+)(?:\*\*|__)|#{4,6}([^#]+)#*\s*$")
NAMES = re.compile(r"\[\^[^\[\]]*\]|(?<=\])[ ]?\[[^\[\]]*\]|^ {0,3}\[[^\[\]]*\](?=:)")


CODES = (("%", unquote), ("&", html.unescape))
"""The signs with which characters are written as codes, and what reads them."""
# What makes a line read otherwise than it is written, beside a marker before it.
SPECIAL = re.compile(r"[*_`\\#\[&]")


def check(submission: Submission, _context: Context) -> Iterator[Finding]:
    """Find lines with words that are nowhere in what is shown, nor among the links' addresses."""
    if submission.document.excess:
        return
    seen = _seen(submission)
    start = submission.front_matter.body_line
    for number, line in enumerate(submission.source.lines[start - 1 :], start):
        if not SPECIAL.search(line) and seen.issuperset(WORD.findall(line)):
            continue  # as most lines are
        lost = [word for word in _words(_bare(line)) if word not in seen]
        if lost:
            span = Span(number, 1, len(line) + 1)
            yield Finding(span, {"words": shown(" ".join(lost))})


def _seen(submission: Submission) -> frozenset[str]:
    document = submission.document
    texts = [
        *document.links,
        *(f"{picture.address} {picture.text}" for picture in document.pictures),
        *document.raw_html,
    ]
    for piece in _pieces(submission.body):
        text = piece if isinstance(piece, str) else piece.text
        values = () if isinstance(piece, str) else VALUE.findall(piece.html)
        texts += [text, *map(html.unescape, values)]
    every = "\n".join(texts)
    otherwise = [read(every) for sign, read in CODES if sign in every]
    words = _words("\n".join([every, *otherwise]))
    # The number of a footnote stands right behind a word.
    return frozenset([*words, *(word.rstrip("0123456789") for word in words)])


def _pieces(body: Body) -> Iterator[Fragment | str]:
    yield from (body.intro, body.footnotes)
    for section in body.sections:
        yield from (section.title, section.intro)
        for target in section.targets:
            yield target.title
            yield from (part.content for part in target.parts)


def _bare(line: str) -> str:
    written = MARKERS.sub("", line, count=1)
    label = LABEL.match(written)
    if label and parts().code(label[1] or label[2]):
        written = written[label.end() :]
    return html.unescape(NAMES.sub("", written))


def _words(text: str) -> list[str]:
    return WORD.findall(SIGNS.sub("", text))
