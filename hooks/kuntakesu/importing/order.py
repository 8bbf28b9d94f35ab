"""The blocks of a document put into the order of a plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kuntakesu.importing.blocks import Block, Heading, Item, Listing, Paragraph, Table
from kuntakesu.importing.headings import theme_headings
from kuntakesu.importing.labels import Label, labelled, part_named, theme_named, unnumbered
from kuntakesu.importing.markdown import cell_blocks
from kuntakesu.importing.structure import Section, Structure
from kuntakesu.importing.tables import (
    LONGEST_TITLE,
    NO_PART,
    Columns,
    Entry,
    Reading,
    read_table,
    shortened,
)
from kuntakesu.vocabulary import terms

IN_TABLE = 99
"""The level of a theme that a table names: any heading behind the table ends it."""
SHOWN = 60


def ordered(blocks: Sequence[Block]) -> Structure:
    """Put blocks, headings among them, into the order of a plan."""
    orderer = _Orderer()
    themes = theme_headings(blocks)
    for place, block in enumerate(blocks):
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        orderer.add(block, themes.get(place, ""), following)
    orderer.result.close()
    return orderer.result


class _Orderer:
    def __init__(self) -> None:
        self.result = Structure()
        self._columns: Columns = ()

    def add(self, block: Block, theme: str, following: Block | None) -> None:
        before, self._columns = self._columns, ()
        match block:
            case Heading() if theme and not self._is_target_named_so(theme):
                title = unnumbered(block.text)
                self.result.open_theme(title, block.level, theme, sure=block.sure)
            case Heading():
                self._heading(block, following)
            case Table():
                self._table(block, before)
            case Paragraph():
                self._paragraph(block)
            case Listing():
                self._listing(block)

    def _is_target_named_so(self, theme: str) -> bool:
        """Whether a heading with a theme's name is a target's, since its theme is open."""
        section = self.result.theme
        return bool(section and section.theme == theme and not section.sure)

    def _heading(self, heading: Heading, following: Block | None) -> None:
        section, label = self.result.section, part_named(heading.text)
        if not section or not section.theme:
            self._plain_heading(heading, section)
            return
        is_below = heading.level > section.level
        is_below = is_below or (heading.level == section.level and not heading.sure)
        if is_below and label and label.sure:
            self.result.open_part(label, whole=True)
        elif not is_below:
            self.result.open_plain(heading.text, heading.level)
        else:
            self._target_heading(heading, following)

    def _plain_heading(self, heading: Heading, section: Section | None) -> None:
        if section and heading.level > section.level:
            section.blocks.append(heading)
        else:
            self.result.open_plain(heading.text, heading.level)

    def _target_heading(self, heading: Heading, following: Block | None) -> None:
        target = self.result.target
        if target and heading.level > target.level:
            if target.parts and not _has_label(following):
                self.result.unlabelled(heading)
                return
            if not target.parts:
                self.result.put_above(target)
        self.result.open_target(_without_label(heading.text), heading.level)

    def _paragraph(self, paragraph: Paragraph) -> None:
        found, theme = labelled(paragraph.text, paragraph.bold), self.result.theme
        if not found or not theme:
            self.result.content(paragraph)
            return
        label, rest = found
        if label.kind in NO_PART:
            self._named_target(label, rest, theme)
            return
        if label.kind == "goals" and label.text[-1:].isdigit() and rest:
            self.result.open_target(shortened(rest), theme.level + 1)
        self.result.open_part(label, whole=not rest)
        if rest:
            self.result.told(Paragraph(rest))

    def _named_target(self, label: Label, rest: str, theme: Section) -> None:
        """A paragraph such as `Kehittämiskohde: Lukutaito`."""
        if label.kind == "theme" and theme_named(rest)[0]:
            self.result.open_theme(rest, IN_TABLE)
        elif label.kind == "target" and rest and len(rest) <= LONGEST_TITLE:
            self.result.open_target(rest, theme.level + 1)
        else:
            self.result.content(Paragraph(f"{label.text}: {rest}".rstrip(": ")))

    def _listing(self, listing: Listing) -> None:
        """A list, cut where its entries have labels."""
        taken: list[Item] = []
        for item in listing.items:
            found = None if item.depth else labelled(item.text, item.bold)
            if not found or not self.result.target or found[0].kind in NO_PART:
                taken.append(item)
                continue
            self._list(taken, listing)
            taken = []
            self._paragraph(Paragraph(item.text, item.bold))
        self._list(taken, listing)

    def _list(self, items: Sequence[Item], listing: Listing) -> None:
        if items:
            least = min(item.depth for item in items)
            shown = (Item(item.text, item.depth - least, item.bold) for item in items)
            self.result.content(Listing(tuple(shown), listing.ordered))

    def _table(self, table: Table, before: Columns) -> None:
        reading = read_table(table, before)
        if reading and self._has_place(reading) and not self._is_inner(reading):
            self._columns = reading.columns
            self.result.leftovers += map(Paragraph, reading.unused)
            for entry in self._own_entries(reading):
                self._entry(entry)
            return
        if not reading:
            shown = " | ".join(filter(None, table.rows[0])).replace("\n", " ")
            self.result.notice("table-unknown", cells=shown[:SHOWN])
        elif self.result.target and (label := _first_part(reading.columns)):
            self.result.open_part(label)
        self.result.content(table)

    def _own_entries(self, reading: Reading) -> Sequence[Entry]:
        """The entries; a lone one without a title of its own belongs to the heading above it."""
        target = self.result.target
        if len(reading.entries) > 1 or reading.has_title or not target or target.parts:
            return reading.entries
        return [replace(reading.entries[0], title="", made=False)]

    def _has_place(self, reading: Reading) -> bool:
        """Whether the targets of a table are in a theme."""
        return bool(self.result.theme or reading.entries[0].theme)

    def _is_inner(self, reading: Reading) -> bool:
        """Whether a table of several actions stands in a target, each row with its own facts."""
        kinds = {column.kind for column in reading.columns}
        told = [entry for entry in reading.entries if entry.parts]
        inner = kinds != {""} and not reading.has_title and "goals" not in kinds
        return bool(self.result.target) and inner and len(told) > 1

    def _entry(self, entry: Entry) -> None:
        if entry.theme:
            self.result.open_theme(entry.theme, IN_TABLE)
        continues = self.result.target is not None and not entry.title
        if entry.title:
            level = self.result.section.level if self.result.section else 0
            self.result.open_target(entry.title, level + 1)
            if entry.made:
                self.result.notice("title-made", title=entry.title)
        for label, text in entry.parts:
            if label.kind:
                self._cell(label, text, continues=continues)
            else:
                told = f"{label.text}: {text}" if label.text else text
                for block in cell_blocks(told):
                    self.result.unlabelled(block)

    def _cell(self, label: Label, text: str, *, continues: bool) -> None:
        target = self.result.target
        same = [one for one in target.parts if one.label.kind == label.kind] if target else []
        part = same[-1] if continues and same else self.result.open_part(label, whole=True)
        if part:
            part.blocks += cell_blocks(text)


def _first_part(columns: Columns) -> Label | None:
    return next((one for one in columns if one.kind in terms.parts().codes), None)


def _without_label(heading: str) -> str:
    """A target's heading without a word that says that it is one: `Kehittämiskohde 1: …`."""
    found = labelled(heading)
    return found[1] if found and found[0].kind == "target" and found[1] else heading


def _has_label(block: Block | None) -> bool:
    match block:
        case Paragraph():
            return labelled(block.text, block.bold) is not None
        case Listing():
            return any(labelled(item.text, item.bold) for item in block.items)
        case Heading():
            return (found := part_named(block.text)) is not None and found.sure
    return False
