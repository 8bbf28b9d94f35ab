"""What is kept of a plan's file, so that the same text need not be read and examined again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from kuntakesu.body import Body, TargetOutline
from kuntakesu.front_matter import FrontMatter
from kuntakesu.header import Header
from kuntakesu.plan import Facts, Plan, Text
from kuntakesu.render import Document, Picture
from kuntakesu.source import Source
from kuntakesu.submission import Found, Submission


@dataclass(frozen=True)
class KeptSource(Source):
    """A file whose text is known: it is empty here, and its lines are read when they are asked for.

    Attributes:
        known: See `Source.digest`.
        again: Reads the file.
    """

    known: str = field(kw_only=True)
    again: Callable[[], Source] = field(kw_only=True, repr=False, compare=False)

    @property
    def digest(self) -> str:
        """The SHA-256 sum of the text."""
        return self.known

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines without their line breaks."""
        return self.again().lines


@dataclass(frozen=True)
class Digest:
    """A submission without its text and its trees, and what is to be said of it.

    Attributes:
        sum: See `Source.digest`.
        body_line: The file's first line below the front matter.
        pictures: The pictures that the body shows.
        outline: The targets of the plan.
        findings: What those rules found that look at nothing else; see `check.Rule`.
    """

    sum: str
    body_line: int
    header: Header
    pictures: tuple[Picture, ...]
    facts: Facts
    outline: tuple[TargetOutline, ...]
    findings: tuple[Found, ...]

    @classmethod
    def of(cls, submission: Submission) -> Digest | None:
        """What to keep of an examined file, or None where it makes no plan: it is soon mended."""
        if submission.plan is None:
            return None
        return cls(
            submission.source.digest,
            submission.front_matter.body_line,
            submission.header,
            submission.document.pictures,
            submission.plan.facts,
            submission.plan.outline,
            submission.findings or (),
        )

    def submission(self, path: str, again: Callable[[], Source], text: Text) -> Submission:
        """The submission as the rules that look around and the catalogue need it.

        Args:
            path: Of the file.
            again: Reads it, where somebody looks at its lines.
            text: What the plan says, to be looked at when it is needed.
        """
        return Submission(
            KeptSource(path, "", known=self.sum, again=again),
            FrontMatter(body_line=self.body_line),
            self.header,
            Document((), (), self.pictures, ()),
            Body(),
            self.plan(text),
            self.findings,
        )

    def plan(self, text: Text) -> Plan:
        """The plan of the file."""
        return Plan(**vars(self.facts), digest=self.sum, outline=self.outline, text=text)
