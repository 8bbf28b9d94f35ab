"""The MkDocs hook: hands the engine finished pages, and never a plan's own text."""

from __future__ import annotations

import logging
import time
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from browser_files import browser_files, megabytes
from day import build_day
from deadline import limited
from git_history import site_history
from kuntakesu.catalogue import Catalogue
from kuntakesu.exports import all_files
from kuntakesu.javascript import published
from kuntakesu.pages import site_pages
from kuntakesu.pages.frame import Place, frame, page_not_found, page_of_guide
from kuntakesu.pages.publish import Desk
from kuntakesu.pages.site_map import site_map
from kuntakesu.pages.view import SitePage
from kuntakesu.reporters import text
from kuntakesu.search.analysis import Analyser
from kuntakesu.search.analysis_cache import load_cache, save_cache
from kuntakesu.summary import summary
from kuntakesu.vocabulary.register import read_register
from kuntakesu.workspace import check_tree, is_plain_file
from old_addresses import old_pages
from plain_files import refuse_odd_files

log = logging.getLogger("mkdocs.hooks.kuntakesu")
STEP = 500
WORDS = ".cache/words.json"


@dataclass
class Build:
    """What one build needs from its first event to its last."""

    serving: bool = False
    started: float = 0.0
    catalogue: Catalogue = field(default_factory=lambda: Catalogue((), read_register(), date.min))
    place: Place = field(default_factory=Place)
    pages: dict[str, SitePage] = field(default_factory=dict)
    done: int = 0
    summary: str = ""


build = Build()


def on_startup(command: str, **_: Any) -> None:  # noqa: ANN401 (the engine's own arguments)
    """Remember whether drafts are shown and a broken plan is only reported."""
    build.serving = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    """Check the plans and collect the sound ones."""
    build.started, build.done = time.monotonic(), 0
    root = _root(config)
    refuse_odd_files(root, config.docs_dir, config.theme.custom_dir)
    report = check_tree(root, _progress, limited)
    if report.diagnostics:
        log.log(logging.INFO if report.passed else logging.ERROR, "%s\n", text.report(report, None))
    if not report.passed and not build.serving:
        raise Abort(text.closing_line(report, None))
    plans, history, live = report.sound_plans(), site_history(root, report), build.serving
    build.catalogue = Catalogue.of(plans, read_register(), build_day(), history, drafts=live)
    repository, email = (config.repo_url or "").rstrip("/"), config.extra["maintainers_email"]
    build.place = Place(config.site_url or "", repository, email=email, live=live)
    config.markdown_extensions.append("kuntakesu.alignment")


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the pages, the data and the scripts that no file in docs/ holds."""
    build.pages.clear()
    place, root, tools = build.place, _root(config), dict(browser_files())
    desk = Desk(place.repository, place.branch, place.email, megabytes(tools))
    analyser = Analyser(load_cache(root / WORDS))
    for name, content in all_files(build.catalogue, analyser, place.site_url):
        files.append(file := _file(config, f"{name}.data", content=content))
        file.dest_uri = name  # the engine would make a page of a Markdown file
    with suppress(OSError):
        save_cache(root / WORDS, analyser)
    scripts = {file.src_uri: file for file in files if file.src_uri.startswith("js/")}
    for file in scripts.values():
        files.remove(file)
    for name, script in published({name: file.content_string for name, file in scripts.items()}):
        files.append(_file(config, name, content=script))
    pictures = {address: root / path for address, path in build.catalogue.pictures()}
    shown = {one: {"abs_src_path": str(to)} for one, to in pictures.items() if is_plain_file(to)}
    for name, made_of in (tools | shown).items():
        files.append(_file(config, name, **made_of))
    # The old ones are asked for when all others are there.
    old = old_pages(root, files, build.catalogue, place.site_url, serving=build.serving)
    for page in chain(site_pages(build.catalogue, place.site_url, desk), old):
        build.pages[f"{page.address}index.md"] = page
        files.append(_file(config, f"{page.address}index.md", content=""))


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:  # noqa: ANN401
    """Keep the engine's Markdown away from pages that are finished."""
    return "" if page.file.src_uri in build.pages else markdown


def on_page_context(context: dict[str, Any], page: Page, **_: Any) -> dict[str, Any]:  # noqa: ANN401
    """Give the template the page and what stands around it."""
    made = build.pages.get(page.file.src_uri)
    told, source = str(page.meta.get("description", "")), f"docs/{page.file.src_uri}"
    shown = made or page_of_guide(page.url.removeprefix("./"), str(page.title), told, source)
    build.done += 1
    if build.done % STEP == 0:
        log.info("%d pages", build.done)
    return context | {"made": shown.html, "frame": frame(shown, build.catalogue, build.place)}


def on_template_context(context: dict[str, Any], template_name: str, **_: Any) -> dict[str, Any]:  # noqa: ANN401
    """Fill the map of the site, and the page that is shown where there is none."""
    if template_name == "sitemap.xml":
        urls = [file.url for file in context["pages"]]
        return context | {"made": site_map(urls, build.pages.values(), build.place)}
    if template_name != "404.html":
        return context
    missing = page_not_found(build.catalogue, build.place)
    return context | {"made": missing.html, "frame": frame(missing, build.catalogue, build.place)}


def on_post_build(**_: Any) -> None:  # noqa: ANN401
    """Sum up what was built; while serving, say it at once."""
    build.summary = summary(build.catalogue, build.done, time.monotonic() - build.started)
    if build.serving:
        log.info(build.summary)


def on_shutdown() -> None:
    """Let the last line of a build be what was built."""
    if build.summary and not build.serving:
        log.info(build.summary)


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path or "mkdocs.yml").resolve().parent


def _file(config: MkDocsConfig, name: str, **source: Any) -> File:  # noqa: ANN401
    return File.generated(config, name, inclusion=InclusionLevel.NOT_IN_NAV, **source)


def _progress(done: int, total: int) -> None:
    if done % STEP == 0:
        log.info("%d of %d plans read", done, total)
