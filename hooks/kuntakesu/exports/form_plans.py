"""What the form checks references and pictures against."""

from __future__ import annotations

from kuntakesu.catalogue import Catalogue
from kuntakesu.json_text import compact_json
from kuntakesu.plan import Plan

NAME = "data/form-plans.json"


def export(catalogue: Catalogue) -> bytes:
    """Per plan its language and the plans that it names, and the paths of all pictures."""
    plans = {plan.name: _references(plan) for plan in catalogue.plans}
    return compact_json({"plans": plans, "files": [path for _, path in catalogue.pictures()]})


def _references(plan: Plan) -> dict[str, str]:
    stated = {
        "language": plan.language,
        "translation_of": plan.translation_of,
        "replaces": plan.replaces,
    }
    return {key: value for key, value in stated.items() if value}
