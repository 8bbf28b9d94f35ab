"""The page of threats: each row names what stops the threat, and tests that are there."""

from __future__ import annotations

import ast
import re
from functools import cache

import pytest

from tests.making import ROOT

PAGE = (ROOT / "docs/en/threats.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.splitlines()
    if line.startswith("| ") and not line.startswith("| Who ")
]
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")


@cache
def names_in(path: str) -> set[str]:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_there_are_rows() -> None:
    assert len(ROWS) > 30


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[1][:60])
def test_a_threat_has_somebody_a_way_a_stop_and_a_test(row: list[str]) -> None:
    who, tries, stop, shown = row
    assert who in ("stranger", "careless author", "supplier", "surroundings")
    assert tries
    assert stop
    assert NAMED.search(shown)
    assert NAMED.sub("", shown).strip(" ,") == ""


@pytest.mark.parametrize(("path", "name"), sorted(set(NAMED.findall(PAGE))))
def test_a_test_that_is_named_exists(path: str, name: str) -> None:
    assert name in names_in(path)
