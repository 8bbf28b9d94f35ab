"""The day for which the site is built."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

HERE = ZoneInfo("Europe/Helsinki")


def build_day() -> date:
    """Today in Finland, or SOURCE_DATE_EPOCH's day, so that a build can be repeated."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return now.astimezone(HERE).date()


def midnight() -> int:
    """The second in which the build's day began, so that builds of one day are the same."""
    return int(datetime.combine(build_day(), time(), HERE).timestamp())
