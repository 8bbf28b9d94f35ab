"""What a plan that is being written is checked among: the published plans, by their references."""

from __future__ import annotations

import json
from functools import cache, lru_cache

from kuntakesu.diagnostics import Span
from kuntakesu.header import Header
from kuntakesu.nodes import Scalar
from kuntakesu.render import Renderer
from kuntakesu.rules import Context
from kuntakesu.source import Source, decode
from kuntakesu.submission import Submission, read_submission
from kuntakesu.vocabulary.register import read_register

NOWHERE = Span()


@cache
def renderer() -> Renderer:
    """The one that everything here is rendered with."""
    return Renderer()


@lru_cache(maxsize=1)
def read(text: str, path: str) -> Submission:
    """A file's text as handed in at `path`; a check and a preview ask for the same one."""
    return read_submission(decode(text.encode(), path), read_register(), renderer())


def context(submission: Submission, known: str) -> Context:
    """What the rules look things up in.

    Args:
        submission: The plan that is being written; it stands for the published one of its name.
        known: What `exports/form_plans.py` wrote, as JSON; empty where it could not be had.
    """
    others, files = _published(known)
    return Context(read_register(), {**others, submission.source.name: submission}, files)


@lru_cache(maxsize=1)
def _published(known: str) -> tuple[dict[str, Submission], frozenset[str]]:
    """The published plans by name, and the other files; the same for every check of a page."""
    stated = json.loads(known) if known else {"plans": {}, "files": []}
    others = {name: _other(name, values) for name, values in stated["plans"].items()}
    return others, frozenset(stated["files"])


def _other(name: str, values: dict[str, str]) -> Submission:
    given = {key: (Scalar(value, NOWHERE),) for key, value in values.items()}
    return Submission(Source(f"plans/{name}.md", ""), header=Header(given))
