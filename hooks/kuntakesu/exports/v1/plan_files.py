"""Each plan alone: its facts and its whole text as JSON."""

from __future__ import annotations

from typing import Any

from kuntakesu.json_text import indented_json
from kuntakesu.records.columns import record, text
from kuntakesu.records.rows import PlanRow
from kuntakesu.records.tables import OWN_TARGETS, PLANS, SECTIONS


def own_file(row: PlanRow) -> bytes:
    """A plan's facts, and its text in the order of the page, as JSON."""
    body = row.plan.body
    content: dict[str, Any] = {
        "on": row.edition.catalogue.on.isoformat(),
        **record(PLANS, row),
        "introduction": text(body.intro.text),
        "sections": [record(SECTIONS, section) for section in row.sections()],
        "targets": [record(OWN_TARGETS, target) for target in row.targets()],
        "footnotes": text(body.footnotes.text),
    }
    return indented_json(content)
