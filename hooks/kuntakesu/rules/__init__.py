"""What a plan must be: one module, one rule.

A rule module has a docstring (its page), `SEVERITY`, and
`check(submission, context) -> Iterator[Finding]`; one that looks up other files in the context says
`LOOKS_AROUND = True`, since what it finds can't be kept with the file. Its sentences are
`rules.<code>` in `languages/`, its cases `tests/cases/<code>/`. A rule sees the submission, the
register and the names of the other plans, and never another rule.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field

from kuntakesu.picture import Picture
from kuntakesu.source import plain_form
from kuntakesu.submission import Submission
from kuntakesu.vocabulary.register import Register


@dataclass(frozen=True)
class Context:
    """What a rule may look things up in.

    Attributes:
        others: Every submission of the run, by the plan's name.
        files: Paths of the other files below `plans/`, such as pictures.
        pictures: What is known of the pictures among them.
    """

    register: Register
    others: Mapping[str, Submission] = field(default_factory=dict)
    files: frozenset[str] = frozenset()
    pictures: Mapping[str, Picture] = field(default_factory=dict)

    @functools.cached_property
    def files_by_form(self) -> Mapping[str, tuple[str, ...]]:
        """The other files by their path without what some systems do not tell apart."""
        found: dict[str, tuple[str, ...]] = {}
        for path in sorted(self.files):
            form = plain_form(path)
            found[form] = (*found.get(form, ()), path)
        return found

    @functools.cached_property
    def files_in(self) -> Mapping[str, list[str]]:
        """The paths of the files in each folder, in their order."""
        found: dict[str, list[str]] = {}
        for path in sorted(self.files):
            found.setdefault(path.rpartition("/")[0], []).append(path)
        return found

    @functools.cached_property
    def names_by_address(self) -> Mapping[str, tuple[str, ...]]:
        """The plans' names by the address that they make; more than one where they clash."""
        names: dict[str, tuple[str, ...]] = {}
        for name in self.others:
            address = plain_form(name)
            names[address] = (*names.get(address, ()), name)
        return names
