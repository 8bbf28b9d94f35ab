"""The files beside the pages: always the same, and true to the catalogue."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree

import pytest

from kuntakesu.catalogue import Catalogue
from kuntakesu.exports import all_files, map_style
from kuntakesu.facets import FACETS
from kuntakesu.languages import INTERFACE
from kuntakesu.search.analysis import Analyser
from kuntakesu.search.municipalities import municipality_index
from kuntakesu.site_file import contents
from kuntakesu.vocabulary.register import read_register
from tests.making import catalogue, plan

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
SITE_URL = "https://example.fi/kk/"
MANIFEST = "data/search/manifest.json"


def files_of(held: Catalogue) -> dict[str, bytes]:
    return contents(all_files(held, ANALYSER, SITE_URL))


FILES = files_of(HELD)
JSON_FILES = [name for name in FILES if name.endswith(".json")]


def content(name: str) -> Any:
    return json.loads(FILES[name])


def test_no_address_is_given_twice() -> None:
    names = [file.address for file in all_files(HELD, ANALYSER)]
    assert len(names) == len(set(names))
    beside = {name for name in names if not name.startswith("data/")}
    feeds = {name for name in beside if name.endswith("atom.xml")}
    assert feeds
    descriptions = {f"opensearch.{language}.xml" for language in INTERFACE}
    assert beside - feeds == {"robots.txt", map_style.NAME, *descriptions}


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_always_the_same(name: str) -> None:
    if name.endswith((".json", ".jsonld")):
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
    assert {"data/v1/plans.json", "data/v1/plans/f/2026.json", "data/v1/targets.csv"} <= told
    assert any(name.startswith("data/search/") for name in told)


def test_crawlers_are_led_to_the_map() -> None:
    assert f"Sitemap: {SITE_URL}sitemap.xml" in FILES["robots.txt"].decode().splitlines()
    assert b"Sitemap" not in contents(all_files(HELD, ANALYSER))["robots.txt"]


@pytest.mark.parametrize(
    ("language", "listing"),
    [("fi", "suunnitelmat/"), ("sv", "sv/planer/"), ("en", "en/plans/")],
)
def test_a_browser_can_search_the_list(language: str, listing: str) -> None:
    root = ElementTree.fromstring(FILES[f"opensearch.{language}.xml"])
    told = {one.tag.rpartition("}")[2]: one for one in root}
    assert root.tag == "{http://a9.com/-/spec/opensearch/1.1/}OpenSearchDescription"
    # The specification's limits.
    assert 0 < len(told["ShortName"].text or "") <= 16
    assert 0 < len(told["Description"].text or "") <= 1024
    assert told["Language"].text == language
    assert told["Url"].get("template") == f"{SITE_URL}{listing}?q={{searchTerms}}"
    assert told["Url"].get("type") == "text/html"


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


def test_each_plan_has_its_portions_in_the_folder_of_its_run() -> None:
    manifest = content(MANIFEST)
    assert sum(manifest["plansIn"]) == len(HELD.plans)
    first = [
        content(f"data/search/{folder}/{place}.0.json")
        for folder, count in zip(manifest["folders"], manifest["plansIn"], strict=True)
        for place in range(count)
    ]
    assert [one["name"] for one in first] == [one.name for one in HELD.plans]
    assert ["Lukutaito", "s-lukutaito", "oppiminen", "Kaikki lukevat."] in first[0]["passages"]


def _search_files() -> set[str]:
    return {name for name in FILES if name.startswith("data/search/")}


def test_an_empty_catalogue_has_its_files_too() -> None:
    files = files_of(catalogue())
    of_plans = {name for name in FILES if name.startswith("data/v1/plans/")}
    assert {*files, *_search_files(), *of_plans} == set(FILES)
    assert len(of_plans) == 2 * len(HELD.plans)
    assert json.loads(files["data/v1/plans.json"])["plans"] == []


def test_a_theme_s_file_tells_the_parts_of_every_target() -> None:
    body = (
        "## Oppilaiden oppiminen\n\n### Eka\n\n**Tavoitteet:** a\n\n**Mittarit:** b\n\n"
        "### Toka\n\nc\n\n## Henkilöstön osaaminen\n\n### Muu\n\n**Vastuu:** d\n\n"
        "## Oppilaiden oppiminen\n\n### Kolmas\n\n**Tavoitteet:** e\n"
    )
    bare = plan("a/2020", "## Oppilaiden oppiminen\n\nTekstiä.\n", municipality="Akaa")
    held = catalogue(bare, plan("b/2026", body, municipality="Turku"))
    found = json.loads(contents(all_files(held, ANALYSER))["data/themes/oppiminen.json"])
    goals, indicators = found["parts"].index("goals"), found["parts"].index("indicators")
    assert found["plans"] == [[1, "b/2026", [1 << goals | 1 << indicators, 0, 1 << goals]]]
    assert held.plans[1].name == "b/2026"
