"""The text has a theme's section, but the facts at the top do not name it.

The catalogue lists a plan under the themes that its facts name. A theme that only the
text has would not be found.

Passes:

    themes: [oppiminen, johtaminen]

    ## Oppilaiden oppiminen

    ## Johtaminen

Fails:

    themes: [oppiminen]

    ## Oppilaiden oppiminen

    ## Johtaminen
"""

from collections.abc import Iterator

from kuntakesu.diagnostics import Finding, Severity, Span
from kuntakesu.rules import Context
from kuntakesu.submission import Submission
from kuntakesu.vocabulary.terms import themes

SEVERITY = Severity.WARNING


def check(submission: Submission, _context: Context) -> Iterator[Finding]:
    """Find theme sections whose theme is not declared."""
    declared = submission.header.texts("themes")
    # Where a declared theme is unknown, the section's may be the one that was meant.
    if not declared or not set(declared) <= set(themes().codes):
        return
    for section in submission.body.themes:
        if section.theme not in declared:
            length = len(submission.source.line(section.line))
            span = Span(section.line, 1, length + 1)
            yield Finding(span, {"heading": section.title, "theme": section.theme})
