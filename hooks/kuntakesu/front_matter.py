"""The YAML header of a plan, read as nodes: every scalar as written, with its place.

PyYAML's own values are not used: YAML 1.1 turns the code `020` into 16 and `no` into False, and
lets a later key silently replace an earlier one. Its reader in Python is used, not the one in C:
the same checks run in the browser, where there is no other, and the two differ in what they find.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from kuntakesu.diagnostics import Span
from kuntakesu.nodes import Entry, Mapping, Node, Scalar, Sequence, scalars

FENCE = "---"
# As PyYAML says it of a letter that no escape begins with.
BAD_ESCAPE = "found unknown escape character"
BEYOND = re.compile(r"\\U(?!000[0-9A-Fa-f]|0010)[0-9A-Fa-f]{8}")
SURROGATE = re.compile("[\ud800-\udfff]")
MAXIMUM_DEPTH = 6
SPACES = dict.fromkeys(map(ord, "\t\u2028\u2029"), " ")
MAXIMUM_NODES = 5000
# Measured before YAML's reader sees anything: it needs a second for some 100 kB.
MAXIMUM_LINES = 1000
MAXIMUM_CHARACTERS = 30_000


@dataclass(frozen=True)
class Fault:
    """Why a header can't be read.

    Attributes:
        kind: `none` (no header), `open` (no closing line), `syntax`, `alias`, `tag`, `depth`,
            `size` or `shape` (not keys and values).
        found: The YAML reader's own words, for `syntax`.
        begun: Where that begins which the reader was within, such as a quotation, for `syntax`.
    """

    kind: str
    span: Span
    found: str = ""
    begun: Span | None = None


@dataclass(frozen=True)
class FrontMatter:
    """The header, and the line on which the body begins.

    Attributes:
        fault: Why `mapping` is empty, or None.
        body_line: 1-based number of the first line after the header.
    """

    mapping: Mapping = field(default_factory=lambda: Mapping((), Span()))
    fault: Fault | None = None
    body_line: int = 1

    def scalars(self) -> Iterator[Scalar]:
        """Every key and value, in their order."""
        return scalars(self.mapping)


class _Refusal(Exception):  # noqa: N818 (it is no error of ours)
    def __init__(self, fault: Fault) -> None:
        self.fault = fault


def read_front_matter(lines: tuple[str, ...]) -> FrontMatter:
    """Read the header that stands between two `---` lines at the top of a file."""
    if not lines or lines[0].rstrip() != FENCE:
        return FrontMatter(fault=Fault("none", Span(1, 1, max(2, len(lines[0]) + 1))))
    closing = next(
        (number for number, line in enumerate(lines[1:], 2) if line.rstrip() == FENCE), None
    )
    if closing is None:
        return FrontMatter(fault=Fault("open", Span(1, 1, 4)), body_line=len(lines) + 1)
    if too_much := _too_much(lines[1 : closing - 1]):
        return FrontMatter(fault=too_much, body_line=closing + 1)
    try:
        node = _read_yaml("\n".join(map(_without_tabs, lines[1 : closing - 1])) + "\n")
    except _Refusal as refusal:
        return FrontMatter(fault=refusal.fault, body_line=closing + 1)
    if not isinstance(node, Mapping):
        return FrontMatter(fault=Fault("shape", node.span), body_line=closing + 1)
    return FrontMatter(node, body_line=closing + 1)


def _too_much(lines: tuple[str, ...]) -> Fault | None:
    """A fault at the first line for which a header has no room."""
    room = MAXIMUM_CHARACTERS
    for number, line in enumerate(lines, 2):
        room -= len(line) + 1
        if room < 0 or number > MAXIMUM_LINES:
            return Fault("size", Span(number, 1, 2))
    return None


def _without_tabs(line: str) -> str:
    """The line with a space for what YAML's reader takes otherwise than an editor shows it.

    These are tabs that are no indent, and two separators that would begin a line.
    """
    bare = line.lstrip(" \t")
    return line[: len(line) - len(bare)] + bare.translate(SPACES)


def _read_yaml(text: str) -> Node:
    try:
        return _Reader(yaml.parse(text, Loader=yaml.SafeLoader)).document()
    except yaml.MarkedYAMLError as error:
        begun = _place(error.context_mark)
        span = _place(error.problem_mark) or begun or Span(2, 1, 2)
        raise _Refusal(Fault("syntax", span, error.problem or "", begun)) from error
    except yaml.YAMLError as error:
        raise _Refusal(Fault("syntax", Span(2, 1, 2), str(error).splitlines()[0])) from error
    except (OverflowError, ValueError) as error:  # PyYAML asks for a character of any number
        raise _Refusal(Fault("syntax", _escape_beyond(text), BAD_ESCAPE)) from error


class _Reader:
    """Builds nodes from a stream of YAML events; two lines are added for the fence above."""

    def __init__(self, events: Iterator[yaml.Event]) -> None:
        self._events = events
        self._count = 0

    def document(self) -> Node:
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                root = self._node(next(self._events), 0)
                self._finish()
                return root
        return Mapping((), Span(2, 1, 2))

    def _finish(self) -> None:
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                raise _Refusal(Fault("shape", _span(event)))

    def _node(self, event: yaml.Event, depth: int) -> Node:
        self._count += 1
        self._refuse(event, depth)
        if isinstance(event, yaml.ScalarEvent):
            if SURROGATE.search(event.value):
                raise _Refusal(Fault("syntax", _span(event), BAD_ESCAPE))
            return Scalar(event.value, _span(event))
        if isinstance(event, yaml.SequenceStartEvent):
            items = tuple(
                self._node(item, depth + 1) for item in self._until(yaml.SequenceEndEvent)
            )
            return Sequence(items, _span(event))
        entries = tuple(
            Entry(self._key(key, depth), self._node(next(self._events), depth + 1))
            for key in self._until(yaml.MappingEndEvent)
        )
        return Mapping(entries, _span(event))

    def _key(self, event: yaml.Event, depth: int) -> Scalar:
        node = self._node(event, depth + 1)
        if not isinstance(node, Scalar):
            raise _Refusal(Fault("shape", node.span))
        return node

    def _until(self, end: type[yaml.Event]) -> Iterator[yaml.Event]:
        for event in self._events:
            if isinstance(event, end):
                return
            yield event

    def _refuse(self, event: yaml.Event, depth: int) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _Refusal(Fault("alias", _span(event)))
        if getattr(event, "tag", None):
            raise _Refusal(Fault("tag", _span(event)))
        if depth > MAXIMUM_DEPTH:
            raise _Refusal(Fault("depth", _span(event)))
        if self._count > MAXIMUM_NODES:
            raise _Refusal(Fault("size", _span(event)))


def _escape_beyond(text: str) -> Span:
    r"""Where the first escape stands that is beyond all characters (`\UFFFFFFFF`)."""
    found = BEYOND.search(text)
    before = text[: found.start()] if found else ""
    column = len(before) - before.rfind("\n")
    return Span(before.count("\n") + 2, column, column + len(found[0]) if found else column + 1)


def _place(mark: yaml.Mark | None) -> Span | None:
    return Span(mark.line + 2, mark.column + 1, mark.column + 2) if mark else None


def _span(event: yaml.Event) -> Span:
    start, end = event.start_mark, event.end_mark
    if start is None or end is None:
        return Span()
    stop = end.column + 1 if end.line == start.line else start.column + 2
    return Span(start.line + 2, start.column + 1, max(stop, start.column + 2))
