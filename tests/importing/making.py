"""Drafts for tests."""

from __future__ import annotations

import re
from functools import cache

from kuntakesu.body import Body
from kuntakesu.importing.blocks import Block, Document
from kuntakesu.importing.draft import Draft, make_draft
from kuntakesu.plan_file import Value
from kuntakesu.render import Renderer
from kuntakesu.submission import Submission
from kuntakesu.vocabulary.register import read_register
from tests.making import submission


def draft(*blocks: Block, **given: Value) -> Draft:
    """What is made of a document of these blocks."""
    return make_draft(Document(blocks), given, read_register())


def read_again(made: Draft) -> Submission:
    """A draft as the catalogue reads it."""
    return submission(made.text(), "mallilan-kunta/2027-2030")


def body(*blocks: Block, **given: Value) -> Body:
    """The text of a draft, taken apart by the catalogue."""
    return read_again(draft(*blocks, **given)).body


def outline(*blocks: Block, **given: Value) -> dict[str, dict[str, list[tuple[str, str]]]]:
    """Per section and target, the kinds of parts and their texts."""
    return {
        section.title: {
            target.title: [
                (part.kind, " ".join(part.content.text.split())) for part in target.parts
            ]
            for target in section.targets
        }
        for section in body(*blocks, **given).sections
    }


def codes(made: Draft) -> list[str]:
    """The codes of what the import says of itself."""
    return [notice.code for notice in made.notices]


def words_of(text: str) -> list[str]:
    """The words of a text, without what only marks them."""
    return re.findall(r"[^\W_]+", text.casefold())


@cache
def renderer() -> Renderer:
    """A renderer for all tests."""
    return Renderer()
