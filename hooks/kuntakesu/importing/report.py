"""What an import did not understand, told to an education officer."""

from __future__ import annotations

from kuntakesu.importing.draft import Draft
from kuntakesu.importing.notices import Notice
from kuntakesu.languages import Words, words


def report(draft: Draft, language: str) -> str:
    """Plain lines in `language`: how much was found, and what to look at."""
    chosen = words(language)
    lines = [
        chosen(f"importing.found.{what}", count=number) for what, number in draft.found.items()
    ]
    if not draft.notices:
        return "\n".join([*lines, chosen("importing.nothing")])
    sentences = (f"- {sentence(notice, chosen)}" for notice in draft.notices)
    return "\n".join([*lines, "", chosen("importing.look"), *sentences])


def sentence(notice: Notice, chosen: Words) -> str:
    """A notice in words."""
    arguments = {name: _word(value, chosen) for name, value in notice.arguments.items()}
    return chosen(f"importing.report.{notice.code}", **arguments)


def _word(value: str | int, chosen: Words) -> str | int:
    return chosen(value) if isinstance(value, str) and chosen.has(value) else value
