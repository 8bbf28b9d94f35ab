"""The facts at the top name a theme that does not exist.

There are four themes: `oppiminen` (pupils' learning), `osaaminen` (staff competence),
`hyvinvointi` (sustainable well-being) and `johtaminen` (leadership). They are written with these
words in a plan in any language.

Passes:

    themes: [oppiminen, hyvinvointi]

Fails:

    themes: [oppiminen, välbefinnande]
"""

from collections.abc import Iterator

from kuntakesu.diagnostics import Finding, Severity
from kuntakesu.rules import Context
from kuntakesu.submission import Submission
from kuntakesu.suggest import closest, several, shown
from kuntakesu.vocabulary.terms import themes

SEVERITY = Severity.ERROR


def check(submission: Submission, _context: Context) -> Iterator[Finding]:
    """Find themes other than the four."""
    codes = themes().codes
    for stated in submission.header.values.get("themes", ()):
        name = stated.text.strip()
        if name not in codes:
            arguments = {
                "found": shown(name),
                "known": ", ".join(codes),
                "suggestion": _meant(name),
            }
            yield Finding(stated.span, arguments)


def _meant(name: str) -> str:
    """The theme meant, several of them as a list, or an empty string."""
    if code := themes().code(name):
        return code
    parts = [_code(part) for part in several(name)]
    if len(parts) > 1 and all(parts):
        return f"[{', '.join(parts)}]"
    return _code(name)


def _code(name: str) -> str:
    known = {code: code for code in themes().codes}
    for code, languages in themes().names.items():
        known |= {alias: code for aliases in languages.values() for alias in aliases}
    return themes().code(name) or known.get(closest(name, known), "")
