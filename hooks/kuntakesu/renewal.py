"""Brings the list of published addresses up to date with what the site has now."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kuntakesu import addresses
from kuntakesu.history.version import History
from kuntakesu.languages import INTERFACE
from kuntakesu.published import Mark, Published, Remark, lasting


def renewed(
    published: Published, present: Collection[str], history: History
) -> tuple[dict[str, Mark], list[Remark]]:
    """The list as it should be, and what was done to it beside adding to it.

    Args:
        published: The list as it is.
        present: The addresses of all that the site publishes now.
        history: How the plans came to be, which tells where pages have moved.
    """
    moves = dict(_moves(history))
    marks = {address: Mark(0) for address in lasting(present)} | dict(published.marks)
    told: list[Remark] = []
    for address, mark in published.marks.items():
        if mark.is_tombstone and address in present:
            marks[address] = Mark(mark.line)
            told.append(Remark("done.back", address))
        elif not mark.is_tombstone and address not in present and address.endswith("/"):
            target = moves.get(address)
            if target in present:
                marks[address] = Mark(mark.line, target)
                told.append(Remark("done.moved", address, target=target or ""))
            else:
                marks[address] = Mark(mark.line, is_gone=True)
                told.append(Remark("done.gone", address))
    return marks, told


def _moves(history: History) -> Iterator[tuple[str, str]]:
    """Where pages of plans and of their providers are now."""
    for version in history.changes:
        if version.heir:
            yield addresses.plan(version.name), addresses.plan(version.heir)
            before, now = (name.partition("/")[0] for name in (version.name, version.heir))
            for language in INTERFACE:
                yield (
                    addresses.item("plans", before, language),
                    addresses.item("plans", now, language),
                )
