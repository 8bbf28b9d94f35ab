"""The queries that searches are judged by are sound, and so are the marks made of them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest

from kuntakesu.plan import Plan
from kuntakesu.vocabulary.register import read_register
from kuntakesu.workspace import check_tree
from tests.making import ROOT
from tests.search.quality import (
    KINDS,
    OVERALL,
    Answer,
    Hit,
    Query,
    anchors_of,
    collection,
    measure,
    read_queries,
)

LEAST_OF_ALL = 220
LEAST_OF_A_KIND = 20
MOST_PLANS = 6
LONG_WORD = 10
WORD = re.compile(r"[^\W_](?:[^\W_]|-(?=[^\W_]))*")
QUERIES = read_queries()


def of_kind(kind: str) -> list[Query]:
    return [query for query in QUERIES if query.kind == kind]


def each(kind: str) -> pytest.MarkDecorator:
    chosen = of_kind(kind)
    return pytest.mark.parametrize("query", chosen, ids=[query.text for query in chosen])


@cache
def plans() -> dict[str, Plan]:
    judged = collection(QUERIES)
    return {
        one.name: one
        for one in check_tree(ROOT / "tests/search").sound_plans()
        if one.name in judged
    }


@cache
def names() -> tuple[tuple[str, str], ...]:
    """The Finnish and the Swedish name of each municipality and region, in small letters."""
    register = read_register()
    places = [(place.name_fi, place.name_sv) for place in register.municipalities]
    regions = [(region.name_fi, region.name_sv) for region in register.regions]
    return tuple((fi.casefold(), sv.casefold()) for fi, sv in (*places, *regions))


def words(text: str) -> list[str]:
    return WORD.findall(unicodedata.normalize("NFC", text).casefold())


def pieces(plan: Plan) -> Iterator[str]:
    """Everything that a plan says, in pieces that no phrase reaches across."""
    yield from (plan.title, plan.provider, plan.summary, plan.original.title, *plan.partners)
    yield from (place.stated for place in plan.places)
    yield plan.body.intro.text
    for section in plan.body.sections:
        yield from (section.title, section.intro.text)
        for target in section.targets:
            yield target.title
            yield from (part.content.text for part in target.parts)


@cache
def words_of(name: str) -> frozenset[str]:
    return frozenset(word for piece in pieces(plans()[name]) for word in words(piece))


def all_words() -> frozenset[str]:
    return frozenset().union(*map(words_of, plans()))


def has_phrase(plan: Plan, phrase: list[str]) -> bool:
    wanted = f" {' '.join(phrase)} "
    return any(wanted in f" {' '.join(words(piece))} " for piece in pieces(plan))


def mistakes(typed: str, meant: str) -> int:
    """How many letters are left out, added, wrong, or swapped with the next one."""
    rows = [[row + column for column in range(len(meant) + 1)] for row in range(len(typed) + 1)]
    for row, one in enumerate(typed, 1):
        for column, other in enumerate(meant, 1):
            swapped = row > 1 and column > 1 and typed[row - 2 : row] == other + meant[column - 2]
            rows[row][column] = min(
                rows[row - 1][column] + 1,
                rows[row][column - 1] + 1,
                rows[row - 1][column - 1] + (one != other),
                rows[row - 2][column - 2] + 1 if swapped else len(typed) + len(meant),
            )
    return rows[-1][-1]


def test_there_are_enough_of_every_kind() -> None:
    counts = Counter(query.kind for query in QUERIES)
    assert set(counts) == set(KINDS)
    assert min(counts.values()) >= LEAST_OF_A_KIND
    assert counts.total() >= LEAST_OF_ALL


def test_no_query_stands_twice() -> None:
    counts = Counter(" ".join(query.text.casefold().split()) for query in QUERIES)
    assert not [text for text, count in counts.items() if count > 1]


def test_what_answers_exists() -> None:
    anchors = anchors_of(plans().values())
    missing = [
        (query.text, answer.plan, title)
        for query in QUERIES
        for answer in query.relevant
        for title in answer.targets or ("",)
        if answer.plan not in anchors or (title and title not in anchors[answer.plan])
    ]
    assert not missing


def test_titles_are_unambiguous() -> None:
    for plan in plans().values():
        sections = plan.body.sections
        titles = [section.title for section in sections]
        titles += [target.title for section in sections for target in section.targets]
        named = {
            title
            for query in QUERIES
            for answer in query.relevant
            if answer.plan == plan.name
            for title in answer.targets
        }
        assert not [title for title in named if titles.count(title) > 1]


@pytest.mark.parametrize("query", QUERIES, ids=[query.text for query in QUERIES])
def test_answers_are_few_and_named_once(query: Query) -> None:
    answering = [answer.plan for answer in query.relevant]
    assert 1 <= len(answering) <= MOST_PLANS
    assert len(set(answering)) == len(answering)
    assert all(len(set(answer.targets)) == len(answer.targets) for answer in query.relevant)
    assert bool(query.meant) == (query.kind == "typing-mistake")


@each("inflected")
def test_inflected_form_stands_in_no_answer(query: Query) -> None:
    for answer in query.relevant:
        assert not words_of(answer.plan).issuperset(words(query.text))


@each("compound-part")
def test_part_is_no_word_of_its_own_in_some_answer(query: Query) -> None:
    assert any(not words_of(one.plan).issuperset(words(query.text)) for one in query.relevant)


@each("municipality-form")
def test_municipality_form_is_no_name(query: Query) -> None:
    assert len(query.text.split()) == 1
    assert query.text.casefold() not in {finnish for finnish, _ in names()}


@each("swedish-name")
def test_swedish_name_is_one(query: Query) -> None:
    swedish = tuple(name for finnish, name in names() if name != finnish)
    assert query.text.casefold().startswith(swedish)


@each("no-diacritics")
def test_query_lacks_the_diacritics_of_the_text(query: Query) -> None:
    assert query.text.isascii()
    assert not all_words().issuperset(words(query.text))


@each("typing-mistake")
def test_typing_mistake_is_one_or_in_a_long_word_two(query: Query) -> None:
    most = 2 if len(query.meant) >= LONG_WORD else 1
    assert 1 <= mistakes(query.text.casefold(), query.meant.casefold()) <= most
    assert not all_words().issuperset(words(query.text))


@each("phrase")
def test_phrase_stands_in_the_answers_and_nowhere_else(query: Query) -> None:
    assert re.fullmatch(r'"[^"]+"', query.text)
    having = {name for name, plan in plans().items() if has_phrase(plan, words(query.text))}
    assert having == {answer.plan for answer in query.relevant}


@each("two-words")
def test_two_words_are_two(query: Query) -> None:
    assert len(words(query.text)) == len(query.text.split()) == 2


ANCHORS = {"a": {"One": "one", "Two": "two"}, "b": {"Three": "three"}}


def of_small_set(*hits: Hit) -> tuple[float, float, float | None]:
    queries = [Query("word", "plain", (Answer("a", ("Two",)), Answer("b")))]
    mark = measure(queries, lambda text: hits, ANCHORS)[OVERALL]
    return mark.recall, mark.plan_rank, mark.target_rank


def test_marks_of_small_sets() -> None:
    assert of_small_set() == (0, 0, None)
    assert of_small_set("a", "b") == (1, 1, None)
    assert of_small_set("c", "b") == (0.5, 0.5, None)
    assert of_small_set(("c", "x"), ("a", ""), ("a", "one"), ("b", "three"), ("a", "two")) == (
        1, 0.5, 0.5,
    )  # fmt: skip
    assert of_small_set(("b", "three")) == (0.5, 1, 0)


def test_only_the_first_ten_plans_count() -> None:
    others = [f"other/{number}" for number in range(9)]
    assert of_small_set(*others, "a", "b")[0] == 0.5
    assert of_small_set(*others, ("a", "one"), ("a", "two"), "b") == (0.5, 0.1, 0.5)


def test_answers_themselves_get_full_marks() -> None:
    anchors = anchors_of(plans().values())
    answers = {query.text: query.relevant for query in QUERIES}

    def all_knowing(text: str) -> Iterator[Hit]:
        for answer in answers[text]:
            yield answer.plan, ""
            yield from ((answer.plan, anchors[answer.plan][title]) for title in answer.targets)

    marks = measure(QUERIES, all_knowing, anchors)
    assert list(marks) == [*KINDS, OVERALL]
    assert sum(marks[kind].queries for kind in KINDS) == marks[OVERALL].queries == len(QUERIES)
    assert {(mark.recall, mark.plan_rank, mark.target_rank) for mark in marks.values()} == {
        (1.0, 1.0, 1.0)
    }
