#!/usr/bin/env python3
"""Look at a proposed change of the plans: `pull_request.py BASE HEAD [options]`.

BASE is the branch that the change is for and HEAD the change; both are commits of a git
repository. What HEAD holds is only read. Prints a workflow command for each finding, which
GitHub shows at the line. Exit status: 0 nothing keeps the change from being accepted, 1 something
does, 2 the change could not be looked at.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from deadline import limited  # noqa: E402 (the path is set above)
from git_command import REGULAR, GitError  # noqa: E402
from git_tree import Entry, Repository  # noqa: E402
from kuntakesu.published import PATH, Published, parse  # noqa: E402
from kuntakesu.reporters import github  # noqa: E402
from kuntakesu.reporters.harmless import harmless  # noqa: E402
from kuntakesu.review.changes import ChangeKind, FileChange  # noqa: E402
from kuntakesu.review.comment import comment  # noqa: E402
from kuntakesu.review.endings import endings  # noqa: E402
from kuntakesu.review.findings import Review, review  # noqa: E402
from kuntakesu.review.tree import TreeReader, proposal  # noqa: E402
from kuntakesu.source import ROOM  # noqa: E402
from kuntakesu.vocabulary.register import read_register  # noqa: E402

MOST_BYTES_OF_LIST = 5_000_000


def main(arguments: list[str] | None = None) -> int:
    """Look at the change, write what was asked for, and return the exit status."""
    options = _parser().parse_args(arguments)
    try:
        repository = Repository(options.repository)
        base, head = repository.commit(options.base), repository.commit(options.head)
        changes = repository.changes(repository.common(base, head), head)
        old = repository.plans(base)
        new = merged(old, repository.plans(head), changes)
        found = look(repository, changes, old, new)
        told = comment(found, read_register(), options.preview)
        if options.comment:
            options.comment.write_text(told, encoding="utf-8")
        if options.summary:
            with options.summary.open("a", encoding="utf-8") as summary:
                summary.write(told)
        if options.plans:
            write_plans(repository, new.values(), options.plans)
    except (GitError, OSError) as error:
        print(harmless(f"pull_request: {error}"), file=sys.stderr)
        return 2
    output = github.report(found.report(), None)
    sys.stdout.buffer.write(f"{output}\n".encode() if output else b"")
    return 0 if found.passed else 1


def merged(
    base: dict[str, Entry], head: dict[str, Entry], changes: Iterable[FileChange]
) -> dict[str, Entry]:
    """The files below `plans/` as they will be: the base's, with what the change does to them."""
    result = dict(base)
    for change in changes:
        if change.kind in (ChangeKind.DELETED, ChangeKind.RENAMED):
            result.pop(change.before, None)
    for change in changes:
        if change.path in head and change.kind is not ChangeKind.DELETED:
            result[change.path] = head[change.path]
    return result


def look(
    repository: Repository,
    changes: list[FileChange],
    old: dict[str, Entry],
    new: dict[str, Entry],
) -> Review:
    """Read the plans before and after, and check them."""
    reader = TreeReader(read_register(), limited)
    before = reader.context(repository.files(old.values()))
    after = reader.context(repository.files(new.values(), old.values()))
    proposed = proposal(changes, before, after)
    lists = (published(repository, one) for one in (old, new))
    found = review(proposed, before, after, limited)
    return replace(found, endings=endings(proposed, before, after, *lists))


def published(repository: Repository, entries: dict[str, Entry]) -> Published:
    """The list of published addresses of a tree."""
    entry = entries.get(PATH)
    is_read = entry and entry.mode in REGULAR and entry.size <= MOST_BYTES_OF_LIST
    return parse(repository.content(entry)) if entry and is_read else Published({})


def write_plans(repository: Repository, entries: Iterable[Entry], folder: Path) -> None:
    """Write the plain files of a tree below `folder`, which must not exist yet.

    Raises:
        OSError: There is a folder of that name, or it can't be written to.
    """
    folder.mkdir(parents=True)
    for entry in entries:
        parts = PurePosixPath(entry.path).parts
        is_plain = entry.mode in REGULAR and "\ufffd" not in entry.path
        if is_plain and parts[0] == ROOM and not {"..", "."} & set(parts):
            file = folder.joinpath(*parts[1:])
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(repository.content(entry))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base", help="the branch that the change is for")
    parser.add_argument("head", help="the change")
    parser.add_argument("--repository", type=Path, default=ROOT, help="the clone; default: this")
    parser.add_argument("--comment", type=Path, help="write the comment into this file")
    parser.add_argument("--summary", type=Path, help="add the comment to this file")
    parser.add_argument("--plans", type=Path, help="write the plans as they become to this folder")
    parser.add_argument("--preview", default="", help="the web address of the built site")
    return parser


if __name__ == "__main__":
    sys.exit(main())
