"""A list has the same value twice.

Each theme, municipality, level and partner is listed once. A value that stands twice has often
been written in another's place.

Passes:

    themes: [oppiminen, osaaminen]

Fails:

    themes: [oppiminen, oppiminen]
"""

from collections.abc import Hashable, Iterator

from kuntakesu.diagnostics import Finding, Severity
from kuntakesu.fields import FIELDS, Kind
from kuntakesu.nodes import Scalar
from kuntakesu.rules import Context
from kuntakesu.submission import Submission, read_place
from kuntakesu.suggest import shown

SEVERITY = Severity.ERROR


def check(submission: Submission, context: Context) -> Iterator[Finding]:
    """Find list items that mean the same as an earlier one."""
    for field in FIELDS:
        first: dict[Hashable, str] = {}
        for stated in submission.header.values.get(field.key, ()) if field.many else ():
            meaning: Hashable = stated.text.strip()
            if field.kind is Kind.MUNICIPALITY:
                meaning = _municipality(stated, submission, context)
            if meaning in first:
                arguments = {
                    "key": field.key,
                    "found": shown(stated.text),
                    "first": shown(first[meaning]),
                }
                variant = "same" if stated.text == first[meaning] else "other"
                yield Finding(stated.span, arguments, variant)
            first.setdefault(meaning, stated.text)


def _municipality(stated: Scalar, submission: Submission, context: Context) -> Hashable:
    """What a municipality's name means: Espoo, Esbo and 049 mean the same."""
    place = read_place(stated, submission.period, context.register)
    return (place.former or place.codes) if place else stated.text.strip()
