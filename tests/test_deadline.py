"""A file that takes too long is given up, and all others are read and checked."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn, TypeVar

import pytest

from deadline import limited
from kuntakesu import reader
from kuntakesu.reporters import text as reporter
from kuntakesu.submission import Submission, read_submission
from kuntakesu.workspace import check_paths, check_tree
from tests.making import ROOT, text

T = TypeVar("T")
SLOW = "mallilan-kunta/2022-2023"


class Impatient:
    """Gives up what comes of a slow file: its reading, or the check of what was read."""

    def __init__(self, *, at: int) -> None:
        self.at = at
        self.slow = 0

    def __call__(self, work: Callable[[], T], /) -> T | None:
        done = work()
        if SLOW in repr(done):
            self.slow += 1
            if self.slow == self.at:
                return None
        return done


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for period in ("2020-2021", "2022-2023", "2024-2025"):
        broken = "\n![](a.png)\n" if period in SLOW else ""
        file = tmp_path / f"plans/mallilan-kunta/{period}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        body = f"## Oppilaiden oppiminen\n\nTeksti.\n{broken}"
        file.write_text(text(body, period=period), encoding="utf-8")
    return tmp_path


# The second thing that a slow file makes is what the rules say of it.
@pytest.mark.parametrize("at", [1, 2], ids=["reading", "checking"])
@pytest.mark.parametrize("paths", [False, True], ids=["tree", "paths"])
def test_a_file_that_takes_too_long_is_named_and_the_others_are_checked(
    tree: Path, at: int, paths: bool
) -> None:
    limit = Impatient(at=at)
    folder = [tree / "plans"]
    report = check_paths(tree, folder, limit) if paths else check_tree(tree, limit=limit)
    (one,) = report.diagnostics
    assert (one.path, one.code, one.variant) == (
        "plans/mallilan-kunta/2022-2023.md",
        "unreadable-text",
        "time",
    )
    assert not report.passed
    assert len(report.submissions) == 3
    assert [str(plan.period) for plan in report.sound_plans()] == ["2020-2021", "2024-2025"]
    assert "liian kauan" in reporter.report(report, "fi")
    assert "för lång tid" in reporter.report(report, "sv")
    assert "too long" in reporter.report(report, "en")


def test_a_reader_that_was_interrupted_is_not_used_again(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    used: list[object] = []
    read = read_submission

    def remembering(source: object, register: object, renderer: object) -> Submission:
        used.append(renderer)
        return read(source, register, renderer)  # type: ignore[arg-type]

    monkeypatch.setattr(reader, "read_submission", remembering)
    check_tree(tree, limit=Impatient(at=1))
    first, second, third = used
    assert first is second
    assert third is not second


def endless() -> NoReturn:
    while True:
        pass


def test_endless_work_is_given_up_and_what_follows_is_done() -> None:
    assert limited(endless, 0.01) is None
    assert limited(lambda: "valmis", 0.5) == "valmis"


def test_endless_work_that_swallows_every_exception_is_given_up() -> None:
    def stubborn() -> NoReturn:
        while True:
            try:
                endless()
            except Exception:
                continue

    assert limited(stubborn, 0.01) is None


def test_the_programs_own_timer_and_handler_come_back() -> None:
    def own(*_: object) -> None:
        raise AssertionError

    before = signal.signal(signal.SIGPROF, own)
    try:
        assert limited(endless, 0.01) is None
        assert signal.getsignal(signal.SIGPROF) is own
        assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)
        with pytest.raises(ZeroDivisionError):
            limited(lambda: 1 / 0)
        assert signal.getsignal(signal.SIGPROF) is own
    finally:
        signal.signal(signal.SIGPROF, before)


def test_outside_the_main_thread_work_is_done_without_a_limit() -> None:
    done: list[str | None] = []
    thread = threading.Thread(target=lambda: done.append(limited(lambda: "valmis", 0.01)))
    thread.start()
    thread.join()
    assert done == ["valmis"]


@pytest.mark.parametrize(
    "adapter", ["hooks/publish.py", "scripts/validate.py", "scripts/pull_request.py"]
)
def test_each_program_that_reads_plans_has_the_limit(adapter: str) -> None:
    written = (ROOT / adapter).read_text(encoding="utf-8")
    assert "from deadline import limited" in written
    assert written.count("limited") > 1
