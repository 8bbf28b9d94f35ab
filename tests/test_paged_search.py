"""The paged index is lunr's whole index, page by page."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import mkdocs.contrib.search
import pytest

from kuntakesu.search.documents import BOOSTS, Fields, Vocabulary, cut
from kuntakesu.search.files import _manifest, _named, _stem
from kuntakesu.search.inversion import Posting, builder_of, invert
from kuntakesu.search.paging import pages

ROOT = Path(__file__).parent.parent
LUNR = Path(mkdocs.contrib.search.__file__).parent / "templates/search/lunr.js"
LETTERS = "aeiklnost"
CORPORA, QUERIES = 12, 40


def test_postings_are_those_of_the_documents() -> None:
    found = invert(builder_of([{**_empty(), "text": ["a", "b", "a"]}, {**_empty(), "text": ["b"]}]))
    assert found.postings["a"] == {"text": (Posting(0, 2, 3),)}
    assert found.postings["b"] == {"text": (Posting(0, 1, 3), Posting(1, 1, 1))}
    assert found.averages["text"] == 2
    assert found.count == 2


def test_a_small_page_size_makes_many_pages_that_keep_their_order() -> None:
    inversion = invert(builder_of(_corpus(random.Random(1), 30)))
    cut_up = pages(inversion, {}, size=200)
    terms = [term for page in cut_up for term in page.content["terms"].split(" ")]
    assert len(cut_up) > 5
    assert terms == sorted(inversion.postings)
    for page in cut_up[1:]:
        assert page.content["terms"].split(" ")[0].startswith(page.first)


def test_a_form_that_sorts_elsewhere_has_an_alias_there() -> None:
    documents = [{**_empty(), "text": ["oo", *(f"{letter}{letter}" for letter in LETTERS), "yo"]}]
    found = pages(invert(builder_of(documents)), {"yo": {"oita", "yolla"}}, size=40)
    aliases = [page.content["aliases"] for page in found]
    assert [alias for alias in aliases if alias] == ["oita:yo"]
    assert found[aliases.index("oita:yo")].first <= "oita"


def test_a_term_is_no_longer_than_one_may_be() -> None:
    assert len(cut("a" * 99)) == 35


def test_random_queries_give_what_lunr_gives(node: str) -> None:
    chance = random.Random(20261122)
    cases = [_case(chance) for _ in range(CORPORA)]
    answer = subprocess.run(
        [node, "tests/search/same.mjs", "hooks/theme/js", str(LUNR)],
        cwd=ROOT,
        input=json.dumps(cases),
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(answer.stdout) == []


@pytest.fixture(scope="module")
def node() -> str:
    found = shutil.which("node")
    assert found, "node is part of the test environment: run make test"
    return found


def _case(chance: random.Random) -> dict[str, Any]:
    builder = builder_of(_corpus(chance, chance.randint(1, 60)))
    inversion = invert(builder)
    found = pages(inversion, Vocabulary().forms, size=chance.choice([100, 400, 16_000]))
    named = [_named(page.content) for page in found]
    return {
        "whole": builder.build().serialize(),
        "manifest": _manifest(inversion, found, named, []),
        "files": {_stem(address): json.loads(raw) for address, raw in named},
        "queries": [_query(chance, inversion.postings) for _ in range(QUERIES)],
    }


def _corpus(chance: random.Random, size: int) -> list[Fields]:
    words = ["".join(chance.choices(LETTERS, k=chance.randint(1, 4))) for _ in range(80)]
    longest = {"title": 6, "place": 3, "heading": 12, "text": 90, "part": 30}
    return [
        {name: chance.choices(words, k=chance.randint(0, longest[name])) for name in BOOSTS}
        for _ in range(size)
    ]


def _query(chance: random.Random, terms: Mapping[str, object]) -> list[dict[str, Any]]:
    known = [*sorted(terms), "unknown"]
    return [
        {
            "term": chance.choice(known),
            "boost": chance.choice([1, 3, 10]),
            "fields": sorted(chance.sample(list(BOOSTS), chance.randint(1, len(BOOSTS)))),
            # lunr.Query.presence: optional, required, prohibited
            "presence": 1 if at == 0 else chance.choice([1, 1, 2, 3]),
        }
        for at in range(chance.randint(1, 4))
    ]


def _empty() -> Fields:
    return {name: [] for name in BOOSTS}
