"""The open data, version 1: everything below `data/v1/`.

What the files say of a plan is made once for all of them, in `pieces`; what the archive and the
catalogue's description hold is what the other modules made.
"""

from __future__ import annotations

from collections.abc import Iterator

from kuntakesu import addresses
from kuntakesu.exports.v1 import archive, dcat, schemas, tables
from kuntakesu.exports.v1.pieces import of_plans
from kuntakesu.memory import Forgetful, Memory
from kuntakesu.records.rows import Edition

Files = Iterator[tuple[str, bytes]]


def files(edition: Edition, memory: Memory | None = None) -> Files:
    """Every file's address and content.

    Args:
        edition: What is exported.
        memory: What knows parts of it from before.
    """
    made = dict(_plain_files(edition, memory or Forgetful()))
    yield from made.items()
    made[archive.NAME] = archive.export(made)
    yield archive.NAME, made[archive.NAME]
    yield from dcat.export(edition, made)


def _plain_files(edition: Edition, memory: Memory) -> Files:
    pieces = of_plans(edition, memory)
    yield from tables.export(edition, pieces)
    for plan, piece in zip(edition.catalogue.plans, pieces, strict=True):
        yield addresses.plan_data(plan.name, "json"), piece.own
        yield addresses.plan_data(plan.name, "md"), plan.source
    yield from schemas.export()
