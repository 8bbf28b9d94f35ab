"""Many plans read at once, in as many processes as the machine has processors.

Each makes all that is made of a plan alone: what it says, what is wrong with it, and its words for
the search.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from dataclasses import dataclass, replace
from gc import set_threshold
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from deadline import limited
from kuntakesu.check import alone
from kuntakesu.digest import Digest
from kuntakesu.memory import Key, key_of
from kuntakesu.plan import WholeText
from kuntakesu.reader import PlanFile, Reader, given_up
from kuntakesu.search.analysis import Analyser
from kuntakesu.search.documents import document
from kuntakesu.source import Source, decode
from kuntakesu.submission import Submission
from kuntakesu.vocabulary.register import read_register
from store import Store, decoded, encoded, open_words

HERE = Path(__file__).resolve().parent
BATCH = 16
COLLECTED = (100_000, 50, 100)
"""Thousands of plans are millions of objects that stay: to look them through for what may go, as
often as Python does by itself, takes a third of all time."""


class Task(NamedTuple):
    """A file to be read.

    Attributes:
        key: See `file_key`; a file that has another by now is left to who asked.
        digest: As a store writes it, like `text`, where only words are wanted.
    """

    file: PlanFile
    key: Key
    digest: bytes | None = None
    text: bytes | None = None


class Made(NamedTuple):
    """What a store writes of a plan; no words where none are asked for.

    Attributes:
        name: Of the plan.
        sum: See `Source.digest`.
    """

    name: str
    sum: str
    digest: bytes
    text: bytes
    words: bytes


def file_key(path: str, raw: bytes | None) -> Key:
    """A key of a file, or an empty one where it can't be read."""
    return b"" if raw is None else key_of("file", path, raw)


def unchanged(file: PlanFile, key: Key) -> Source | None:
    """A file read, or None where it is not any more what it was when it had that key."""
    raw = file.raw()
    return decode(raw, file.path) if raw is not None and file_key(file.path, raw) == key else None


def examined(source: Source, reader: Reader) -> Submission:
    """A file read as far as it can be, with what is wrong with it alone."""
    submission = reader.read(source)
    findings = limited(lambda: alone(submission, reader.register))
    return given_up(source) if findings is None else replace(submission, findings=findings)


def read_beside(tasks: Iterable[Task], words: Path | None) -> Iterator[tuple[Key, Made]]:
    """Read files in other processes.

    Args:
        tasks: The files.
        words: The file of the memory for words, where those of plans are wanted as well.

    Yields:
        The key of each file that makes a plan, with what was made of it. Where there can be no
        processes there is nothing.
    """
    if str(HERE) not in sys.path:
        sys.path.append(str(HERE))  # where the others find this module
    ordered = list(tasks)
    batches = [ordered[at : at + BATCH] for at in range(0, len(ordered), BATCH)]
    # Not forked: the engine's server has threads.
    processes = get_context("spawn")
    try:
        with ProcessPoolExecutor(_processors(), processes, _begin, (words,)) as pool:
            for batch, results in zip(batches, pool.map(_read, batches), strict=True):
                for task, made in zip(batch, results, strict=True):
                    if made:
                        yield task.key, made
    except (BrokenExecutor, OSError):
        return


@dataclass(frozen=True)
class _Tools:
    """What a process reads with."""

    reader: Reader
    words: Store | None
    analyser: Analyser | None


_tools: list[_Tools] = []


def _begin(file: Path | None) -> None:
    set_threshold(*COLLECTED)
    words = open_words(file) if file else None
    analyser = Analyser(words) if words else None
    _tools.append(_Tools(Reader(read_register(), limited), words, analyser))


def _read(tasks: Sequence[Task]) -> list[Made | None]:
    tools = _tools[0]
    made = [_made(task, tools) for task in tasks]
    if tools.words and tools.analyser:
        tools.words.write()
        tools.analyser.rest()
    return made


def _made(task: Task, tools: _Tools) -> Made | None:
    known = decoded(task.digest, Digest) if task.digest else None
    text = decoded(task.text, WholeText) if task.text else None
    if known and text:
        plan, digest = known.plan(text), known
    else:
        source = unchanged(task.file, task.key)
        submission = examined(source, tools.reader) if source else None
        made = Digest.of(submission) if submission else None
        if made is None or submission is None or submission.plan is None:
            return None
        plan, digest = submission.plan, made
    words = document(plan, tools.reader.register, tools.analyser) if tools.analyser else None
    return Made(
        plan.name,
        digest.sum,
        encoded(digest),
        encoded(plan.text),
        encoded(words) if words else b"",
    )


def _processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
