"""Plans and catalogues for tests, made as real ones are: from the text of a file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from kuntakesu.catalogue import Catalogue
from kuntakesu.plan import Plan
from kuntakesu.render import Renderer
from kuntakesu.rules import Context
from kuntakesu.source import decode
from kuntakesu.submission import Submission, read_submission
from kuntakesu.vocabulary.register import read_register

ROOT = Path(__file__).parent.parent
ON = date(2026, 6, 15)
NAME = "mallilan-kunta/2025-2029"
HEADER = {
    "title": "Mallilan kehittämissuunnitelma",
    "provider": "Mallilan kunta",
    "municipality": "Espoo",
    "period": "2025-2029",
    "language": "fi",
    "themes": "[oppiminen]",
    "status": "approved",
}
BODY = "## Oppilaiden oppiminen\n\n### Lukutaito\n\n**Tavoitteet:** Kaikki lukevat.\n"


def text(body: str = BODY, **header: str) -> str:
    """A plan's file; each value is written as it is given, and an empty one left out."""
    lines = [f"{key}: {value}" for key, value in (HEADER | header).items() if value]
    return "\n".join(["---", *lines, "---", "", body])


def submission(content: str, name: str = NAME) -> Submission:
    """The file as handed in at `plans/<name>.md`."""
    return read_submission(decode(content.encode(), f"plans/{name}.md"), read_register(), _own())


def plan(name: str = NAME, body: str = BODY, **header: str) -> Plan:
    """The plan of a file that states its own period where none is given."""
    period = name.partition("/")[2].partition(".")[0]
    found = submission(text(body, **({"period": period} | header)), name).plan
    assert found, name
    return found


def catalogue(*plans: Plan, on: date = ON, drafts: bool = False) -> Catalogue:
    """A catalogue of these plans."""
    return Catalogue.of(plans, read_register(), on, drafts=drafts)


def context(others: Mapping[str, Submission] | None = None, *files: str) -> Context:
    """What rules look things up in."""
    return Context(read_register(), others or {}, frozenset(files))


@cache
def _own() -> Renderer:
    return Renderer()
