"""Tables whose rows, or which themselves, are development targets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kuntakesu.importing.blocks import Table
from kuntakesu.importing.labels import Label, column_named, theme_named

LONGEST_TITLE = 150
MADE_TITLE = 100
HEADER_ROWS = 3
NO_PART = frozenset({"theme", "target", "other"})
Row = tuple[str, ...]
Columns = tuple[Label, ...]
LABELS: Columns = (Label("", "labels"), Label("", "texts"))
"""The columns of a table that has labels in the first of them."""


@dataclass(frozen=True)
class Entry:
    """What a row, or several, of a table say.

    Attributes:
        theme: A theme's name as written, where the row has one that it and those below it
            belong to.
        title: The target's title; empty where the row goes on with the target above.
        parts: Labels and texts; a label with an empty kind is a column that nobody knows.
        made: Whether the title was made of the beginning of a longer text.
    """

    theme: str = ""
    title: str = ""
    parts: tuple[tuple[Label, str], ...] = ()
    made: bool = False


@dataclass(frozen=True)
class Reading:
    """A table that was understood.

    Attributes:
        columns: Its columns, for a table that goes on with it on the next page.
        has_title: Whether a column is for the targets' titles.
        unused: The names of columns that have nothing in them.
    """

    entries: tuple[Entry, ...]
    columns: Columns = ()
    has_title: bool = False
    unused: tuple[str, ...] = ()


def read_table(table: Table, before: Columns = ()) -> Reading | None:
    """The targets of a table, or None where it is another kind of table.

    Args:
        table: The table.
        before: The columns of a table that stands right before this one.
    """
    rows = [row for row in table.rows if any(row)]
    reading = _read(rows, [row for row in rows if not _is_lone(row)], before)
    return reading if reading and reading.entries else None


def _read(rows: Sequence[Row], wide: Sequence[Row], before: Columns) -> Reading | None:
    is_more = before == LABELS and all(len(row) == len(LABELS) for row in wide)
    if _is_list_of_parts(wide) or (wide and is_more):
        return Reading(tuple(_by_labels(rows)), LABELS)
    header = next((row for row in wide[:HEADER_ROWS] if _is_header(row)), None)
    if header:
        return _by_rows(rows, tuple(_column(cell) for cell in header))
    if before and wide and len(wide[0]) == len(before):
        return _by_rows(rows, before)
    return None


def shortened(text: str) -> str:
    """A title made of the beginning of a text."""
    first = re.split(r"(?<=[.!?;])\s|\n", text.strip(), maxsplit=1)[0].rstrip(" .;")
    if len(first) <= MADE_TITLE:
        return first
    return first[:MADE_TITLE].rpartition(" ")[0].rstrip(" ,;–-") + " …"


def _is_lone(row: Row) -> bool:
    return len(row) == 1


def _is_header(row: Row) -> bool:
    found = [label for label in map(_column, filter(None, row)) if label.kind]
    kinds = {label.kind for label in found}
    if any(label.kind == "target" and label.sure for label in found[:2]):
        return True
    return len(kinds) > 1 and 2 * len(found) >= len(list(filter(None, row)))


def _column(cell: str) -> Label:
    return column_named(cell) or Label("", " ".join(cell.split()))


def _is_list_of_parts(rows: Sequence[Row]) -> bool:
    """Whether the first of two columns has labels."""
    if not rows or any(len(row) != 2 for row in rows):
        return False
    labels = [row[0] for row in rows if row[0]]
    known = [label for label in map(column_named, labels) if label and label.sure]
    return len(known) > 1 and 2 * len(known) >= len(labels)


def _by_labels(rows: Sequence[Row]) -> Iterator[Entry]:
    title, made = "", False
    parts: list[tuple[Label, str]] = []
    for row in rows:
        label = column_named(row[0]) if len(row) > 1 else Label("target", "")
        text = row[-1]
        if label and label.kind in ("theme", "target"):
            if title or parts:
                yield Entry(title=title, parts=tuple(parts), made=made)
            title, made, parts = "", False, []
            is_theme = label.kind == "theme" or not label.text
            if is_theme and theme_named(text)[0]:
                yield Entry(theme=text)
            else:
                title, made, parts = _title(text)
        elif text:
            if not label or label.kind == "other":
                label = Label("", " ".join(row[0].split()))
            parts.append((label if row[0] or not parts else parts[-1][0], text))
    if title or parts:
        yield Entry(title=title, parts=tuple(parts), made=made)


def _title(text: str) -> tuple[str, bool, list[tuple[Label, str]]]:
    """A title, whether it was made, and what the whole text then goes to."""
    if len(text) <= LONGEST_TITLE and "\n" not in text:
        return text, False, []
    return shortened(text), True, [(Label("", ""), text)]


def _by_rows(rows: Sequence[Row], columns: Columns) -> Reading:
    """Targets a row each; a head may come again, and with other columns."""
    place, made = _title_column(columns, rows)
    entries: list[Entry] = []
    heads = [*columns]
    for row in rows:
        if _is_lone(row):
            is_theme = bool(theme_named(row[0])[0])
            told = Entry(theme=row[0]) if is_theme else Entry(parts=((Label("", ""), row[0]),))
            entries.append(told)
        elif _is_header(row):
            columns = tuple(_column(cell) for cell in row)
            heads += columns
            place, made = _title_column(columns, rows)
        else:
            entries.append(_row_entry(row, columns, place, made))
    used = {label.text for entry in entries for label, _ in entry.parts}
    known = {head.text for head in heads if head.sure and head.kind in ("theme", "target")}
    names = dict.fromkeys(head.text for head in heads if head.text)
    unused = tuple(name for name in names if name not in used | known)
    return Reading(tuple(entries), columns, has_title=not made, unused=unused)


def _title_column(columns: Columns, rows: Sequence[Row]) -> tuple[int, bool]:
    """The column of the titles, and whether titles must be made of its texts."""
    kinds = [column.kind for column in columns]
    if "target" in kinds:
        return len(kinds) - 1 - kinds[::-1].index("target"), False
    first = next(place for place, kind in enumerate(kinds) if kind not in ("", "theme"))
    for place in range(first):
        if not kinds[place] and all(len(row[place]) <= LONGEST_TITLE for row in rows if row[1:]):
            return place, False
    return (kinds.index("goals") if "goals" in kinds else first), True


def _row_entry(row: Row, columns: Columns, place: int, made: bool) -> Entry:
    theme, parts = "", []
    for number, (label, text) in enumerate(zip(columns, row, strict=False)):
        if not text or (number == place and not made):
            continue
        if label.kind == "theme" and theme_named(text)[0]:
            theme = text
        else:
            kind = "" if label.kind in NO_PART else label.kind
            parts.append((Label(kind, label.text, label.sure), text))
    title = row[place] if place < len(row) else ""
    if made:
        short = shortened(title) if title else ""
        return Entry(theme, short, tuple(parts), made=short != title)
    short, is_made, whole = _title(title) if title else ("", False, [])
    return Entry(theme, short, (*whole, *parts), is_made)
