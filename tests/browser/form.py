"""The form as an officer uses it."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

from kuntakesu import addresses
from kuntakesu.languages import words

# Pyodide has to be had and started.
PATIENCE = 60_000


def open_form(page: Page, language: str = "fi", query: str = "") -> None:
    page.goto(f"{addresses.form(language)}{query}")
    page.wait_for_selector("[data-publish][data-ready]")


def open_plan(page: Page, name: str, language: str = "fi") -> None:
    """Open a published plan for a change, and wait until it is there."""
    open_form(page, language, f"?plan={name}")
    said = words(language)("form.script.plan_opened", name=name)
    expect(page.locator("[data-status]")).to_have_text(said, timeout=PATIENCE)


def paste_html(page: Page, selector: str, html: str) -> None:
    """Paste into the first field of its kind, as from a document."""
    page.locator(selector).first.evaluate(
        """(area, html) => {
            const clipboardData = new DataTransfer();
            clipboardData.setData("text/html", html);
            clipboardData.setData("text/plain", "plain");
            area.focus();
            area.dispatchEvent(new ClipboardEvent("paste",
                { clipboardData, bubbles: true, cancelable: true }));
        }""",
        html,
    )


def fill_facts(page: Page, **changes: str) -> None:
    """The required facts of an invented plan, and one target."""
    given = {"title": "Mallilan suunnitelma", "provider": "Mallilan kunta", "period": "2027-2030"}
    for key, value in (given | changes).items():
        page.locator(f"#f-{key}").fill(value)
    page.locator("#f-municipality").fill("Espoossa")
    page.locator(".kk-option").first.click()
    page.locator("#f-status").select_option("approved")


def add_target(page: Page, theme: str, title: str, **parts: str) -> None:
    group = page.locator(f".kk-theme--{theme}")
    group.locator("[data-add-target]").click()
    target = group.locator(".kk-form__target").last
    target.locator("[data-title]").fill(title)
    for kind, text in parts.items():
        target.locator(f"[data-part={kind}]").fill(text)


def start_checks(page: Page) -> None:
    page.locator("[data-checks-start]").click()
    wait_for_checks(page)


def wait_for_checks(page: Page, language: str = "fi") -> None:
    """Wait until the checks say something of a plan."""
    say = words(language).under("form.script")
    one, other = say["findings.one"], say["findings.other"].replace("{count}", r"\d+")
    said = re.compile(f"^(?:{say['findings_none']}|{one}|{other})$")
    expect(page.locator("[data-checks-status]")).to_have_text(said, timeout=PATIENCE)


def findings(page: Page) -> list[str]:
    """The codes in the list of findings."""
    texts = page.locator("[data-findings-list] strong").all_inner_texts()
    return [text.partition("(")[2].partition(")")[0] for text in texts]


def downloaded(page: Page) -> tuple[str, str]:
    """The name and the text of the file that the form gives."""
    with page.expect_download() as download:
        page.locator("[data-way=download]").click()
    path = Path(download.value.path())
    return download.value.suggested_filename, path.read_bytes().decode("utf-8")


def catch_host(page: Page) -> None:
    """From now on the host's pages are noted instead of opened."""
    page.evaluate("() => { window.opened = []; window.open = (a) => { window.opened.push(a); }; }")


def sent(page: Page) -> tuple[str, dict[str, str]]:
    """The host's page that was opened, and what it was given."""
    [address] = page.evaluate("window.opened")
    parts = urlsplit(address)
    given = {name: values[0] for name, values in parse_qs(parts.query).items()}
    return f"{parts.scheme}://{parts.netloc}{parts.path}", given
