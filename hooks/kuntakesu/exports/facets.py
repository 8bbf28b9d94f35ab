"""What the list of plans needs in the browser to filter and sort without a server."""

from __future__ import annotations

from kuntakesu.catalogue import Catalogue
from kuntakesu.facets import FACETS
from kuntakesu.json_text import compact_json

NAME = "data/facets.json"


def export(catalogue: Catalogue) -> bytes:
    """Columns: per facet the values of each plan, in the catalogue's order.

    `period` is left to the browser, which knows today's date: it gets the years and the status.
    """
    plans = catalogue.plans
    facets = {
        facet.name: [list(facet.values(plan, catalogue)) for plan in plans]
        for facet in FACETS
        if facet.name != "period"
    }
    content = {
        "start": [plan.period.start for plan in plans],
        "end": [plan.period.end for plan in plans],
        "status": [plan.status for plan in plans],
        "facets": facets,
    }
    return compact_json(content)
