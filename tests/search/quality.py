"""How good a search is: queries with what a reader should find by them, and any engine's marks.

Recall tells how many of the plans that answer a query are among the first ten shown. The
reciprocal rank tells how far down the first one is, and within a plan how far down the first
target is that answers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any

import yaml

from kuntakesu.plan import Plan

QUERIES = Path(__file__).parent / "queries.yml"
KINDS = (
    "plain", "inflected", "compound-part", "municipality-form", "swedish-name", "no-diacritics",
    "typing-mistake", "phrase", "two-words", "swedish-text",
)  # fmt: skip
OVERALL = "overall"
SHOWN = 10

# What an engine finds: a plan's name, or a plan's name with the anchor of a section or target.
Hit = str | tuple[str, str]
Engine = Callable[[str], Iterable[Hit]]
# Per plan's name, the anchor of each section and target by its title.
Anchors = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Answer:
    """A plan that answers a query.

    Attributes:
        targets: Titles of its targets or sections that answer; empty where the whole plan does.
    """

    plan: str
    targets: tuple[str, ...] = ()


@dataclass(frozen=True)
class Query:
    """A query and all that answers it.

    Attributes:
        meant: What a query with a typing mistake was meant to be.
    """

    text: str
    kind: str
    relevant: tuple[Answer, ...]
    meant: str = ""
    note: str = ""


@dataclass(frozen=True)
class Mark:
    """An engine's mean results, from 0 to 1.

    Attributes:
        queries: How many there were.
        recall: Of the plans that answer, the part that is among the first ten.
        plan_rank: One divided by the place of the first plan that answers.
        target_rank: Within a plan that answers, the same of its targets; None of an engine that
            finds no targets at all.
    """

    queries: int
    recall: float
    plan_rank: float
    target_rank: float | None


@dataclass(frozen=True)
class _Result:
    kind: str
    recall: float
    plan_rank: float
    target_ranks: tuple[float, ...]
    has_targets: bool


def read_queries(file: Path = QUERIES) -> tuple[Query, ...]:
    """All queries in their order.

    Raises:
        KeyError: An entry lacks a key.
        TypeError: An entry has a key that is not known.
    """
    return tuple(_query(**entry) for entry in yaml.safe_load(file.read_text(encoding="utf-8")))


def collection(queries: Iterable[Query]) -> frozenset[str]:
    """Names of the plans to search in: those published later were not judged."""
    return frozenset(answer.plan for query in queries for answer in query.relevant)


def anchors_of(plans: Iterable[Plan]) -> Anchors:
    """Where the titles that answers name stand in the plans."""
    return {plan.name: dict(_titles(plan)) for plan in plans}


def measure(queries: Iterable[Query], engine: Engine, anchors: Anchors) -> dict[str, Mark]:
    """The engine's mark for each kind of query, in the order of `KINDS`, and for all of them.

    Args:
        engine: Asked once for each query; gives what it found, best first.

    Raises:
        KeyError: A query names a plan or title that is not there.
    """
    results = [_result(query, list(engine(query.text)), anchors) for query in queries]
    aims_at_targets = any(result.has_targets for result in results)
    groups = {kind: [one for one in results if one.kind == kind] for kind in KINDS}
    return {
        kind: _mark(group, aims_at_targets)
        for kind, group in {**groups, OVERALL: results}.items()
        if group
    }


def _query(
    *, query: str, kind: str, relevant: list[dict[str, Any]], meant: str = "", note: str = ""
) -> Query:
    answers = (Answer(one["plan"], tuple(one.get("targets", ()))) for one in relevant)
    return Query(query, kind, tuple(answers), meant, note)


def _titles(plan: Plan) -> Iterator[tuple[str, str]]:
    for section in plan.body.sections:
        yield section.title, section.anchor
        for target in section.targets:
            yield target.title, target.anchor


def _result(query: Query, hits: Sequence[Hit], anchors: Anchors) -> _Result:
    found = list(dict.fromkeys(hit if isinstance(hit, str) else hit[0] for hit in hits))
    wanted = {answer.plan for answer in query.relevant}
    shown = wanted.intersection(found[:SHOWN])
    return _Result(
        kind=query.kind,
        recall=len(shown) / min(len(wanted), SHOWN),
        plan_rank=_reciprocal_rank(found, wanted),
        target_ranks=tuple(_target_ranks(query, hits, anchors)),
        has_targets=any(_anchor(hit) for hit in hits),
    )


def _target_ranks(query: Query, hits: Sequence[Hit], anchors: Anchors) -> Iterator[float]:
    for answer in query.relevant:
        if answer.targets:
            inside = [_anchor(hit) for hit in hits if hit[0] == answer.plan and _anchor(hit)]
            wanted = {anchors[answer.plan][title] for title in answer.targets}
            yield _reciprocal_rank(list(dict.fromkeys(inside)), wanted)


def _anchor(hit: Hit) -> str:
    return "" if isinstance(hit, str) else hit[1]


def _reciprocal_rank(found: Sequence[str], wanted: set[str]) -> float:
    return next((1 / place for place, one in enumerate(found, 1) if one in wanted), 0.0)


def _mark(results: Sequence[_Result], aims_at_targets: bool) -> Mark:
    ranks = [rank for result in results for rank in result.target_ranks]
    return Mark(
        queries=len(results),
        recall=fmean(result.recall for result in results),
        plan_rank=fmean(result.plan_rank for result in results),
        target_rank=fmean(ranks) if ranks and aims_at_targets else None,
    )
