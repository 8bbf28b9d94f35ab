"""A field has a value that it does not take.

Some fields take one of a few words, a date, a year or a web address, and every field has a
greatest length. A date is written with the year first, as in 2026-12-15.

Passes:

    status: approved

Fails:

    status: adopted
"""

import re
from collections.abc import Iterator
from datetime import date

from kuntakesu.diagnostics import Finding, Severity
from kuntakesu.fields import Field, example_line
from kuntakesu.header import PLAN_NAME, ValueFault
from kuntakesu.languages import INTERFACE, words
from kuntakesu.own_plan import is_own_plan
from kuntakesu.rules import Context
from kuntakesu.submission import Submission
from kuntakesu.suggest import closest, several, shown

SEVERITY = Severity.ERROR
LOOKS_AROUND = True
FINNISH_DATE = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
BARE_ADDRESS = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?")


def check(submission: Submission, context: Context) -> Iterator[Finding]:
    """Find values that do not fit their fields."""
    for fault in submission.header.faults:
        if fault.key == "kind" and is_own_plan(fault.found):
            continue
        arguments: dict[str, str | int] = {
            "key": fault.key,
            "found": shown(fault.found),
            "allowed": ", ".join(fault.field.choices),
            "maximum": fault.field.maximum,
            "length": len(fault.found),
            "example": _example(fault.field),
            "suggestion": _meant(fault, context),
        }
        yield Finding(fault.span, arguments, fault.reason)


def _example(field: Field) -> str:
    """A value, or for a mapping the lines that it would be written on."""
    lines = [f"{field.key}:", *(f"  {example_line(inner)}" for inner in field.fields)]
    return "\n".join(lines) if field.fields else ", ".join(field.example)


def _meant(fault: ValueFault, context: Context) -> str:
    """The value that was probably meant, or an empty string."""
    if fault.reason == "choice":
        return _choice(fault)
    if fault.reason == "date":
        return _date(fault.found)
    if fault.reason == "year":
        found = YEAR.search(fault.found)
        return found[0] if found else ""
    if fault.reason == "url":
        return f"https://{fault.found}" if BARE_ADDRESS.fullmatch(fault.found) else ""
    if fault.reason == "plan":
        bare = fault.found.rpartition("plans/")[2].strip("/").removesuffix(".md")
        return bare if PLAN_NAME.fullmatch(bare) else closest(bare, context.others)
    return ""


def _choice(fault: ValueFault) -> str:
    """The choice most like the value, or whose name (or its first word) is in any language."""
    choices = fault.field.choices
    names = {choice: choice for choice in choices}
    for language in INTERFACE:
        for key, name in words(language).under(f"values.{fault.field.vocabulary}").items():
            if key in choices:
                names.setdefault(name, key)
                names.setdefault(re.split(r"\W", name)[0], key)
    parts = several(fault.found) if fault.field.many else ()
    if len(parts) > 1 and all(closest(part, names) for part in parts):
        return f"[{', '.join(names[closest(part, names)] for part in parts)}]"
    return names.get(closest(fault.found, names), "")


def _date(text: str) -> str:
    match = FINNISH_DATE.fullmatch(text)
    try:
        return date(int(match[3]), int(match[2]), int(match[1])).isoformat() if match else ""
    except ValueError:
        return ""
