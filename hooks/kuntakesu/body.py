"""The text of a plan, taken apart into themes, targets and their parts."""

from __future__ import annotations

from dataclasses import dataclass

from kuntakesu.vocabulary.terms import parts

BEGINNING = 180
"""About how many characters of a target a list shows."""


@dataclass(frozen=True)
class Fragment:
    """A piece of a plan's body.

    Attributes:
        html: Sanitised HTML, safe to put into a page as it is.
        text: The same as plain text.
    """

    html: str = ""
    text: str = ""


@dataclass(frozen=True)
class Part:
    """A piece of a target.

    Attributes:
        kind: `goals`, `actions`, `responsible`, `schedule`, `indicators`, `results`,
            `monitoring`, `evaluation`, or empty for text without a label.
    """

    kind: str
    content: Fragment


@dataclass(frozen=True)
class Target:
    """A development target: a `###` heading under a theme, and its parts in their order."""

    title: str
    anchor: str
    parts: tuple[Part, ...] = ()

    def contents(self, kind: str) -> tuple[Fragment, ...]:
        """The pieces of one kind; most targets have at most one."""
        return tuple(part.content for part in self.parts if part.kind == kind)

    @property
    def goals(self) -> tuple[Fragment, ...]:
        """What the target aims at."""
        return self.contents("goals")

    @property
    def actions(self) -> tuple[Fragment, ...]:
        """What is done."""
        return self.contents("actions")

    @property
    def responsible(self) -> tuple[Fragment, ...]:
        """Who sees to it."""
        return self.contents("responsible")

    @property
    def schedule(self) -> tuple[Fragment, ...]:
        """When."""
        return self.contents("schedule")

    @property
    def indicators(self) -> tuple[Fragment, ...]:
        """How progress is measured."""
        return self.contents("indicators")

    @property
    def results(self) -> tuple[Fragment, ...]:
        """What has come, or should come, of it."""
        return self.contents("results")

    @property
    def monitoring(self) -> tuple[Fragment, ...]:
        """How it is followed."""
        return self.contents("monitoring")

    @property
    def evaluation(self) -> tuple[Fragment, ...]:
        """How it is assessed."""
        return self.contents("evaluation")

    @property
    def kinds(self) -> int:
        """The kinds of its labelled parts; see `TargetOutline`."""
        found = {part.kind for part in self.parts}
        return sum(1 << place for place, kind in enumerate(parts().codes) if kind in found)

    @property
    def beginning(self) -> str:
        """The beginning of what it says, its goals first, cut between words."""
        pieces = self.goals or self.actions or tuple(part.content for part in self.parts)
        text = " ".join(piece.text for piece in pieces)
        if len(text) <= BEGINNING:
            return text
        return text[:BEGINNING].rpartition(" ")[0].rstrip(" ,.;:–") + "…"


@dataclass(frozen=True, slots=True)
class TargetOutline:
    """What lists tell of a target; see `Target`, and of its theme `Section`.

    Attributes:
        kinds: As bits, by their places in the vocabulary: 1, 2, 4 …
    """

    theme: str
    title: str
    anchor: str
    kinds: int
    beginning: str


@dataclass(frozen=True)
class Section:
    """A `##` section of a body.

    Attributes:
        theme: The code of the theme that the heading names, or empty.
        line: 1-based line of the heading in the file.
        intro: What stands before the first target; all of it where the section is no theme.
    """

    title: str
    anchor: str
    line: int
    theme: str = ""
    intro: Fragment = Fragment()
    targets: tuple[Target, ...] = ()


@dataclass(frozen=True)
class Body:
    """The text of a plan below its front matter."""

    intro: Fragment = Fragment()
    sections: tuple[Section, ...] = ()
    footnotes: Fragment = Fragment()

    @property
    def themes(self) -> tuple[Section, ...]:
        """The sections that are themes."""
        return tuple(section for section in self.sections if section.theme)

    @property
    def outline(self) -> tuple[TargetOutline, ...]:
        """All targets, in their order."""
        return tuple(
            TargetOutline(section.theme, one.title, one.anchor, one.kinds, one.beginning)
            for section in self.themes
            for one in section.targets
        )
