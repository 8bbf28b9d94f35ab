"""What a theme's page needs in the browser to filter all targets of the theme, one file a theme."""

from __future__ import annotations

from itertools import groupby

from kuntakesu.catalogue import Catalogue
from kuntakesu.json_text import compact_json
from kuntakesu.vocabulary.terms import parts


def export(catalogue: Catalogue, theme: str) -> bytes:
    """Per plan with targets: its position in the catalogue, its name, and each target's parts.

    The parts are a number whose bits say which of `parts` the target has. What a target says is on
    the plan's page, in the same order; the facts to filter plans by are in the file of facets.
    """
    position = {plan.name: place for place, plan in enumerate(catalogue.plans)}
    plans = [
        [position[plan], plan, [placed.target.kinds for placed in found]]
        for plan, found in groupby(catalogue.targets(theme), key=lambda placed: placed.plan.name)
    ]
    return compact_json({"parts": parts().codes, "plans": plans})
