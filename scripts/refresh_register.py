#!/usr/bin/env python3
"""Renew the tables of municipalities and regions from Statistics Finland's classification files.

Download the files as CSV from the classification service (stat.fi, Luokitukset): the
municipalities of a year (kunta_1_20270101), in Finnish and in Swedish, and the key from
municipality to region (kunta_1_20270101#maakunta_1_20270101).

    scripts/refresh_register.py --municipalities FILE --municipalities-sv FILE --regions FILE

What the files do not tell (language status, Sámi names, the regions' other names, where each
municipality lies) stays as it is; a new municipality's location is added by hand to locations.csv.
A name that goes out of use must be told by --changes: a CSV of the columns of
former_municipalities.csv, whose rows are added to it. Nothing is written where something is
missing.
"""

from __future__ import annotations

import argparse
import csv
import io
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from classification import by_code, columns  # noqa: E402
from kuntakesu.vocabulary.names import fold  # noqa: E402
from kuntakesu.vocabulary.register import FOLDER, TABLES, Rows, make_register, rows  # noqa: E402

# The titles that a column may have, in small letters, the most exact first.
CODE = ("code", "koodi", "kod", "sourcecode", "tunnus")
NAME = ("classificationitemname", "name", "nimi", "namn", "nimike", "sourcename")
SOURCE = ("sourcecode", "lähdekoodi", "code", "koodi", "kod")
TARGET = ("targetcode", "kohdekoodi")
TARGET_NAME = ("targetname", "kohdenimi")
EVENTS = ("merged", "split", "renamed")
STATUSES = ("fi", "sv", "fi+sv")

Tables = dict[str, Rows]


def main(arguments: Sequence[str] | None = None) -> int:
    options = parsed(arguments)
    old: Tables = {table: rows(options.tables / f"{table}.csv") for table in TABLES}
    new = renewed(old, options)
    report = list(changes(old, new))
    print("\n".join(report or ["Nothing changes."]))
    if missing := list(problems(old, new)):
        print("\n".join(["", "Nothing is written, since this is missing:", *missing]))
        return 1
    if new == old:
        return 0
    if options.check:
        return 1
    for table, content in new.items():
        if content != old[table]:
            path = options.tables / f"{table}.csv"
            path.write_text(as_csv(list(old[table][0]), content), encoding="utf-8")
            print(f"{path.name}: written")
    return 0


def parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    for name, required, told in (
        ("--municipalities", True, "names in Finnish"),
        ("--municipalities-sv", False, "the same in Swedish"),
        ("--regions", True, "municipality to region"),
        ("--changes", False, "rows to add to former_municipalities.csv"),
    ):
        parser.add_argument(name, type=Path, required=required, metavar="FILE", help=told)
    parser.add_argument(
        "--language", action="append", default=[], metavar="CODE=STATUS",
        help="a new municipality's language status, such as 900=fi or 901=fi+sv",
    )  # fmt: skip
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if it would")
    parser.add_argument("--tables", type=Path, default=FOLDER, help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


# Renewing


def renewed(old: Tables, options: argparse.Namespace) -> Tables:
    path: Path = options.municipalities
    names = by_code(path, columns(path, CODE, NAME))
    swedish: dict[str, str] = {}
    if path := options.municipalities_sv:
        swedish = by_code(path, columns(path, CODE, NAME))
    path = options.regions
    key = columns(path, SOURCE, TARGET, TARGET_NAME)
    region_of = by_code(path, [(source, target and target.zfill(2)) for source, target, _ in key])
    if apart := set(names) ^ set(region_of) or (swedish and set(names) ^ set(swedish)):
        raise SystemExit(
            f"The files are not of the same year: {', '.join(sorted(apart))} not in all"
        )
    before = {row["code"]: row for row in old["municipalities"]}
    new_language = dict(pair.partition("=")[::2] for pair in options.language)
    municipalities = []
    for code, name in sorted(names.items()):
        was = before.get(code, {})
        municipalities.append({
            "code": code,
            "name_fi": name,
            "name_sv": swedish.get(code) or was.get("name_sv") or name,
            "names_sami": was.get("names_sami", ""),
            "language_status": was.get("language_status") or new_language.get(code, ""),
            "region": region_of[code],
        })  # fmt: skip
    region_names = {target.zfill(2): name for _, target, name in key}
    return {
        "municipalities": municipalities,
        "former_municipalities": former(old, options.changes, set(names)),
        "regions": regions(old, region_names),
        "locations": [row for row in old["locations"] if row["code"] in names],
    }


def regions(old: Tables, names: dict[str, str]) -> Rows:
    before = {row["code"]: row for row in old["regions"]}
    unknown = {"name_sv": "", "name_en": ""}
    return [
        {"code": code, "name_fi": name}
        | {title: before.get(code, unknown)[title] for title in unknown}
        for code, name in sorted(names.items())
    ]


def former(old: Tables, changes_file: Path | None, today: set[str]) -> Rows:
    """The former municipalities with the new ones, all of them leading to those of today."""
    known = old["former_municipalities"]
    added: Rows = []
    if changes_file:
        titles = tuple(known[0])
        cells = columns(changes_file, *((title,) for title in titles))
        added = [dict(zip(titles, line, strict=True)) for line in cells]
        added = [row | {"code": row["code"].zfill(3)} for row in added]
    ended = {row["code"]: row["successors"].split() for row in added if row["event"] != "renamed"}

    def led_on(successors: str) -> str:
        codes: list[str] = []
        for code in successors.split():
            codes += [code] if code in today else ended.get(code, [code])
        return " ".join(dict.fromkeys(codes))

    lives = {life(row) for row in known}
    fresh = [row for row in added if life(row) not in lives]
    return [row | {"successors": led_on(row["successors"])} for row in [*known, *fresh]]


def life(row: dict[str, str]) -> tuple[str, ...]:
    """What tells a former municipality from the others: a name can recur, and so can a code."""
    return row["code"], fold(row["name_fi"]), row["event"], row["date"]


# Reporting


def changes(old: Tables, new: Tables) -> Iterator[str]:
    """What the new tables have otherwise than the old, a line each."""
    for table, noun in (("municipalities", "municipality"), ("regions", "region")):
        before, after = ({row["code"]: row for row in tables[table]} for tables in (old, new))
        for code in sorted(before.keys() | after.keys()):
            was, row = before.get(code), after.get(code)
            if was is None or row is None:
                named = row or was or {}
                word = "removed" if was else "added"
                yield f"{noun} {code} {named['name_fi']} ({named['name_sv']}): {word}"
                continue
            for title in (title for title in row if row[title] != was[title]):
                word = "moved to another region" if title == "region" else f"renamed, {title}"
                yield f"{noun} {code} {was['name_fi']}: {word}: {was[title]} -> {row[title]}"
    known = {life(row): row for row in old["former_municipalities"]}
    for row in new["former_municipalities"]:
        name = f"former municipality {row['code']} {row['name_fi']}"
        if (before_row := known.get(life(row))) is None:
            yield f"{name}: added, {row['event']} {row['date']}, now {row['successors'] or 'ceded'}"
        elif before_row != row:
            yield f"{name}: now {row['successors']}, before {before_row['successors']}"


def problems(old: Tables, new: Tables) -> Iterator[str]:
    """What has to be told before the new tables can be written."""
    today = {row["code"]: row for row in new["municipalities"]}
    yield from untold(old, new, today)
    for code, row in today.items():
        if row["language_status"] not in STATUSES:
            yield f"{code} {row['name_fi']} is new: give --language {code}=fi (or sv, or fi+sv)"
    for row in new["regions"]:
        if not (row["name_sv"] and row["name_en"]):
            yield f"region {row['code']} {row['name_fi']} is new: add it to regions.csv by hand"
    yield from unplaced(new, today)
    for row in new["former_municipalities"]:
        name = f"former municipality {row['code']} {row['name_fi']}"
        if unknown := set(row["successors"].split()) - today.keys():
            yield f"{name}: no municipality has the code {', '.join(sorted(unknown))}"
        if row["event"] not in EVENTS:
            yield f"{name}: its event is {row['event']!r}, not {' or '.join(EVENTS)}"
    try:
        make_register(**{**new, "municipalities": []})
    except ValueError as error:
        yield f"former_municipalities.csv or locations.csv could not be read: {error}"


def unplaced(new: Tables, today: dict[str, dict[str, str]]) -> Iterator[str]:
    """The municipalities that have no place of their own on the map."""
    placed = {row["code"] for row in new["locations"]}
    for code in sorted(today.keys() - placed):
        yield f"{code} {today[code]['name_fi']} is new: add it to locations.csv by hand"
    cells: dict[tuple[str, str], str] = {}
    for row in new["locations"]:
        if (other := cells.setdefault((row["column"], row["row"]), row["code"])) != row["code"]:
            yield f"{row['code']} and {other} have the same column and row in locations.csv"


def untold(old: Tables, new: Tables, today: dict[str, dict[str, str]]) -> Iterator[str]:
    """The names that go out of use without a row that says so."""
    told = {
        (row["code"], fold(row["name_fi"]), row["event"] == "renamed")
        for row in new["former_municipalities"]
    }
    for row in old["municipalities"]:
        code, name = row["code"], row["name_fi"]
        now = today.get(code)
        lost = now is None or now["name_fi"] != name
        if lost and (code, fold(name), now is not None) not in told:
            event = "renamed" if now else "merged or split"
            yield f"{code} {name} is no more ({event}): give its row by --changes"


def as_csv(titles: list[str], content: Rows) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, titles, lineterminator="\n")
    writer.writeheader()
    writer.writerows(content)
    return text.getvalue()


if __name__ == "__main__":
    raise SystemExit(main())
