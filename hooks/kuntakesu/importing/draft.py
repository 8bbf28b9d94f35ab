"""A plan's file made of a document, and what a human should look at in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kuntakesu.fields import FIELDS
from kuntakesu.importing import markdown
from kuntakesu.importing.aside import set_apart
from kuntakesu.importing.blocks import Block, Document, Paragraph, tidy
from kuntakesu.importing.facts import Facts, read_facts, spoken
from kuntakesu.importing.headings import with_headings, without_numbers
from kuntakesu.importing.labels import Label
from kuntakesu.importing.notices import Notice
from kuntakesu.importing.order import ordered
from kuntakesu.importing.privacy import Masked, masked
from kuntakesu.importing.structure import Part, Section, Structure, Target
from kuntakesu.languages import Words, words
from kuntakesu.plan_file import Value, plan_file
from kuntakesu.vocabulary.register import Register
from kuntakesu.vocabulary.terms import themes

Values = Mapping[str, Value]


@dataclass(frozen=True)
class Draft:
    """A plan as far as it could be made.

    Attributes:
        values: The front matter, by dotted key.
        remarks: By dotted key, what to say of a guess.
        body: The text in Markdown.
        notices: What a human should look at.
        found: How many `themes`, `targets` and `parts` there are.
    """

    values: Values
    remarks: Mapping[str, str]
    body: str
    notices: tuple[Notice, ...]
    found: Mapping[str, int]

    @property
    def language(self) -> str:
        """The plan's language, or an empty string."""
        return str(self.values.get("language", ""))

    def text(self) -> str:
        """The plan's file."""
        return plan_file(self.values, self.body, self.remarks)


def make_draft(document: Document, given: Values, register: Register) -> Draft:
    """Make a plan of a document.

    Args:
        document: As a converter read it.
        given: Values that need not be guessed, by dotted key.
        register: The municipalities.
    """
    blocks = with_headings(tidy(document.blocks))
    chosen = words(str(given.get("language", "")) or spoken(blocks))
    blocks, secrets = masked(blocks, chosen)
    asides, more = masked(tidy(document.asides), chosen)
    facts = read_facts(document, blocks, register)
    title = -1 if given.get("title") else facts.title
    blocks, contents = set_apart(without_numbers(blocks), title, facts.places)
    structure = ordered(blocks)
    structure.leftovers += [*contents, *asides]
    body = "\n\n".join(_body(structure, chosen)) + "\n"
    values = {**facts.values, "themes": _themes(structure), **given}
    return Draft(
        {key: value for key, value in values.items() if value},
        _remarks(facts, given, chosen),
        body,
        tuple(_notices(document, values, structure, (*secrets, *more))),
        _counts(structure),
    )


def _counts(structure: Structure) -> dict[str, int]:
    targets = [target for section in structure.sections for target in section.targets]
    return {
        "themes": len(_themes(structure)),
        "targets": len(targets),
        "parts": sum(bool(part.label.kind) for target in targets for part in target.parts),
    }


def _themes(structure: Structure) -> tuple[str, ...]:
    found = {section.theme for section in structure.sections}
    return tuple(code for code in themes().codes if code in found)


def _remarks(facts: Facts, given: Values, chosen: Words) -> dict[str, str]:
    remarks = {}
    for key, told in facts.told.items():
        if key not in given:
            shown = " ".join(told.split())
            wording = "importing.remark.told" if shown else "importing.remark.guessed"
            remarks[key] = chosen(wording, told=shown)
    if not given.get("themes"):
        remarks["themes"] = chosen("importing.remark.themes")
    return remarks


def _notices(
    document: Document, values: Values, structure: Structure, secrets: Sequence[Masked]
) -> Iterator[Notice]:
    for field in FIELDS:
        if field.required and not values.get(field.key):
            yield Notice("field-missing", {"label": f"fields.{field.key}.label", "key": field.key})
    for secret in dict.fromkeys(secrets):
        kind = f"importing.mask.{secret.kind}"
        if secret.heading:
            yield Notice("personal-under", {"what": kind, "heading": secret.heading})
        else:
            yield Notice("personal", {"what": kind})
    yield from structure.notices
    for dropped in document.dropped:
        yield Notice(f"dropped-{dropped.kind}", {"count": dropped.count, "text": dropped.text})
    if structure.leftovers:
        yield Notice("leftovers", {"count": len(structure.leftovers)})


# The body


def _body(structure: Structure, chosen: Words) -> Iterator[str]:
    yield from markdown.markdown(structure.intro)
    for section in structure.sections:
        yield from _section(section, chosen)
    if structure.leftovers:
        yield markdown.heading(2, chosen("importing.leftovers"))
        yield from markdown.markdown(structure.leftovers)


def _section(section: Section, chosen: Words) -> Iterator[str]:
    title = section.title
    if section.theme and themes().code(title) != section.theme:
        yield markdown.heading(2, chosen(f"values.theme.{section.theme}"))
        yield from markdown.markdown([Paragraph(title)])
    else:
        yield markdown.heading(2, title)
    yield from markdown.markdown(section.blocks, within=3)
    for target in section.targets:
        yield from _target(target, chosen)


def _target(target: Target, chosen: Words) -> Iterator[str]:
    yield markdown.heading(3, target.title)
    parts = list(_merged(target.parts))
    # A part under a heading of its own takes in what follows, so text without a label goes first.
    if any(markdown.needs_heading(part.blocks) for part in parts if part.label.kind):
        parts.sort(key=lambda part: bool(part.label.kind))
    for part in parts:
        if part.label.kind:
            label = part.label.text or chosen(f"values.part.{part.label.kind}")
            yield from markdown.labelled(label, part.blocks)
        else:
            yield from markdown.markdown(part.blocks)


def _merged(parts: Sequence[Part]) -> Iterator[Part]:
    """The parts that have content; a label that stands alone becomes a text of its own."""
    for part in parts:
        if part.blocks:
            yield part
        elif part.label.text:
            alone: Block = Paragraph(part.label.text)
            yield Part(Label("", ""), [alone])
