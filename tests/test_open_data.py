"""The open data: one table, many files, and every one of them says the same."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from kuntakesu import addresses
from kuntakesu.exports import v1
from kuntakesu.exports.v1 import archive as zipped
from kuntakesu.exports.v1.packing import END, LEVEL, Counted, Packed, packed, packed_piece
from kuntakesu.exports.v1.spreadsheet import cell
from kuntakesu.fields import Kind, all_fields
from kuntakesu.languages import INTERFACE
from kuntakesu.pages import site_pages
from kuntakesu.records.columns import Column, Type
from kuntakesu.records.files import CSV, FILES, JSON, TABLES, DataFile
from kuntakesu.records.rows import Edition, plan_rows
from kuntakesu.records.tables import OWN_TARGETS, PLANS, SECTIONS
from kuntakesu.site_file import contents
from kuntakesu.vocabulary.register import read_register
from tests.making import BODY, catalogue, plan, text
from tests.test_submission import WHOLE

SITE_URL = "https://example.fi/kk/"
FORMULA = '=HYPERLINK("https://a.fi";1)'
BODY_OF_ALL = f"""Johdanto.

{BODY}
Muu teksti.

**Toimenpiteet:**

- Kirjasto, "kerho"
- Kerho; tuki

**Mittarit:** {FORMULA}

**Tavoitteet:** Toinen tavoite.

### +358

## Muuta

Lisää.[^1]

[^1]: Alaviite.
"""
PLAIN = plan("a/2024-2027", municipality="Alajärvi")
FULL = plan(body=BODY_OF_ALL, **(WHOLE | {"contact": '"@salla"'}))
DRAFT = plan("f/2026", municipality="Salo", status="draft", title="Salainen luonnos")
PLANS_HELD = (PLAIN, FULL, plan("c/2030", municipality="Ähtäri", language="sv"), DRAFT)
EDITION = Edition(catalogue(*PLANS_HELD), SITE_URL)
MADE = contents(v1.files(EDITION))
SPREADSHEETS = [file for file in FILES if file.media == CSV]


def content(name: str) -> Any:
    return json.loads(MADE[addresses.data_file(name)])


def sheet(name: str) -> list[dict[str, str]]:
    text = MADE[addresses.data_file(name)].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def read_back(written: str, column: Column[Any]) -> Any:
    """What a cell means, by the rules that the page about the data tells."""
    if column.type is Type.LIST:
        return json.loads(written)
    if not written:
        return None
    if column.type is Type.INTEGER:
        return int(written)
    if column.type is Type.BOOLEAN:
        return {"true": True, "false": False}[written]
    bare = written.lstrip("'")
    return written[1:] if written.startswith("'") and bare[0] in "=+-@\t\r\n" else written


def validator(address: str) -> Draft202012Validator:
    schema = json.loads(MADE[address])
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_every_fact_of_a_plan_is_a_column() -> None:
    told = {column.field for column in PLANS}
    stated = {key for key, field in all_fields() if field.kind is not Kind.MAPPING}
    assert told - {""} == stated


def test_what_is_published_stays() -> None:
    # Version 1 may grow at the end of this list, and in no other way.
    assert (
        [column.name for column in PLANS][:33]
        == """name url title provider municipality_codes
        municipality_names region_codes period_start period_end language themes status standing
        in_force approved_date approved_body approved_decision approved_url levels kind summary
        published_by source_title source_url source_year partners contact translation_of replaces
        reviewed target_count json_url markdown_url""".split()
    )
    assert (
        [column.name for column in TABLES["targets"].columns][:22]
        == """plan plan_title
        plan_provider plan_municipality_codes plan_municipality_names plan_period_start
        plan_period_end plan_language plan_in_force number url theme title goals actions
        responsible schedule indicators results monitoring evaluation text""".split()
    )
    assert (
        [column.name for column in TABLES["municipalities"].columns][:10]
        == """code name_fi
        name_sv language_status region_code region_name_fi region_name_sv url plans
        plans_in_force""".split()
    )
    assert [file.address for file in FILES] == [
        "data/v1/plans.json",
        "data/v1/plans.csv",
        "data/v1/targets.csv",
        "data/v1/municipalities.json",
        "data/v1/all.zip",
    ]
    assert addresses.plan_data("a/2025.sv", "json") == "data/v1/plans/a/2025.sv.json"


def test_a_plans_own_file_tells_it_whole() -> None:
    found = content(f"plans/{FULL.name}.json")
    page = f"{SITE_URL}suunnitelmat/{FULL.name}/"
    assert found == {
        "on": "2026-06-15",
        "name": FULL.name,
        "url": page,
        "title": "Mallila: suunnitelma",
        "provider": "Mallilan kunta",
        "municipality_codes": ["049", "235"],
        "municipality_names": ["Espoo", "Kauniainen"],
        "region_codes": ["01"],
        "period_start": 2025,
        "period_end": 2029,
        "language": "fi",
        "themes": ["oppiminen", "johtaminen"],
        "status": "approved",
        "standing": "in-force",
        "in_force": True,
        "approved_date": "2024-12-15",
        "approved_body": "Lautakunta",
        "approved_decision": "§ 12",
        "approved_url": "https://a.fi/b",
        "levels": ["lukio", "perusopetus"],
        "kind": "koulukesu",
        "summary": "Tiivistelmä.",
        "published_by": "editor",
        "source_title": "Asiakirja",
        "source_url": "https://a.fi/c",
        "source_year": 2024,
        "partners": ["Yksi", "Toinen"],
        "contact": "@salla",
        "translation_of": "mallilan-kunta/2025-2029.sv",
        "replaces": "mallilan-kunta/2021-2024",
        "reviewed": "2025-10-01",
        "target_count": 2,
        "json_url": f"{SITE_URL}data/v1/plans/{FULL.name}.json",
        "markdown_url": f"{SITE_URL}data/v1/plans/{FULL.name}.md",
        "introduction": "Johdanto.",
        "sections": [
            {"number": 1, "title": "Oppilaiden oppiminen", "theme": "oppiminen", "text": None},
            {"number": 2, "title": "Muuta", "theme": None, "text": found["sections"][1]["text"]},
        ],
        "targets": [
            {
                "number": 1,
                "url": f"{page}#s-lukutaito",
                "theme": "oppiminen",
                "title": "Lukutaito",
                "goals": "Kaikki lukevat.\n\nToinen tavoite.",
                "actions": found["targets"][0]["actions"],
                "responsible": None,
                "schedule": None,
                "indicators": FORMULA,
                "results": None,
                "monitoring": None,
                "evaluation": None,
                "text": "Muu teksti.",
            },
            {**dict.fromkeys(column.name for column in OWN_TARGETS),
             "number": 2, "url": found["targets"][1]["url"], "theme": "oppiminen",
             "title": "+358"},
        ],
        "footnotes": found["footnotes"],
    }  # fmt: skip
    assert 'Kirjasto, "kerho"' in found["targets"][0]["actions"]
    assert found["sections"][1]["text"].startswith("Lisää.")
    assert "Alaviite." in found["footnotes"]


def test_a_plans_source_is_the_file_it_was_read_from() -> None:
    made = MADE[addresses.plan_data(FULL.name, "md")]
    assert made.decode() == text(BODY_OF_ALL, period="2025-2029",
                                 **(WHOLE | {"contact": '"@salla"'}))  # fmt: skip


ROWS: dict[str, Callable[[], list[Any]]] = {
    "plans": lambda: list(plan_rows(EDITION)),
    "targets": lambda: [row for plan in plan_rows(EDITION) for row in plan.targets()],
}


@pytest.mark.parametrize("file", SPREADSHEETS, ids=lambda file: file.name)
def test_a_spreadsheet_says_what_the_table_does(file: DataFile) -> None:
    table, rows = TABLES[file.table], sheet(file.name)
    check = validator(file.schema)
    meant = [
        {column.name: read_back(row[column.name], column) for column in table.columns}
        for row in rows
    ]
    stated = [
        {column.name: json.loads(json.dumps(column.value(row))) for column in table.columns}
        for row in ROWS[file.table]()
    ]
    assert meant == stated
    assert len(rows) == table.count(EDITION.catalogue) > 2
    for row in meant:
        check.validate(row)


def test_the_plans_of_both_files_are_the_same() -> None:
    assert [one["name"] for one in content("plans.json")["plans"]] == [
        row["name"] for row in sheet("plans.csv")
    ]


def test_codes_stay_text_without_a_readers_doing(tmp_path: Path) -> None:
    # One municipality a plan: what a reader would most readily take for numbers.
    alone = Edition(catalogue(PLAIN, plan("b/2026", municipality="Espoo")))
    file = tmp_path / "plans.csv"
    file.write_bytes(contents(v1.files(alone))["data/v1/plans.csv"])
    found = duckdb.execute(f"""
        SELECT name, municipality_codes, municipality_codes ->> '$[0]', region_codes, in_force,
            period_start, target_count
        FROM read_csv('{file}')
    """)
    assert found.fetchall() == [
        ("a/2024-2027", '["005"]', "005", '["14"]', True, 2024, 1),
        ("b/2026", '["049"]', "049", '["01"]', True, 2026, 1),
    ]


def test_duckdb_reads_every_target(tmp_path: Path) -> None:
    file = tmp_path / "targets.csv"
    file.write_bytes(MADE["data/v1/targets.csv"])
    found = duckdb.read_csv(str(file))
    assert found.columns == [column.name for column in TABLES["targets"].columns]
    titles = [row[0] for row in found.select("title").fetchall()]
    assert titles == ["Lukutaito", "Lukutaito", "'+358", "Lukutaito"]


def test_no_cell_begins_as_a_formula_does() -> None:
    cells = [cell for file in SPREADSHEETS for row in sheet(file.name) for cell in row.values()]
    assert f"'{FORMULA}" in cells
    assert "'@salla" in cells
    assert [one for one in cells if one.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))] == []


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_an_apostrophe_can_be_taken_off_again(sign: str) -> None:
    assert cell(f"{sign}1") == f"'{sign}1"
    assert cell(f"'{sign}1") == f"''{sign}1"
    assert cell(f"1{sign}1") == f"1{sign}1"
    assert cell("'a") == "'a"


@pytest.mark.parametrize("file", [one for one in FILES if one.media == JSON], ids=lambda f: f.name)
def test_a_json_file_is_as_its_schema_says(file: DataFile) -> None:
    validator(file.schema).validate(content(file.name))


def test_each_plans_file_is_as_its_schema_says() -> None:
    check = validator(addresses.data_schema("plan.json"))
    for name in ("a/2024-2027", FULL.name, "c/2030"):
        check.validate(content(f"plans/{name}.json"))


@pytest.mark.parametrize(
    "change",
    [{"municipality_codes": ["5"]}, {"in_force": "true"}, {"period_start": "2024"},
     {"status": "valmis"}, {"title": None}, {"approved_date": "1.1.2024"}],
)  # fmt: skip
def test_a_schema_finds_what_is_wrong(change: dict[str, Any]) -> None:
    found = content("plans.json")
    found["plans"][0] |= change
    assert not validator("data/v1/schema/plans.json.schema.json").is_valid(found)
    del found["plans"][0]
    assert validator("data/v1/schema/plans.json.schema.json").is_valid(found)


def test_every_municipality_is_there_with_its_plans() -> None:
    places = {one["code"]: one for one in content("municipalities.json")["municipalities"]}
    assert len(places) == len(read_register().municipalities) == 308
    assert places["005"]["plans"] == ["a/2024-2027"]
    assert places["005"]["plans_in_force"] == 1
    assert places["989"]["plans_in_force"] == 0
    assert places["989"]["plans"] == ["c/2030"]
    assert places["091"]["plans"] == []
    assert places["091"]["url"] == f"{SITE_URL}kunnat/helsinki/"


@given(st.dictionaries(st.from_regex(r"[a-zåäö]{1,9}\.x", fullmatch=True), st.binary()))
def test_an_archive_is_the_one_that_python_makes(files: dict[str, bytes]) -> None:
    theirs = io.BytesIO()
    with zipfile.ZipFile(theirs, "w") as made:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system, entry.external_attr = zipped.UNIX, zipped.PLAIN_FILE
            made.writestr(entry, files[name], compresslevel=LEVEL)
    ours = {f"data/v1/{name}": partial(packed, content) for name, content in files.items()}
    assert b"".join(zipped.Archive(ours)) == theirs.getvalue()


@given(st.lists(st.binary()))
def test_pieces_that_are_packed_alone_are_one_content(pieces: list[bytes]) -> None:
    told = Counted(pieces).told
    whole = Packed(told.size, told.crc, b"".join([*map(packed_piece, pieces), END]))
    raw = b"".join(zipped.Archive({"data/v1/a.csv": lambda: whole}))
    with zipfile.ZipFile(io.BytesIO(raw)) as made:
        assert made.testzip() is None
        assert made.read("a.csv") == b"".join(pieces)


def test_more_files_than_an_archive_can_number_are_refused() -> None:
    many = {str(number): lambda: packed(b"") for number in range(70_000)}
    with pytest.raises(ValueError, match="70000 files"):
        list(zipped.Archive(many))


def test_the_archive_holds_all_and_nothing_of_the_day_it_was_made() -> None:
    with zipfile.ZipFile(io.BytesIO(MADE["data/v1/all.zip"])) as archive:
        assert archive.testzip() is None
        held = {f"data/v1/{name}": archive.read(name) for name in archive.namelist()}
        assert archive.namelist() == sorted(archive.namelist())
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        modes = {entry.external_attr >> 16 for entry in archive.infolist()}
    assert modes == {0o100644}
    apart = {"data/v1/all.zip", "data/v1/catalog.ttl", "data/v1/catalog.jsonld"}
    assert held == {name: made for name, made in MADE.items() if name not in apart}


def test_no_draft_is_in_any_file() -> None:
    assert DRAFT in Edition(catalogue(*PLANS_HELD, drafts=True)).catalogue.plans
    for name, made in MADE.items():
        assert "f/2026" not in name
        assert b"f/2026" not in made
        assert b"Salainen" not in made


def test_the_same_plans_make_the_same_bytes() -> None:
    assert contents(v1.files(Edition(catalogue(*reversed(PLANS_HELD)), SITE_URL))) == MADE


@pytest.mark.parametrize("language", INTERFACE)
def test_the_page_documents_every_file_and_column(language: str) -> None:
    address = addresses.guide("data", language)
    page = next(one for one in site_pages(EDITION.catalogue, SITE_URL) if one.address == address)
    for file in FILES:
        assert f'{file.address}"' in page.html
        assert f'id="{file.name}"' in page.html
    linked = [name for name in MADE if name.startswith("data/v1/schema/")]
    assert len(linked) == 5
    for name in (*linked, "data/v1/catalog.ttl", "data/v1/catalog.jsonld"):
        assert f'{name}"' in page.html
    for columns in (*(table.columns for table in TABLES.values()), SECTIONS, OWN_TARGETS):
        for column in columns:
            assert f"<dt><code>{column.name}</code>" in page.html
