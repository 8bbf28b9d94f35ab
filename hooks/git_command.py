"""Git asked for data: nothing that lies in a repository is run or obeyed."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

REGULAR = ("100644", "100755")
# No file of the repository names a program to run, nobody is asked for a password, and what is
# not there is not fetched.
ENVIRONMENT = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "LC_ALL": "C",
}
COMMAND = ("git", "--no-pager", "--literal-pathspecs", "-c", "core.fsmonitor=false")


class GitError(Exception):
    """Git did not do what it was asked."""


@dataclass(frozen=True)
class RawChange:
    """What `--raw` says of one file.

    Attributes:
        status: `A`, `D`, `M`, `R100` and the like.
        before: The path before; another than `path` only where the file is renamed.
    """

    mode: str
    old: str
    new: str
    status: str
    before: str
    path: str


def run(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What a git command writes.

    Raises:
        GitError: It failed.
        OSError: There is no git.
    """
    ran = subprocess.run(  # noqa: S603 (the command is ours, and no argument an option)
        [*COMMAND, *arguments],
        cwd=folder,
        env={**os.environ, **ENVIRONMENT},
        input=given,
        capture_output=True,
        check=False,
    )
    if ran.returncode:
        told = ran.stderr.decode("utf-8", "replace").strip()
        raise GitError(f"git {arguments[0]}: {told or 'no such commit'}")
    return ran.stdout


def contents(folder: Path, identities: Iterable[str]) -> dict[str, bytes]:
    """The content of each file named by its identity; one that is not there is left out."""
    wanted = dict.fromkeys(identities)
    answer = run(folder, "cat-file", "--batch", given="\n".join([*wanted, ""]).encode())
    found: dict[str, bytes] = {}
    start = 0
    for identity in wanted:
        end = answer.index(b"\n", start)
        facts = answer[start:end].split()
        if facts[-1] == b"missing":
            start = end + 1
            continue
        size = int(facts[2])
        found[identity] = answer[end + 1 : end + 1 + size]
        start = end + 2 + size
    return found


def raw_change(facts: bytes, following: Iterator[bytes]) -> RawChange:
    """One change, of its facts and the one or two paths that follow them."""
    _, mode, old, new, status = facts.decode("ascii").split()
    names = islice(following, 2 if status[0] in "RC" else 1)
    paths = [name.decode("utf-8", "replace") for name in names]
    return RawChange(mode, old, new, status, paths[0], paths[-1])
