"""The marks of search engines: what their answers are taken for, and how they are told."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from bench.answers import hits_of, lunr
from bench.quality import misses, table, write
from kuntakesu.plan import Plan
from kuntakesu.workspace import check_tree
from tests.making import plan
from tests.search.quality import Answer, Hit, Mark, Query, collection, read_queries

URL = "/suunnitelmat/mallilan-kunta/2025-2029.sv/"


def test_a_result_of_pagefind_is_a_plan_and_headings_with_most_matches_first() -> None:
    inside = [(URL, 9), (f"{URL}#s-yksi", 1), (f"{URL}#s-k%C3%A4ksi", 4), (f"{URL}#s-kolme", 1)]
    name = "mallilan-kunta/2025-2029.sv"
    assert list(hits_of(URL, inside)) == [
        (name, ""),
        (name, "s-käksi"),
        (name, "s-yksi"),
        (name, "s-kolme"),
    ]


@pytest.mark.parametrize("url", ["/", "/suunnitelmat/mallilan-kunta/", "/kunnat/a/b/"])
def test_a_result_that_is_no_plan_is_a_fault(url: str) -> None:
    with pytest.raises(ValueError, match="no plan's page"):
        list(hits_of(url, []))


def test_table() -> None:
    marks = {
        "One": {"plain": Mark(3, 1, 0.5, None), "overall": Mark(3, 1, 0.5, None)},
        "Two": {"plain": Mark(3, 0.256, 0, 0.5), "overall": Mark(3, 0.256, 0, 0.5)},
    }
    assert table(marks).splitlines() == [
        "| kind | queries | One | Two |",
        "| --- | ---: | ---: | ---: |",
        "| plain | 3 | 1.00 / 0.50 / – | 0.26 / 0.00 / 0.50 |",
        "| overall | 3 | 1.00 / 0.50 / – | 0.26 / 0.00 / 0.50 |",
    ]


def test_misses_are_the_worst_first_and_only_those() -> None:
    queries = [
        Query("full", "plain", (Answer("a"),)),
        Query("half", "plain", (Answer("a"), Answer("b"))),
        Query("none", "phrase", (Answer("b"),)),
        Query("late", "plain", (Answer("a"), Answer("b"))),
    ]
    answers: dict[str, Sequence[Hit]] = {
        "full": ["a"],
        "half": [("a", "x"), ("a", "y")],
        "none": [],
        "late": ["c", "b"],
    }
    told = list(misses(queries, answers, {}, 3))
    assert [line.split(":")[1].strip() for line in told] == ["none", "late", "half"]
    assert told[0].endswith("lacks b; first is nothing")
    assert told[1].endswith("recall 0.50, plan rank 0.50; lacks a; first is c")
    assert len(list(misses(queries, answers, {}, 1))) == 1


def test_invented_plans_stand_beside_all_the_judged(tmp_path: Path) -> None:
    write(20, tmp_path / "checkout")
    report = check_tree(tmp_path / "checkout")
    names = {one.name for one in report.sound_plans()}
    judged = collection(read_queries())
    assert judged < names
    assert len(names) == len(judged) + 20


@pytest.fixture
def plans() -> tuple[Plan, ...]:
    assert shutil.which("node"), "node is part of the test environment: run make test"
    body = "## Oppilaiden oppiminen\n\n### {}\n\n**Tavoitteet:** {}\n"
    return (
        plan("mallilan-kunta/2020", body.format("Kielet", "Kaikki kirjastot avataan.")),
        plan("mallilan-kunta/2021", body.format("Liikunta", "Matkat lyhenevät.")),
    )


def test_lunr_stems_and_takes_any_word(plans: tuple[Plan, ...]) -> None:
    texts = ["kirjastossa", "kirjastossa matkat", '"kielet"', "a:b"]
    assert lunr(plans, "words", texts) == {
        "kirjastossa": ["mallilan-kunta/2020"],
        "kirjastossa matkat": ["mallilan-kunta/2021", "mallilan-kunta/2020"],
        '"kielet"': ["mallilan-kunta/2020"],
        "a:b": [],
    }


def test_lunr_reads_its_own_syntax_where_a_query_is_as_typed(plans: tuple[Plan, ...]) -> None:
    texts = ["title:kehittämissuunnitelma -matkat", '"kielet"', "a:b"]
    assert lunr(plans, "typed", texts) == {
        "title:kehittämissuunnitelma -matkat": ["mallilan-kunta/2020"],
        '"kielet"': [],
        "a:b": [],
    }
