"""A plan begun: the required facts, checked by the rules as they come, and headings to fill."""

from __future__ import annotations

from collections.abc import Mapping

from kuntakesu.check import check
from kuntakesu.diagnostics import Diagnostic
from kuntakesu.fields import FIELDS, Field, Kind
from kuntakesu.plan_file import Value, plan_file
from kuntakesu.render import Renderer
from kuntakesu.rules import Context
from kuntakesu.source import ROOM, decode
from kuntakesu.submission import read_submission
from kuntakesu.suggest import several
from kuntakesu.template import body_template
from kuntakesu.vocabulary import terms
from kuntakesu.vocabulary.names import slug
from kuntakesu.vocabulary.register import Register

Values = Mapping[str, Value]


def required_fields() -> tuple[Field, ...]:
    """The fields that a skeleton has: the language, in which the rest is asked, and the others."""
    needed = [field for field in FIELDS if field.required]
    return tuple(sorted(needed, key=lambda field: field.key != "language"))


def usual(field: Field) -> str:
    """What a field gets when nothing is said: of a list all choices, else the first; or nothing."""
    return ", ".join(field.choices) if field.many else next(iter(field.choices), "")


def read_value(field: Field, text: str) -> Value:
    """What somebody typed, as the field's value: a choice may be given by its number or name."""
    parts = several(text) if field.many else (" ".join(text.split()),)
    if field.choices:
        parts = tuple(_choice(field, part) for part in parts)
    return parts if field.many else parts[0]


def place(values: Values) -> str:
    """Where the file belongs: `plans/<provider>/<period>.md`."""
    return f"{ROOM}/{slug(str(values['provider']))}/{values['period']}.md"


def skeleton(values: Values) -> str:
    """The file: the facts, and for each of its themes a target to be filled in."""
    themes = [code for code in terms.themes().codes if code in values.get("themes", ())]
    return plan_file(values, body_template(str(values["language"]), themes))


def faults(values: Values, key: str, register: Register) -> tuple[Diagnostic, ...]:
    """What the rules say of one field, by the fields given so far."""
    path = place({"provider": "-", "period": "-"} | dict(values))
    source = decode(skeleton(values).encode(), path)
    submission = read_submission(source, register, Renderer())
    lines = {field.line for name, field in submission.header.keys.items() if name == key}
    found = check((submission,), Context(register, {source.name: submission})).diagnostics
    return tuple(one for one in found if one.span.line in lines or submission.front_matter.fault)


def _choice(field: Field, text: str) -> str:
    """The choice that a number or a theme's name means, else the text as it is."""
    if text.isascii() and text.isdigit() and 1 <= int(text) <= len(field.choices):
        return field.choices[int(text) - 1]
    return (field.kind is Kind.THEME and terms.themes().code(text)) or text
