"""A plan whose themes, targets and parts are known, to be written in many ways."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kuntakesu.body import Section, Target
from kuntakesu.render import Renderer
from kuntakesu.source import read_source
from kuntakesu.submission import read_submission
from kuntakesu.vocabulary.register import read_register


@dataclass(frozen=True)
class KnownPart:
    """A piece of a target: its kind (empty for text without a label) and its text."""

    kind: str
    text: str


@dataclass(frozen=True)
class KnownTarget:
    """A target and its parts; those of one kind are one."""

    title: str
    parts: tuple[KnownPart, ...]


@dataclass(frozen=True)
class KnownTheme:
    """A theme, its introduction and its targets."""

    code: str
    title: str
    intro: str
    targets: tuple[KnownTarget, ...]


@dataclass(frozen=True)
class KnownPlan:
    """What a document is made of, and what is looked for in its import."""

    title: str
    language: str
    intro: tuple[str, ...]
    themes: tuple[KnownTheme, ...]


def read_known(file: Path, renderer: Renderer) -> KnownPlan:
    """The plan of a file of the catalogue.

    Raises:
        ValueError: The file holds no plan.
    """
    source = read_source(file, f"plans/{file.parent.name}/{file.name}")
    plan = read_submission(source, read_register(), renderer).plan
    if plan is None:
        raise ValueError(f"no plan: {file}")
    intro = tuple(plan.body.intro.text.split("\n"))
    themes = tuple(_theme(section) for section in plan.body.themes)
    return KnownPlan(plan.title, plan.language, tuple(filter(None, intro)), themes)


def _theme(section: Section) -> KnownTheme:
    intro = _flat(section.intro.text)
    return KnownTheme(section.theme, section.title, intro, tuple(map(_target, section.targets)))


def _target(target: Target) -> KnownTarget:
    kinds = dict.fromkeys(part.kind for part in target.parts)
    parts = (
        KnownPart(kind, " ".join(_flat(found.text) for found in target.contents(kind)))
        for kind in sorted(kinds, key=bool)  # text without a label comes first
    )
    return KnownTarget(target.title, tuple(parts))


def _flat(text: str) -> str:
    return " ".join(text.split())
