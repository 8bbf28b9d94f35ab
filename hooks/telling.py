"""What a build says while it goes on."""

from __future__ import annotations

import logging

from kuntakesu.check import Report
from kuntakesu.reporters import text

log = logging.getLogger("mkdocs.hooks.kuntakesu")
STEP = 500


def tell_read(done: int, total: int) -> None:
    """Say now and then how many plans have been read."""
    if done % STEP == 0:
        log.info("%d of %d plans read", done, total)


def tell_written(done: int) -> None:
    """Say now and then how many pages have been written."""
    if done % STEP == 0:
        log.info("%d pages", done)


def tell_report(report: Report, level: int = logging.INFO) -> None:
    """Say what is wrong with plans, if anything is."""
    if report.diagnostics:
        log.log(level, "%s\n", text.report(report, None))
