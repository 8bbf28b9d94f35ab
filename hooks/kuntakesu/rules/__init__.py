"""What a plan must be: one module, one rule.

A rule module has a docstring (its page), `SEVERITY`, and
`check(submission, context) -> Iterator[Finding]`. Its sentences are `rules.<code>` in
`languages/`, its cases `tests/cases/<code>/`. A rule sees the submission, the register and the
names of the other plans, and never another rule.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field

from kuntakesu.submission import Submission
from kuntakesu.vocabulary.register import Register


@dataclass(frozen=True)
class Context:
    """What a rule may look things up in.

    Attributes:
        others: Every submission of the run, by the plan's name.
        files: Paths of the other files below `plans/`, such as pictures.
    """

    register: Register
    others: Mapping[str, Submission] = field(default_factory=dict)
    files: frozenset[str] = frozenset()

    @functools.cached_property
    def names_by_address(self) -> Mapping[str, tuple[str, ...]]:
        """The plans' names by the address that they make; more than one where they clash."""
        names: dict[str, tuple[str, ...]] = {}
        for name, submission in self.others.items():
            address = submission.source.address
            names[address] = (*names.get(address, ()), name)
        return names
