"""Which published addresses a proposed change would end without a word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kuntakesu import addresses
from kuntakesu.languages import INTERFACE
from kuntakesu.published import PLAN, Published, Remark, line_of
from kuntakesu.review.changes import ChangeKind, Proposal
from kuntakesu.rules import Context
from kuntakesu.source import Source


def endings(
    proposal: Proposal, old: Context, new: Context, before: Published, after: Published
) -> tuple[Remark, ...]:
    """What must be written into the list of published addresses, or mended there.

    A catalogue that keeps no list has promised nothing.

    Args:
        proposal: What is done.
        old: All plans as they are.
        new: All plans as they become.
        before: The list as it is.
        after: The list as it becomes.
    """
    if not before.marks:
        return after.faults
    lost = (address for address in before.marks if address not in after.marks)
    return (
        *after.faults,
        *(Remark("fault.lost", line_of(address)) for address in lost),
        *_astray(before, after, new),
        *_ending(proposal, old, new, after),
    )


def _astray(before: Published, after: Published, new: Context) -> Iterator[Remark]:
    """Lines that the change has made and that lead to a plan that is not there."""
    names = _public(new)
    for address, mark in after.marks.items():
        target = PLAN.fullmatch(after.end(mark) or "")
        known = before.marks.get(address)
        is_new = not known or known.target != mark.target
        if target and is_new and target[1] not in names:
            yield Remark("fault.target", address, mark.line, mark.target or "")


def _ending(proposal: Proposal, old: Context, new: Context, after: Published) -> Iterator[Remark]:
    moves = _moves(proposal)
    there = _pages(_public(new))
    for address, name in _pages(_public(old)).items():
        mark = after.marks.get(address)
        if address in there or (mark and mark.is_tombstone):
            continue
        target = _page_like(address, moves.get(name, ""))
        if target in there:
            yield Remark("ending.moved", line_of(address, target))
        else:
            yield Remark("ending.gone", line_of(address, is_gone=True))


def _public(context: Context) -> tuple[str, ...]:
    """The names of the plans that are published."""
    plans = (one.plan for one in context.others.values())
    return tuple(plan.name for plan in plans if plan and plan.status != "draft")


def _pages(names: tuple[str, ...]) -> Mapping[str, str]:
    """The addresses that plans bring with them, each with a plan that does."""
    pages: dict[str, str] = {}
    for name in names:
        provider = name.partition("/")[0]
        for language in INTERFACE:
            pages[addresses.item("plans", provider, language)] = name
    return {addresses.plan(name): name for name in names} | pages


def _page_like(address: str, name: str) -> str:
    """The page of the plan `name`, or of its provider, whichever `address` is of another."""
    if not name or PLAN.fullmatch(address):
        return addresses.plan(name) if name else ""
    language = next(one for one in INTERFACE if address.startswith(addresses.listing("plans", one)))
    return addresses.item("plans", name.partition("/")[0], language)


def _moves(proposal: Proposal) -> dict[str, str]:
    return {
        Source(change.file.before, "").name: Source(change.file.path, "").name
        for change in proposal.plans
        if change.file.kind is ChangeKind.RENAMED
    }
