"""The template of a plan: what an author copies and fills in, made of the table of fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kuntakesu.addresses import SCHEMA
from kuntakesu.fields import FIELDS, Field, Kind, example_line
from kuntakesu.languages import Words, words
from kuntakesu.vocabulary import terms


def plan_template(language: str) -> str:
    """A whole plan with every field and theme, its comments and text in `language`."""
    chosen = words(language)
    lines = ["---", f"# {chosen('template.schema', address=SCHEMA)}"]
    for field in FIELDS:
        lines += _comment(field, chosen)
        lines += _value(field, "" if field.required else "#", chosen)
    lines += ["---", "", body_template(language, terms.themes().codes)]
    return "\n".join(lines)


def body_template(language: str, themes: Iterable[str]) -> str:
    """The text of a plan with these themes, each with a target to be filled in."""
    chosen = words(language)
    lines = [chosen("template.intro"), ""]
    for theme in themes:
        lines += _theme(theme, chosen)
    return "\n".join(lines).rstrip("\n") + "\n"


def _comment(field: Field, chosen: Words) -> Iterator[str]:
    label = chosen(f"fields.{field.key}.label")
    need = chosen("template.required" if field.required else "template.optional")
    yield f"# {label} ({need}). {chosen(f'fields.{field.key}.help')}"
    if field.choices:
        yield f"# {chosen('template.values', values=', '.join(field.choices))}"


def _value(field: Field, mark: str, chosen: Words) -> Iterator[str]:
    if field.kind is Kind.MAPPING:
        yield f"{mark}{field.key}:"
        for inner in field.fields:
            yield f"{mark}  {_example(inner, f'{field.key}.{inner.key}', chosen)}"
        return
    yield f"{mark}{_example(field, field.key, chosen)}"


def _example(field: Field, key: str, chosen: Words) -> str:
    """The field's example line, in the template's own language where that has one."""
    if field.key == "language":
        return f"{field.key}: {chosen.language}"
    own = f"fields.{key}.example"
    return f"{field.key}: {chosen.raw(own)}" if chosen.has(own) else example_line(field)


def _theme(theme: str, chosen: Words) -> Iterator[str]:
    yield from (f"## {chosen(f'values.theme.{theme}')}", "")
    yield from (f"### {chosen('template.target')}", "")
    for part in terms.parts().codes:
        label = chosen(f"values.part.{part}")
        yield from (f"**{label}:** {chosen(f'template.part.{part}')}", "")
