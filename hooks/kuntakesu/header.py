"""The front matter measured against the table of fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlsplit

from kuntakesu import nodes
from kuntakesu.diagnostics import Span
from kuntakesu.fields import FIELDS, Field, Kind
from kuntakesu.nodes import Entry, Node, Scalar, Sequence
from kuntakesu.source import CONTROL

# Python also reads dates by week and without hyphens, which nobody would expect here.
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
PLAN_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*/\d{4}(?:-\d{4})?(?:\.(?:fi|sv|en|se|smn|sms))?")


@dataclass(frozen=True)
class ValueFault:
    """A value that its field does not take.

    Attributes:
        key: The field's dotted key.
        reason: `text`, `list`, `mapping` (what was expected), `choice`, `long`, `control`, `date`,
            `year`, `url` or `plan`.
        found: The value as written, or the name of what stands in its place.
    """

    key: str
    field: Field
    span: Span
    reason: str
    found: str = ""


@dataclass(frozen=True)
class Header:
    """What the front matter says, by dotted key.

    Attributes:
        values: The values that fit their fields, in the order given; no empty ones.
        keys: Where each known key stands.
        unknown: Keys that the table does not have, with the dotted keys known beside them.
        repeated: Keys that stand twice in one mapping, with the line of the first.
        faults: Values that do not fit.
    """

    values: Mapping[str, tuple[Scalar, ...]] = field(default_factory=dict)
    keys: Mapping[str, Span] = field(default_factory=dict)
    unknown: tuple[tuple[Scalar, tuple[str, ...]], ...] = ()
    repeated: tuple[tuple[Scalar, int], ...] = ()
    faults: tuple[ValueFault, ...] = ()

    def text(self, key: str) -> str:
        """The first value of a field as written, or its empty default."""
        values = self.values.get(key, ())
        return values[0].text.strip() if values else ""

    def texts(self, key: str) -> tuple[str, ...]:
        """All values of a field."""
        return tuple(value.text.strip() for value in self.values.get(key, ()))

    def span(self, key: str) -> Span:
        """Where a field's first value stands, else its key, else the top of the file."""
        values = self.values.get(key, ())
        return values[0].span if values else self.keys.get(key, Span(1, 1, 4))


def read_header(mapping: nodes.Mapping) -> Header:
    """Sort a header's entries into values that fit, and those that do not."""
    reader = _Reader()
    reader.mapping(mapping, FIELDS, "")
    return Header(
        reader.values,
        reader.keys,
        tuple(reader.unknown),
        tuple(reader.repeated),
        tuple(reader.faults),
    )


def as_date(text: str) -> date | None:
    """The date that `text` writes as YYYY-MM-DD, or None."""
    try:
        return date.fromisoformat(text) if DATE.fullmatch(text) else None
    except ValueError:
        return None


class _Reader:
    def __init__(self) -> None:
        self.values: dict[str, tuple[Scalar, ...]] = {}
        self.keys: dict[str, Span] = {}
        self.unknown: list[tuple[Scalar, tuple[str, ...]]] = []
        self.repeated: list[tuple[Scalar, int]] = []
        self.faults: list[ValueFault] = []

    def mapping(self, mapping: nodes.Mapping, fields: tuple[Field, ...], prefix: str) -> None:
        known = {field.key: field for field in fields}
        first: dict[str, int] = {}
        for entry in mapping.entries:
            name = entry.key.text
            if name in first:
                self.repeated.append((entry.key, first[name]))
                continue
            first[name] = entry.key.span.line
            if name in known:
                self._entry(entry, known[name], f"{prefix}{name}")
            else:
                self.unknown.append((entry.key, tuple(known)))

    def _entry(self, entry: Entry, field: Field, key: str) -> None:
        self.keys[key] = entry.key.span
        node = entry.value
        if isinstance(node, Scalar) and _is_empty(node):
            return
        if field.kind is Kind.MAPPING:
            if isinstance(node, nodes.Mapping):
                self.mapping(node, field.fields, f"{key}.")
            else:
                self._fault(key, field, node, "mapping")
            return
        values = tuple(self._scalars(key, field, node))
        if values:
            self.values[key] = values

    def _scalars(self, key: str, field: Field, node: Node) -> Iterator[Scalar]:
        items: tuple[Node, ...] = (node,)
        if isinstance(node, Sequence) and field.many:
            items = node.items
        for item in items:
            if not isinstance(item, Scalar):
                self._fault(key, field, item, "text" if not field.many else "list")
            elif _is_empty(item):
                continue
            elif reason := _misfit(field, item.text.strip()):
                self._fault(key, field, item, reason)
            else:
                yield item

    def _fault(self, key: str, field: Field, node: Node, reason: str) -> None:
        found = node.text.strip() if isinstance(node, Scalar) else ""
        self.faults.append(ValueFault(key, field, node.span, reason, found))


def _is_empty(scalar: Scalar) -> bool:
    return scalar.text.strip() in ("", "~", "null")


def _misfit(field: Field, text: str) -> str:
    """Why `text` is no value of `field`, or an empty string."""
    if CONTROL.search(text):
        return "control"
    if len(text) > field.maximum:
        return "long"
    if field.kind is Kind.CHOICE and text not in field.choices:
        return "choice"
    if field.kind is Kind.DATE and as_date(text) is None:
        return "date"
    if field.kind is Kind.YEAR and not re.fullmatch(r"(?:19|20)\d\d", text):
        return "year"
    if field.kind is Kind.URL and not _is_web_address(text):
        return "url"
    if field.kind is Kind.PLAN and not PLAN_NAME.fullmatch(text):
        return "plan"
    return ""


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and "." in parts.netloc and " " not in text
