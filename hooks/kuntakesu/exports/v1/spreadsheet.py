"""CSV that spreadsheets and programs read alike.

UTF-8 with a byte order mark, commas, every value in quotation marks, CRLF (RFC 4180). A list is
written as in JSON, `["005","049"]`, so that no reader takes a code for a number. A text that a
spreadsheet would run as a formula gets an apostrophe in front.
"""

from __future__ import annotations

import csv
import io
import re

from kuntakesu.json_text import compact_text
from kuntakesu.records.columns import Value
from kuntakesu.records.files import Table
from kuntakesu.records.rows import Edition

BYTE_ORDER_MARK = "\ufeff"
# Also with apostrophes before it, so that the one put in front can be taken off again for certain.
FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


def table_csv(table: Table, edition: Edition) -> bytes:
    """All rows of a table below the names of its columns."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(column.name for column in table.columns)
    for row in table.rows(edition):
        writer.writerow(cell(column.value(row)) for column in table.columns)
    return (BYTE_ORDER_MARK + file.getvalue()).encode()


def cell(value: Value) -> str:
    """A value as it stands in a cell; empty where nothing is stated."""
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if FORMULA.match(value) else value
    return compact_text(value)
