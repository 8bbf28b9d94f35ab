"""The search of a built site finds what the judged queries ask for."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from kuntakesu.workspace import check_tree
from tests.building import build, checkout
from tests.making import ROOT
from tests.search.quality import (
    KINDS,
    OVERALL,
    Mark,
    anchors_of,
    collection,
    measure,
    read_queries,
)

JUDGED = ROOT / "tests/search"
LEAST_OVERALL = 0.95
LEAST_OF_A_KIND = 0.85
QUERIES = read_queries()
TEXTS = sorted({query.text for query in QUERIES})


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of the plans that the queries were judged against."""
    folder = tmp_path_factory.mktemp("quality")
    root = checkout(folder / "checkout")
    shutil.rmtree(root / "plans")
    shutil.copytree(JUDGED / "plans", root / "plans")
    result = build(root, folder / "site")
    assert result.returncode == 0, result.stdout
    return folder / "site"


@pytest.fixture(scope="module")
def answers(site: Path) -> dict[str, list[tuple[str, str]]]:
    """What the search gives for each query."""
    node = shutil.which("node")
    assert node, "node is part of the test environment: run make test"
    answer = subprocess.run(
        [node, str(JUDGED / "ask.mjs"), site.name, str(ROOT / "hooks/theme/js")],
        cwd=site.parent,
        input=json.dumps(TEXTS),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    found = zip(TEXTS, json.loads(answer.stdout), strict=True)
    return {text: [(name, anchor) for name, anchor in hits] for text, hits in found}


@pytest.fixture(scope="module")
def marks(answers: dict[str, list[tuple[str, str]]]) -> dict[str, Mark]:
    """The marks of those answers."""
    anchors = anchors_of(check_tree(JUDGED).sound_plans())
    return measure(QUERIES, answers.__getitem__, anchors)


def test_answers_are_plans_that_were_searched(answers: dict[str, list[tuple[str, str]]]) -> None:
    anchors = anchors_of(check_tree(JUDGED).sound_plans())
    hits = {hit for found in answers.values() for hit in found}
    assert {hit[0] for hit in hits} == collection(QUERIES)
    for name, anchor in hits:
        assert not anchor or anchor in anchors[name].values()


@pytest.mark.parametrize("kind", KINDS)
def test_recall_of_each_kind(marks: dict[str, Mark], kind: str) -> None:
    assert marks[kind].recall >= LEAST_OF_A_KIND


def test_recall_overall(marks: dict[str, Mark]) -> None:
    assert marks[OVERALL].queries == len(QUERIES)
    assert marks[OVERALL].recall >= LEAST_OVERALL
