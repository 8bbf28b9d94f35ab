"""The checkout's plans: found, read and checked together."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from kuntakesu.check import Report, check
from kuntakesu.naming import PLAN, is_left, is_picture, is_plan, name_fault
from kuntakesu.picture import START, Picture
from kuntakesu.reader import Limit, Reader, unlimited
from kuntakesu.rules import Context
from kuntakesu.source import ROOM, Source, files_below, read_source, read_start
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
    files = {_shown(file, root): file for file in files_below(root / ROOM)}
    plans = {path: file for path, file in files.items() if _is_told_of(path, file)}
    others: dict[str, Submission] = {}
    for number, (path, file) in enumerate(plans.items(), 1):
        source = _source(path, file)
        others[source.name] = reader.read(source)
        if progress:
            progress(number, len(plans))
    plain = {path: file for path, file in files.items() if is_plain_file(file)}
    pictures = {path: _picture(file) for path, file in plain.items() if is_picture(path)}
    return Context(register, others, frozenset(plain), pictures)


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
        chosen[file] = reader.read(_source(_shown(file, root), file))
    others = {**context.others, **{one.source.name: one for one in chosen.values()}}
    return check(tuple(chosen.values()), replace(context, others=others), limit)


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from (file for file in files_below(path) if _is_told_of("", file))
        else:
            path.lstat()
            yield path


def _is_told_of(path: str, file: Path) -> bool:
    """Whether there is something to say of a file: it is a plan, or not what it should be."""
    if is_left(file.name):
        return False
    return file.suffix == PLAN or bool(name_fault(path)) or not is_plain_file(file)


def _source(path: str, file: Path) -> Source:
    if name_fault(path) and not is_plan(path) and is_plain_file(file):
        return Source(path, "", "name")
    return read_source(file, path)


def _picture(file: Path) -> Picture:
    try:
        return Picture.read(*read_start(file, START))
    except OSError:  # nobody may read it, so nothing is known of it
        return Picture(0)


def is_plain_file(path: Path) -> bool:
    """Whether there is a file itself: a link could show what is not the plan's to show."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def _shown(file: Path, root: Path) -> str:
    """A file's path as messages call it: from the checkout's root, where it lies below that."""
    shown = (file.relative_to(root) if file.is_relative_to(root) else file).as_posix()
    return os.fsencode(shown).decode("utf-8", "replace")  # a name may be no text
