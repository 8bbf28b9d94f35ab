"""What a document is drawn of, whatever program then writes it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Title:
    """The document's name on its first page."""

    text: str


@dataclass(frozen=True)
class Heading:
    """A heading in a heading style of the program."""

    level: int
    text: str


@dataclass(frozen=True)
class Text:
    """A paragraph, in bold as far as `bold` says."""

    text: str
    bold: str = ""


@dataclass(frozen=True)
class Bullets:
    """A bulleted list; each item as a paragraph."""

    items: tuple[Text, ...]


@dataclass(frozen=True)
class Grid:
    """A ruled table; a row of one cell spans them all."""

    rows: tuple[tuple[str, ...], ...]

    @property
    def width(self) -> int:
        """The number of columns."""
        return max(map(len, self.rows))


Piece = Title | Heading | Text | Bullets | Grid
Drawing = tuple[Piece, ...]
