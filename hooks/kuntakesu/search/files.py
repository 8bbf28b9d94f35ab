"""The search's files: pages of the index, a fragment per plan, tables of fragments, a manifest.

All but the manifest are named by their content, so that a host may let browsers keep them for ever
and an unchanged page keeps its name.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator

from kuntakesu.catalogue import Catalogue
from kuntakesu.plan import Plan
from kuntakesu.search.analysis import Analyser
from kuntakesu.search.documents import BOOSTS, Vocabulary, documents, passages
from kuntakesu.search.inversion import Inversion, invert
from kuntakesu.search.paging import DIGITS, Page, pages

FOLDER = "data/search/"
MANIFEST = f"{FOLDER}manifest.json"
IN_A_TABLE = 128
"""Plans whose fragments one table names."""

K1, B = 1.2, 0.75
"""lunr's own parameters of scoring."""

File = tuple[str, bytes]


def search_files(catalogue: Catalogue, analyser: Analyser) -> Iterator[File]:
    """Every file's address and content; the manifest comes last."""
    vocabulary = Vocabulary()
    inversion = invert(documents(catalogue, analyser, vocabulary))
    cut = pages(inversion, vocabulary.forms)
    named_pages = [_named(page.content) for page in cut]
    fragments = [_named(_fragment(plan)) for plan in catalogue.plans]
    tables = [
        _named({"plans": [_stem(address) for address, _ in fragments[start : start + IN_A_TABLE]]})
        for start in range(0, len(fragments), IN_A_TABLE)
    ]
    yield from dict([*named_pages, *fragments, *tables]).items()
    yield MANIFEST, _json(_manifest(inversion, cut, named_pages, tables))


def _manifest(
    inversion: Inversion, cut: tuple[Page, ...], named_pages: list[File], tables: list[File]
) -> dict[str, object]:
    return {
        "documents": inversion.count,
        "fields": [
            [name, boost, inversion.average(name), _levels(inversion, name)]
            for name, boost in BOOSTS.items()
        ],
        "k1": K1,
        "b": B,
        "firsts": " ".join(page.first for page in cut),
        "pages": [_stem(address) for address, _ in named_pages],
        "tables": [_stem(address) for address, _ in tables],
        "inATable": IN_A_TABLE,
    }


def _levels(inversion: Inversion, field: str) -> str:
    return "".join(DIGITS[level] for level in inversion.levels.get(field, ()))


def _fragment(plan: Plan) -> dict[str, object]:
    """What a result shows of a plan: its names, and its passages to take excerpts from."""
    return {
        "name": plan.name,
        "title": plan.title,
        "provider": plan.provider,
        "language": plan.language,
        "municipalities": list(plan.codes),
        "passages": [
            [piece.title, piece.anchor, piece.theme, piece.text] for piece in passages(plan)
        ],
    }


def _named(content: object) -> File:
    raw = _json(content)
    digest = base64.urlsafe_b64encode(hashlib.sha256(raw).digest())[:8].decode()
    return f"{FOLDER}{digest}.json", raw


def _stem(address: str) -> str:
    return address.removeprefix(FOLDER).removesuffix(".json")


def _json(content: object) -> bytes:
    return (json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
