"""The form by which a plan is published or changed, made of the table of fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kuntakesu import addresses
from kuntakesu.fields import FIELDS, Field
from kuntakesu.importing.word import STYLES
from kuntakesu.languages import INTERFACE, words
from kuntakesu.pages.view import SitePage, View
from kuntakesu.vocabulary import terms

# What most targets have; the other parts are folded away until asked for.
USUAL_PARTS = 5


@dataclass(frozen=True)
class Desk:
    """Where plans are sent, and what the form can do.

    Attributes:
        repository: The repository's address without a slash at the end, or empty.
        branch: The branch that readers propose changes to.
        email: The maintainers' shared mailbox, or empty.
        megabytes: What the checks load at most; 0 where they are not installed.
    """

    repository: str = ""
    branch: str = "main"
    email: str = ""
    megabytes: int = 0


def page(view: View, desk: Desk) -> SitePage:
    """The form in one language."""
    address = addresses.form(view.language)
    parts = terms.parts().codes
    html = view.render(
        "publish.html",
        address,
        required=[field for field in FIELDS if field.required],
        optional=[field for field in FIELDS if not field.required],
        usual_parts=parts[:USUAL_PARTS],
        further_parts=parts[USUAL_PARTS:],
        desk=desk,
        data=page_data(view, desk, address),
    )
    return SitePage(
        address,
        view.language,
        view.words("form.title"),
        html,
        description=view.words("form.lead"),
        alternates=addresses.in_all_languages(addresses.form),
        section="publish",
    )


def page_data(view: View, desk: Desk, address: str) -> dict[str, Any]:
    """What the form's scripts know of plans and of the site."""
    return {
        "fields": [_field(field) for field in FIELDS],
        "themes": list(terms.themes().codes),
        "parts": list(terms.parts().codes),
        "themeNames": _names("values.theme"),
        "partNames": _names("values.part"),
        "wordStyles": STYLES,
        "texts": view.words.under("form.script"),
        "checker": view.words.under("checker"),
        "repository": desk.repository,
        "branch": desk.branch,
        "email": desk.email,
        "tools": bool(desk.megabytes),
        "root": addresses.relative("", address),
        "sources": addresses.PLANS_DATA,
    }


def _names(prefix: str) -> dict[str, dict[str, str]]:
    return {language: words(language).under(prefix) for language in INTERFACE}


def _field(field: Field) -> dict[str, Any]:
    return {
        "key": field.key,
        "many": field.many,
        "default": field.default,
        "fields": [_field(inner) for inner in field.fields],
    }
