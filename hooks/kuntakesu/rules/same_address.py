"""Two plans have the same address.

Addresses do not tell capital letters from small ones, and a computer may take two such files for
one. A plan in one language is also there only once: `2018-2021.md` in Finnish has no
`2018-2021.fi.md` beside it.

Passes:

    plans/mallilan-kunta/2018-2021.md
    plans/mallilan-kunta/2018-2021.sv.md

Fails:

    plans/mallilan-kunta/2018-2021.md
    plans/Mallilan-kunta/2018-2021.md
"""

from collections.abc import Iterator

from kuntakesu.diagnostics import Finding, Severity, Span
from kuntakesu.rules import Context
from kuntakesu.submission import Submission

SEVERITY = Severity.ERROR
LOOKS_AROUND = True


def check(submission: Submission, context: Context) -> Iterator[Finding]:
    """Find a plan whose address another plan has, or has more rightly."""
    source = submission.source
    if source.fault:
        return
    twins = context.names_by_address.get(source.address, ())
    keeper = source.address if source.address in twins else min(twins, default=source.name)
    if keeper != source.name:
        yield Finding(Span(1, 1, 4), {"other": context.others[keeper].source.path}, "case")
    language = submission.header.text("language")
    other = context.others.get(source.name.removesuffix(f".{language}"))
    # One that also claims to translate the other has a broken reference.
    translates = other and submission.header.text("translation_of") == other.source.name
    if not other or other is submission or translates or not language:
        return
    if other.header.text("language") == language:
        span = submission.header.span("language")
        yield Finding(span, {"other": other.source.path, "language": language}, "language")
