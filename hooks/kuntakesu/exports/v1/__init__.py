"""The open data, version 1: everything below `data/v1/`.

What the files say of a plan is made once for all of them, in `pieces`; what the archive and the
catalogue's description hold is what the other modules made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from kuntakesu import addresses
from kuntakesu.exports.v1 import archive, dcat, schemas, tables
from kuntakesu.exports.v1.packing import Counted, Packed, packed
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
    known = memory or Forgetful()
    plans = [Pieces(row, known) for row in plan_rows(edition)]
    entries: dict[str, Callable[[], Packed]] = {}
    made: dict[str, Counted] = {}
    for table in tables.export(edition, plans):
        yield SiteFile(table.address, table.pieces)
        entries[table.address], made[table.address] = table.packed, table.content
    for address, content in schemas.export():
        yield SiteFile.of(address, content)
        entries[address] = partial(packed, content)
    for pieces in plans:
        yield from _own_files(pieces, entries)
    made[archive.NAME] = whole = Counted(archive.Archive(entries))
    yield SiteFile(archive.NAME, lambda: whole)
    told = {address: content.told for address, content in made.items()}
    for address, content in dcat.export(edition, told):
        yield SiteFile.of(address, content)


def _own_files(pieces: Pieces, entries: dict[str, Callable[[], Packed]]) -> Files:
    """A plan's own files; they are noted as entries of the archive."""
    plan = pieces.row.plan
    json, markdown = (addresses.plan_data(plan.name, suffix) for suffix in ("json", "md"))
    entries[json] = lambda: pieces.own_files().json
    entries[markdown] = lambda: pieces.own_files().markdown
    # To unpack takes a fraction of making them once more.
    yield SiteFile(json, lambda: [pieces.own_files().json.content], (pieces.key,))
    of_source = (key_of("source", plan.digest),)
    yield SiteFile(markdown, lambda: [pieces.own_files().markdown.content], of_source)
