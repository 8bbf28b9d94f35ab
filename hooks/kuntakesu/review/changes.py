"""A proposed change as data: which plans it adds, changes, renames and deletes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kuntakesu.submission import Submission


class ChangeKind(StrEnum):
    """What is done to a file."""

    ADDED = "added"
    CHANGED = "changed"
    RENAMED = "renamed"
    DELETED = "deleted"


@dataclass(frozen=True)
class Touched:
    """The lines of a file that a change has written.

    Attributes:
        lines: 1-based numbers of new and changed lines, in the file as it becomes.
        gaps: Numbers of the lines behind which lines were taken away; 0 for the file's top.
        whole: Every line is touched, as in a new file.
    """

    lines: frozenset[int] = frozenset()
    gaps: frozenset[int] = frozenset()
    whole: bool = False

    def line(self, number: int) -> bool:
        """Whether the line was written by the change."""
        return self.whole or number in self.lines

    def up_to(self, number: int) -> bool:
        """Whether anything was written or taken away on the first `number` lines."""
        return self.whole or any(one <= number for one in self.lines | self.gaps)


WHOLE = Touched(whole=True)


@dataclass(frozen=True)
class FileChange:
    """What is done to one file.

    Attributes:
        path: Where the file is after the change, or was, if it is deleted.
        before: Where the file was; another path than `path` only where it is renamed.
    """

    kind: ChangeKind
    path: str
    before: str
    touched: Touched = WHOLE


@dataclass(frozen=True)
class PlanChange:
    """What is done to one plan.

    Attributes:
        old: The plan's file before the change, where there was one.
        new: The plan's file after the change, where there is one.
    """

    file: FileChange
    old: Submission | None
    new: Submission | None

    @property
    def language(self) -> str:
        """The language to tell the author of it in."""
        chosen = self.new or self.old
        return chosen.language if chosen else "fi"


@dataclass(frozen=True)
class Proposal:
    """All that a change does.

    Attributes:
        plans: In the order of their paths.
        files: Paths of other files below `plans/`, such as pictures.
        elsewhere: Paths of files outside `plans/`.
    """

    plans: tuple[PlanChange, ...]
    files: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
