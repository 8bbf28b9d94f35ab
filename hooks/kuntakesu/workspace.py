"""The checkout's plans: found, read and checked together."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from kuntakesu.check import Report, check
from kuntakesu.naming import PLAN, is_left, is_picture, name_fault
from kuntakesu.on_demand import OnDemand
from kuntakesu.picture import START, Picture
from kuntakesu.reader import Limit, PlanFile, Reader, unlimited
from kuntakesu.rules import Context
from kuntakesu.source import ROOM, files_below, is_plain_file, plan_name, read_start
from kuntakesu.submission import Submission
from kuntakesu.vocabulary.register import read_register

Progress = Callable[[int, int], None]


def read_tree(root: Path, reader: Reader, progress: Progress | None = None) -> Context:
    """Read every plan below `root`/plans.

    Args:
        root: The checkout.
        reader: What reads each file.
        progress: Called with the number read and the number of all files.

    Raises:
        OSError: The folder or a file can't be read.
    """
    context, files = _unread_tree(root, reader)
    others: dict[str, Submission] = {}
    for number, submission in enumerate(reader.read_all(map(PlanFile, files, files.values())), 1):
        others[submission.source.name] = submission
        if progress:
            progress(number, len(files))
    return replace(context, others=others)


def check_tree(
    root: Path,
    progress: Progress | None = None,
    limit: Limit = unlimited,
    reader: Reader | None = None,
) -> Report:
    """Check all plans below `root`/plans; `reader` is what reads them, where it is another.

    Raises:
        OSError: A file can't be read.
    """
    context = read_tree(root, reader or Reader(read_register(), limit), progress)
    return check(tuple(context.others.values()), context, limit)


def check_paths(root: Path, paths: Iterable[Path], limit: Limit = unlimited) -> Report:
    """Check the files that `paths` name, be they below `root`/plans or elsewhere.

    Of the other plans only those are read that these have to do with.

    Raises:
        OSError: A path does not exist or can't be read.
    """
    reader = Reader(read_register(), limit)
    context, _ = _unread_tree(root, reader)
    files = dict.fromkeys(_files(paths))
    chosen = [reader.read(PlanFile(_shown(file, root), file).read()) for file in files]
    own = {one.source.name: one for one in chosen}
    others = OnDemand(
        {name: name for name in (*context.others, *own)},
        lambda name: own.get(name) or context.others[name],
    )
    return check(tuple(chosen), replace(context, others=others), limit)


def _unread_tree(root: Path, reader: Reader) -> tuple[Context, dict[str, Path]]:
    """What lies below `root`/plans, each file to be read when it is asked for; and the plans."""
    files = {_shown(file, root): file for file in files_below(root / ROOM)}
    plans = {path: file for path, file in files.items() if _is_told_of(path, file)}
    plain = frozenset(path for path, file in files.items() if is_plain_file(file))
    others = OnDemand(
        {plan_name(path): path for path in plans},
        lambda path: reader.read(PlanFile(path, plans[path]).read()),
    )
    pictures = OnDemand(
        {path: path for path in plain if is_picture(path)}, lambda path: _picture(files[path])
    )
    return Context(reader.register, others, plain, pictures), plans


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


def _picture(file: Path) -> Picture:
    try:
        return Picture.read(*read_start(file, START))
    except OSError:  # nobody may read it, so nothing is known of it
        return Picture(0)


def _shown(file: Path, root: Path) -> str:
    """A file's path as messages call it: from the checkout's root, where it lies below that."""
    path, above = file.as_posix(), f"{root.as_posix().rstrip('/')}/"
    shown = path.removeprefix(above)
    return os.fsencode(shown).decode("utf-8", "replace")  # a name may be no text
