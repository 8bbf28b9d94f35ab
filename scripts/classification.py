"""Files of Statistics Finland's classification service, as somebody downloaded them in CSV.

The service's exports differ: they are separated by ; or by a comma, are UTF-8 or Latin-1, may
have lines above their column titles, and their codes may stand in apostrophes, which keep a
spreadsheet from eating their zeros.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

# How many lines may stand above the column titles.
PREAMBLE = 10


def columns(path: Path, *wanted: Sequence[str]) -> list[tuple[str, ...]]:
    """The wanted columns of an exported file, each known by any of its titles.

    Says which columns were taken, and ends the program where one is missing.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        text = path.read_text(encoding="latin-1")
    except OSError as error:
        raise SystemExit(f"{path}: {error.strerror}") from None
    best: list[str] = []
    for separator in ";,\t":
        lines = [
            [cell.strip().strip("'’").strip() for cell in line]
            for line in csv.reader(io.StringIO(text), delimiter=separator)
        ]
        for number, titles in enumerate(lines[:PREAMBLE]):
            found = [column(titles, names) for names in wanted]
            if None not in found:
                places = [place for place in found if place is not None]
                told = ", ".join(titles[place] for place in places)
                body = [line for line in lines[number + 1 :] if any(line)]
                print(f"{path.name}: columns {told}; {len(body)} rows")
                return [
                    tuple([*line, *[""] * len(titles)][place] for place in places) for line in body
                ]
            best = max(best, titles, key=len)
    lacking = [" or ".join(names) for names in wanted if column(best, names) is None]
    raise SystemExit(
        f"{path.name}: no column is called {'; none '.join(lacking)}."
        f" Its columns are: {', '.join(best) or 'none'}"
    )


def column(titles: list[str], names: Sequence[str]) -> int | None:
    known = [title.casefold() for title in titles]
    return next((known.index(name) for name in names if name in known), None)


def by_code(path: Path, pairs: Iterable[tuple[str, ...]]) -> dict[str, str]:
    """The second of each pair by the first, a municipality's code of three digits."""
    found: dict[str, str] = {}
    for first, value in pairs:
        code = first.zfill(3)
        if not re.fullmatch("[0-9]{3}", code) or not value:
            raise SystemExit(
                f"{path.name}: not a municipality's code and value: {first!r}, {value!r}"
            )
        if found.setdefault(code, value) != value:
            raise SystemExit(f"{path.name}: {code} is both {found[code]} and {value}")
    return found
