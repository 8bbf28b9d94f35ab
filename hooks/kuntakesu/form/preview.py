"""A plan that is being written, as its page will look."""

from __future__ import annotations

import json
from datetime import date

from kuntakesu import addresses
from kuntakesu.catalogue import Catalogue
from kuntakesu.form.surroundings import read
from kuntakesu.pages.plan import plan_page
from kuntakesu.pages.view import View
from kuntakesu.vocabulary.register import read_register


def previewed(text: str, path: str, on: str, site_url: str) -> str:
    """The page's title, language, address and content as JSON; empty where it is not yet a plan.

    Args:
        text: The file.
        path: Where it is to lie.
        on: Today, as YYYY-MM-DD.
        site_url: The site's address, for the citation.
    """
    submission = read(text, path)
    plan = submission.plan
    if plan is None:
        return ""
    catalogue = Catalogue.of((plan,), read_register(), date.fromisoformat(on), drafts=True)
    page = plan_page(plan, View(catalogue, submission.language, site_url))
    content = {
        "title": page.title,
        "language": page.language,
        "address": addresses.plan(plan.name),
        "html": page.html,
    }
    return json.dumps(content, ensure_ascii=False)
