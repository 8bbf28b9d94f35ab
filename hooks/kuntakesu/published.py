"""The addresses that the site has published, from a list that is kept beside the plans.

No address may end in nothing: its page stays, or its line says where it has moved or that it is
gone, and then the site keeps a page there that tells so.

    suunnitelmat/mallilan-kunta/2025-2029/
    suunnitelmat/mallilan-kunta/2025/ -> suunnitelmat/mallilan-kunta/2025-2029/
    suunnitelmat/mallilan-kunta/2019/ gone
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kuntakesu import addresses
from kuntakesu.languages import Words
from kuntakesu.source import ROOM

PATH = f"{ROOM}/published.txt"
HOME = "./"
ARROW, GONE = "->", "gone"
SEGMENT = r"(?!\.{1,2}(?:/|$))[^\s/#?:\\<>\"']+"
ADDRESS = re.compile(rf"\./|{SEGMENT}(?:/{SEGMENT})*/?")
# What is promised is pages, and the files that other programs ask for. Further pages of lists come
# and go with the number of plans, a plan's files and versions go where its page goes, and what
# only the search asks for is called by its content.
PLANS = addresses.listing("plans", "fi")
PASSING = re.compile(
    rf"/(?:sivu|sida|page)-\d+/$|/{addresses.VERSIONS}/$|^{PLANS}.*[^/]$|^data/search/"
    rf"|^{addresses.PLANS_DATA}"
)
PLAN = re.compile(rf"{PLANS}([^/]+/[^/]+)/")


@dataclass(frozen=True)
class Mark:
    """A line of the list.

    Attributes:
        line: Its number, 1-based.
        target: Where the page has moved, if it has.
        is_gone: Whether it was removed.
    """

    line: int
    target: str | None = None
    is_gone: bool = False

    @property
    def is_tombstone(self) -> bool:
        """Whether there is to be a page that tells what became of the one that was there."""
        return self.is_gone or self.target is not None


@dataclass(frozen=True)
class Remark:
    """What is wrong in the list, or was done to it.

    Attributes:
        kind: The rest of the key of the sentence that tells it, behind `published.`.
        line: Where, or 0 where it is about what the list lacks.
    """

    kind: str
    text: str
    line: int = 0
    target: str = ""

    def told(self, chosen: Words) -> str:
        """What, where and how to mend it, in a line."""
        return chosen(
            f"published.{self.kind}",
            path=PATH,
            line=str(self.line),
            text=self.text,
            target=self.target,
        )


@dataclass(frozen=True)
class Published:
    """The list.

    Attributes:
        marks: By address, without its faulty lines.
        faults: What can't be read.
    """

    marks: Mapping[str, Mark]
    faults: tuple[Remark, ...] = ()

    def faults_beside(self, present: Collection[str]) -> tuple[Remark, ...]:
        """All that is wrong, with what the site now has at hand.

        Args:
            present: The addresses of all that the site publishes now.
        """
        return (*self.faults, *self._vanished(present), *self._astray(present))

    def tombstones(self, present: Collection[str]) -> tuple[tuple[str, str | None], ...]:
        """The addresses at which a page must tell what became of it, and where it leads, if so."""
        return tuple(self._tombstones(present))

    def end(self, mark: Mark) -> str | None:
        """Where a way leads in the end, since what has moved may have moved again."""
        target, seen = mark.target, set[str]()
        while target is not None and target not in seen:
            seen.add(target)
            further = self.marks.get(target)
            target = further.target if further and further.target is not None else target
        return target

    def _tombstones(self, present: Collection[str]) -> Iterator[tuple[str, str | None]]:
        for address, mark in self.marks.items():
            if mark.is_tombstone and address not in present:
                target = self.end(mark)
                yield address, target
                if plan := PLAN.fullmatch(address):
                    yield addresses.versions(plan[1]), target

    def _vanished(self, present: Collection[str]) -> Iterator[Remark]:
        for address, mark in self.marks.items():
            if not mark.is_tombstone and address not in present:
                yield Remark("fault.vanished", address, mark.line)

    def _astray(self, present: Collection[str]) -> Iterator[Remark]:
        gone = {address for address, mark in self.marks.items() if mark.is_gone}
        for address, mark in self.marks.items():
            end = self.end(mark)
            if end is not None and end not in present and end not in gone:
                yield Remark("fault.target", address, mark.line, end)


def read_published(root: Path) -> Published:
    """The list of a checkout; empty where there is none."""
    try:
        return parse((root / PATH).read_bytes())
    except FileNotFoundError:
        return Published({})


def parse(raw: bytes) -> Published:
    """Read the list, whatever stands in it."""
    marks: dict[str, Mark] = {}
    faults: list[Remark] = []
    for number, line in enumerate(raw.decode("utf-8", "replace").splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        address, mark = _read(line.split(), number)
        if not mark:
            faults.append(Remark("fault.form", line.strip(), number))
        elif address in marks:
            faults.append(Remark("fault.repeated", address, number))
        else:
            marks[address] = mark
    return Published(marks, tuple(faults))


def line_of(address: str, target: str | None = None, *, is_gone: bool = False) -> str:
    """A line of the list."""
    end = f" {GONE}" * is_gone if target is None else f" {ARROW} {target or HOME}"
    return f"{address or HOME}{end}"


def written(marks: Mapping[str, Mark], header: Iterable[str]) -> str:
    """The whole list, in the order of addresses."""
    lines = [
        line_of(address, mark.target, is_gone=mark.is_gone)
        for address, mark in sorted(marks.items())
    ]
    return "\n".join([*header, *lines, ""])


def lasting(every: Iterable[str]) -> set[str]:
    """Those of the addresses that must never end."""
    return {address for address in every if not PASSING.search(address)}


def _read(parts: list[str], number: int) -> tuple[str, Mark | None]:
    address = "" if parts[0] == HOME else parts[0]
    if not ADDRESS.fullmatch(parts[0]):
        return address, None
    match parts[1:]:
        case []:
            return address, Mark(number)
        case [word] if word == GONE and address.endswith("/"):
            return address, Mark(number, is_gone=True)
        case [word, target] if word == ARROW and address.endswith("/"):
            return address, _moved(number, target)
    return address, None


def _moved(number: int, target: str) -> Mark | None:
    return Mark(number, "" if target == HOME else target) if ADDRESS.fullmatch(target) else None
