#!/usr/bin/env python3
"""Measure how well the search finds municipalities by their inflected and mistyped names.

Asks every form, and forms with one mistake of each kind; `--sample 10` asks every tenth.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import sys
import time
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from kuntakesu.search.municipalities import (  # noqa: E402
    MunicipalitySearch,
    Payload,
    municipality_index,
)
from kuntakesu.vocabulary.register import Register, read_register  # noqa: E402

FORMS = ROOT / "tests/data/name_forms.csv"
LETTERS = "abcdefghijklmnoprstuvyäö"
SHORTEST_MISTYPED = 4
TOP = 8


class Question(NamedTuple):
    """Something typed, and the codes of the municipalities that it means."""

    text: str
    codes: frozenset[str]


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sample", type=int, default=1, metavar="N", help="take every Nth form")
    sample: int = parser.parse_args().sample
    register = read_register()
    payload = municipality_index(register)
    search = MunicipalitySearch(payload)
    print(f"{'':28}{'asked':>7}{'first':>9}{f'top {TOP}':>9}{'ms':>7}")
    for title, questions in groups(register).items():
        asked = questions[::sample]
        started = time.perf_counter()
        places = [place_of(search, question) for question in asked]
        each = (time.perf_counter() - started) * 1000 / len(asked)
        first = sum(place == 0 for place in places) / len(asked)
        top = sum(place is not None and place < TOP for place in places) / len(asked)
        print(f"{title:28}{len(asked):>7}{first:>9.2%}{top:>9.2%}{each:>7.2f}")
    print(f"payload {len(encoded(payload))} bytes, {compressed_size(payload)} gzipped")
    return 0


def encoded(payload: Payload) -> bytes:
    """The payload as it is published."""
    return json.dumps(payload, ensure_ascii=False, separators=(",", ":")).encode()


def compressed_size(payload: Payload) -> int:
    """Bytes of the payload as a server sends it."""
    return len(gzip.compress(encoded(payload), 9, mtime=0))


def groups(register: Register) -> dict[str, list[Question]]:
    """What is asked, by the kind of question."""
    asked = {title: list(questions(rows)) for title, rows in rows_by_kind(register).items()}
    mistyped = {
        f"mistyped {title}": [
            Question(text, question.codes)
            for question in found
            if len(question.text) >= SHORTEST_MISTYPED
            for text in (every_mistake if title.startswith("bare") else some_mistakes)(
                question.text
            )
        ]
        for title, found in asked.items()
    }
    return asked | mistyped


def rows_by_kind(register: Register) -> dict[str, list[dict[str, str]]]:
    """The committed forms, by whether they are inflected and by whose names they are.

    A name of today is not asked for as a former municipality's name too.
    """
    finnish = {place.name_fi: place.code for place in register.municipalities}
    other = {
        name: place.code
        for place in register.municipalities
        for name in (place.name_sv, *(sami for _, sami in place.names_sami))
    }
    kinds: dict[str, list[dict[str, str]]] = {}
    for row in read_forms():
        name, code = row["name"], row["code"]
        if name in finnish or name in other:
            if code not in (finnish.get(name), other.get(name)):
                continue
            kind = "Finnish" if name in finnish else "Swedish, Sámi"
        else:
            kind = "former"
        bare = "bare" if row["form"] == name else "inflected"
        kinds.setdefault(f"{bare} {kind}", []).append(row)
    return dict(sorted(kinds.items()))


def read_forms() -> list[dict[str, str]]:
    with FORMS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def questions(rows: Iterable[dict[str, str]]) -> Iterator[Question]:
    """One question for each text, with all that it means."""
    codes: dict[str, set[str]] = {}
    for row in rows:
        codes.setdefault(row["form"], set()).add(row["code"])
    return (Question(text, frozenset(found)) for text, found in codes.items())


def place_of(search: MunicipalitySearch, question: Question) -> int | None:
    """The best place among the matches of what was meant, from 0."""
    for place, match in enumerate(search.find(question.text)):
        if match.code in question.codes:
            return place
    return None


def every_mistake(text: str) -> list[str]:
    """One mistake of each kind at each letter of the text."""
    return sorted({mistyped for at in range(len(text)) for mistyped in mistakes(text, at)} - {text})


def some_mistakes(text: str) -> list[str]:
    """One mistake of each kind, at letters that depend on the text alone."""
    kinds = len(list(mistakes(text, 0)))
    found = (list(mistakes(text, chance(text, kind) % len(text)))[kind] for kind in range(kinds))
    return sorted({mistyped for mistyped in found if mistyped != text})


def mistakes(text: str, at: int) -> Iterator[str]:
    """The text with the letter at a position left out, swapped, changed, or one added there."""
    letter = LETTERS[chance(text, at) % len(LETTERS)]
    before, after = text[:at], text[at + 1 :]
    yield before + after
    yield before + after[:1] + text[at] + after[1:]
    yield before + letter + after
    yield before + letter + text[at:]


def chance(text: str, salt: int) -> int:
    """A number that looks like chance and is always the same."""
    return zlib.crc32(f"{salt} {text}".encode())


if __name__ == "__main__":
    raise SystemExit(main())
