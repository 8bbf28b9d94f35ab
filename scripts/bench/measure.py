"""One engine driven in Chromium, its bytes, times and memory written down."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page

from bench.queries import Script
from bench.wire import PAGE, Count, Site

EXCERPTS = 10
MEGABIT = 1_000_000 // 8
LINE = {"latency": 60, "downloadThroughput": 9 * MEGABIT, "uploadThroughput": 9 * MEGABIT}
"""The slow line: 9 Mbit/s and 60 ms."""

WATCH = """
window.stall = 0;
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) window.stall = Math.max(window.stall, duration);
}).observe({ type: "longtask" });
"""
OPEN = """async () => {
  const started = performance.now();
  await bench.open();
  return performance.now() - started;
}"""
FIND = """async (text) => {
  const started = performance.now();
  window.found = await bench.find(text);
  return [performance.now() - started, window.found.count];
}"""
EXCERPT = """async ([text, count]) => {
  const started = performance.now();
  const excerpts = await bench.excerpts(window.found, count, text);
  return [performance.now() - started, excerpts.length];
}"""
MEMORY = ("HeapProfiler.collectGarbage", "Runtime.getHeapUsage")
STALL = "() => { const longest = window.stall; window.stall = 0; return longest; }"


@dataclass(frozen=True)
class Time:
    """Milliseconds from the call to the results, and to the results with their excerpts."""

    found: float
    shown: float


@dataclass(frozen=True)
class Asked:
    """One query, or the start, for which all times are alike.

    Attributes:
        phase: `start`, `name`, `words` or `later`.
        found: What was fetched for the results.
        shown: The same with ten excerpts.
        cold: The first time.
        warm: The same again at once; for the start, on another page of the same browser.
        hits: How many results.
        stall: The longest that the page could not answer, in ms; 0 where less than 50.
    """

    phase: str
    found: Count
    shown: Count
    cold: Time
    warm: Time
    hits: int
    stall: float


@dataclass(frozen=True)
class Heap:
    """Bytes in use by the page and its workers, buffers included."""

    started: int
    asked: int


@dataclass(frozen=True)
class Session:
    """What one reader asked, in a browser that had nothing of the engine."""

    asked: tuple[Asked, ...]
    heap: Heap


def measure(
    browser: Browser, site: Site, scripts: Sequence[Script], *, slow: bool
) -> tuple[Session, ...]:
    """One session for each script.

    Raises:
        RuntimeError: The engine asked for a file that does not exist.
    """
    sessions = []
    for script in scripts:
        context = browser.new_context()
        sessions.append(_session(context, site, script, slow))
        context.close()
        if site.missed:
            raise RuntimeError(f"not found: {', '.join(sorted(set(site.missed)))}")
    return tuple(sessions)


def _session(context: BrowserContext, site: Site, script: Script, slow: bool) -> Session:
    page, memory = _page(context, site, slow)
    before = site.count()
    cold = page.evaluate(OPEN)
    fetched = site.count().since(before)
    stall = page.evaluate(STALL)
    started = memory.used()
    asked = tuple(_queries(page, site, script))
    heap = Heap(started, memory.used())
    again, _ = _page(context, site, slow)
    warm = again.evaluate(OPEN)
    first = Asked("start", fetched, fetched, Time(cold, cold), Time(warm, warm), 0, stall)
    return Session((first, *asked), heap)


def _queries(page: Page, site: Site, script: Script) -> Iterator[Asked]:
    yield _ask(page, site, "name", script.name)
    yield _ask(page, site, "words", script.words)
    for text in script.later:
        yield _ask(page, site, "later", text)


def _ask(page: Page, site: Site, phase: str, text: str) -> Asked:
    before = site.count()
    time, hits = page.evaluate(FIND, text)
    found = site.count().since(before)
    more, _ = page.evaluate(EXCERPT, [text, EXCERPTS])
    shown = site.count().since(before)
    again, _ = page.evaluate(FIND, text)
    more_again, _ = page.evaluate(EXCERPT, [text, EXCERPTS])
    stall = page.evaluate(STALL)
    return Asked(
        phase, found, shown, Time(time, time + more), Time(again, again + more_again), hits, stall
    )


def _page(context: BrowserContext, site: Site, slow: bool) -> tuple[Page, _Memory]:
    page = context.new_page()
    page.add_init_script(WATCH)
    page.goto(f"{site.address}{PAGE}")
    page.wait_for_function("window.bench")
    session = context.new_cdp_session(page)
    memory = _Memory(session, page)
    if slow:
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", {"offline": False, **LINE})
    return page, memory


class _Memory:
    """Reads the heap of a page and of its workers, which the page's own figure leaves out."""

    def __init__(self, session: CDPSession, page: Page) -> None:
        self._session, self._page = session, page
        self._workers: list[str] = []
        self._told: list[int] = []
        session.on("Target.attachedToTarget", lambda got: self._workers.append(got["sessionId"]))
        session.on("Target.detachedFromTarget", lambda got: self._workers.remove(got["sessionId"]))
        session.on("Target.receivedMessageFromTarget", lambda got: self._hear(got["message"]))
        attach = {"autoAttach": True, "waitForDebuggerOnStart": False, "flatten": False}
        session.send("Target.setAutoAttach", attach)

    def used(self) -> int:
        """Bytes in use after what is no longer needed has been thrown away."""
        page = _bytes([self._session.send(method) for method in MEMORY][-1])
        self._told.clear()
        for worker in self._workers:
            for number, method in enumerate(
                ("HeapProfiler.collectGarbage", "Runtime.getHeapUsage")
            ):
                message = json.dumps({"id": number, "method": method})
                self._session.send(
                    "Target.sendMessageToTarget", {"sessionId": worker, "message": message}
                )
        for _ in range(100):
            if len(self._told) >= len(self._workers):
                return page + sum(self._told)
            self._page.wait_for_timeout(50)
        raise RuntimeError("a worker does not tell its heap")

    def _hear(self, message: str) -> None:
        result = json.loads(message).get("result", {})
        if "usedSize" in result:
            self._told.append(_bytes(result))


def _bytes(usage: dict[str, float]) -> int:
    return int(usage["usedSize"] + usage.get("backingStorageSize", 0))
