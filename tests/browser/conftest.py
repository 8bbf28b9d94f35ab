"""The built site, a Chromium and pages in it that may do nothing on the sly."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Dialog,
    Page,
    expect,
    sync_playwright,
)

from chromium import explanation, find_chromium
from tests.browser import catalogue, hostile
from tests.browser.built import build_once, served
from tests.browser.entries import NOW, ROOT

SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
NewPage = Callable[..., Page]

expect.set_options(timeout=10_000)


@dataclass
class Watch:
    """What pages did that a page of this site never does."""

    origin: str
    faults: list[str] = field(default_factory=list)
    awaited: list[str] = field(default_factory=list)

    def follow(self, context: BrowserContext) -> None:
        context.on("request", lambda request: self._request(request.url))
        context.on("console", lambda line: self._console(line.type, line.text))
        context.on("weberror", lambda error: self.faults.append(f"script: {error.error}"))
        context.on("dialog", self._dialog)

    def unexpected(self) -> list[str]:
        """The faults that hold none of the texts in `awaited`."""
        return [one for one in self.faults if not any(text in one for text in self.awaited)]

    def _request(self, address: str) -> None:
        if not address.startswith((self.origin, "data:", "blob:")):
            self.faults.append(f"request: {address}")

    def _dialog(self, dialog: Dialog) -> None:
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()  # else the page would wait for ever

    def _console(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self.faults.append(f"console: {text}")


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of this run share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def site(shared_folder: Path) -> Iterator[str]:
    """The address of the site built from this checkout."""
    folder = shared_folder / "site"
    build_once(ROOT, folder)
    with served(folder) as address:
        yield address


@pytest.fixture(scope="session")
def large_site(shared_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the same site built from the invented plans."""
    root = tmp_path_factory.mktemp("large")
    catalogue.write(root)
    folder = shared_folder / "large-site"
    build_once(root, folder)
    with served(folder) as address:
        yield address


@pytest.fixture(scope="session")
def hostile_folder(shared_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of the hostile plans, which the rules would all refuse."""
    folder = shared_folder / "hostile-site"
    hostile.build_once_of(tmp_path_factory.mktemp("hostile") / "checkout", folder)
    return folder


@pytest.fixture(scope="session")
def hostile_site(hostile_folder: Path) -> Iterator[str]:
    """Its address."""
    with served(hostile_folder) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = find_chromium(os.environ)
    assert path, explanation(os.environ)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=SWITCHES)
        yield browser
        browser.close()


@pytest.fixture
def watch(site: str) -> Watch:
    return Watch(site)


@pytest.fixture
def new_page(browser: Browser, site: str, watch: Watch) -> Iterator[NewPage]:
    """Opens a page in a context of its own; takes the options of Playwright's `new_context`.

    At the end of the test no page may have asked another origin for anything, nor have written an
    error or a warning to the console.
    """
    contexts: list[BrowserContext] = []

    def open_page(**options: Any) -> Page:
        watch.origin = options.setdefault("base_url", site)
        context = browser.new_context(**options)
        contexts.append(context)
        watch.follow(context)
        if options.get("java_script_enabled", True):
            context.clock.set_fixed_time(NOW)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()
    assert watch.unexpected() == []


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A page of the built site, at the width of a desk."""
    return new_page()


@pytest.fixture
def large_page(new_page: NewPage, large_site: str) -> Page:
    """A page of the site of invented plans."""
    return new_page(base_url=large_site)
