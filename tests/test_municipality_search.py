"""Every way in which a municipality's name may be typed finds it, in Python and in the browser."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import mkdocs
import pytest

from kuntakesu.search import municipalities
from kuntakesu.search.municipalities import MunicipalitySearch, Payload, municipality_index
from kuntakesu.search.packing import pack, unpack
from kuntakesu.vocabulary import stems
from kuntakesu.vocabulary.register import read_register
from measure_names import (
    TOP,
    Question,
    compressed_size,
    encoded,
    every_mistake,
    groups,
    place_of,
    some_mistakes,
)

MODULE = Path(__file__).parent.parent / "hooks/theme/js/municipality-search.js"
LUNR = Path(mkdocs.__file__).parent / "contrib/search/templates/search/lunr.js"
NODE = shutil.which("node", path=str(Path(sys.executable).parent)) or shutil.which("node")
IN_NODE = """
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
const [lunr, module, given] = process.argv.slice(1);
const { createMunicipalitySearch } = await import(module);
const { payload, texts } = JSON.parse(readFileSync(given, "utf8"));
const search = createMunicipalitySearch(createRequire(module)(lunr), payload);
const told = ({ code, nameFi, nameSv, matched, how }) => [code, nameFi, nameSv, matched, how];
console.log(JSON.stringify(texts.map((text) => search(text).map(told))));
"""


@pytest.fixture(scope="module")
def payload() -> Payload:
    return municipality_index(read_register())


@pytest.fixture(scope="module")
def search(payload: Payload) -> MunicipalitySearch:
    return MunicipalitySearch(payload)


@pytest.fixture(scope="module")
def asked() -> dict[str, list[Question]]:
    return groups(read_register())


@pytest.mark.parametrize(
    ("typed", "name", "matched", "how"),
    [
        ("Turku", "Turku", "Turku", "name"),
        ("turku", "Turku", "Turku", "name"),
        ("Åbo", "Turku", "Åbo", "name"),
        ("abo", "Turku", "Åbo", "name"),
        ("Turun", "Turku", "Turku", "form"),
        ("Turussa", "Turku", "Turku", "form"),
        ("jyvaskyla", "Jyväskylä", "Jyväskylä", "name"),
        ("Jyväskyllä", "Jyväskylä", "Jyväskylä", "mistyped"),
        ("Jämsänkoski", "Jämsä", "Jämsänkoski", "former"),
        ("jyv", "Jyväskylä", "Jyväskylä", "start"),
        ("turuss", "Turku", "Turku", "start"),
        ("Ii", "Ii", "Ii", "name"),
        ("Iissä", "Ii", "Ii", "form"),
        ("Kauniaisissa", "Kauniainen", "Kauniainen", "form"),
        ("Virroilla", "Virrat", "Virrat", "form"),
        ("Koski Tl:ssä", "Koski Tl", "Koski Tl", "form"),
        ("Koskella", "Koski Tl", "Koski Tl", "form"),
        ("Kosken Tl", "Koski Tl", "Koski Tl", "form"),
        ("Pedersören kunnassa", "Pedersören kunta", "Pedersören kunta", "name"),
        ("Pedersörenkunta", "Pedersören kunta", "Pedersören kunta", "mistyped"),
        ("Kristiinankaupungissa", "Kristiinankaupunki", "Kristiinankaupunki", "form"),
        ("Uudessakaupungissa", "Uusikaupunki", "Uusikaupunki", "form"),
        ("Rautalammilla", "Rautalampi", "Rautalampi", "form"),
        ("Porin maalaiskunta", "Pori", "Porin mlk", "former"),
        ("Vilppulassa", "Mänttä-Vilppula", "Vilppula", "former"),
        ("mänttävilppula", "Mänttä-Vilppula", "Mänttä-Vilppula", "mistyped"),
        ("Turun kaupungin", "Turku", "Turku", "form"),
        ("Turun kaup", "Turku", "Turku", "form"),
        ("Turun kaupnki", "Turku", "Turku", "form"),
        ("Åbo stads", "Turku", "Åbo", "name"),
        ("i Åbo", "Turku", "Åbo", "name"),
        ("Åbos", "Turku", "Åbo", "form"),
        ("city of Turku", "Turku", "Turku", "name"),
        ("Turku's", "Turku", "Turku", "form"),
        ("Turussakin", "Turku", "Turku", "form"),
        ("S:t Karins", "Kaarina", "S:t Karins", "name"),
        ("Sankt Karins", "Kaarina", "S:t Karins", "name"),
        ("Soadegilli", "Sodankylä", "Soađegilli", "name"),
    ],
)
def test_first_match(
    search: MunicipalitySearch, typed: str, name: str, matched: str, how: str
) -> None:
    first = search.find(typed)[0]
    assert (first.name_fi, first.matched, first.how) == (name, matched, how)


@pytest.mark.parametrize(
    "typed",
    ["", " ", "-", "koulu", "koulun", "oppiminen", "kestävä hyvinvointi", "matematiikka", "hanke"],
)
def test_other_words_find_nothing(search: MunicipalitySearch, typed: str) -> None:
    assert search.find(typed) == []


def test_divided_municipality_finds_all_successors(search: MunicipalitySearch) -> None:
    found = [(match.name_fi, match.how) for match in search.find("Pirkkala")]
    assert found == [("Pirkkala", "name"), ("Nokia", "former")]


def test_ways_come_in_their_order_and_a_municipality_once(search: MunicipalitySearch) -> None:
    for typed in ("k", "kem", "lah", "iis", "Pyhäjärvi", "Koski", "pohj"):
        found = search.find(typed)
        ranks = [municipalities.HOW.index(match.how) for match in found]
        assert ranks == sorted(ranks)
        assert len({match.code for match in found}) == len(found) > 0


def test_bare_names_come_first(
    search: MunicipalitySearch, asked: dict[str, list[Question]]
) -> None:
    kinds = [kind for kind in asked if kind.startswith("bare")]
    assert len(kinds) == 3
    for kind in kinds:
        assert [question.text for question in asked[kind] if place_of(search, question)] == []


def test_inflected_names_are_found(
    search: MunicipalitySearch, asked: dict[str, list[Question]]
) -> None:
    questions = [
        question
        for kind, found in asked.items()
        if kind.startswith("inflected")
        for question in found
    ]
    places = {question.text: place_of(search, question) for question in questions}
    assert len(places) > 6000
    assert [text for text, place in places.items() if place is None or place >= TOP] == []
    assert sum(place == 0 for place in places.values()) >= 0.99 * len(places)


@pytest.mark.parametrize("inflected", [False, True])
def test_one_mistake_is_forgiven(
    search: MunicipalitySearch, asked: dict[str, list[Question]], inflected: bool
) -> None:
    start = "mistyped inflected" if inflected else "mistyped bare"
    questions = [
        question
        for kind, found in asked.items()
        if kind.startswith(start)
        for question in found[:: 20 if inflected else 10]
    ]
    places = [place_of(search, question) for question in questions]
    found = sum(place is not None and place < TOP for place in places)
    assert found >= (0.985 if inflected else 0.995) * len(questions) > 0


def test_short_names_are_not_guessed_from_mistakes(search: MunicipalitySearch) -> None:
    for mistyped in every_mistake("Eno"):
        assert ("Eno", "mistyped") not in {
            (match.matched, match.how) for match in search.find(mistyped)
        }


def test_browser_finds_the_same(
    payload: Payload,
    search: MunicipalitySearch,
    asked: dict[str, list[Question]],
    tmp_path: Path,
) -> None:
    texts = [
        question.text
        for kind, questions in asked.items()
        if not kind.startswith("mistyped")
        for question in questions
    ]
    texts += [mistyped for text in texts[::3] for mistyped in some_mistakes(text)[:1]]
    texts += [text[:length] for text in texts[::50] for length in range(1, len(text))]
    texts += [
        "",
        " ",
        "İi",
        "Turun kaup",
        "Porin maalaiskuntta",
        "Soađegilli",
        "Ⅻ",
        "S:t Mi",
        "a b c",
    ]
    given = tmp_path / "given.json"
    given.write_text(json.dumps({"payload": payload, "texts": texts}), encoding="utf-8")
    assert NODE, "the tests need node; `make test` sets it up"
    run = subprocess.run(
        [NODE, "--input-type=module", "-e", IN_NODE, str(LUNR), str(MODULE), str(given)],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    browser = json.loads(run.stdout)
    here = [
        [[m.code, m.name_fi, m.name_sv, m.matched, m.how] for m in search.find(text)]
        for text in texts
    ]
    differing = [pair for pair in zip(texts, here, browser, strict=True) if pair[1] != pair[2]]
    assert differing == []


def test_payload_is_small_and_always_the_same(payload: Payload) -> None:
    assert compressed_size(payload) < 8_000
    stems.read_stems.cache_clear()
    assert encoded(municipality_index(read_register())) == encoded(payload)


def test_unpacked_index_is_the_one_packed() -> None:
    index = {
        "version": "2.3.9",
        "fields": ["n"],
        "fieldVectors": [["n/0", [0, 1.2, 1, 0.7]], ["n/1", [1, 0.7, 2, 1.2]]],
        "invertedIndex": [
            ["b", {"n": {"1": {}}, "_index": 2}],
            ["koske", {"n": {"0": {}, "1": {}}, "_index": 1}],
            ["koski tl", {"n": {"0": {}}, "_index": 0}],
        ],
        "pipeline": [],
    }
    assert unpack(pack(index, ["koski tl", "b"]), ["koski tl", "b"]) == index
    index["pipeline"] = ["stemmer"]
    with pytest.raises(ValueError, match="cannot be packed"):
        pack(index, ["koski tl", "b"])
