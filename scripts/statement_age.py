"""Warn when the accessibility statement has not been reviewed for a year.

    python3 scripts/statement_age.py [docs/saavutettavuus.md]

Always ends well: an old statement is no reason to stop a build, and a plan has to be published
whether or not somebody has found the time. Needs nothing but Python.
"""

from __future__ import annotations

import re
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

STATEMENT = "docs/saavutettavuus.md"
REVIEWED = re.compile(r'^reviewed: "(\d{4}-\d\d-\d\d)"$', re.MULTILINE)
YEAR = timedelta(days=366)


def reviewed(text: str) -> date:
    """The day that a statement says it was last reviewed, by its front matter."""
    [found] = REVIEWED.findall(text)
    return date.fromisoformat(found)


def warning(path: str, text: str, today: date) -> str:
    """What the host's log should say, or nothing if the statement is young enough."""
    day = reviewed(text)
    if today - day <= YEAR:
        return ""
    return (
        f"::warning file={path}::The accessibility statement was last reviewed on {day}. "
        "Review it in all three languages and change the day."
    )


def main(arguments: list[str]) -> int:
    """Print the warning, if there is one."""
    path = arguments[0] if arguments else STATEMENT
    said = warning(path, Path(path).read_text(encoding="utf-8"), datetime.now(UTC).date())
    if said:
        print(said)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
