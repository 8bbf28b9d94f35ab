"""The engines that are measured side by side: what each is made of, and how a page drives it.

A page sets `window.bench` with `open()`, `find(text)` and `excerpts(found, count, text)`; `find`
gives an object with the number of hits as `count`, and `excerpts` gives the excerpts. Nothing else
of an engine is named outside this file.
"""

from __future__ import annotations

import json
import os
import platform
from dataclasses import dataclass
from pathlib import Path

from bench.usage import Usage, run
from kuntakesu.javascript import published

PACKAGES = Path(__file__).parent / "node_modules/@pagefind"
SCRIPTS = Path(__file__).parent.parent.parent / "hooks/theme/js"

MODULE = "js/bench.js"
OURS = f"""
window.bench = {{
  async open() {{
    await import("/{MODULE}");
    await window.bench.open();
  }},
}};
"""

# All that the list of plans needs before the first letter is typed, joined as the site's own is.
OURS_MODULE = """
import { enhanceBrowse } from "./browse.js";
import { enhanceSearchBox } from "./search-box.js";
import { loadJson, loadLunr } from "./load.js";
import { createMunicipalitySearch } from "./municipality-search.js";
import { Search } from "./search/client.js";
let search;
window.bench = {
  async open() {
    const [lunr, names, manifest] = await Promise.all([
      loadLunr("/js/lunr.js"),
      loadJson("/data/municipality-index.json"),
      loadJson("/data/search/manifest.json"),
      loadJson("/data/municipalities.fi.json"),
      loadJson("/data/facets.json"),
    ]);
    search = new Search("/data/search/", manifest, {
      loadJson,
      loadLunr: async () => lunr,
      findPlaces: createMunicipalitySearch(lunr, names),
    });
  },
  async find(text) {
    const found = await search.find(text);
    return { found, count: found.plans.length };
  },
  excerpts: ({ found }, count) =>
    Promise.all(found.plans.slice(0, count).map((plan) => search.excerpts(plan, found))),
};
"""

PAGEFIND = """
let pagefind;
window.bench = {
  async open() {
    pagefind = await import("/pagefind/pagefind.js");
    await pagefind.init();
    // init() does not wait for its worker; this does, and there are no filters to fetch.
    await pagefind.filters();
  },
  async find(text) {
    const { results } = await pagefind.search(text);
    return { results, count: results.length };
  },
  excerpts: ({ results }, count) => Promise.all(results.slice(0, count).map((one) => one.data())),
};
"""


@dataclass(frozen=True)
class Engine:
    """A search in the browser.

    Attributes:
        script: What sets `window.bench`.
        parts: The files of the site that are its own, as patterns.
    """

    name: str
    script: str
    parts: tuple[str, ...]

    @property
    def page(self) -> str:
        """A page that has nothing but the engine."""
        head = (
            '<!doctype html><html lang="fi"><meta charset="utf-8"><link rel="icon" href="data:,">'
        )
        return f'{head}<title>{self.name}</title><script type="module">{self.script}</script>'

    def files(self, site: Path) -> tuple[Path, ...]:
        """The engine's files in a built site.

        Raises:
            RuntimeError: There are none for one of the patterns.
        """
        found: list[Path] = []
        for part in self.parts:
            files = [path for path in sorted(site.glob(part)) if path.is_file()]
            if not files:
                raise RuntimeError(f"{self.name}: the built site has no {part}")
            found += files
        return tuple(found)


ENGINES = (
    Engine("KuntaKesu", OURS, ("data/search/**/*", MODULE, "js/lunr.js")),
    Engine(
        "Pagefind",
        PAGEFIND,
        (
            "pagefind/pagefind.js",
            "pagefind/pagefind-worker.js",
            "pagefind/pagefind-entry.json",
            "pagefind/wasm.fi.pagefind",
            "pagefind/*.pf_meta",
            "pagefind/index/*",
            "pagefind/fragment/*",
        ),
    ),
)


def add_our_module(site: Path) -> None:
    """Put what our page asks for beside the scripts of a built site."""
    sources = {
        path.relative_to(SCRIPTS).as_posix(): path.read_text(encoding="utf-8")
        for path in SCRIPTS.rglob("*.js")
    }
    scripts = dict(published(sources | {"bench.js": OURS_MODULE}))
    (site / MODULE).write_text(scripts["bench.js"], encoding="utf-8")


def build_pagefind(folder: Path) -> Usage:
    """Index the plan pages of `folder`/site, all as Finnish so that one query finds all of them.

    Raises:
        RuntimeError: The program is not installed or failed.
    """
    options = ("--site", "site", "--glob", "suunnitelmat/*/*/index.html", "--root-selector", "main")
    return run([_program(), *options, "--force-language", "fi", "--quiet"], folder, os.environ)


def pagefind_version() -> str:
    """The version that is installed here.

    Raises:
        RuntimeError: None is.
    """
    package = json.loads((_package() / "package.json").read_text(encoding="utf-8"))
    return str(package["version"])


def _program() -> Path:
    return _package() / "bin/pagefind_extended"


def _package() -> Path:
    machine = {"x86_64": "x64", "aarch64": "arm64"}.get(platform.machine(), platform.machine())
    path = PACKAGES / f"{platform.system().lower()}-{machine}"
    if not path.exists():
        raise RuntimeError(f"Pagefind is not installed for this machine: no {path.name} package")
    return path
