"""A file handed in as a plan: everything that is known of it, be it right or wrong."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kuntakesu.body import Body
from kuntakesu.diagnostics import Span
from kuntakesu.front_matter import FrontMatter, Scalar, read_front_matter
from kuntakesu.header import Header, as_date, read_header
from kuntakesu.hyperlinks import file_path
from kuntakesu.outline import read_body
from kuntakesu.plan import Approval, Original, Period, Place, Plan
from kuntakesu.render import Document, Renderer
from kuntakesu.source import Source
from kuntakesu.vocabulary.register import Register
from kuntakesu.vocabulary.terms import themes

LANGUAGE_LINE = re.compile(r"""language:\s*["']?(fi|sv|en)\b""")
EMPTY_ADDRESS = "]()"
ESCAPE = re.compile(r"\\[xuU][0-9A-Fa-f]+")
REQUIRED = ("title", "provider", "municipality", "period", "language", "themes", "status")


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

    def span(self, start: int, end: int) -> Span:
        """Where the characters from `start` to before `end` stand in the file."""
        return self.whole or Span(self.line, start + 1, max(end, start + 1) + 1)


@dataclass(frozen=True)
class Submission:
    """One file and what could be read of it.

    Attributes:
        plan: The plan, or None where too much is missing or wrong to make one.
    """

    source: Source
    front_matter: FrontMatter = field(default_factory=FrontMatter)
    header: Header = field(default_factory=Header)
    document: Document = field(default_factory=lambda: Document((), (), (), ()))
    body: Body = field(default_factory=Body)
    plan: Plan | None = None

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

    def body_lines(self) -> Iterator[tuple[int, str]]:
        """The lines of the body with their numbers in the file."""
        start = self.front_matter.body_line
        return enumerate(self.source.lines[start - 1 :], start)

    def passages(self) -> Iterator[Passage]:
        """The file's lines, and the values of its header that an escape makes of something else."""
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

        The same text is looked for once more behind its last place, whatever order the document
        has them in. What the author wrote with entities (`&#58;`) is found with its whole line,
        and what can't be found at the body's first line.
        """
        last: dict[str, Span] = {}
        taken: set[Span] = set()
        for text in texts:
            wanted = text.partition("\n")[0] or EMPTY_ADDRESS
            span = self._find(wanted, last.get(text, Span(0, 1, 1)))
            while span and any(span.overlaps(other) for other in taken):
                span = self._find(wanted, span)
            if span:
                taken.add(span)
            last[text] = span or self._find_decoded(wanted) or self.body_start
            yield text, last[text]

    def locate(self, text: str, after: Span | None = None) -> Span:
        """Where `text` next stands in the body, or the body's first line where it can't be found.

        Args:
            text: What to look for, as written in the file.
            after: Look only behind this place.
        """
        return self._find(text, after or Span(0, 1, 1)) or self.body_start

    @property
    def body_start(self) -> Span:
        """The first line of the body."""
        return Span(self.front_matter.body_line, 1, 2)

    def _find(self, text: str, after: Span) -> Span | None:
        for number, line in self.body_lines():
            start = after.end - 1 if number == after.line else 0
            column = line.find(text, start) if text and number >= after.line else -1
            while column >= 0 and line.count("`", 0, column) % 2:  # within `code`
                column = line.find(text, column + 1)
            if column >= 0:
                return Span(number, column + 1, column + 1 + len(text))
        return None

    def _find_decoded(self, text: str) -> Span | None:
        for number, line in self.body_lines():
            if text and text in html.unescape(line):
                return Span(number, 1, len(line) + 1)
        return None


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
        body=body,
        pictures=tuple(file_path(picture.address) for picture in document.pictures),
        source=source.text.encode(),
    )
