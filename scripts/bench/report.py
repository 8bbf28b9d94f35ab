"""What was measured, as tables in Markdown."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean, median

from bench.measure import Asked, Session
from bench.usage import Usage

PHASES = {
    "start": "start",
    "name": "municipality name",
    "words": "two words",
    "later": "later query",
}
Reading = Callable[[Asked], float]


@dataclass(frozen=True)
class Outcome:
    """One engine's figures at one size.

    Attributes:
        step: What of the build is this engine's.
        size: Bytes of all its files as sent.
        files: How many they are.
        fast: The sessions on the loopback.
        slow: The sessions on the slow line.
    """

    name: str
    step: str
    build: Usage
    size: int
    files: int
    fast: tuple[Session, ...]
    slow: tuple[Session, ...]


def tables(count: int, outcomes: Sequence[Outcome]) -> str:
    """The section about one size."""
    fast = [(one.name, one.fast) for one in outcomes]
    slow = [(one.name, one.slow) for one in outcomes]
    parts = (
        f"## {count:,} plans",
        _builds(outcomes),
        "Bytes over the wire, kB (median):",
        _phases(fast, lambda a: a.found.size / 1000, lambda a: a.shown.size / 1000, _middle),
        "Requests (median):",
        _phases(fast, lambda a: a.found.requests, lambda a: a.shown.requests, _middle),
        "Time on the loopback, first time, ms (median / p95):",
        _phases(fast, lambda a: a.cold.found, lambda a: a.cold.shown, _spread),
        "Time on the loopback, the same again, ms (median / p95):",
        _phases(fast, lambda a: a.warm.found, lambda a: a.warm.shown, _spread),
        "Time at 9 Mbit/s and 60 ms, first time, ms (median / p95):",
        _phases(slow, lambda a: a.cold.found, lambda a: a.cold.shown, _spread),
        "Time at 9 Mbit/s and 60 ms, the same again, ms (median / p95):",
        _phases(slow, lambda a: a.warm.found, lambda a: a.warm.shown, _spread),
        "Memory of the page and its workers, the longest stall of the page, and hits:",
        _burden(outcomes),
    )
    return "\n\n".join(parts)


def _builds(outcomes: Sequence[Outcome]) -> str:
    rows = (
        (
            f"{one.name}: {one.step}",
            f"{one.build.cpu:.1f}",
            f"{one.build.seconds:.1f}",
            f"{one.build.peak:,.0f}",
            f"{one.size / 1e6:.1f}",
            f"{one.files:,}",
        )
        for one in outcomes
    )
    head = ("build", "CPU s", "clock s", "peak MB", "MB as sent", "files")
    return table(head, rows)


def _phases(
    sessions: Sequence[tuple[str, tuple[Session, ...]]],
    found: Reading,
    shown: Reading,
    summary: Callable[[Sequence[float]], str],
) -> str:
    rows = []
    for name, own in sessions:
        values = (summary([found(one) for one in _asked(own, phase)]) for phase in PHASES)
        rows.append((name, *values))
    for name, own in sessions:
        values = (summary([shown(one) for one in _asked(own, phase)]) for phase in PHASES)
        rows.append((f"{name} with ten excerpts", *values))
    return table(("", *PHASES.values()), rows)


def _burden(outcomes: Sequence[Outcome]) -> str:
    rows = []
    for one in outcomes:
        later = _asked(one.fast, "later")
        rows.append(
            (
                one.name,
                f"{median(session.heap.started for session in one.fast) / 1e6:.1f}",
                f"{median(session.heap.asked for session in one.fast) / 1e6:.1f}",
                f"{max(asked.stall for session in one.fast for asked in session.asked):.0f}",
                f"{median(asked.hits for asked in later):.0f}",
                f"{fmean(asked.hits > 0 for asked in later):.0%}",
            )
        )
    head = ("", "MB after start", "MB after queries", "stall ms", "hits, median", "with a hit")
    return table(head, rows)


def _asked(sessions: Iterable[Session], phase: str) -> list[Asked]:
    return [one for session in sessions for one in session.asked if one.phase == phase]


def _middle(values: Sequence[float]) -> str:
    return f"{median(values):,.1f}".removesuffix(".0")


def _spread(values: Sequence[float]) -> str:
    worst = sorted(values)[math.ceil(0.95 * len(values)) - 1]
    return f"{median(values):,.0f} / {worst:,.0f}"


def hand_out(parts: Iterable[str], output: Path | None) -> None:
    """Print the parts of a report, and write them into a file where one is named."""
    text = "\n\n".join(parts) + "\n"
    print(text)
    if output:
        output.write_text(text, encoding="utf-8")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown, its numbers to the right."""
    lines = [head, ["---", *("---:" for _ in head[1:])], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
