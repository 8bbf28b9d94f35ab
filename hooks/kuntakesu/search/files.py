"""The search's files: pages of the index, portions of the plans' texts, a manifest.

All but the manifest are named by content, so that a host may let browsers keep them for ever and an
unchanged page keeps its name. The portions are in folders, each of a run of plans and named by all
that is in it, so that a browser knows the address of each.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from kuntakesu.catalogue import Catalogue
from kuntakesu.json_text import compact_json
from kuntakesu.memory import Memory, key_of, remembered
from kuntakesu.plan import Plan
from kuntakesu.search.analysis import Analyser
from kuntakesu.search.documents import (
    BOOSTS,
    MORE_FORMS,
    PLACED,
    REGION_STEMS,
    Document,
    document,
    document_key,
)
from kuntakesu.search.inversion import DIGITS, Inversion, Run, invert, joined
from kuntakesu.search.paging import Page, pages
from kuntakesu.search.portions import portions
from kuntakesu.vocabulary.names import fold
from kuntakesu.vocabulary.register import Register

FOLDER = "data/search/"
MANIFEST = f"{FOLDER}manifest.json"
RUN = 64
"""About how many plans have a folder together."""
LONGEST_RUN = 4 * RUN

K1, B = 1.2, 0.75
"""lunr's own parameters of scoring."""

File = tuple[str, bytes]


@dataclass(frozen=True)
class Folder:
    """The portions of a run of plans.

    Attributes:
        plans: How many.
    """

    name: str
    plans: int


def search_files(catalogue: Catalogue, analyser: Analyser, memory: Memory) -> Iterator[File]:
    """Every file's address and content; the manifest comes last."""
    inverter = _Inverter(catalogue.register, analyser, memory)
    runs = list(_runs(catalogue.plans))
    inversion = joined(map(inverter.run, runs), MORE_FORMS)
    cut = pages(inversion)
    raws = [compact_json(page.content) for page in cut]
    names = _names(raws)
    for name, raw in dict(zip(names, raws, strict=True)).items():
        yield f"{FOLDER}{name}.json", raw
    folders = []
    for run in runs:
        files = [_portion_files(plan) for plan in run]
        [folder] = _names([b"".join(raw for raws in files for raw in raws)])
        folders.append(Folder(folder, len(run)))
        for place, raws in enumerate(files):
            for number, raw in enumerate(raws):
                yield f"{FOLDER}{folder}/{place}.{number}.json", raw
    yield MANIFEST, compact_json(manifest(inversion, cut, names, folders, catalogue.register))


@dataclass(frozen=True)
class _Inverter:
    """Inverts plans, as far as a memory does not know the result."""

    register: Register
    analyser: Analyser
    memory: Memory

    def run(self, plans: Sequence[Plan]) -> Run:
        key = key_of("run", *(document_key(plan.name, plan.digest) for plan in plans))
        return remembered(self.memory, key, Run, lambda: invert(map(self._document, plans)))

    def _document(self, plan: Plan) -> Document:
        key = document_key(plan.name, plan.digest)
        made = partial(document, plan, self.register, self.analyser)
        return remembered(self.memory, key, Document, made)


def manifest(
    inversion: Inversion,
    cut: tuple[Page, ...],
    names: Sequence[str],
    folders: Sequence[Folder],
    register: Register,
) -> dict[str, object]:
    """What the browser must know before it asks for anything."""
    return {
        "documents": inversion.count,
        "fields": [
            [name, boost, inversion.average(name), _levels(inversion, name), int(name in PLACED)]
            for name, boost in BOOSTS.items()
        ],
        "k1": K1,
        "b": B,
        "firsts": " ".join(page.first for page in cut),
        "pages": list(names),
        "folders": [folder.name for folder in folders],
        "plansIn": [folder.plans for folder in folders],
        "regionStems": REGION_STEMS,
        "regions": [
            [region.code, *dict.fromkeys(map(fold, region.names))] for region in register.regions
        ],
    }


def _runs(plans: Sequence[Plan]) -> Iterator[list[Plan]]:
    """The plans in runs that begin where a plan's own name says so.

    A plan that is added then moves those of its own run alone.
    """
    run: list[Plan] = []
    for plan in plans:
        begins = hashlib.sha256(plan.name.encode()).digest()[0] % RUN == 0
        if run and (begins or len(run) == LONGEST_RUN):
            yield run
            run = []
        run.append(plan)
    if run:
        yield run


def _levels(inversion: Inversion, field: str) -> str:
    return "".join(DIGITS[level] for level in inversion.levels.get(field, ()))


def _portion_files(plan: Plan) -> list[bytes]:
    """What a result shows of a plan, once for each portion: its names, and the passages."""
    names = {
        "name": plan.name,
        "title": plan.title,
        "provider": plan.provider,
        "language": plan.language,
        "municipalities": list(plan.codes),
    }
    return [
        compact_json(
            names
            | {
                "passages": [
                    [passage.title, passage.anchor, passage.theme, passage.text]
                    for passage in portion
                ]
            }
        )
        for portion in portions(plan)
    ]


def _names(raws: Sequence[bytes]) -> list[str]:
    """A name for each content, as short as tells them apart: the manifest has them all."""
    digests = [base64.urlsafe_b64encode(hashlib.sha256(raw).digest()).decode() for raw in raws]
    length = next(n for n in (6, 12, 44) if len({d[:n] for d in digests}) == len(set(digests)))
    return [digest[:length] for digest in digests]
