"""The paged index is lunr's whole index, page by page."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import mkdocs.contrib.search
import pytest
from lunr.builder import Builder

from kuntakesu.search.documents import BOOSTS, SETS, Document, Tally, counted, cut
from kuntakesu.search.files import manifest
from kuntakesu.search.inversion import Inversion, Inverted, invert, joined, lengths
from kuntakesu.search.lengths import length_at, level_of
from kuntakesu.search.numbers import written
from kuntakesu.search.paging import Page, leaves, pages
from kuntakesu.search.sections import Section, parts, sections, together
from kuntakesu.vocabulary.register import read_register

ROOT = Path(__file__).parent.parent
LUNR = Path(mkdocs.contrib.search.__file__).parent / "templates/search/lunr.js"
LETTERS = "aeiklnost"
Fields = dict[str, list[tuple[str, int]]]
"""Per field, each term in its order and the bit of the portion in which it stands."""
CORPORA, QUERIES = 12, 40


def test_postings_are_those_of_the_documents() -> None:
    text = [("a", 1), ("b", 2), ("a", 4)]
    first = {**_empty(), "text": text, "part": [("a", 1), ("a", 0)]}
    made = _inverted([first, {**_empty(), "text": [("b", 1)]}])
    found, long = _whole_of([made]), lengths([made.run])
    assert {name: of.text for name, of in found.postings["a"].items()} == {
        "text": _numbers(1, 2, 0b101),
        "part": _numbers(0, 0b001),
    }
    assert found.postings["b"]["text"].text == _numbers(0, 0b010, 2, 0b001)
    assert long.levels["text"] == [level_of(3), level_of(1)]
    assert long.count == 2


def test_an_index_is_the_same_however_it_is_cut_into_runs() -> None:
    chance = random.Random(7)
    for size in (1, 2, 30, 90):
        corpus = _corpus(chance, size)
        documents = [_document(fields, {"a": ["a", "ai"]}) for fields in corpus]
        whole = invert(documents)
        for length in (1, 3, 64):
            runs = [invert(documents[at : at + length]) for at in range(0, size, length)]
            assert lengths([one.run for one in runs]) == lengths([whole.run])
            assert _pages(_whole_of(runs), 200) == _pages(_whole_of([whole]), 200)


def test_sections_together_have_every_term_in_order_and_change_with_their_own_alone() -> None:
    corpus = _corpus(random.Random(3), 40)
    made = [_inverted(corpus[:20]), _inverted(corpus[20:])]
    found = sections([one.run for one in made], 500)
    assert len(found) > 5
    terms = [sorted(part.postings) for part in _joined(made, found)]
    assert [term for own in terms for term in own] == sorted(_whole_of(made).postings)
    assert [one.size for one in found] == [
        sum(len(part) for one in made for part in parts(one.run, one.shards, [section]))
        for section in found
    ]
    changed = {**corpus[20], "text": [*corpus[20]["text"], ("zz", 1)]}
    after = sections([made[0].run, _inverted([changed, *corpus[21:]]).run], 500)
    assert [one for one in after if one not in found] == after[-1:]


def test_sections_are_taken_together_up_to_a_size() -> None:
    sizes = {"a": 3, "b": 4, "c": 9, "d": 1, "e": 1}
    some = [Section(letters, letters, size, b"") for letters, size in sizes.items()]
    groups = [[one.first for one in group] for group in together(some, 7)]
    assert groups == [["a", "b"], ["c"], ["d", "e"]]


def test_pages_of_sections_find_every_term_and_form() -> None:
    corpus = _corpus(random.Random(5), 40)
    corpus[0]["text"] += [("aa", 1), ("tt", 1)]
    forms = {"aa": ["zo", "ao"], "tt": ["ao"]}
    made = [_inverted(corpus, forms)]
    joints = _joined(made, sections([made[0].run], 500))
    found = pages([leaf for part in joints for leaf in leaves(part, 200)])
    for term, written_so in forms.items():
        for form in (term, *written_so):
            page = [page for page in found if page.first <= form][-1].content
            shown = f" {page['terms']} {page['aliases'].replace(':', ' ')} "
            assert f" {term} " in shown, form


def test_a_length_is_taken_to_within_a_fifth() -> None:
    for length in range(1, 5000):
        assert 0.8 < length_at(level_of(length)) / length < 1.2
    assert length_at(level_of(0)) == 0


def test_small_numbers_take_one_sign_and_no_sign_ends_a_text() -> None:
    assert len(written(43)) == 1
    assert len(written(44)) == 2
    assert not set(' ",|:\\') & set("".join(map(written, range(5000))))


def test_a_small_page_size_makes_many_pages_that_keep_their_order() -> None:
    inversion = _whole_of([_inverted(_corpus(random.Random(1), 30))])
    cut_up = _pages(inversion, 200)
    terms = [term for page in cut_up for term in page.content["terms"].split(" ")]
    assert len(cut_up) > 5
    assert terms == sorted(inversion.postings)
    for page in cut_up[1:]:
        assert page.content["terms"].split(" ")[0].startswith(page.first)


def test_a_form_that_sorts_elsewhere_has_an_alias_there() -> None:
    words = ["oo", *(f"{letter}{letter}" for letter in LETTERS), "yo"]
    documents: list[Fields] = [{**_empty(), "text": [(word, 1) for word in words]}]
    found = _pages(_whole_of([_inverted(documents, {"yo": ["oita", "yolla"]})]), 40)
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
    documents = _corpus(chance, chance.randint(1, 60))
    made = _inverted(documents)
    inversion = _whole_of([made])
    found = _pages(inversion, chance.choice([100, 400, 16_000]))
    files = {str(number): page.content for number, page in enumerate(found)}
    return {
        "whole": _whole(documents),
        "manifest": manifest(lengths([made.run]), found, list(files), [], read_register()),
        "files": files,
        "queries": [_query(chance, inversion.postings) for _ in range(QUERIES)],
    }


def _whole(documents: list[Fields]) -> dict[str, Any]:
    """lunr.py's own index of the documents, told of lengths as the paged one takes them."""
    builder = Builder()
    builder.ref("id")
    for name, boost in BOOSTS.items():
        builder.field(name, boost)
    for position, fields in enumerate(documents):
        terms = {name: [term for term, _ in found] for name, found in fields.items()}
        sets = {name: list(dict.fromkeys(terms[name])) for name in SETS}
        builder.add({"id": position, **terms, **sets})
    for reference, length in builder.field_lengths.items():
        is_set = reference.partition("/")[0] in SETS
        builder.field_lengths[reference] = 1 if is_set else length_at(level_of(length))
    whole: dict[str, Any] = builder.build().serialize()
    return whole


def _corpus(chance: random.Random, size: int) -> list[Fields]:
    words = ["".join(chance.choices(LETTERS, k=chance.randint(1, 4))) for _ in range(80)]
    longest = {"title": 6, "place": 3, "heading": 12, "text": 90, "part": 30}
    return [
        {
            name: [
                (word, 1 << chance.randint(0, 9))
                for word in chance.choices(words, k=chance.randint(0, longest[name]))
            ]
            for name in BOOSTS
        }
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


def _document(fields: Fields, forms: Mapping[str, list[str]]) -> Document:
    tallies = {name: Tally() for name in fields}
    for name, occurrences in fields.items():
        for term, bit in occurrences:
            tallies[name].add([term], bit)
    return counted(tallies, forms)


def _inverted(corpus: list[Fields], forms: Mapping[str, list[str]] | None = None) -> Inverted:
    return invert(_document(fields, forms or {}) for fields in corpus)


def _joined(made: list[Inverted], some: Iterable[Section]) -> Iterator[Inversion]:
    for section in some:
        own = [part for one in made for part in parts(one.run, one.shards, [section])]
        yield joined(own, [one.run.count for one in made], {})


def _whole_of(made: list[Inverted]) -> Inversion:
    """All shards at once."""
    return joined([one.shards for one in made], [one.run.count for one in made], {})


def _pages(inversion: Inversion, size: int) -> tuple[Page, ...]:
    return pages(leaves(inversion, size))


def _numbers(*values: int) -> str:
    return "".join(map(written, values))


def _empty() -> Fields:
    return {name: [] for name in BOOSTS}
