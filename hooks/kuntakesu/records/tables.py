"""The columns of every table."""

from __future__ import annotations

from kuntakesu import addresses
from kuntakesu.catalogue import STANDINGS
from kuntakesu.records.columns import Column, Type, day, of_field, text, year
from kuntakesu.records.rows import MunicipalityRow, PlanRow, SectionRow, TargetRow
from kuntakesu.vocabulary.terms import parts, themes

MUNICIPALITY_CODE = r"\d{3}"
REGION_CODE = r"\d{2}"
LANGUAGE_STATUSES = ("fi", "sv", "fi+sv")

PLANS: tuple[Column[PlanRow], ...] = (
    Column("name", lambda row: row.plan.name, "data.columns.name", stated=True),
    Column("url", lambda row: row.url, "data.columns.url", Type.URL, stated=True),
    of_field("title", lambda row: row.plan.title),
    of_field("provider", lambda row: row.plan.provider),
    Column(
        "municipality_codes",
        lambda row: tuple(place.code for place in row.places),
        "data.columns.municipality_codes",
        Type.LIST,
        stated=True,
        pattern=MUNICIPALITY_CODE,
        field="municipality",
    ),
    Column(
        "municipality_names",
        lambda row: tuple(place.name(row.plan.language) for place in row.places),
        "data.columns.municipality_names",
        Type.LIST,
        stated=True,
        field="municipality",
    ),
    Column(
        "region_codes",
        lambda row: row.edition.catalogue.regions_of(row.plan),
        "data.columns.region_codes",
        Type.LIST,
        stated=True,
        pattern=REGION_CODE,
    ),
    Column(
        "period_start",
        lambda row: row.plan.period.start,
        "data.columns.period_start",
        Type.INTEGER,
        stated=True,
        field="period",
    ),
    Column(
        "period_end",
        lambda row: row.plan.period.end,
        "data.columns.period_end",
        Type.INTEGER,
        stated=True,
        field="period",
    ),
    of_field("language", lambda row: row.plan.language),
    of_field("themes", lambda row: row.plan.themes),
    of_field("status", lambda row: row.plan.status),
    Column(
        "standing",
        lambda row: row.edition.catalogue.standing(row.plan),
        "data.columns.standing",
        stated=True,
        choices=STANDINGS,
    ),
    Column(
        "in_force", lambda row: row.in_force, "data.columns.in_force", Type.BOOLEAN, stated=True
    ),
    of_field("approved.date", lambda row: day(row.plan.approval.date)),
    of_field("approved.body", lambda row: text(row.plan.approval.body)),
    of_field("approved.decision", lambda row: text(row.plan.approval.decision)),
    of_field("approved.url", lambda row: text(row.plan.approval.url)),
    of_field("levels", lambda row: row.plan.levels),
    of_field("kind", lambda row: row.plan.kind),
    of_field("summary", lambda row: text(row.plan.summary)),
    of_field("published_by", lambda row: row.plan.published_by),
    of_field("source.title", lambda row: text(row.plan.original.title)),
    of_field("source.url", lambda row: text(row.plan.original.url)),
    of_field("source.year", lambda row: year(row.plan.original.year)),
    of_field("partners", lambda row: row.plan.partners),
    of_field("contact", lambda row: text(row.plan.contact)),
    of_field("translation_of", lambda row: text(row.plan.translation_of)),
    of_field("replaces", lambda row: text(row.plan.replaces)),
    of_field("reviewed", lambda row: day(row.plan.reviewed)),
    Column(
        "target_count",
        lambda row: len(row.plan.outline),
        "data.columns.target_count",
        Type.INTEGER,
        stated=True,
    ),
    Column(
        "json_url",
        lambda row: row.edition.url(addresses.plan_data(row.plan.name, "json")),
        "data.columns.json_url",
        Type.URL,
        stated=True,
    ),
    Column(
        "markdown_url",
        lambda row: row.edition.url(addresses.plan_data(row.plan.name, "md")),
        "data.columns.markdown_url",
        Type.URL,
        stated=True,
    ),
)

SECTIONS: tuple[Column[SectionRow], ...] = (
    Column("number", lambda row: row.number, "data.columns.section_number", Type.INTEGER, True),
    Column("title", lambda row: row.section.title, "data.columns.section_title", stated=True),
    Column(
        "theme",
        lambda row: text(row.section.theme),
        "data.columns.theme",
        choices=themes().codes,
    ),
    Column("text", lambda row: text(row.section.intro.text), "data.columns.section_text"),
)


def _part(kind: str) -> Column[TargetRow]:
    return Column(kind, lambda row: row.part(kind), f"values.part.{kind}")


# What a target is within its plan.
OWN_TARGETS: tuple[Column[TargetRow], ...] = (
    Column("number", lambda row: row.number, "data.columns.target_number", Type.INTEGER, True),
    Column("url", lambda row: row.url, "data.columns.target_url", Type.URL, stated=True),
    Column(
        "theme",
        lambda row: row.section.theme,
        "data.columns.theme",
        stated=True,
        choices=themes().codes,
    ),
    Column("title", lambda row: row.target.title, "data.columns.target_title", stated=True),
    *(_part(kind) for kind in parts().codes),
    Column("text", lambda row: row.part(""), "data.columns.target_text"),
)

OF_ITS_PLAN = (
    "title",
    "provider",
    "municipality_codes",
    "municipality_names",
    "period_start",
    "period_end",
    "language",
    "in_force",
)


def _of_plan(column: Column[PlanRow]) -> Column[TargetRow]:
    """A plan's column in a table of targets."""
    return Column(
        f"plan_{column.name}",
        lambda row: column.value(row.plan),
        column.about,
        column.type,
        column.stated,
        column.choices,
        column.pattern,
    )


TARGETS: tuple[Column[TargetRow], ...] = (
    Column("plan", lambda row: row.plan.plan.name, "data.columns.plan", stated=True),
    *(_of_plan(column) for column in PLANS if column.name in OF_ITS_PLAN),
    *OWN_TARGETS,
)

MUNICIPALITIES: tuple[Column[MunicipalityRow], ...] = (
    Column(
        "code",
        lambda row: row.place.code,
        "data.columns.code",
        stated=True,
        pattern=MUNICIPALITY_CODE,
    ),
    Column("name_fi", lambda row: row.place.name_fi, "data.columns.name_fi", stated=True),
    Column("name_sv", lambda row: row.place.name_sv, "data.columns.name_sv", stated=True),
    Column(
        "language_status",
        lambda row: row.place.language_status,
        "data.columns.language_status",
        stated=True,
        choices=LANGUAGE_STATUSES,
    ),
    Column(
        "region_code",
        lambda row: row.place.region.code,
        "data.columns.region_code",
        stated=True,
        pattern=REGION_CODE,
    ),
    Column(
        "region_name_fi",
        lambda row: row.place.region.name_fi,
        "data.columns.region_name_fi",
        stated=True,
    ),
    Column(
        "region_name_sv",
        lambda row: row.place.region.name_sv,
        "data.columns.region_name_sv",
        stated=True,
    ),
    Column(
        "url",
        lambda row: row.edition.url(addresses.item("municipalities", row.place.slug, "fi")),
        "data.columns.municipality_url",
        Type.URL,
        stated=True,
    ),
    Column(
        "plans",
        lambda row: tuple(plan.name for plan in row.plans),
        "data.columns.plans",
        Type.LIST,
        stated=True,
    ),
    Column(
        "plans_in_force",
        lambda row: sum(plan.in_force(row.edition.catalogue.on) for plan in row.plans),
        "data.columns.plans_in_force",
        Type.INTEGER,
        stated=True,
    ),
)
