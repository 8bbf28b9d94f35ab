"""Pages as a reader comes to see them, first of all the list of plans."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urlencode

from playwright.sync_api import Locator, Page, Request, Route, expect

ICON = "/images/mark.svg"
# What scripts make anew when the page is opened.
SCRIPTED = "[data-browse], [data-targets][data-theme][data-plans], [data-compare], [data-publish]"


def browse(page: Page, query: str = "", listing: str = "suunnitelmat/") -> list[str]:
    """Open the list of plans and wait for what the address asks for."""
    visit(page, f"{listing}{query}")
    return shown(page)


def visit(page: Page, address: str) -> None:
    """Open a page and wait until its scripts have done what they do by themselves."""
    page.goto(address)
    for part in page.locator(SCRIPTED).all():
        expect(part).to_have_attribute("data-ready", "")


def add_style(page: Page, rules: str) -> None:
    """Give a page more style rules, as its policy lets a script do."""
    page.evaluate(
        """async (rules) => {
            const sheet = await new CSSStyleSheet().replace(rules);
            document.adoptedStyleSheets.push(sheet);
        }""",
        rules,
    )


def drawn(page: Page) -> None:
    """Wait until the page is drawn anew, so that its scripts have seen a change of size."""
    page.evaluate(
        "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
    )


def shown(page: Page) -> list[str]:
    plans: list[str] = page.locator("[data-list] [data-plan]").evaluate_all(
        "all => all.filter((one) => one.checkVisibility()).map((one) => one.dataset.plan)"
    )
    return plans


def found(page: Page, text: str, **parameters: str) -> list[str]:
    """Search the plans by the address; the names of those shown, best first."""
    return browse(page, f"?{urlencode({'q': text, **parameters})}")


def marked(page: Page, plan: str) -> list[str]:
    """The marked words of a result."""
    return page.locator(f"[data-plan='{plan}'] mark").all_text_contents()


def notes(page: Page) -> list[str]:
    """What the search says that it did."""
    return page.locator("[data-notes] p").all_inner_texts()


def heading(page: Page) -> str:
    return page.locator("[data-heading]").inner_text()


def counted(page: Page, facet: str) -> dict[str, int]:
    """The numbers beside the values of a facet of check boxes."""
    pairs: list[tuple[str, str]] = page.locator(f"input[name={facet}]").evaluate_all(
        """all => all.map((one) => [
            one.value, one.closest("label").querySelector("[data-count]").textContent,
        ])"""
    )
    return {value: int(count) for value, count in pairs}


def box(page: Page) -> Locator:
    return page.locator("input[name=q]")


def expect_heading(page: Page, text: str) -> None:
    expect(page.locator("[data-heading]")).to_contain_text(re.compile(f"[”“]{re.escape(text)}”"))


def asked_for(page: Page) -> list[str]:
    """Addresses that the page asks for from now on; its icon the browser asks for by itself."""
    asked: list[str] = []

    def note(request: Request) -> None:
        if not request.url.endswith(ICON):
            asked.append(request.url)

    page.on("request", note)
    return asked


def hold(held: list[Route]) -> Callable[[Route], None]:
    """Keeps what the page asks for waiting until somebody continues it."""

    def keep(route: Route) -> None:
        held.append(route)

    return keep
