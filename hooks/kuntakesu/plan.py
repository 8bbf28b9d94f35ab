"""A plan as the catalogue knows it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Protocol

from kuntakesu.body import Body, TargetOutline
from kuntakesu.vocabulary.register import FormerMunicipality

PERIOD = re.compile(r"((?:19|20)\d\d)(?:-((?:19|20)\d\d))?")


@dataclass(frozen=True)
class Period:
    """The calendar years that a plan covers, both included."""

    start: int
    end: int

    @classmethod
    def read(cls, text: str) -> Period | None:
        """The period that `2018-2021` or `2017` writes, or None; the order is not judged."""
        match = PERIOD.fullmatch(text)
        return cls(int(match[1]), int(match[2] or match[1])) if match else None

    @property
    def first_day(self) -> date:
        """The first day of the period."""
        return date(self.start, 1, 1)

    @property
    def last_day(self) -> date:
        """The last day of the period."""
        return date(self.end, 12, 31)

    def __str__(self) -> str:
        """The period as written in an address."""
        return str(self.start) if self.start == self.end else f"{self.start}-{self.end}"


@dataclass(frozen=True)
class Place:
    """A municipality that a plan names.

    Attributes:
        stated: The name or code as the author wrote it.
        codes: Codes of the municipalities of today that it means; several where one was split.
        former: The municipality of the plan's time, where it is no more.
    """

    stated: str
    codes: tuple[str, ...]
    former: FormerMunicipality | None = None


@dataclass(frozen=True)
class Approval:
    """Who adopted the plan, when and how, as far as it is stated."""

    date: date | None = None
    body: str = ""
    decision: str = ""
    url: str = ""

    @property
    def is_known(self) -> bool:
        """Whether anything at all is stated."""
        return bool(self.date or self.body or self.decision or self.url)


@dataclass(frozen=True)
class Original:
    """The document that an entry is made from."""

    title: str = ""
    url: str = ""
    year: str = ""


class Text(Protocol):
    """A plan's file as such; thousands of them need not be held at once."""

    @property
    def body(self) -> Body:
        """What the plan says below its front matter."""

    @property
    def source(self) -> bytes:
        """The whole file, in UTF-8."""


@dataclass(frozen=True)
class WholeText:
    """A text that is held; see `Text`."""

    body: Body = Body()  # noqa: RUF009 (frozen)
    source: bytes = b""


@dataclass(frozen=True)
class Facts:
    """What a plan says above its text, and the pictures that it shows.

    Attributes:
        name: `<provider-slug>/<period>` or `<provider-slug>/<period>.<language>`.
        translation_of: The name of the plan that this one translates, or empty.
        replaces: The name of the plan that this one follows, or empty.
        pictures: Paths, relative to the plan's folder, of the pictures it shows.
    """

    name: str
    title: str
    provider: str
    places: tuple[Place, ...]
    period: Period
    language: str
    themes: tuple[str, ...]
    status: str
    approval: Approval
    levels: tuple[str, ...]
    kind: str
    summary: str
    published_by: str
    original: Original
    partners: tuple[str, ...]
    contact: str
    translation_of: str
    replaces: str
    reviewed: date | None
    pictures: tuple[str, ...] = ()

    @property
    def provider_slug(self) -> str:
        """The provider's part of addresses: the plan's folder."""
        return self.name.partition("/")[0]

    @property
    def codes(self) -> tuple[str, ...]:
        """Codes of all municipalities of today that the plan is found under, each once."""
        return tuple(dict.fromkeys(code for place in self.places for code in place.codes))

    def in_force(self, on: date) -> bool:
        """THE definition of a plan in force: approved, and the day within its period."""
        return self.status == "approved" and self.period.first_day <= on <= self.period.last_day

    def standing(self, on: date) -> str:
        """`in-force`, `coming` or `ended`; empty where the plan was never adopted."""
        if self.status != "approved":
            return ""
        if self.in_force(on):
            return "in-force"
        return "coming" if on < self.period.first_day else "ended"


@dataclass(frozen=True)
class Plan(Facts):
    """One plan: one file, one permanent address.

    Attributes:
        digest: See `source.Source`.
        outline: Its targets, in their order.
        text: Its file.
    """

    digest: str = field(default="", repr=False)
    outline: tuple[TargetOutline, ...] = field(default=(), repr=False)
    text: Text = field(default=WholeText(), repr=False, compare=False)

    @property
    def facts(self) -> Facts:
        """The facts alone."""
        return Facts(**{one.name: getattr(self, one.name) for one in fields(Facts)})

    @property
    def body(self) -> Body:
        """What the plan says below its front matter."""
        return self.text.body

    @property
    def source(self) -> bytes:
        """The whole file, in UTF-8."""
        return self.text.source
