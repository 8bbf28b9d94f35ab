"""The files beside the pages: valid JSON, always the same, and true to the catalogue."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kuntakesu.catalogue import Catalogue
from kuntakesu.exports import all_files
from kuntakesu.facets import FACETS
from kuntakesu.search.analysis import Analyser
from kuntakesu.search.municipalities import municipality_index
from kuntakesu.vocabulary.register import read_register
from tests.making import catalogue, plan
from tests.test_submission import WHOLE

PLANS = (
    plan("a/2024-2027", municipality="[Turku, Espoo]"),
    plan("b/2018-2021", municipality="Turku"),
    plan("c/2030", municipality="Ähtäri"),
    plan("d/2026", municipality="Alajärvi", status="proposed"),
    plan("e/2026", municipality="Eckerö", language="sv", status="withdrawn"),
    plan("f/2026", municipality="Salo", status="draft", title="Salainen luonnos"),
)
HELD = catalogue(*PLANS)
ANALYSER = Analyser()
MANIFEST = "data/search/manifest.json"


def files_of(held: Catalogue) -> dict[str, bytes]:
    return dict(all_files(held, ANALYSER))


FILES = files_of(HELD)
JSON_FILES = [name for name in FILES if name.endswith(".json")]


def content(name: str) -> Any:
    return json.loads(FILES[name])


def test_no_address_is_given_twice() -> None:
    names = [name for name, _ in all_files(HELD, ANALYSER)]
    assert len(names) == len(set(names))
    others = [name for name in names if not name.startswith("data/")]
    assert {name.rpartition("/")[2] for name in others} == {"atom.xml"}
    assert all(name.endswith(".json") for name in names if name not in others)


@pytest.mark.parametrize("name", JSON_FILES)
def test_a_file_is_json_in_utf_8_and_always_the_same(name: str) -> None:
    assert json.loads(FILES[name].decode("utf-8"))
    assert FILES[name].endswith(b"\n")
    assert FILES[name] == files_of(catalogue(*reversed(PLANS)))[name]


@pytest.mark.parametrize("name", FILES)
def test_no_draft_is_in_any_file(name: str) -> None:
    assert b"f/2026" not in FILES[name]
    assert b"alainen" not in FILES[name]


def test_a_preview_has_drafts_in_its_files() -> None:
    files = files_of(catalogue(*PLANS, drafts=True))
    told = {name for name in files if b"f/2026" in files[name]}
    assert "data/plans.json" in told
    assert any(name.startswith("data/search/") for name in told)


def test_only_plans_in_force_are_said_to_be() -> None:
    records = content("data/plans.json")
    assert records["on"] == "2026-06-15"
    assert {one["name"]: (one["status"], one["in_force"]) for one in records["plans"]} == {
        "a/2024-2027": ("approved", True),
        "b/2018-2021": ("approved", False),
        "c/2030": ("approved", False),
        "d/2026": ("proposed", False),
        "e/2026": ("withdrawn", False),
    }
    assert {one.name for one in HELD.in_force()} == {
        one["name"] for one in records["plans"] if one["in_force"]
    }


def test_open_data_tells_a_plan_whole() -> None:
    held = catalogue(plan(**WHOLE))
    (record,) = json.loads(files_of(held)["data/plans.json"])["plans"]
    assert record == {
        "name": "mallilan-kunta/2025-2029",
        "address": "suunnitelmat/mallilan-kunta/2025-2029/",
        "title": "Mallila: suunnitelma",
        "provider": "Mallilan kunta",
        "municipalities": ["049", "235"],
        "period": {"start": 2025, "end": 2029},
        "language": "fi",
        "themes": ["oppiminen", "johtaminen"],
        "status": "approved",
        "in_force": True,
        "approved": {
            "date": "2024-12-15",
            "body": "Lautakunta",
            "decision": "§ 12",
            "url": "https://a.fi/b",
        },
        "levels": ["lukio", "perusopetus"],
        "kind": "koulukesu",
        "summary": "Tiivistelmä.",
        "published_by": "editor",
        "source": {"title": "Asiakirja", "url": "https://a.fi/c", "year": "2024"},
        "partners": ["Yksi", "Toinen"],
        "translation_of": "mallilan-kunta/2025-2029.sv",
        "replaces": "mallilan-kunta/2021-2024",
        "reviewed": "2025-10-01",
        "sections": [
            {
                "title": "Oppilaiden oppiminen",
                "theme": "oppiminen",
                "text": "",
                "targets": [
                    {
                        "title": "Lukutaito",
                        "parts": [{"part": "goals", "text": "Kaikki lukevat."}],
                    }
                ],
            }
        ],
    }


def test_facets_are_columns_beside_the_plans() -> None:
    columns = content("data/facets.json")
    assert set(columns["facets"]) == {facet.name for facet in FACETS} - {"period"}
    for column in (columns["start"], columns["end"], columns["status"]):
        assert len(column) == len(HELD.plans)
    for facet in FACETS:
        if facet.name != "period":
            stated = [list(facet.values(one, HELD)) for one in HELD.plans]
            assert columns["facets"][facet.name] == stated


@pytest.mark.parametrize(
    ("language", "turku"),
    [
        ("fi", ["Turku", "Varsinais-Suomi", "turku", 2]),
        ("sv", ["Åbo", "Egentliga Finland", "turku", 2]),
        ("en", ["Turku", "Southwest Finland", "turku", 2]),
    ],
)
def test_the_search_box_is_told_of_every_municipality(language: str, turku: list[Any]) -> None:
    places = content(f"data/municipalities.{language}.json")
    assert len(places) == 308
    assert places["853"] == turku
    assert places["734"][3] == 0


def test_the_search_boxes_index_is_that_of_the_register() -> None:
    index = json.dumps(municipality_index(read_register()))
    assert content("data/municipality-index.json") == json.loads(index)


def test_the_search_knows_the_lemmas_and_parts_of_words() -> None:
    manifest = content(MANIFEST)
    assert manifest["documents"] == len(HELD.plans)
    pages = [content(f"data/search/{name}.json") for name in manifest["pages"]]
    terms = " ".join(page["terms"] for page in pages).split(" ")
    # Lukevat is a form of lukea, and a lukutaito is a taito; the provider has a term of its own.
    assert {"ahtari", "lukutaito", "taito", "lukea", "pohjanmaa", "@c"} <= set(terms)
    assert terms == sorted(terms)


def test_each_plan_has_a_fragment_named_by_its_content() -> None:
    manifest = content(MANIFEST)
    names = [
        name
        for table in manifest["tables"]
        for name in content(f"data/search/{table}.json")["plans"]
    ]
    fragments = [content(f"data/search/{name}.json") for name in names]
    assert [one["name"] for one in fragments] == [one.name for one in HELD.plans]
    assert ["Lukutaito", "s-lukutaito", "oppiminen", "Kaikki lukevat."] in fragments[0]["passages"]


def _search_files() -> set[str]:
    return {name for name in FILES if name.startswith("data/search/")}


def test_an_empty_catalogue_has_its_files_too() -> None:
    files = files_of(catalogue())
    assert {*files, *_search_files()} == set(FILES)
    assert json.loads(files["data/plans.json"])["plans"] == []
