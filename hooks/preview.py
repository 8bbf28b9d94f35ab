"""The MkDocs hook of `make preview`: one plan in the site's own layout, anew at each change.

Only the plan is read, and its provider's others, of which its page tells. It shows whatever can
be read; what is wrong with it is told in the terminal.
"""

from __future__ import annotations

import logging
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files

from day import build_day
from deadline import limited
from engine_files import lay_out
from kuntakesu import addresses
from kuntakesu.catalogue import Catalogue
from kuntakesu.pages.draft import Ingredients
from kuntakesu.pages.frame import NOT_FOUND, Place
from kuntakesu.pages.plan import drafts
from kuntakesu.plan import Plan
from kuntakesu.reporters import text
from kuntakesu.source import plan_name
from kuntakesu.vocabulary.register import read_register
from kuntakesu.workspace import check_paths
from shell import Shell, with_missing_page
from site_files import shown_pictures
from telling import tell_report

log = logging.getLogger("mkdocs.hooks.kuntakesu")
ROOT = Path(__file__).resolve().parent.parent
VARIABLE = "PLAN"


class Preview:
    """The plan as it was read last, and what stands around its page."""

    def __init__(self) -> None:
        self.place = Place()
        self.catalogue = Catalogue((), read_register(), build_day())
        self.plan: Plan | None = None
        self.context: dict[str, Any] = {}


preview = Preview()


def on_config(config: MkDocsConfig) -> None:
    """Read the plan and what its page tells of."""
    file = Path(os.environ[VARIABLE]).resolve()
    if not file.is_file():
        raise Abort(f"{file}: no such plan")
    name = plan_name(file.relative_to(ROOT).as_posix())
    config.watch = [str(file.parent)]
    # Its provider's plans are those that it may follow, and that its page tells of.
    report = check_paths(ROOT, sorted(file.parent.glob("*.md")), limited)
    tell_report(report)
    plans = {one.plan.name: one.plan for one in report.submissions if one.plan}
    preview.plan = plans.get(name, preview.plan)
    if preview.plan is None:
        raise Abort(text.closing_line(report, None))
    # What can't be read any more is shown as it was.
    shown = (plans | {name: preview.plan}).values()
    preview.catalogue = Catalogue.of(shown, read_register(), build_day(), drafts=True)
    preview.place = Place(config.site_url or "", live=True)


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Lay out the theme's files and the plan's pictures, and no page of the engine's own."""
    for file in list(files.documentation_pages()):
        files.remove(file)
    sheet = lay_out(shown_pictures(ROOT, preview.catalogue), files, config)
    preview.place = replace(preview.place, sheet=sheet)


def on_template_context(context: dict[str, Any], template_name: str, **_: Any) -> dict[str, Any]:  # noqa: ANN401
    """Fill the page that is shown in place of those that are not in the preview."""
    if template_name != NOT_FOUND:
        return context
    preview.context = context
    return with_missing_page(context, preview.catalogue, preview.place)


def on_post_build(config: MkDocsConfig) -> None:
    """Write the plan's page, and say where it is."""
    catalogue, place = preview.catalogue, preview.place
    shell = Shell(config.theme.get_env(), preview.context, catalogue, place)
    for draft in drafts(catalogue, place.site_url, Ingredients(catalogue)):
        shell.write(draft.make(), Path(config.site_dir))
    if preview.plan:
        log.info("%s%s", place.site_url, addresses.plan(preview.plan.name))
