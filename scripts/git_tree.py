"""What a git repository holds, read as data: nothing that lies in it is run or obeyed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from git_command import (
    REGULAR,
    GitError,
    RawChange,
    contents,
    raw_change,
    run,
)
from kuntakesu.naming import is_picture, is_plan
from kuntakesu.picture import MAXIMUM_BYTES as LARGEST_PICTURE
from kuntakesu.review.changes import WHOLE, ChangeKind, FileChange, Touched
from kuntakesu.review.tree import TreeFile
from kuntakesu.source import MAXIMUM_BYTES, ROOM

MOST_BYTES = 500 * 1024 * 1024
HUNK = re.compile(rb"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
KINDS = {
    "A": ChangeKind.ADDED,
    "D": ChangeKind.DELETED,
    "R": ChangeKind.RENAMED,
}


@dataclass(frozen=True)
class Entry:
    """A file in a tree, as the tree lists it."""

    path: str
    mode: str
    identity: str
    size: int


@dataclass(frozen=True)
class Repository:
    """A clone, bare or not."""

    folder: Path

    def commit(self, name: str) -> str:
        """The commit that a name or a hash stands for."""
        wanted = f"{name}^{{commit}}"
        return self._text("rev-parse", "--verify", "--quiet", "--end-of-options", wanted).strip()

    def common(self, one: str, other: str) -> str:
        """The commit from which two commits went separate ways."""
        return self._text("merge-base", one, other).strip()

    def plans(self, commit: str) -> dict[str, Entry]:
        """All that a commit holds below `plans/`, by path."""
        listed = self._run("ls-tree", "-r", "-z", "--long", "--full-tree", commit, "--", ROOM)
        entries: dict[str, Entry] = {}
        for line in filter(None, listed.split(b"\0")):
            facts, _, name = line.partition(b"\t")
            mode, _, identity, size = facts.decode("ascii").split()
            path = _path(name)
            entries[path] = Entry(path, mode, identity, int(size) if size.isdigit() else 0)
        return entries

    def changes(self, old: str, new: str) -> list[FileChange]:
        """What is done to the files between two commits, with the lines that are written."""
        shown = self._run("diff-tree", "-r", "-z", "-M", "--raw", old, new, "--")
        parts = iter(shown.split(b"\0"))
        return [self._change(raw_change(facts, parts)) for facts in filter(None, parts)]

    def files(
        self, entries: Iterable[Entry], known: Iterable[Entry] | None = None
    ) -> list[TreeFile]:
        """Entries with the content of those that are plans, and of new pictures.

        Args:
            entries: What is to be read.
            known: What has been read already; the pictures among it are not read again. Without
                it no picture is.

        Raises:
            GitError: The plans are larger together than can be read.
        """
        every = list(entries)
        seen = None if known is None else {one.identity for one in known}
        contents = self._contents([one for one in every if _is_read(one, seen)])
        return [
            TreeFile(
                one.path,
                one.identity,
                one.size,
                regular=one.mode in REGULAR,
                raw=contents.get(one.identity, b""),
            )
            for one in every
        ]

    def content(self, entry: Entry) -> bytes:
        """The content of one file."""
        return self._run("cat-file", "blob", entry.identity)

    def _change(self, raw: RawChange) -> FileChange:
        kind = KINDS.get(raw.status[0], ChangeKind.CHANGED)
        has_lines = kind in (ChangeKind.CHANGED, ChangeKind.RENAMED) and is_plan(raw.path)
        touched = self._touched(raw.old, raw.new) if has_lines else WHOLE
        return FileChange(kind, raw.path, raw.before, touched)

    def _touched(self, old: str, new: str) -> Touched:
        if b"\r" in self._run("cat-file", "-p", new).replace(b"\r\n", b""):
            return WHOLE  # git does not take a lone return for the end of a line, as we do
        shown = self._run("diff", "--no-ext-diff", "--no-textconv", "--text", "-U0", old, new, "--")
        lines: set[int] = set()
        gaps: set[int] = set()
        for match in HUNK.finditer(shown):
            start, count = int(match[1]), int(match[2] or 1)
            if count:
                lines.update(range(start, start + count))
            else:
                gaps.add(start)
        return Touched(frozenset(lines), frozenset(gaps))

    def _contents(self, entries: list[Entry]) -> dict[str, bytes]:
        if sum(one.size for one in entries) > MOST_BYTES:
            raise GitError(f"the plans are over {MOST_BYTES // 1024 // 1024} MB together")
        return contents(self.folder, (one.identity for one in entries))

    def _text(self, *arguments: str) -> str:
        return self._run(*arguments).decode("utf-8", "replace")

    def _run(self, *arguments: str) -> bytes:
        return run(self.folder, *arguments)


def _is_read(entry: Entry, seen: set[str] | None) -> bool:
    if entry.mode not in REGULAR:
        return False
    if is_plan(entry.path):
        return entry.size <= MAXIMUM_BYTES
    is_new = seen is not None and entry.identity not in seen
    return is_new and is_picture(entry.path) and entry.size <= LARGEST_PICTURE


def _path(name: bytes) -> str:
    return name.decode("utf-8", "replace")
