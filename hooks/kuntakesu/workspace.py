"""The checkout's plans: found, read and checked together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from kuntakesu.check import Report, check
from kuntakesu.reader import Limit, Reader, unlimited
from kuntakesu.rules import Context
from kuntakesu.source import ROOM, plan_files, read_source
from kuntakesu.submission import Submission
from kuntakesu.vocabulary.register import read_register

Progress = Callable[[int, int], None]


def read_tree(root: Path, progress: Progress | None = None, limit: Limit = unlimited) -> Context:
    """Read every plan below `root`/plans.

    Args:
        root: The checkout.
        progress: Called with the number read and the number of all files.
        limit: What reads each file, or gives it up.

    Raises:
        OSError: The folder or a file can't be read.
    """
    register = read_register()
    reader = Reader(register, limit)
    files = plan_files(root)
    others: dict[str, Submission] = {}
    for number, file in enumerate(files, 1):
        source = read_source(file, _shown(file, root))
        others[source.name] = reader.read(source)
        if progress:
            progress(number, len(files))
    names = (path for path in (root / ROOM).rglob("*") if _is_plain_file(path))
    return Context(register, others, frozenset(_shown(path, root) for path in names))


def check_tree(root: Path, progress: Progress | None = None, limit: Limit = unlimited) -> Report:
    """Check all plans below `root`/plans.

    Raises:
        OSError: A file can't be read.
    """
    context = read_tree(root, progress, limit)
    return check(tuple(context.others.values()), context, limit)


def check_paths(root: Path, paths: Iterable[Path], limit: Limit = unlimited) -> Report:
    """Check the files that `paths` name, be they below `root`/plans or elsewhere.

    Raises:
        OSError: A path does not exist or can't be read.
    """
    context = read_tree(root, limit=limit)
    reader = Reader(context.register, limit)
    chosen: dict[Path, Submission] = {}
    for file in _files(paths):
        source = read_source(file, _shown(file, root))
        chosen[file] = reader.read(source)
    others = {**context.others, **{one.source.name: one for one in chosen.values()}}
    joined = Context(context.register, others, context.files)
    return check(tuple(chosen.values()), joined, limit)


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(found for found in path.rglob("*.md") if not found.is_dir())
        else:
            path.lstat()
            yield path


def _is_plain_file(path: Path) -> bool:
    """Whether there is a file itself: a link could show what is not the plan's to show."""
    return path.is_file() and not path.is_symlink()


def _shown(file: Path, root: Path) -> str:
    """A file's path as messages call it: from the checkout's root, where it lies below that."""
    return (file.relative_to(root) if file.is_relative_to(root) else file).as_posix()
