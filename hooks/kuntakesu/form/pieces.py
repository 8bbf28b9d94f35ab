"""A body cut at its headings, each piece with the text that it was cut from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from kuntakesu.body import Part, Target
from kuntakesu.form.surroundings import renderer
from kuntakesu.render import Renderer
from kuntakesu.submission import Submission
from kuntakesu.vocabulary import terms

LABEL = re.compile(r"\*\*([^*]+?)(?::\*\*|\*\*:)[ \t]*(.*)")
HEADING = re.compile(r"####[ \t]+(.+?)[ \t#]*")
ATX = re.compile(r" {0,3}#")
Piece = dict[str, Any]


@dataclass(frozen=True)
class _Cut:
    """A heading of the body, and the line on which it begins."""

    line: int
    level: str
    title: str


def body_pieces(submission: Submission) -> dict[str, Any]:
    """The text before the first `##` heading, and the sections in their order.

    A section that is a theme has its targets; neighbours that are none are one piece.
    """
    body = _Lines(submission)
    cuts = [cut for cut in _cuts(submission) if cut.line >= body.first]
    tops = [cut for cut in cuts if cut.level == "h2"]
    bounds = [*(cut.line for cut in tops), body.end]
    sections: list[Piece] = []
    known = iter(submission.body.sections)
    for cut, (start, end) in zip(tops, pairwise(bounds), strict=True):
        found = next(known)
        if found.theme:
            inner = [one for one in cuts if one.level == "h3" and start < one.line < end]
            sections.append(_theme(body, cut, inner, end, (found.theme, found.targets)))
        elif sections and not sections[-1]["theme"]:
            sections[-1]["raw"] += body.text(start, end)
        else:
            sections.append({"theme": "", "raw": body.text(start, end)})
    return {"raw": body.text(body.first, bounds[0]), "sections": sections}


def _cuts(submission: Submission) -> Iterator[_Cut]:
    for block in submission.document.blocks:
        if block.tag in ("h2", "h3"):
            title = " ".join(re.sub("\x02L\\d+\x03", "", "".join(block.itertext())).split())
            yield _Cut(int(block.get("data-line", "0")), str(block.tag), title)


def _theme(
    body: _Lines,
    cut: _Cut,
    inner: list[_Cut],
    end: int,
    read: tuple[str, tuple[Target, ...]],
) -> Piece:
    bounds = [*(one.line for one in inner), end]
    theme, targets = read
    return {
        "theme": theme,
        "title": cut.title,
        "intro": body.text(body.after(cut.line), bounds[0]).strip("\n"),
        "raw": body.text(cut.line, bounds[0]),
        "targets": [
            {
                "title": one.title,
                "parts": _parts(body.text(body.after(start), stop), target.parts),
                "raw": body.text(start, stop),
            }
            for one, (start, stop), target in zip(inner, pairwise(bounds), targets, strict=True)
        ],
    }


def _parts(text: str, parts: tuple[Part, ...]) -> dict[str, str]:
    """The text of each part by its kind; all of it under the empty kind where parts are mixed."""
    cut = list(_labelled(text))
    kinds = [kind for kind, _ in cut]
    shown = [(kind, _plain(renderer(), content)) for kind, content in cut]
    same = shown == [(part.kind, part.content.text) for part in parts]
    first = "" not in kinds or kinds.index("") == 0
    return dict(cut) if same and first and len(set(kinds)) == len(kinds) else {"": text.strip("\n")}


def _labelled(text: str) -> Iterator[tuple[str, str]]:
    kind, taken, before = "", list[str](), ""
    for line in text.split("\n"):
        label = LABEL.fullmatch(line) if not before.strip() else None
        heading = HEADING.fullmatch(line)
        found = terms.parts().code((label or heading or [None, ""])[1] or "")
        if found:
            yield from _unless_empty(kind, taken)
            kind, taken = found, [label[2]] if label else []
        else:
            taken.append(line)
        before = line
    yield from _unless_empty(kind, taken)


def _unless_empty(kind: str, taken: list[str]) -> Iterator[tuple[str, str]]:
    content = "\n".join(taken).strip("\n")
    if content.strip():
        yield kind, content


def _plain(renderer: Renderer, text: str) -> str:
    return renderer.fragment(list(renderer.document(text, 1).blocks)).text


class _Lines:
    """The file's lines by their numbers, each with its line break."""

    def __init__(self, submission: Submission) -> None:
        self._lines = submission.source.text.splitlines(keepends=True)
        self.first = submission.front_matter.body_line
        self.end = len(self._lines) + 1

    def text(self, start: int, end: int) -> str:
        return "".join(self._lines[start - 1 : end - 1])

    def after(self, line: int) -> int:
        """The line after a heading, which is two lines where it is underlined."""
        return line + 1 if ATX.match(self._lines[line - 1]) else line + 2
