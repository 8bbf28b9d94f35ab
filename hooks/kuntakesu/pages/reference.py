"""The pages made of the project's own tables: fields, rules, template, and the list of guides."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from kuntakesu import addresses
from kuntakesu.check import Rule, all_rules
from kuntakesu.fields import all_fields
from kuntakesu.pages.view import SitePage, View
from kuntakesu.template import plan_template

PASSES, FAILS = "Passes:", "Fails:"


@dataclass(frozen=True)
class RulePage:
    """A rule's docstring taken apart.

    Attributes:
        title: The first line without its full stop.
        about: The paragraphs below it.
    """

    title: str
    about: str
    passes: str
    fails: str


def pages(view: View) -> Iterator[SitePage]:
    """The reference pages of one language."""
    rules = [(rule, rule_page(rule, view)) for rule in all_rules()]
    yield _guide(view, "fields", "fields.html", fields=all_fields())
    yield _guide(view, "template", "template.html", text=plan_template(view.language))
    yield _guide(view, "rules", "rules.html", rules=rules)
    for rule, page in rules:
        address = addresses.rule(rule.code, view.language)
        yield SitePage(
            address,
            view.language,
            page.title,
            view.render("rule.html", address, rule=rule, page=page),
            description=page.about.split("\n\n")[0],
            alternates=addresses.in_all_languages(addresses.rule, rule.code),
            crumbs=(
                view.crumb("guides"),
                (view.words("site.rules.title"), addresses.guide("rules", view.language)),
            ),
            section="guides",
        )
    yield _guides(view)


def rule_page(rule: Rule, view: View) -> RulePage:
    """What a rule's page says in the view's language.

    English is the rule's own docstring; the other languages have theirs in `languages/`.
    """
    title, _, rest = rule.about.partition("\n")
    about, _, examples = rest.partition(PASSES)
    passes, _, fails = examples.partition(FAILS)
    key = f"rules.{rule.code}"
    if view.language != "en":
        title, about = view.words(f"{key}.title"), view.words(f"{key}.about")
    return RulePage(
        title.rstrip("."),
        about.strip(),
        textwrap.dedent(passes).strip(),
        textwrap.dedent(fails).strip(),
    )


def _guide(view: View, name: str, template: str, **values: object) -> SitePage:
    address = addresses.guide(name, view.language)
    return SitePage(
        address,
        view.language,
        view.words(f"site.{name}.title"),
        view.render(template, address, **values),
        description=view.words(f"site.{name}.lead"),
        alternates=addresses.in_all_languages(addresses.guide, name),
        crumbs=(view.crumb("guides"),),
        section="guides",
    )


def _guides(view: View) -> SitePage:
    address = addresses.listing("guides", view.language)
    return SitePage(
        address,
        view.language,
        view.words("site.guides.title"),
        view.render("guides.html", address, guides=list(addresses.GUIDES)),
        description=view.words("site.guides.lead"),
        alternates=addresses.in_all_languages(addresses.listing, "guides"),
        section="guides",
    )
