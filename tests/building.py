"""Whole sites for tests, built from a copy of the checkout, and what stands on their pages."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from tests.making import ROOT

SITE_URL = "https://example.fi/kk/"
REPOSITORY = "https://git.example.fi/kk"
EPOCH = "1781514000"  # 15 June 2026
PARTS = ("mkdocs.yml", "hooks", "docs", "plans")
RESOURCES = {"script": "src", "img": "src", "link": "href", "source": "src", "iframe": "src"}


def checkout(root: Path) -> Path:
    """A copy of the checkout that a test may change."""
    root.mkdir(parents=True, exist_ok=True)
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(
                source, root / part, ignore=shutil.ignore_patterns("__pycache__", "node_modules")
            )
        else:
            shutil.copy(source, root / part)
    return root


def environment(**changes: str) -> dict[str, str]:
    """The variables of a build, the same wherever the tests are run."""
    own = {
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "REPO_URL": REPOSITORY,
        "SITE_URL": SITE_URL,
        "SOURCE_DATE_EPOCH": EPOCH,
    }
    return os.environ | own | changes


def build(root: Path, site: Path, **changes: str) -> subprocess.CompletedProcess[str]:
    """Build a checkout strictly, as `make site` does."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(site)]
    return subprocess.run(
        command,
        cwd=root,
        env=environment(**changes),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )


def write_plan(root: Path, name: str, content: str) -> Path:
    """Put a plan into a checkout."""
    file = root / "plans" / f"{name}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, encoding="utf-8")
    return file


# What the browser keeps and does not run.
DATA_BLOCKS = ("application/json", "application/ld+json")
VOID = set("area base br col embed hr img input link meta source track wbr".split())


@dataclass
class Page:
    """What a walk over a page finds.

    Attributes:
        address: The path of its file below the site, without `index.html`.
        links: Addresses that readers are led to, with the link's `rel`, or `text` where the link
            is an author's in a text.
        resources: Addresses that the browser loads by itself.
        running: Scripts, handlers and styles that stand in the page itself.
        policy: Its Content-Security-Policy, and how much the browser has read before it.
    """

    address: str
    language: str = ""
    title: str = ""
    headings: int = 0
    ids: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    resources: list[str] = field(default_factory=list)
    running: list[str] = field(default_factory=list)
    robots: str = ""
    policy: tuple[str, int] = ("", 0)

    @property
    def url(self) -> str:
        """The page's address on the web."""
        return f"{SITE_URL}{self.address}"

    def target(self, link: str) -> str:
        """Where a link of the page leads, on the web."""
        return urljoin(self.url, link)


class _Walk(HTMLParser):
    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.within_title = False
        self.open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        page = self.page
        if tag not in VOID:
            self.open.append((tag, "kk-prose" in given.get("class", "").split()))
        page.ids += [given["id"]] if "id" in given else []
        page.running += [
            f"{tag} {name}" for name in given if name == "style" or name.startswith("on")
        ]
        page.headings += tag == "h1"
        self.within_title = tag == "title" and not page.title
        if tag == "html":
            page.language = given["lang"]
        elif tag == "a" and "href" in given:
            within_text = any(is_text for _, is_text in self.open)
            page.links.append((given["href"], "text" if within_text else given.get("rel", "")))
        elif tag in RESOURCES and RESOURCES[tag] in given:
            of_reader = given.get("rel") in ("alternate", "canonical")
            place = given[RESOURCES[tag]]
            if of_reader:
                page.links.append((place, ""))
            else:
                page.resources.append(place)
        elif tag == "style" or (tag == "script" and given.get("type") not in DATA_BLOCKS):
            page.running.append(tag)
        elif tag == "meta" and given.get("name") == "robots":
            page.robots = given["content"]
        elif tag == "meta" and given.get("http-equiv") == "Content-Security-Policy":
            page.policy = (given["content"], len(page.resources))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass
        self.within_title = self.within_title and tag != "title"

    def handle_data(self, data: str) -> None:
        if self.within_title:
            self.page.title += data


@cache
def walked(site: Path) -> dict[str, Page]:
    """All pages of a built site by their addresses."""
    pages: dict[str, Page] = {}
    for file in sorted(site.rglob("*.html")):
        address = file.relative_to(site).as_posix().removesuffix("index.html")
        page = pages[address] = Page(address)
        walk = _Walk(page)
        walk.feed(file.read_text(encoding="utf-8"))
        walk.close()
    return pages


def local(url: str) -> str | None:
    """The path below the site that an address on the web is, or None if it is elsewhere."""
    plain = urlsplit(url)._replace(fragment="", query="").geturl()
    return plain.removeprefix(SITE_URL) if plain.startswith(SITE_URL) else None
