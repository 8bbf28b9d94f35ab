"""A theme is named in the facts at the top, but the text has no section for it.

The page of a plan tells, theme by theme, what the plan says. A theme that is only named shows
as covered, and the reader finds nothing below it. A section is a `##` heading with a name of the
theme; the official names and the common ways of writing them are known. A plan that is arranged
otherwise may be published as it is.

Passes:

    themes: [oppiminen, johtaminen]

    ## Oppilaiden oppiminen

    ## Johtaminen

Fails:

    themes: [oppiminen, johtaminen]

    ## Oppilaiden oppiminen
"""

from collections.abc import Iterator

from kuntakesu.diagnostics import Finding, Severity
from kuntakesu.rules import Context
from kuntakesu.submission import Submission
from kuntakesu.suggest import closest
from kuntakesu.vocabulary.terms import themes

SEVERITY = Severity.WARNING


def check(submission: Submission, _context: Context) -> Iterator[Finding]:
    """Find declared themes without a section; one finding where the text has no theme at all."""
    if submission.document.excess:  # the text has not been read, so nothing is known of it
        return
    sections = submission.body.sections
    present = {section.theme for section in sections}
    declared = {
        theme.text.strip(): theme.span for theme in submission.header.values.get("themes", ())
    }
    missing = {
        theme: span
        for theme, span in declared.items()
        if theme in themes().codes and theme not in present
    }
    others = [section.title for section in sections if not section.theme]
    whole = len(missing) > 1 and not any(present)
    for theme, span in missing.items():
        names = themes().names[theme][submission.language]
        meant = next(filter(None, (closest(name, others) for name in names)), "")
        heading = f"## {names[0][0].upper()}{names[0][1:]}"
        arguments = {"theme": theme, "heading": heading, "suggestion": meant}
        if whole and not meant:
            yield Finding(span, arguments, "all")
            return
        yield Finding(span, arguments, "one")
