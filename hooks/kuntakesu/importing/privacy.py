"""What belongs to a person, taken out of a document before anything is made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kuntakesu.importing.blocks import Block, Heading, texts, with_texts
from kuntakesu.languages import Words
from kuntakesu.personal import traces


@dataclass(frozen=True)
class Masked:
    """Something personal that was taken out.

    Attributes:
        kind: `identity`, `email`, `phone` or `iban`.
        heading: The heading that it stood under, or an empty string.
    """

    kind: str
    heading: str


def masked(blocks: Sequence[Block], words: Words) -> tuple[tuple[Block, ...], tuple[Masked, ...]]:
    """The blocks with a mark where something personal stood, and what it was."""
    done: list[Block] = []
    found: list[Masked] = []
    heading = ""
    for block in blocks:
        kinds = [
            trace.kind
            for text in texts(block)
            for line in text.split("\n")
            for trace in traces(line)
        ]
        if kinds:
            (block,) = with_texts((block,), lambda text: without_traces(text, words))  # noqa: PLW2901
        if isinstance(block, Heading):
            heading = block.text
        found += [Masked(kind, heading) for kind in kinds]
        done.append(block)
    return tuple(done), tuple(found)


def without_traces(text: str, words: Words) -> str:
    """The text with a mark in the place of each trace of a person."""
    return "\n".join(_line(line, words) for line in text.split("\n"))


def _line(line: str, words: Words) -> str:
    for trace in reversed(traces(line)):
        mark = words(f"importing.mask.{trace.kind}")
        line = line[: trace.start] + mark + line[trace.end :]
    return line
