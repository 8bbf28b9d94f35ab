"""Each plan's own page, in the plan's language, at its one address."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kuntakesu import addresses
from kuntakesu.catalogue import Catalogue
from kuntakesu.hyperlinks import OUTWARD
from kuntakesu.languages import INTERFACE
from kuntakesu.pages.citations import citations, told_title
from kuntakesu.pages.draft import Draft, Ingredients
from kuntakesu.pages.labels import copy_labels
from kuntakesu.pages.linked_data import of_plan
from kuntakesu.pages.view import SitePage, View, period
from kuntakesu.plan import Plan
from kuntakesu.records.files import PLAN_FILES
from kuntakesu.records.rows import Edition, PlanRow
from kuntakesu.succession import FATES, Fate, fates

DESCRIPTION = 300
NOT_LISTED = ("draft", "withdrawn")
"""Of which statuses search engines should not list the pages."""


def drafts(catalogue: Catalogue, site_url: str, ingredients: Ingredients) -> Iterator[Draft]:
    """All plans' pages."""
    for plan in catalogue.plans:
        related = (
            *catalogue.translations(plan),
            *catalogue.other_periods(plan),
            catalogue.successor(plan),
            catalogue.plan(plan.replaces),
        )
        yield Draft(
            addresses.plan(plan.name),
            partial(plan_page, plan, View.of_plan(plan, catalogue, site_url)),
            (
                ingredients.whole((plan, catalogue.previous(plan))),
                ingredients.facts(related),
                ingredients.versions(plan),
            ),
            _alternates(plan, catalogue),
            plan.status not in NOT_LISTED,
        )


def plan_page(plan: Plan, view: View) -> SitePage:
    """One plan's page."""
    address = addresses.plan(plan.name)
    catalogue = view.catalogue
    row = PlanRow(plan, Edition(catalogue, view.site_url))
    data = {media: addresses.plan_data(plan.name, suffix) for media, suffix in PLAN_FILES}
    previous = catalogue.previous(plan)
    html = view.render(
        "plan.html",
        address,
        plan=plan,
        outward=OUTWARD,
        standing=catalogue.standing(plan),
        places=catalogue.municipalities_of(plan),
        translations=catalogue.translations(plan),
        other_periods=catalogue.other_periods(plan),
        successor=catalogue.successor(plan),
        predecessor=catalogue.plan(plan.replaces),
        citation=citation(plan, view),
        citations=citations(plan, row.url, view.words),
        data=data,
        labels=copy_labels(view.language),
        previous=previous,
        fates=_fates(previous, plan) if previous else [],
    )
    return SitePage(
        address,
        view.language,
        plan.title,
        html,
        description=plan.summary or plan.body.intro.text[:DESCRIPTION],
        alternates=_alternates(plan, catalogue),
        crumbs=(
            view.crumb("plans"),
            (plan.provider, addresses.item("plans", plan.provider_slug, view.language)),
        ),
        section="plans",
        source=f"plans/{plan.name}.md",
        indexed=plan.status not in NOT_LISTED,
        linked_data=of_plan(row, view.language),
        data=data,
    )


def _alternates(plan: Plan, catalogue: Catalogue) -> dict[str, str]:
    return {
        other.language: addresses.plan(other.name)
        for other in (plan, *catalogue.translations(plan))
        if other.language in INTERFACE
    }


def _fates(previous: Plan, plan: Plan) -> list[tuple[str, list[Fate]]]:
    """The fates of both plans' targets by kind, those there are."""
    found = fates(previous, plan)
    groups = [(kind, [fate for fate in found if fate.kind == kind]) for kind in FATES]
    return [(kind, group) for kind, group in groups if group]


def citation(plan: Plan, view: View) -> str:
    """How to name the plan in a text of one's own."""
    return view.words(
        "site.plan.citation",
        provider=plan.provider,
        title=told_title(plan, view.words),
        period=period(plan.period),
        address=f"{view.site_url}{addresses.plan(plan.name)}",
    )
