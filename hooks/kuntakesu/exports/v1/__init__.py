"""The open data, version 1: everything below `data/v1/`.

What the files say of a plan is made once for all of them, in `pieces`; what the archive and the
catalogue's description hold is what the other modules made.
"""

from __future__ import annotations

from collections.abc import Iterator

from kuntakesu import addresses
from kuntakesu.exports.v1 import archive, dcat, schemas, tables
from kuntakesu.exports.v1.packing import Packed, packed
from kuntakesu.exports.v1.pieces import Pieces
from kuntakesu.memory import Forgetful, Memory, key_of
from kuntakesu.records.rows import Edition, plan_rows
from kuntakesu.site_file import SiteFile

Files = Iterator[SiteFile]


def files(edition: Edition, memory: Memory | None = None) -> Files:
    """Every file.

    Args:
        edition: What is exported.
        memory: What knows parts of it from before.
    """
    entries: dict[str, Packed] = {}
    told: dict[str, dcat.Told] = {}
    for table in tables.export(edition, _pieces(edition, memory)):
        yield SiteFile.of(table.address, *table.content)
        entries[table.address] = table.packed
        told[table.address] = dcat.Told.of(table.content)
    for address, content in schemas.export():
        yield SiteFile.of(address, content)
        entries[address] = packed(content)
    for pieces in _pieces(edition, memory):
        yield from _own_files(pieces, entries)
    whole = archive.export(entries)
    entries.clear()
    yield SiteFile.of(archive.NAME, *whole)
    told[archive.NAME] = dcat.Told.of(whole)
    for address, content in dcat.export(edition, told):
        yield SiteFile.of(address, content)


def _pieces(edition: Edition, memory: Memory | None) -> Iterator[Pieces]:
    known = memory or Forgetful()
    return (Pieces(row, known) for row in plan_rows(edition))


def _own_files(pieces: Pieces, entries: dict[str, Packed]) -> Files:
    """A plan's own files; they are noted as entries of the archive."""
    plan, made = pieces.row.plan, pieces.own_files()
    json, markdown = (addresses.plan_data(plan.name, suffix) for suffix in ("json", "md"))
    entries |= {json: made.json, markdown: made.markdown}
    yield SiteFile(json, lambda: [pieces.own], pieces.key)
    yield SiteFile(markdown, lambda: [plan.source], key_of("source", plan.digest))
