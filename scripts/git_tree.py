"""What a git repository holds, read as data: nothing that lies in it is run or obeyed."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from kuntakesu.review.changes import WHOLE, ChangeKind, FileChange, Touched
from kuntakesu.review.tree import TreeFile, is_plan
from kuntakesu.source import MAXIMUM_BYTES, ROOM

REGULAR = ("100644", "100755")
MOST_BYTES = 500 * 1024 * 1024
HUNK = re.compile(rb"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
KINDS = {
    "A": ChangeKind.ADDED,
    "D": ChangeKind.DELETED,
    "R": ChangeKind.RENAMED,
}
# No file of the repository names a program to run, and nobody is asked for a password.
ENVIRONMENT = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "LC_ALL": "C",
}
COMMAND = ("git", "--no-pager", "--literal-pathspecs", "-c", "core.fsmonitor=false")


class GitError(Exception):
    """Git did not do what it was asked."""


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
        return [self._change(*one) for one in _raw_changes(shown)]

    def files(self, entries: Iterable[Entry]) -> list[TreeFile]:
        """Entries with the content of those that are plans.

        Raises:
            GitError: The plans are larger together than can be read.
        """
        every = list(entries)
        contents = self._contents([one for one in every if _is_read(one)])
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

    def _change(self, facts: str, before: str, path: str) -> FileChange:
        _, _, old, new, status = facts.split()
        kind = KINDS.get(status[0], ChangeKind.CHANGED)
        has_lines = kind in (ChangeKind.CHANGED, ChangeKind.RENAMED) and is_plan(path)
        return FileChange(kind, path, before, self._touched(old, new) if has_lines else WHOLE)

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
        wanted = dict.fromkeys(one.identity for one in entries)
        answer = self._run("cat-file", "--batch", given="\n".join([*wanted, ""]).encode())
        contents: dict[str, bytes] = {}
        start = 0
        for identity in wanted:
            end = answer.index(b"\n", start)
            size = int(answer[start:end].split()[2])
            contents[identity] = answer[end + 1 : end + 1 + size]
            start = end + 2 + size
        return contents

    def _text(self, *arguments: str) -> str:
        return self._run(*arguments).decode("utf-8", "replace")

    def _run(self, *arguments: str, given: bytes = b"") -> bytes:
        ran = subprocess.run(  # noqa: S603 (the command is ours, and no argument an option)
            [*COMMAND, *arguments],
            cwd=self.folder,
            env={**os.environ, **ENVIRONMENT},
            input=given,
            capture_output=True,
            check=False,
        )
        if ran.returncode:
            told = ran.stderr.decode("utf-8", "replace").strip()
            raise GitError(f"git {arguments[0]}: {told or 'no such commit'}")
        return ran.stdout


def _is_read(entry: Entry) -> bool:
    return is_plan(entry.path) and entry.mode in REGULAR and entry.size <= MAXIMUM_BYTES


def _raw_changes(shown: bytes) -> Iterator[tuple[str, str, str]]:
    """The facts of each change, and the path before and after; only a renaming has two."""
    parts = iter(shown.split(b"\0"))
    for facts in filter(None, parts):
        status = facts.split()[-1]
        paths = [_path(name) for name in islice(parts, 2 if status[:1] in b"RC" else 1)]
        yield facts.decode("ascii"), paths[0], paths[-1]


def _path(name: bytes) -> str:
    return name.decode("utf-8", "replace")
