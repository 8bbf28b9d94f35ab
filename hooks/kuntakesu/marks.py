"""Findings of characters that should not stand in a file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from kuntakesu.characters import Sign, signs
from kuntakesu.diagnostics import Arguments, Finding, Span
from kuntakesu.submission import Submission

SHOWN = 3
"""How many places of one kind are told in full; of the others the number is."""


def remarks(submission: Submission, is_meant: Callable[[str, bool], bool]) -> Iterator[Finding]:
    """What to say of the signs of a file.

    Args:
        submission: The file.
        is_meant: Of a sign's kind, and whether it stands in the body: whether to speak of it.
    """
    by_kind: dict[str, list[tuple[Sign, Span]]] = defaultdict(list)
    for sign, span, is_body in _signs(submission):
        if is_meant(sign.kind, is_body):
            by_kind[sign.kind].append((sign, span))
    for kind, found in by_kind.items():
        for sign, span in found[:SHOWN]:
            yield Finding(span, {"code": sign.code}, kind)
        for sign, span in found[SHOWN : SHOWN + 1]:
            rest: Arguments = {"code": sign.code, "count": len(found) - SHOWN}
            yield Finding(span, rest, "rest")


def _signs(submission: Submission) -> Iterator[tuple[Sign, Span, bool]]:
    for passage in submission.passages:
        written = passage.written
        for sign in signs(written.text):
            place = passage.span(*written.place(sign.start, sign.end))
            yield sign, place, passage.is_body
