"""THE table of front-matter fields.

The parser, the checks, the template, the editors' JSON Schema and the reference pages all
read it. A field's label and help are `fields.<key>.label` and `.help` in `languages/`, and the
words for its values `values.<vocabulary>.<value>`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kuntakesu.vocabulary.terms import themes

LANGUAGES = ("fi", "sv", "en", "se", "smn", "sms")
STATUSES = ("draft", "proposed", "approved", "withdrawn")
LEVELS = (
    "varhaiskasvatus",
    "esiopetus",
    "perusopetus",
    "lukio",
    "ammatillinen",
    "vapaa-sivistystyo",
    "taiteen-perusopetus",
)
KINDS = ("kuntakesu", "koulukesu", "verkosto")
PUBLISHERS = ("provider", "editor")


class Kind(StrEnum):
    """What a field's value is."""

    TEXT = "text"
    CHOICE = "choice"
    MUNICIPALITY = "municipality"
    THEME = "theme"
    PERIOD = "period"
    DATE = "date"
    YEAR = "year"
    URL = "url"
    PLAN = "plan"
    MAPPING = "mapping"


@dataclass(frozen=True)
class Field:
    """One row of the table.

    Attributes:
        key: As written in the front matter.
        many: A list may be given; one value is then taken as a list of one.
        vocabulary: The name of the values' words in `languages/`, for a choice.
        choices: The values allowed, for a choice.
        maximum: The greatest number of characters.
        default: The value where none is given.
        fields: The keys within, for a mapping.
        example: A value as an author would write it, one per item of a list.
    """

    key: str
    kind: Kind
    required: bool = False
    many: bool = False
    vocabulary: str = ""
    choices: tuple[str, ...] = ()
    maximum: int = 200
    default: str = ""
    fields: tuple[Field, ...] = ()
    example: tuple[str, ...] = ()


FIELDS = (
    Field("title", Kind.TEXT, required=True, example=("Mallilan kehittämissuunnitelma 2027–2030",)),
    Field("provider", Kind.TEXT, required=True, example=("Mallilan kunta",)),
    Field("municipality", Kind.MUNICIPALITY, required=True, many=True, example=("Mallila",)),
    Field("period", Kind.PERIOD, required=True, example=("2027-2030",)),
    Field(
        "language",
        Kind.CHOICE,
        vocabulary="language",
        choices=LANGUAGES,
        required=True,
        example=("fi",),
    ),
    Field(
        "themes",
        Kind.THEME,
        required=True,
        many=True,
        vocabulary="theme",
        choices=themes().codes,
        example=themes().codes,
    ),
    Field(
        "status",
        Kind.CHOICE,
        vocabulary="status",
        choices=STATUSES,
        required=True,
        example=("approved",),
    ),
    Field(
        "approved",
        Kind.MAPPING,
        fields=(
            Field("date", Kind.DATE, example=("2026-12-15",)),
            Field("body", Kind.TEXT, example=("Sivistyslautakunta",)),
            Field("decision", Kind.TEXT, example=("§ 12",)),
            Field("url", Kind.URL, maximum=500, example=("https://www.example.fi/paatos",)),
        ),
    ),
    Field(
        "levels",
        Kind.CHOICE,
        vocabulary="level",
        choices=LEVELS,
        many=True,
        example=("esiopetus", "perusopetus"),
    ),
    Field(
        "kind",
        Kind.CHOICE,
        vocabulary="kind",
        choices=KINDS,
        default="kuntakesu",
        example=("kuntakesu",),
    ),
    Field(
        "summary",
        Kind.TEXT,
        maximum=300,
        example=("Suunnitelma vahvistaa lukutaitoa ja tukee opettajien yhteistyötä.",),
    ),
    Field(
        "published_by",
        Kind.CHOICE,
        vocabulary="published_by",
        choices=PUBLISHERS,
        default="provider",
        example=("provider",),
    ),
    Field(
        "source",
        Kind.MAPPING,
        fields=(
            Field("title", Kind.TEXT, maximum=300, example=("Kehittämissuunnitelma 2027–2030",)),
            Field("url", Kind.URL, maximum=500, example=("https://www.example.fi/suunnitelma",)),
            Field("year", Kind.YEAR, example=("2026",)),
        ),
    ),
    Field("partners", Kind.TEXT, many=True, example=("Mallilan seudun koulutuskuntayhtymä",)),
    Field("contact", Kind.TEXT, example=("sivistyspalvelut@example.fi",)),
    Field("translation_of", Kind.PLAN, example=("mallilan-kunta/2027-2030",)),
    Field("replaces", Kind.PLAN, example=("mallilan-kunta/2023-2026",)),
    Field("reviewed", Kind.DATE, example=("2027-10-01",)),
)


def example_line(field: Field) -> str:
    """A line of front matter as an author would write it, such as `period: 2027-2030`."""
    value = ", ".join(field.example)
    return f"{field.key}: [{value}]" if len(field.example) > 1 else f"{field.key}: {value}"


def all_fields() -> tuple[tuple[str, Field], ...]:
    """Every field with its dotted key, those within a mapping after it."""
    rows: list[tuple[str, Field]] = []
    for field in FIELDS:
        rows.append((field.key, field))
        rows += [(f"{field.key}.{inner.key}", inner) for inner in field.fields]
    return tuple(rows)
