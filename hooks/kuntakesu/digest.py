"""What is kept of a plan's file, so that the same text need not be read and examined again."""

from __future__ import annotations

from dataclasses import dataclass

from kuntakesu.body import Body, TargetOutline
from kuntakesu.front_matter import FrontMatter
from kuntakesu.header import Header
from kuntakesu.plan import Facts, Plan, Text
from kuntakesu.render import Document, Picture
from kuntakesu.source import Source
from kuntakesu.submission import Found, Submission


@dataclass(frozen=True)
class Digest:
    """A submission without its text and its trees, and what is to be said of it.

    Attributes:
        body_line: The file's first line below the front matter.
        pictures: The pictures that the body shows.
        outline: The targets of the plan.
        findings: What those rules found that look at nothing else; see `check.Rule`.
    """

    body_line: int
    header: Header
    pictures: tuple[Picture, ...]
    facts: Facts
    outline: tuple[TargetOutline, ...]
    findings: tuple[Found, ...]

    @classmethod
    def of(cls, submission: Submission, findings: tuple[Found, ...]) -> Digest | None:
        """What to keep, or None where the file makes no plan: it is soon mended."""
        if submission.plan is None:
            return None
        return cls(
            submission.front_matter.body_line,
            submission.header,
            submission.document.pictures,
            submission.plan.facts,
            submission.plan.outline,
            findings,
        )

    def submission(self, source: Source, text: Text) -> Submission:
        """The submission as the rules that look around and the catalogue need it.

        Args:
            source: The file.
            text: What the plan says, to be looked at when it is needed.
        """
        plan = self.plan(source, text)
        return Submission(
            source,
            FrontMatter(body_line=self.body_line),
            self.header,
            Document((), (), self.pictures, ()),
            Body(),
            plan,
            self.findings,
        )

    def plan(self, source: Source, text: Text) -> Plan:
        """The plan of the file."""
        return Plan(**vars(self.facts), digest=source.digest, outline=self.outline, text=text)
