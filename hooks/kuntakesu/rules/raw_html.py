"""The text has HTML in it.

Plans are written in Markdown. HTML is not interpreted: the reader sees it as it is, so a line
break written as a tag stands in the middle of a sentence. Scripts, styles, embedded pages and
commands that run at a click are refused outright, since a plan must not be able to run anything
in its reader's browser.

To speak of a tag, write it between backticks.

Passes:

    The **first** year.

    Between backticks: `<br>`

Fails:

    The <b>first</b> year.
"""

import re
from collections.abc import Iterator

from kuntakesu.diagnostics import Finding, Severity
from kuntakesu.rules import Context
from kuntakesu.submission import Submission
from kuntakesu.suggest import shown

SEVERITY = Severity.ERROR

TAG = re.compile(r"</?([a-zA-Z][^\s/>]*)")
HANDLER = re.compile(
    r"""[\s"'/]on[a-z]+\s*=|\bstyle\s*=|\b(?:javascript|vbscript|data)\s*:""", re.I
)
# Which sentence speaks of a tag; the hint of each gives the Markdown way.
VARIANTS = {
    tag: variant
    for variant, tags in {
        "refused": "script style iframe frame frameset object embed applet form input button "
        "select textarea svg math link meta base template video audio source noscript html head "
        "body title",
        "line-break": "br wbr",
        "bold": "b strong",
        "italic": "i em cite",
        "heading": "h1 h2 h3 h4 h5 h6",
        "list": "ul ol li",
        "link": "a",
        "picture": "img picture figure figcaption",
        "paragraph": "p div section article main header footer nav aside",
        "table": "table thead tbody tfoot tr th td caption col colgroup",
        "rule": "hr",
        "plain": "u s del ins span font center small big sub sup mark abbr q code pre blockquote "
        "dl dt dd details summary kbd tt strike label",
    }.items()
    for tag in tags.split()
}

OUTER = {
    "li": {"ul", "ol"},
    **{tag: {"table"} for tag in "thead tbody tfoot tr th td caption col colgroup".split()},
}


def check(submission: Submission, _context: Context) -> Iterator[Finding]:
    """Find tags and comments.

    Closing tags, and the rows of a table or a list, count only where what they belong to is
    missing: one hint mends them all.
    """
    opened: set[str] = set()
    for markup, span in submission.places(submission.document.raw_html):
        name = _name(markup)
        belongs = markup.startswith("</") and name in opened
        opened.add(name)
        if belongs or OUTER.get(name, set()) & opened:
            continue
        yield Finding(span, {"tag": shown(markup), "name": name}, _variant(markup, name))


def _name(markup: str) -> str:
    found = TAG.match(markup)
    return found[1].lower() if found else ""


def _variant(markup: str, name: str) -> str:
    if markup.startswith("<!--"):
        return "comment"
    if HANDLER.search(markup):
        return "refused"
    # What is no tag of HTML is most often a place to fill in: <kunnan nimi>.
    return VARIANTS.get(name, "placeholder")
