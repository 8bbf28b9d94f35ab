"""The MkDocs hook: builds the site of the plans around the pages that the engine makes.

The engine makes the hand-written pages and lays out the theme's files, in a folder of its own. All
that is made of plans is written by `site_files`, so that what has not changed is left as it is.
"""

from __future__ import annotations

import gc
import logging
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from browser_files import browser_files, megabytes
from build_state import Build
from day import build_day
from deadline import limited
from engine_files import lay_out
from git_history import site_history
from kept_plans import KeptReader
from kuntakesu.catalogue import Catalogue
from kuntakesu.pages.frame import NOT_FOUND, Place, frame, page_of_guide
from kuntakesu.pages.publish import Desk
from kuntakesu.reporters import text
from kuntakesu.summary import summary
from kuntakesu.vocabulary.register import read_register
from kuntakesu.workspace import check_tree
from plain_files import refuse_odd_files
from quick import Quick
from reading_beside import COLLECTED
from shell import Shell, with_missing_page
from site_files import Site, outlet_of, shown_pictures
from store import open_plans, words_of
from telling import tell_read, tell_report

log = logging.getLogger("mkdocs.hooks.kuntakesu")


build = Build()


def on_startup(command: str, **_: Any) -> None:  # noqa: ANN401 (the engine's own arguments)
    """Remember whether drafts are shown and a broken plan is only reported."""
    build.serving = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    """Check the plans and collect the sound ones."""
    build.started = time.monotonic()
    gc.set_threshold(*COLLECTED)
    build.guides.clear()
    root = _root(config)
    refuse_odd_files(root, config.docs_dir, config.theme.custom_dir)
    build.memory = open_plans(root)
    reader = KeptReader(read_register(), build.memory, words_of(root))
    report = check_tree(root, tell_read, limited, reader)
    build.memory.write()
    tell_report(report, logging.INFO if report.passed else logging.ERROR)
    if not report.passed and not build.serving:
        raise Abort(text.closing_line(report, None))
    plans, history = report.sound_plans(), site_history(root, report)
    build.catalogue = Catalogue.of(
        plans, read_register(), build_day(), history, drafts=build.serving
    )
    build.place = _place(config)
    config.markdown_extensions.append("kuntakesu.alignment")
    # The engine would empty the site's folder first, to write everything anew.
    build.site, build.scratch = Path(config.site_dir), TemporaryDirectory()
    config.site_dir = build.scratch.name


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Let the engine lay out the scripts and the pictures that are not in docs/ as they stand."""
    tools = dict(browser_files())
    build.megabytes = megabytes(tools)
    made = tools | shown_pictures(_root(config), build.catalogue)
    build.place = replace(build.place, sheet=lay_out(made, files, config))


def on_page_context(context: dict[str, Any], page: Page, **_: Any) -> dict[str, Any]:  # noqa: ANN401
    """Give the template of a hand-written page what stands around it."""
    told, source = str(page.meta.get("description", "")), f"docs/{page.file.src_uri}"
    guide = page_of_guide(page.url.removeprefix("./"), str(page.title), told, source)
    build.guides.append(guide)
    return context | {"frame": frame(guide, build.catalogue, build.place)}


def on_template_context(context: dict[str, Any], template_name: str, **_: Any) -> dict[str, Any]:  # noqa: ANN401
    """Fill the page that is shown where there is none."""
    if template_name != NOT_FOUND:
        return context
    build.context = context
    return with_missing_page(context, build.catalogue, build.place)


def on_post_build(config: MkDocsConfig) -> None:
    """Write the site, and sum up what was built; while serving, say it at once."""
    root, place = _root(config), build.place
    shell = Shell(config.theme.get_env(), build.context, build.catalogue, place)
    desk = Desk(place.repository, place.branch, place.email, build.megabytes)
    site = Site(root, build.catalogue, place, desk, build.memory, build.serving)
    outlet = outlet_of(build.site, root, Path(config.site_dir))
    count = site.write(outlet, shell, build.guides)
    build.memory.close()
    build.summary = summary(build.catalogue, count, time.monotonic() - build.started)
    if build.serving:
        log.info(build.summary)
    build.built = site, shell, build.site


def on_serve(
    server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]
) -> LiveReloadServer:
    """Show a plan that is saved before the whole site is built again."""
    quick = Quick(_root(config), builder, lambda: build.built)
    server.builder = quick.build
    server.watch(str(quick.signal))
    return server


def on_shutdown() -> None:
    """Let the last line of a build be what was built."""
    if build.summary and not build.serving:
        log.info(build.summary)


def _place(config: MkDocsConfig) -> Place:
    repository, email = (config.repo_url or "").rstrip("/"), config.extra["maintainers_email"]
    return Place(config.site_url or "", repository, email=email, live=build.serving)


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path or "mkdocs.yml").resolve().parent
