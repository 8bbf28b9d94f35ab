"""How much of a known plan an import brought back."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bench.documents.known import KnownPart, KnownPlan
from kuntakesu.body import Body, Section, Target
from kuntakesu.importing.draft import Draft
from kuntakesu.render import Renderer
from kuntakesu.source import decode
from kuntakesu.submission import read_submission
from kuntakesu.vocabulary.register import read_register


@dataclass(frozen=True)
class Marks:
    """Themes, targets and parts: how many there are, and how many were found."""

    known: tuple[int, int, int]
    found: tuple[int, int, int]

    def __add__(self, other: Marks) -> Marks:
        known = tuple(a + b for a, b in zip(self.known, other.known, strict=True))
        found = tuple(a + b for a, b in zip(self.found, other.found, strict=True))
        return Marks((known[0], known[1], known[2]), (found[0], found[1], found[2]))

    @property
    def shares(self) -> tuple[float, ...]:
        """What was found of what there is; all of nothing is all."""
        return tuple(f / k if k else 1.0 for k, f in zip(self.known, self.found, strict=True))


def marked(plan: KnownPlan, draft: Draft, renderer: Renderer) -> Marks:
    """Compare a draft, read as the catalogue reads it, with what its document was made of."""
    source = decode(draft.text().encode(), "plans/imported/2026.md")
    body = read_submission(source, read_register(), renderer).body
    known, found = [0, 0, 0], [0, 0, 0]
    for theme in plan.themes:
        section = _section(body, theme.code)
        known[0] += 1
        found[0] += section is not None
        for wanted in theme.targets:
            target = _target(section, wanted.title)
            known[1] += 1
            found[1] += target is not None
            known[2] += len(wanted.parts)
            found[2] += sum(_has(target, part) for part in wanted.parts)
    return Marks((known[0], known[1], known[2]), (found[0], found[1], found[2]))


def _section(body: Body, theme: str) -> Section | None:
    return next((section for section in body.themes if section.theme == theme), None)


def _target(section: Section | None, title: str) -> Target | None:
    targets = section.targets if section else ()
    return next((one for one in targets if _plain(one.title) == _plain(title)), None)


def _has(target: Target | None, part: KnownPart) -> bool:
    """Whether the text stands in its part, and no text of another part beside it.

    Text without a label may have its column's title before it.
    """
    if target is None:
        return False
    told = _plain(" ".join(found.text for found in target.contents(part.kind)))
    return told == _plain(part.text) if part.kind else told.endswith(_plain(part.text))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[\w'’-]+", text.casefold()))
