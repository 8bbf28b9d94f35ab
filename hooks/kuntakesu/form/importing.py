"""A Word document that is dropped on the form, as what the form has fields for."""

from __future__ import annotations

import json

from kuntakesu.form.reading import apart
from kuntakesu.importing.draft import Draft, make_draft
from kuntakesu.importing.report import sentence
from kuntakesu.importing.word import read_word_html
from kuntakesu.languages import Words, words
from kuntakesu.vocabulary.register import read_register

NOWHERE = "plans/-/-.md"
SEEN = "field-missing"
"""What the form shows by itself."""


def imported(html: str, language: str) -> str:
    """What `form.reading.apart` gives of the plan that `scripts/import_plan.py` would make.

    Args:
        html: The document as mammoth converts it.
        language: To say in what a human should look at: as `look` and the list `told`.
    """
    draft = make_draft(read_word_html(html), {}, read_register())
    chosen = words(language)
    content = apart(draft.text(), NOWHERE)
    content |= {"look": chosen("importing.look"), "told": _told(draft, chosen)}
    return json.dumps(content, ensure_ascii=False)


def _told(draft: Draft, chosen: Words) -> list[str]:
    guesses = [
        f"{chosen(f'fields.{key}.label')}: {remark}" for key, remark in draft.remarks.items()
    ]
    return guesses + [sentence(one, chosen) for one in draft.notices if one.code != SEEN]
