"""Which findings speak of the proposed change, and which of them keep it from being accepted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kuntakesu.check import Report, check
from kuntakesu.diagnostics import Diagnostic, Severity
from kuntakesu.published import Remark
from kuntakesu.reader import Limit, unlimited
from kuntakesu.review.changes import PlanChange, Proposal
from kuntakesu.rules import Context

Key = tuple[object, ...]


@dataclass(frozen=True)
class Review:
    """A proposed change with what was found.

    Attributes:
        blocking: Errors on lines that the change has written, or that it has brought about.
        remarks: Warnings, and errors that were there before on lines that it left alone.
        endings: What is to be mended in the list of published addresses.
    """

    proposal: Proposal
    blocking: tuple[Diagnostic, ...]
    remarks: tuple[Diagnostic, ...]
    endings: tuple[Remark, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether nothing keeps the change from being accepted."""
        return not self.blocking and not self.endings

    def report(self) -> Report:
        """The findings, the blocking ones first; of these only are errors."""
        told = (replace(one, severity=Severity.WARNING) for one in self.remarks)
        submissions = (change.new for change in self.proposal.plans if change.new)
        return Report(tuple(submissions), (*self.blocking, *told))


def review(proposal: Proposal, old: Context, new: Context, limit: Limit = unlimited) -> Review:
    """Check all plans as they become, and keep what the change has to do with.

    A finding on a line that the change left alone counts all the same if it was not there before:
    a plan that is deleted may be one that another plan refers to.

    Args:
        proposal: What is done.
        old: All plans as they are.
        new: All plans as they become.
        limit: What checks each plan, or gives it up.
    """
    changes = {change.file.path: change for change in proposal.plans if change.new}
    found = check(tuple(new.others.values()), new, limit).diagnostics
    before = _known_before(found, changes, old, limit)
    blocking: list[Diagnostic] = []
    remarks: list[Diagnostic] = []
    for one in found:
        change = changes.get(one.path)
        is_new = _key(one, _path_before(one, changes)) not in before
        if one.severity is Severity.ERROR and (is_new or (change and _is_touched(one, change))):
            blocking.append(one)
        elif change or is_new:
            remarks.append(one)
    return Review(proposal, tuple(blocking), tuple(remarks))


def _is_touched(found: Diagnostic, change: PlanChange) -> bool:
    """Whether a finding is on a written line; one on the first line speaks of the whole header."""
    if change.file.touched.line(found.span.line):
        return True
    header = change.new.front_matter.body_line - 1 if change.new else 0
    return found.span.line == 1 and change.file.touched.up_to(header)


def _known_before(
    found: tuple[Diagnostic, ...], changes: dict[str, PlanChange], old: Context, limit: Limit
) -> set[Key]:
    """What was already found in the files of which there is something to say now."""
    paths = {_path_before(one, changes) for one in found}
    files = tuple(one for one in old.others.values() if one.source.path in paths)
    return {_key(one, one.path) for one in check(files, old, limit).diagnostics}


def _path_before(found: Diagnostic, changes: dict[str, PlanChange]) -> str:
    change = changes.get(found.path)
    return change.file.before if change else found.path


def _key(found: Diagnostic, path: str) -> Key:
    """What makes two findings the same though lines have moved."""
    return path, found.code, found.variant, found.excerpt, tuple(_stated(found))


def _stated(found: Diagnostic) -> Iterator[tuple[str, str | int]]:
    """The arguments but for suggestions, which depend on the other plans."""
    return ((name, one) for name, one in sorted(found.arguments.items()) if name != "suggestion")
