"""The sentences of a diagnostic, which every format shares."""

from __future__ import annotations

from collections.abc import Callable

from kuntakesu.diagnostics import Diagnostic
from kuntakesu.languages import Words, words

Sentence = Callable[[Diagnostic, str | None], str]


def message(diagnostic: Diagnostic, language: str | None) -> str:
    """What was found and what was expected, in one sentence without a full stop."""
    return _text(diagnostic, "message", words(language or diagnostic.language))


def hint(diagnostic: Diagnostic, language: str | None) -> str:
    """How to mend it; empty where the message says all."""
    if diagnostic.arguments.get("suggestion"):
        return _text(diagnostic, "suggestion", words(language or diagnostic.language))
    return _text(diagnostic, "hint", words(language or diagnostic.language))


def severity(diagnostic: Diagnostic, language: str | None) -> str:
    """The severity's name for a person."""
    return words(language or diagnostic.language)(f"checker.severity.{diagnostic.severity}")


def _text(diagnostic: Diagnostic, part: str, chosen: Words) -> str:
    base = f"rules.{diagnostic.code}"
    variant = f"{base}.{part}.{diagnostic.variant}" if diagnostic.variant else f"{base}.{part}"
    key = variant if chosen.has(variant) else f"{base}.{part}"
    return chosen(key, **diagnostic.arguments) if chosen.has(key) else ""
