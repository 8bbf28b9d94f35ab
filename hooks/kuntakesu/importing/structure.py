"""A plan's order while it is being made of a document: themes, targets, parts, other sections."""

from __future__ import annotations

from dataclasses import dataclass, field

from kuntakesu.importing.blocks import Block, Listing, Paragraph, Table
from kuntakesu.importing.labels import Label, theme_named
from kuntakesu.importing.notices import Notice
from kuntakesu.vocabulary import terms


@dataclass
class Part:
    """A piece of a target; `whole` where every block up to the next label belongs to it."""

    label: Label
    blocks: list[Block] = field(default_factory=list)
    whole: bool = False


@dataclass
class Target:
    """A development target."""

    title: str
    level: int = 0
    parts: list[Part] = field(default_factory=list)


@dataclass
class Section:
    """A theme, or a section of another kind, which has no targets."""

    title: str
    level: int
    theme: str = ""
    sure: bool = True
    blocks: list[Block] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)


@dataclass
class Structure:
    """A document's order, and the place at which the next block goes in.

    Attributes:
        intro: What stands before the first section.
        leftovers: What fits nowhere.
        section: The section that is open.
        target: The target that is open, in a theme.
    """

    intro: list[Block] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    leftovers: list[Block] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    section: Section | None = None
    target: Target | None = None
    _above: list[str] = field(default_factory=list)

    @property
    def theme(self) -> Section | None:
        """The open section, where it is a theme."""
        return self.section if self.section and self.section.theme else None

    @property
    def part(self) -> Part | None:
        """The open part of the open target."""
        return self.target.parts[-1] if self.target and self.target.parts else None

    def notice(self, code: str, **arguments: str) -> bool:
        """Note something, once; whether it is new."""
        notice = Notice(code, arguments)
        if notice in self.notices:
            return False
        self.notices.append(notice)
        return True

    def open_theme(self, title: str, level: int, code: str = "", *, sure: bool = True) -> None:
        """Begin a theme, or go on with it where it has begun before."""
        named, is_named = theme_named(title)
        theme = code or named
        self.close()
        self.target = None
        found = next((one for one in self.sections if one.theme == theme), None)
        if not is_named:
            self.notice("theme-guessed", heading=title, theme=f"values.theme.{theme}")
        self.section = found or Section(title, level, theme, sure)
        if not found:
            self.sections.append(self.section)
        elif found.title.casefold() != title.casefold():
            found.blocks.append(Paragraph(title))

    def open_plain(self, title: str, level: int) -> None:
        """Begin a section of another kind."""
        self.close()
        self.section, self.target = Section(title, level), None
        self.sections.append(self.section)
        self.notice("section-without-theme", heading=title)

    def open_target(self, title: str, level: int) -> None:
        """Begin a target in the open theme."""
        if not self.section:
            return
        self.target = Target(title, level)
        self.section.targets.append(self.target)
        if self._above:
            self.content(Paragraph(" – ".join(self._above)))
            self._above = []

    def put_above(self, target: Target) -> None:
        """Take an empty target for the heading of those below it."""
        if self.section:
            self.section.targets.remove(target)
        self._above.append(target.title)
        self.target = None

    def open_part(self, label: Label, *, whole: bool = False) -> Part | None:
        """Begin a part; where no target is open, the theme itself becomes one."""
        if not self.target and self.section:
            self.open_target(self.section.title, self.section.level + 1)
            self.notice("title-of-theme", title=self.section.title)
        if not self.target:
            return None
        part = Part(self._known(label), whole=whole)
        self.target.parts.append(part)
        return part

    def content(self, block: Block) -> None:
        """Put a block where it belongs: into the open part, target, section or introduction."""
        part = self.part
        if self.target:
            goes_on = isinstance(block, Listing | Table)
            if part and (part.whole or goes_on or not part.label.kind):
                part.blocks.append(block)
            else:
                self.unlabelled(block)
        elif self.section:
            self.section.blocks.append(block)
        else:
            self.intro.append(block)

    def told(self, block: Block) -> None:
        """Put a block into the part that was just opened."""
        if self.part:
            self.part.blocks.append(block)
        else:
            self.content(block)

    def unlabelled(self, block: Block) -> None:
        """Put a block into the open target, outside its parts."""
        if self.target:
            self.target.parts.append(Part(Label("", ""), [block]))
        else:
            self.content(block)

    def close(self) -> None:
        """Headings that wait for a target get none any more."""
        if self._above and self.section:
            self.section.blocks.append(Paragraph(" – ".join(self._above)))
            self._above = []

    def _known(self, label: Label) -> Label:
        """A label whose own words the catalogue would not know is told once, at the end."""
        if not label.kind or terms.parts().code(label.text) == label.kind:
            return label
        if self.notice("column-guessed", column=label.text, part=f"values.part.{label.kind}"):
            self.leftovers.append(Paragraph(label.text))
        return Label(label.kind, "", sure=False)
