"""The search's files: pages of the index, portions of the plans' texts, a manifest.

All but the manifest are named by content, so that a host may let browsers keep them for ever and an
unchanged page keeps its name. The portions are in folders, each of a run of plans and named by all
that is in it, so that a browser knows the address of each.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial

from kuntakesu.catalogue import Catalogue
from kuntakesu.json_text import compact_json
from kuntakesu.memory import Memory, key_of, remembered
from kuntakesu.plan import Plan
from kuntakesu.search.analysis import Analyser
from kuntakesu.search.documents import BOOSTS, PLACED, REGION_STEMS, plan_key
from kuntakesu.search.index import Index
from kuntakesu.search.inversion import DIGITS
from kuntakesu.search.lengths import Lengths
from kuntakesu.search.paging import Page, pages
from kuntakesu.search.portions import portions
from kuntakesu.search.runs import runs
from kuntakesu.site_file import Content, SiteFile
from kuntakesu.vocabulary.names import fold
from kuntakesu.vocabulary.register import Register

FOLDER = "data/search/"
MANIFEST = f"{FOLDER}manifest.json"
TOGETHER = 64
"""About how many plans have a folder together."""
K1, B = 1.2, 0.75
"""lunr's own parameters of scoring."""


@dataclass(frozen=True)
class Folder:
    """The portions of a run of plans.

    Attributes:
        counts: How many portions each plan has.
    """

    name: str
    counts: tuple[int, ...]


def search_files(catalogue: Catalogue, analyser: Analyser, memory: Memory) -> Iterator[SiteFile]:
    """Every file; the manifest comes last."""
    index = Index(catalogue, analyser, memory)
    cut = pages(index.leaves())
    sums = [_sum(compact_json(page.content)) for page in cut]
    names = _names(sums)
    for name, sum_of, page in zip(names, sums, cut, strict=True):
        # The name tells a content from all others of this build, but not of builds before.
        yield SiteFile(f"{FOLDER}{name}.json", partial(_page, page), (key_of("page", sum_of),))
    cuts = list(runs(catalogue.plans, TOGETHER))
    folders = [_folder(run, memory) for run in cuts]
    for run, folder in zip(cuts, folders, strict=True):
        yield from _portion_files(run, folder)
    content = manifest(index.lengths, cut, names, folders, catalogue.register)
    yield SiteFile.of(MANIFEST, compact_json(content))


def _page(page: Page) -> Content:
    return (compact_json(page.content),)


def manifest(
    lengths: Lengths,
    cut: tuple[Page, ...],
    names: Sequence[str],
    folders: Sequence[Folder],
    register: Register,
) -> dict[str, object]:
    """What the browser must know before it asks for anything."""
    return {
        "documents": lengths.count,
        "fields": [
            [name, boost, lengths.average(name), _levels(lengths, name), int(name in PLACED)]
            for name, boost in BOOSTS.items()
        ],
        "k1": K1,
        "b": B,
        "firsts": " ".join(page.first for page in cut),
        "pages": list(names),
        "folders": [folder.name for folder in folders],
        "plansIn": [len(folder.counts) for folder in folders],
        "regionStems": REGION_STEMS,
        "regions": [
            [region.code, *dict.fromkeys(map(fold, region.names))] for region in register.regions
        ],
    }


def _levels(lengths: Lengths, field: str) -> str:
    return "".join(DIGITS[level] for level in lengths.levels.get(field, ()))


def _folder(plans: Sequence[Plan], memory: Memory) -> Folder:
    """The folder of a run, named by all that is in it."""
    sums = [_sums(plan, memory) for plan in plans]
    [name] = _names([_sum(json.dumps(sums).encode())])
    return Folder(name, tuple(map(len, sums)))


def _sums(plan: Plan, memory: Memory) -> list[str]:
    """Of each portion of a plan the SHA-256 sum."""

    def make() -> list[str]:
        return [hashlib.sha256(raw).hexdigest() for raw in _portions(plan)]

    return remembered(memory, key_of("portions", plan_key(plan)), list[str], make)


def _portion_files(plans: Sequence[Plan], folder: Folder) -> Iterator[SiteFile]:
    """What results show of the plans of a run."""
    for place, (plan, count) in enumerate(zip(plans, folder.counts, strict=True)):
        made = cache(partial(_portions, plan))
        for number in range(count):
            yield SiteFile(
                f"{FOLDER}{folder.name}/{place}.{number}.json",
                partial(_nth, made, number),
                (key_of("portion", plan_key(plan), str(number)),),
            )


def _nth(made: Callable[[], Sequence[bytes]], number: int) -> Content:
    return (made()[number],)


def _portions(plan: Plan) -> list[bytes]:
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


def _sum(raw: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(raw).digest()).decode()


def _names(sums: Sequence[str]) -> list[str]:
    """A name for each content, as short as tells them apart: the manifest has them all."""
    length = next(n for n in (6, 12, 44) if len({s[:n] for s in sums}) == len(set(sums)))
    return [sum_of[:length] for sum_of in sums]
