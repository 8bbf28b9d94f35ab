"""The checkout's plans: found, read and checked together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from kuntakesu.check import Report, check
from kuntakesu.render import Renderer
from kuntakesu.rules import Context
from kuntakesu.source import ROOM, plan_files, read_source
from kuntakesu.submission import Submission, read_submission
from kuntakesu.vocabulary.register import read_register

Progress = Callable[[int, int], None]


def read_tree(root: Path, progress: Progress | None = None) -> Context:
    """Read every plan below `root`/plans.

    Args:
        root: The checkout.
        progress: Called with the number read and the number of all files.

    Raises:
        OSError: The folder or a file can't be read.
    """
    register, renderer = read_register(), Renderer()
    files = plan_files(root)
    others: dict[str, Submission] = {}
    for number, file in enumerate(files, 1):
        source = read_source(file, _shown(file, root))
        others[source.name] = read_submission(source, register, renderer)
        if progress:
            progress(number, len(files))
    names = (path for path in (root / ROOM).rglob("*") if is_plain_file(path))
    return Context(register, others, frozenset(_shown(path, root) for path in names))


def check_tree(root: Path, progress: Progress | None = None) -> Report:
    """Check all plans below `root`/plans.

    Raises:
        OSError: A file can't be read.
    """
    context = read_tree(root, progress)
    return check(tuple(context.others.values()), context)


def check_paths(root: Path, paths: Iterable[Path]) -> Report:
    """Check the files that `paths` name, be they below `root`/plans or elsewhere.

    Raises:
        OSError: A path does not exist or can't be read.
    """
    context = read_tree(root)
    renderer = Renderer()
    chosen: dict[Path, Submission] = {}
    for file in _files(paths):
        source = read_source(file, _shown(file, root))
        submission = read_submission(source, context.register, renderer)
        chosen[file] = submission
    others = {**context.others, **{one.source.name: one for one in chosen.values()}}
    return check(tuple(chosen.values()), Context(context.register, others, context.files))


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(found for found in path.rglob("*.md") if not found.is_dir())
        else:
            path.lstat()
            yield path


def is_plain_file(path: Path) -> bool:
    """Whether there is a file itself: a link could show what is not the plan's to show."""
    return path.is_file() and not path.is_symlink()


def _shown(file: Path, root: Path) -> str:
    """A file's path as messages call it: from the checkout's root, where it lies below that."""
    return (file.relative_to(root) if file.is_relative_to(root) else file).as_posix()
