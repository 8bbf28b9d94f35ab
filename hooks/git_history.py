"""What git remembers of the plans, for the catalogue to read as data; never whose work it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from git_command import REGULAR, GitError, RawChange, contents, raw_change, run
from kuntakesu.check import Report
from kuntakesu.history.reading import read_history
from kuntakesu.history.record import Commit, Record, Step
from kuntakesu.history.version import History
from kuntakesu.source import ROOM
from kuntakesu.vocabulary.register import read_register

# A merge counts as one step of the branch that is published, for that is what readers saw.
LOG = ("log", "--first-parent", "-m", "--raw", "-z", "-M", "-l2000", "--no-abbrev",
       "--no-show-signature", "--no-ext-diff", "--format=%ct")  # fmt: skip


def read_record(root: Path) -> Record | None:
    """The history of the plans of a checkout, or None where it is not known whole.

    Args:
        root: The checkout. It may be no repository, lie within another, or be a shallow clone.
    """
    try:
        if run(root, "rev-parse", "--show-prefix", "--is-shallow-repository") != b"\nfalse\n":
            return None
        shown = run(root, *LOG, "HEAD", "--", ROOM)
    except (GitError, OSError):
        return None
    commits = tuple(reversed(list(_commits(shown))))
    return Record(commits, partial(contents, root))


def site_history(root: Path, report: Report) -> History:
    """How the plans of a checkout that are in order came to be."""
    return read_history(read_record(root), report.sound_sources(), read_register())


def _commits(shown: bytes) -> Iterator[Commit]:
    """The commits of a log, newest first."""
    second, changes = b"", list[RawChange]()
    parts = iter(shown.split(b"\0"))
    for part in parts:
        facts = part.strip()
        if facts.startswith(b":"):
            changes.append(raw_change(facts, parts))
        elif facts:
            if changes:
                yield _commit(second, changes)
            second, changes = facts, []
    if changes:
        yield _commit(second, changes)


def _commit(second: bytes, changes: Iterable[RawChange]) -> Commit:
    day = datetime.fromtimestamp(int(second), UTC).date()
    return Commit(day, tuple(map(_step, changes)))


def _step(change: RawChange) -> Step:
    before = "" if change.status[0] in "AC" else change.before
    is_file = change.status[0] != "D" and change.mode in REGULAR
    return Step(before, change.path if is_file else "", change.new if is_file else "")
