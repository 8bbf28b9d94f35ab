"""A file handed in as a plan: everything that is known of it, be it right or wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from kuntakesu.body import Body
from kuntakesu.diagnostics import Finding, Span
from kuntakesu.front_matter import FrontMatter, read_front_matter
from kuntakesu.header import Header, as_date, read_header
from kuntakesu.hyperlinks import file_path
from kuntakesu.nodes import Scalar
from kuntakesu.outline import read_body
from kuntakesu.personal import Trace, traces
from kuntakesu.places import Places
from kuntakesu.plan import Approval, Original, Period, Place, Plan, WholeText
from kuntakesu.render import Document, Renderer
from kuntakesu.source import Source
from kuntakesu.vocabulary.register import Register
from kuntakesu.vocabulary.terms import themes
from kuntakesu.written import Written, decoded

LANGUAGE_LINE = re.compile(r"""language:\s*["']?(fi|sv|en)\b""")
ESCAPE = re.compile(r"\\[xuU][0-9A-Fa-f]+")
REQUIRED = ("title", "provider", "municipality", "period", "language", "themes", "status")

Found = tuple[str, Finding]
"""A rule's code, and what it found."""


@dataclass(frozen=True)
class Passage:
    r"""A piece of a file as text: a line, or a value not written as it reads (`"\u0041"`).

    Attributes:
        line: The number of the line, 1-based.
        whole: Where such a value stands; a line's own characters have their own places.
        is_body: Whether it is of the body, where entities (`&#65;`) become characters.
    """

    text: str
    line: int
    whole: Span | None = None
    is_body: bool = False

    @cached_property
    def written(self) -> Written:
        """The text as its reader gets it; in the header entities stay as they are."""
        return decoded(self.text) if self.is_body else Written(self.text)

    def span(self, start: int, end: int) -> Span:
        """Where the characters from `start` to before `end` stand in the file."""
        return self.whole or Span(self.line, start + 1, max(end, start + 1) + 1)


@dataclass(frozen=True)
class Submission:
    """One file and what could be read of it.

    Attributes:
        plan: The plan, or None where too much is missing or wrong to make one.
        findings: By rule, what those rules find that look at nothing else; None where it is not
            known yet.
    """

    source: Source
    front_matter: FrontMatter = field(default_factory=FrontMatter)
    header: Header = field(default_factory=Header)
    document: Document = field(default_factory=lambda: Document((), (), (), ()))
    body: Body = field(default_factory=Body)
    plan: Plan | None = None
    findings: tuple[Found, ...] | None = None

    @property
    def language(self) -> str:
        """The language to speak to the author in: the plan's, where it is one of ours."""
        language = self.header.text("language") or self._apparent_language()
        return language if language in ("fi", "sv", "en") else "fi"

    @property
    def period(self) -> Period | None:
        """The period, where it is written as one."""
        return Period.read(self.header.text("period"))

    def _apparent_language(self) -> str:
        """What a header that can't be read seems to say, or else the file's name."""
        lines = self.source.lines[: self.front_matter.body_line]
        found = next(filter(None, map(LANGUAGE_LINE.match, lines)), None)
        return found[1] if found else self.source.name.rpartition(".")[2]

    @cached_property
    def traces(self) -> tuple[tuple[Trace, Span], ...]:
        """The traces of persons in the whole file, with where they stand."""
        return tuple(
            (trace, passage.span(trace.start, trace.end))
            for passage in self.passages
            for trace in traces(passage.text)
        )

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The file's lines, and the values of its header that an escape makes of something else."""
        return tuple(self._passages())

    def _passages(self) -> Iterator[Passage]:
        start = self.front_matter.body_line
        for number, line in enumerate(self.source.lines, 1):
            yield Passage(line, number, is_body=number >= start)
        header = "\n".join(self.source.lines[: start - 1])
        if "\\" not in header:
            return
        written = ESCAPE.sub("", header)
        for scalar in self.front_matter.scalars():
            if scalar.text not in written:
                yield Passage(scalar.text, scalar.span.line, scalar.span)

    def places(self, texts: Iterable[str]) -> Iterator[tuple[str, Span]]:
        """Each of the texts that the document holds, with where it stands in the body.

        What can't be found is said to stand at the body's first line.
        """
        start = self.front_matter.body_line
        for text, span in Places(self.source.lines[start - 1 :], start).of(texts):
            yield text, span or self.body_start

    @property
    def body_start(self) -> Span:
        """The first line of the body."""
        return Span(self.front_matter.body_line, 1, 2)


def read_submission(source: Source, register: Register, renderer: Renderer) -> Submission:
    """Read a plan's file as far as it can be read."""
    if source.fault:
        return Submission(source)
    front_matter = read_front_matter(source.lines)
    header = read_header(front_matter.mapping)
    text = "\n".join(source.lines[front_matter.body_line - 1 :])
    document = renderer.document(text, front_matter.body_line)
    body = read_body(document, renderer)
    plan = None if front_matter.fault else _plan(source, header, document, body, register)
    return Submission(source, front_matter, header, document, body, plan)


def read_place(stated: Scalar, period: Period | None, register: Register) -> Place | None:
    """The municipality that a plan names, or None where there is none of that name.

    A name that only a former municipality bore is accepted here whatever the period; whether
    the period fits is for a rule to say.
    """
    name = stated.text.strip()
    if current := register.current(name):
        return Place(name, (current.code,))
    former = register.dissolved(name)
    if not former:
        return None
    fitting = [one for one in former if period and one.lived_in(period.start)]
    chosen = fitting[0] if fitting else former[-1]
    return Place(name, chosen.successors, chosen)


def _plan(
    source: Source, header: Header, document: Document, body: Body, register: Register
) -> Plan | None:
    period = Period.read(header.text("period"))
    places = [
        read_place(stated, period, register) for stated in header.values.get("municipality", ())
    ]
    known = tuple(place for place in places if place)
    if period is None or len(known) < len(places) or not all(map(header.text, REQUIRED)):
        return None
    return Plan(
        name=source.name,
        title=header.text("title"),
        provider=header.text("provider"),
        places=known,
        period=period,
        language=header.text("language"),
        themes=tuple(code for code in themes().codes if code in header.texts("themes")),
        status=header.text("status"),
        approval=Approval(
            as_date(header.text("approved.date")),
            header.text("approved.body"),
            header.text("approved.decision"),
            header.text("approved.url"),
        ),
        levels=header.texts("levels"),
        kind=header.text("kind") or "kuntakesu",
        summary=header.text("summary"),
        published_by=header.text("published_by") or "provider",
        original=Original(
            header.text("source.title"), header.text("source.url"), header.text("source.year")
        ),
        partners=header.texts("partners"),
        contact=header.text("contact"),
        translation_of=header.text("translation_of"),
        replaces=header.text("replaces"),
        reviewed=as_date(header.text("reviewed")),
        pictures=tuple(file_path(picture.address) for picture in document.pictures),
        digest=source.digest,
        outline=body.outline,
        text=WholeText(body, source.text.encode()),
    )
