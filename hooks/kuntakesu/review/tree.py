"""The plans of one state of the repository, read from the bytes that lie there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kuntakesu.naming import is_picture, is_plan, name_fault
from kuntakesu.picture import Picture
from kuntakesu.reader import Limit, Reader, unlimited
from kuntakesu.review.changes import ChangeKind, FileChange, PlanChange, Proposal
from kuntakesu.rules import Context
from kuntakesu.source import MAXIMUM_BYTES, ROOM, Source, decode
from kuntakesu.submission import Submission
from kuntakesu.vocabulary.register import Register

Files = Mapping[str, Submission]
"""Plans by the path of their file."""


@dataclass(frozen=True)
class TreeFile:
    """A file as a state of the repository holds it.

    Attributes:
        identity: The same for the same content.
        size: In bytes.
        regular: False for a link, or a repository within the repository.
        raw: The content; needed of plans and new pictures only, and of none larger than these
            may be.
    """

    path: str
    identity: str
    size: int
    regular: bool = True
    raw: bytes = b""


def is_told_of(path: str) -> bool:
    """Whether a file at that path is a plan, or is called what no file there may be."""
    return is_plan(path) or bool(name_fault(path))


class TreeReader:
    """Reads states of the repository; what two of them share is read once."""

    def __init__(self, register: Register, limit: Limit = unlimited) -> None:
        self._register = register
        self._reader = Reader(register, limit)
        self._read: dict[tuple[str, str, bool], Submission] = {}

    def context(self, files: Iterable[TreeFile]) -> Context:
        """What rules look things up in: every plan of a state, and the names of other files."""
        every = sorted(files, key=lambda file: file.path)
        told = (file for file in every if is_told_of(file.path) or not file.regular)
        plans = [self.submission(file) for file in told]
        return Context(
            self._register,
            {one.source.name: one for one in plans},
            frozenset(file.path for file in every if file.regular),
            {file.path: _picture(file) for file in every if is_picture(file.path)},
        )

    def submission(self, file: TreeFile) -> Submission:
        """One file as a plan, whatever it holds."""
        key = (file.path, file.identity, file.regular)
        if key not in self._read:
            self._read[key] = self._reader.read(_source(file))
        return self._read[key]


def proposal(changes: Iterable[FileChange], old: Context, new: Context) -> Proposal:
    """Sort what is done to files into plans and the rest, with the plans before and after."""
    every = sorted(changes, key=lambda change: change.path)
    was, becomes = _by_path(old), _by_path(new)
    plans = [change for change in every if _is_of_plan(change)]
    rest = [change.path for change in every if not _is_of_plan(change)]
    return Proposal(
        tuple(_plan_change(change, was, becomes) for change in plans),
        tuple(path for path in rest if path.startswith(f"{ROOM}/")),
        tuple(path for path in rest if not path.startswith(f"{ROOM}/")),
    )


def _is_of_plan(change: FileChange) -> bool:
    return is_told_of(change.path) or is_told_of(change.before)


def _by_path(context: Context) -> Files:
    return {one.source.path: one for one in context.others.values()}


def _plan_change(change: FileChange, old: Files, new: Files) -> PlanChange:
    """A file that moves into or out of the plans is added to or deleted from them."""
    kind = change.kind
    if not is_told_of(change.path):
        return _plan_change(FileChange(ChangeKind.DELETED, change.before, change.before), old, new)
    if not is_told_of(change.before):
        kind = ChangeKind.ADDED
    return PlanChange(
        FileChange(kind, change.path, change.before, change.touched),
        None if kind is ChangeKind.ADDED else old.get(change.before),
        None if kind is ChangeKind.DELETED else new.get(change.path),
    )


def _picture(file: TreeFile) -> Picture:
    """What is known of it: most pictures are not new and have not been read."""
    return Picture.read(file.size, file.raw) if file.raw else Picture(file.size)


def _source(file: TreeFile) -> Source:
    if not file.regular:
        return Source(file.path, "", "link")
    if not is_plan(file.path):
        return Source(file.path, "", "name")
    if file.size > MAXIMUM_BYTES:
        return Source(file.path, "", "size", found=str(MAXIMUM_BYTES // 1024))
    return decode(file.raw, file.path)
