"""CSV that spreadsheets and programs read alike.

UTF-8 with a byte order mark, commas, every value in quotation marks, CRLF (RFC 4180). A list is
written as in JSON, `["005","049"]`, so that no reader takes a code for a number. A text that a
spreadsheet would run as a formula gets an apostrophe in front.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from kuntakesu.json_text import compact_text
from kuntakesu.records.columns import Column, Row, Value

BYTE_ORDER_MARK = "\ufeff"
# Also with apostrophes before it, so that the one put in front can be taken off again for certain.
FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


def csv_head(columns: tuple[Column[Row], ...]) -> bytes:
    """What stands above the lines of a table: the names of its columns."""
    return f"{BYTE_ORDER_MARK}{_written([[column.name for column in columns]])}".encode()


def csv_lines(columns: tuple[Column[Row], ...], rows: Iterable[Row]) -> str:
    """The lines of some rows, each with its line break."""
    return _written([cell(column.value(row)) for column in columns] for row in rows)


def _written(rows: Iterable[list[str]]) -> str:
    file = io.StringIO(newline="")
    csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(rows)
    return file.getvalue()


def cell(value: Value) -> str:
    """A value as it stands in a cell; empty where nothing is stated."""
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if FORMULA.match(value) else value
    return compact_text(value)
