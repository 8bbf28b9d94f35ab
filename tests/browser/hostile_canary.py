"""What would tell that a hostile text did something in a browser."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.browser.conftest import Watch
from tests.browser.hostile_markup import FORBIDDEN

# Pictures that are not there, which no rule let a reader see.
MISSING = "Failed to load resource: the server responded with a status of 404"
# A frame of ours is one in which we look at pages, or the form's, in which no script runs.
LOOK = """(forbidden) => {
  const found = [];
  const look = (view, name) => {
    if (view.__fired) found.push(`fired ${name}`);
    for (const element of view.document.querySelectorAll("*")) {
      const tag = element.localName;
      const own = name === "preview" ? "head > base:only-of-type" : "";
      const isOurs = element.matches(own || "iframe[data-ours], [data-preview-frame]");
      if (forbidden.includes(tag) && !isOurs) found.push(`<${tag}> ${name}`);
      for (const { name: attribute } of element.attributes) {
        const runs = /^on|^srcdoc$|^formaction$/.test(attribute);
        if (runs && !isOurs) found.push(`${tag} ${attribute} ${name}`);
      }
    }
  };
  look(window, location.href);
  for (const frame of document.querySelectorAll("iframe")) {
    const name = frame.dataset.ours ?? "preview";
    if (!frame.contentWindow || !frame.contentDocument) found.push(`away ${name}`);
    else look(frame.contentWindow, name);
    const isThere = frame.contentDocument?.querySelector(".kk-footer");
    if (frame.dataset.ours && !isThere) found.push(`not there ${name}`);
  }
  return found;
}"""
# Opens pages in frames beside each other, which is quicker than one after another.
OPEN = """(addresses) => Promise.all(addresses.map((address) => new Promise((resolve) => {
  const frame = document.createElement("iframe");
  frame.dataset.ours = address;
  frame.addEventListener("load", resolve, { once: true });
  frame.src = address;
  document.body.append(frame);
})))"""
CLOSE = "() => document.querySelectorAll('iframe[data-ours]').forEach((one) => one.remove())"
AT_ONCE = 24


@dataclass
class Canary:
    """Watches a page in which hostile texts are shown."""

    page: Page
    watch: Watch

    def __post_init__(self) -> None:
        self.watch.awaited.append(MISSING)

    def found(self) -> list[str]:
        """What happened that should not, in the page and in the frames in it."""
        away = [] if self.page.url.startswith(self.watch.origin) else [f"away {self.page.url}"]
        seen: list[str] = self.page.evaluate(LOOK, sorted(FORBIDDEN))
        return [*away, *seen, *self.watch.unexpected()]

    def open_all(self, addresses: Sequence[str]) -> list[str]:
        """Open pages in frames of this page, some at a time, and tell what happened."""
        found: list[str] = []
        for at in range(0, len(addresses), AT_ONCE):
            self.page.evaluate(OPEN, list(addresses[at : at + AT_ONCE]))
            found += self.found()
            self.page.evaluate(CLOSE)
        return found
