"""A plan refers to a plan that is not in the catalogue.

`translation_of` names the plan that this one translates, `replaces` the plan that this one
follows. A plan is named by its folder and file name without `.md`. It can't be the plan itself,
and a translation is in another language than the plan that it translates.

Passes:

    replaces: mallilan-kunta/2023-2026

Fails:

    replaces: mallilan-kunta/2023-2027
"""

from collections.abc import Iterator

from kuntakesu.diagnostics import Finding, Severity
from kuntakesu.rules import Context
from kuntakesu.submission import Submission
from kuntakesu.suggest import closest, shown

SEVERITY = Severity.ERROR
LOOKS_AROUND = True


def check(submission: Submission, context: Context) -> Iterator[Finding]:
    """Find references that lead nowhere, in a circle, or to the wrong language."""
    own = submission.source.name
    for key in ("translation_of", "replaces"):
        name = submission.header.text(key)
        variant = _variant(key, name, submission, context) if name else ""
        if variant:
            others = (other for other in context.others if other != own)
            arguments = {
                "key": key,
                "found": shown(name),
                "language": submission.header.text("language"),
                "suggestion": closest(name, others) if variant == "missing" else "",
            }
            yield Finding(submission.header.span(key), arguments, variant)


def _variant(key: str, name: str, submission: Submission, context: Context) -> str:
    """What is wrong with the reference: `itself`, `missing`, `language`, `circle`, or nothing."""
    other = context.others.get(name)
    if name == submission.source.name:
        return "itself"
    if other is None:
        return "missing"
    language = submission.header.text("language")
    if key == "translation_of" and language and other.header.text("language") == language:
        return "language"
    return "circle" if submission.source.name in _chain(key, name, context) else ""


def _chain(key: str, name: str, context: Context) -> set[str]:
    """The plans that are reached by following one kind of reference."""
    reached: set[str] = set()
    while name in context.others and name not in reached:
        reached.add(name)
        name = context.others[name].header.text(key)
    return reached
