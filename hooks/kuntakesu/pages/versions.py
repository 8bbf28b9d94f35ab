"""The versions of a plan with what changed in each, for plans that have more than one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kuntakesu import addresses
from kuntakesu.catalogue import Catalogue
from kuntakesu.fields import all_fields
from kuntakesu.history.version import Version
from kuntakesu.languages import Words
from kuntakesu.pages.draft import Draft, Ingredients
from kuntakesu.pages.view import SitePage, View
from kuntakesu.plan import Plan

# So much of differences is on a page; what is older is listed without.
MOST_SIGNS = 60_000
VOCABULARIES = {key: field.vocabulary for key, field in all_fields() if field.vocabulary}


def drafts(catalogue: Catalogue, site_url: str, ingredients: Ingredients) -> Iterator[Draft]:
    """The pages of all plans that have changed."""
    for plan in catalogue.plans:
        versions = catalogue.history.versions(plan.name)
        if len(versions) > 1:
            yield Draft(
                addresses.versions(plan.name),
                partial(_page, plan, versions, View.of_plan(plan, catalogue, site_url)),
                (ingredients.facts([plan]), ingredients.versions(plan)),
                indexed=False,
            )


def _page(plan: Plan, versions: tuple[Version, ...], view: View) -> SitePage:
    address = addresses.versions(plan.name)
    return SitePage(
        address,
        view.language,
        view.words("site.versions.title", title=plan.title),
        view.render(
            "versions.html",
            address,
            plan=plan,
            versions=list(_with_room(reversed(versions))),
            said=lambda key, texts: _said(key, texts, view.words),
        ),
        crumbs=(view.crumb("plans"), (plan.title, addresses.plan(plan.name))),
        section="plans",
        # What is no more in a plan should not be what search engines find of it.
        indexed=False,
    )


def _said(key: str, texts: tuple[str, ...], chosen: Words) -> str:
    """The values of a fact, those of a vocabulary by the words that readers know."""
    vocabulary = VOCABULARIES.get(key, "")
    keys = ((text, f"values.{vocabulary}.{text}") for text in texts)
    return ", ".join(chosen(word) if chosen.has(word) else text for text, word in keys)


def _with_room(versions: Iterator[Version]) -> Iterator[tuple[Version, bool]]:
    """Each version, and whether there is room to tell what changed in it."""
    left = MOST_SIGNS
    for version in versions:
        left -= version.difference.size if version.difference else 0
        yield version, left >= 0
