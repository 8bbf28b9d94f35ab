"""Plans that follow each other, cut so that a change moves few of the cuts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from kuntakesu.plan import Plan

LONGEST = 4
"""How many times as long as usual a run may be."""


def runs(plans: Sequence[Plan], length: int) -> Iterator[list[Plan]]:
    """The plans in runs of about a length that begin where a plan's own name says so.

    A plan that is added then moves those of its own run alone.
    """
    run: list[Plan] = []
    for plan in plans:
        begins = hashlib.sha256(plan.name.encode()).digest()[0] % length == 0
        if run and (begins or len(run) == LONGEST * length):
            yield run
            run = []
        run.append(plan)
    if run:
        yield run
