"""The facts at the top have an unknown field.

What stands in an unknown field would not be shown. The names of the fields are in English and in
small letters, as in the template.

Passes:

    municipality: Espoo

Fails:

    muncipality: Espoo
"""

from collections.abc import Iterator

from kuntakesu.diagnostics import Finding, Severity
from kuntakesu.rules import Context
from kuntakesu.submission import Submission
from kuntakesu.suggest import key_meant, shown

SEVERITY = Severity.ERROR
# What programs that make sites look for at the top of their pages.
OF_ENGINES = frozenset(
    "template hide search icon redirect redirects location layout permalink hero nav extra_css "
    "extra_javascript comments render_macros".split()
)


def check(submission: Submission, _context: Context) -> Iterator[Finding]:
    """Find keys that the table of fields does not have."""
    for key, known in submission.header.unknown:
        arguments = {
            "key": shown(key.text),
            "known": ", ".join(known),
            "suggestion": key_meant(key.text, known),
        }
        if key.text.strip().casefold() in OF_ENGINES:
            yield Finding(key.span, arguments | {"suggestion": ""}, "engine")
        else:
            yield Finding(key.span, arguments, "field")
