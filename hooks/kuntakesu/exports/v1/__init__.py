"""The open data, version 1: everything below `data/v1/`.

One module, one file, made of the tables in `records/`; plans and schemas are many files of one
kind. What the archive and the catalogue's description hold is what the other modules made.
"""

from __future__ import annotations

from collections.abc import Iterator

from kuntakesu.exports.v1 import (
    archive,
    dcat,
    municipalities_json,
    plan_files,
    plans_csv,
    plans_json,
    schemas,
    targets_csv,
)
from kuntakesu.records.rows import Edition

Files = Iterator[tuple[str, bytes]]


def files(edition: Edition) -> Files:
    """Every file's address and content."""
    made = dict(_plain_files(edition))
    yield from made.items()
    made[archive.NAME] = archive.export(made)
    yield archive.NAME, made[archive.NAME]
    yield from dcat.export(edition, made)


def _plain_files(edition: Edition) -> Files:
    for module in (plans_json, plans_csv, targets_csv, municipalities_json):
        yield module.FILE.address, module.export(edition)
    yield from plan_files.export(edition)
    yield from schemas.export()
