"""Each plan alone: its facts and its whole text as JSON, and the Markdown that it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kuntakesu import addresses
from kuntakesu.json_text import indented_json
from kuntakesu.records.columns import record, text
from kuntakesu.records.rows import Edition, PlanRow, plan_rows
from kuntakesu.records.tables import OWN_TARGETS, PLANS, SECTIONS


def export(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Every file's address and content."""
    for row in plan_rows(edition):
        yield addresses.plan_data(row.plan.name, "json"), indented_json(whole(row))
        yield addresses.plan_data(row.plan.name, "md"), row.plan.source


def whole(row: PlanRow) -> dict[str, Any]:
    """A plan's facts, and its text in the order of the page."""
    body = row.plan.body
    return {
        "on": row.edition.catalogue.on.isoformat(),
        **record(PLANS, row),
        "introduction": text(body.intro.text),
        "sections": [record(SECTIONS, section) for section in row.sections()],
        "targets": [record(OWN_TARGETS, target) for target in row.targets()],
        "footnotes": text(body.footnotes.text),
    }
