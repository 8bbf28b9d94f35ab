"""Open data: every plan's facts and text as JSON."""

from __future__ import annotations

import json
from typing import Any

from kuntakesu import addresses
from kuntakesu.body import Section, Target
from kuntakesu.catalogue import Catalogue
from kuntakesu.plan import Plan

NAME = "data/plans.json"


def export(catalogue: Catalogue) -> bytes:
    """One object with the day of the facts and a list of plans."""
    content = {
        "on": catalogue.on.isoformat(),
        "plans": [_record(plan, catalogue) for plan in catalogue.plans],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _record(plan: Plan, catalogue: Catalogue) -> dict[str, Any]:
    approval, original = plan.approval, plan.original
    return {
        "name": plan.name,
        "address": addresses.plan(plan.name),
        "title": plan.title,
        "provider": plan.provider,
        "municipalities": list(plan.codes),
        "period": {"start": plan.period.start, "end": plan.period.end},
        "language": plan.language,
        "themes": list(plan.themes),
        "status": plan.status,
        "in_force": plan.in_force(catalogue.on),
        "approved": {
            "date": approval.date.isoformat() if approval.date else "",
            "body": approval.body,
            "decision": approval.decision,
            "url": approval.url,
        },
        "levels": list(plan.levels),
        "kind": plan.kind,
        "summary": plan.summary,
        "published_by": plan.published_by,
        "source": {"title": original.title, "url": original.url, "year": original.year},
        "partners": list(plan.partners),
        "translation_of": plan.translation_of,
        "replaces": plan.replaces,
        "reviewed": plan.reviewed.isoformat() if plan.reviewed else "",
        "sections": [_section(section) for section in plan.body.sections],
    }


def _section(section: Section) -> dict[str, Any]:
    return {
        "title": section.title,
        "theme": section.theme,
        "text": section.intro.text,
        "targets": [_target(target) for target in section.targets],
    }


def _target(target: Target) -> dict[str, Any]:
    parts = [{"part": part.kind, "text": part.content.text} for part in target.parts]
    return {"title": target.title, "parts": parts}
