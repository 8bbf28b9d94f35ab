"""What the tests share."""

from __future__ import annotations

import pytest
from hypothesis import settings

# The same examples in every run, and no verdict by how busy the machine is.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")

TRIED = "tried"
"""The property in which a test says how many hostile texts it tried, and on what."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite",
        action="store_true",
        help="write what the checker says into tests/cases instead of comparing it",
    )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what the hostile texts were tried on, also in a quiet run."""
    reports = terminalreporter.getreports("passed")
    tried = [str(what) for one in reports for name, what in one.user_properties if name == TRIED]
    if tried:
        terminalreporter.write_sep("-", "hostile texts tried, none did anything")
        for line in tried:
            terminalreporter.write_line(line)
