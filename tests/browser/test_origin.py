"""The site keeps to itself: no other origin, no cookie, nothing stored that was not asked for."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Watch
from tests.browser.listing import visit
from tests.browser.pages import ALL, IDS

STORED = """async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""


@pytest.mark.parametrize(("name", "language", "address"), ALL, ids=IDS)
def test_a_page_asks_nobody_and_stores_nothing(
    page: Page, watch: Watch, name: str, language: str, address: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    failed: list[str] = []
    page.on("response", lambda answer: failed.append(answer.url) if not answer.ok else None)
    visit(page, address)
    field = page.locator("input[name=q]")
    if field.count():
        field.fill("Turku")
        page.get_by_role("option").first.wait_for()
    assert asked
    assert watch.faults == []
    assert failed == []
    assert page.context.cookies() == []
    assert set(page.evaluate(STORED).values()) == {0}


def test_the_watch_sees_what_a_page_does_on_the_sly(page: Page, watch: Watch) -> None:
    page.goto("./")
    watch.awaited += ["http://localhost:9/", "console: deliberate", "Failed to load resource"]
    with page.expect_event("requestfailed"):
        page.evaluate("new Image().src = 'http://localhost:9/pixel.gif'")
    page.evaluate("console.error('deliberate')")
    page.wait_for_timeout(100)
    assert "request: http://localhost:9/pixel.gif" in watch.faults
    assert "console: deliberate" in watch.faults
    assert watch.unexpected() == []
