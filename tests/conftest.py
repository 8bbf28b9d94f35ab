"""What the tests share."""

from __future__ import annotations

import pytest
from hypothesis import settings

# The same examples in every run, and no verdict by how busy the machine is.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite",
        action="store_true",
        help="write what the checker says into tests/cases instead of comparing it",
    )
