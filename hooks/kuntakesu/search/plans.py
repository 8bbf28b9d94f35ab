"""An index of what plans say, made with Python's lunr and read by lunr.js."""

from __future__ import annotations

from typing import Any

from lunr.builder import Builder
from lunr.index import Index
from lunr.pipeline import Pipeline
from lunr.token_set import TokenSet

from kuntakesu.catalogue import Catalogue
from kuntakesu.plan import Plan
from kuntakesu.vocabulary.names import fold

BOOSTS = {"title": 8, "provider": 4, "place": 6, "heading": 4, "summary": 3, "text": 1}


def plan_index(catalogue: Catalogue) -> dict[str, Any]:
    """The serialised index; its references are positions in `catalogue.plans`.

    Words are folded here and in the browser alike, and no pipeline runs: lunr's own would stem
    Finnish as if it were English.
    """
    builder = Builder()
    builder.ref("id")
    for name, boost in BOOSTS.items():
        builder.field(name, boost)
    for position, plan in enumerate(catalogue.plans):
        builder.add({"id": position, **_document(plan, catalogue)})
    # lunr.py divides by the number of documents.
    index = builder.build() if catalogue.plans else _empty_index()
    serialised: dict[str, Any] = index.serialize()
    return serialised


def _empty_index() -> Index:
    return Index({}, {}, TokenSet(), list(BOOSTS), Pipeline())


def _document(plan: Plan, catalogue: Catalogue) -> dict[str, str]:
    places = catalogue.municipalities_of(plan)
    names = [name for place in places for name in (place.name_fi, place.name_sv)]
    regions = {name for place in places for name in (place.region.name_fi, place.region.name_sv)}
    headings = [section.title for section in plan.body.sections]
    headings += [target.title for section in plan.body.sections for target in section.targets]
    return {
        "title": fold(plan.title),
        "provider": fold(" ".join([plan.provider, *plan.partners])),
        "place": fold(" ".join([*names, *sorted(regions)])),
        "heading": fold(" ".join(headings)),
        "summary": fold(plan.summary),
        "text": fold(plan_text(plan)),
    }


def plan_text(plan: Plan) -> str:
    """The words of a plan's body without its headings."""
    texts = [plan.body.intro.text]
    for section in plan.body.sections:
        texts.append(section.intro.text)
        texts += [part.content.text for target in section.targets for part in target.parts]
    return " ".join(texts)
