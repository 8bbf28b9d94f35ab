"""What is installed is what was locked, to the byte."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.making import ROOT

PYTHON = sorted((ROOT / "scripts/requirements").glob("*.txt"))
NODE = [
    ROOT / folder / "package-lock.json"
    for folder in ("hooks/browser", "scripts/bench", "scripts/bench/lighthouse", "tests/browser")
]
PACKAGE = re.compile(r"^[a-z0-9][^\s=]*==.*(?:\n +--hash=sha256:[0-9a-f]{64}.*)*", re.MULTILINE)


@pytest.mark.parametrize("lock", PYTHON, ids=lambda lock: lock.name)
def test_every_python_package_has_hashes_and_no_host_is_named(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    packages = PACKAGE.findall(text)
    assert packages
    assert [one for one in packages if "--hash=" not in one] == []
    assert "://" not in text


@pytest.mark.parametrize("lock", NODE, ids=lambda lock: lock.parent.name)
def test_every_node_package_has_a_hash_and_no_host_is_named(lock: Path) -> None:
    packages = json.loads(lock.read_text(encoding="utf-8"))["packages"]
    own = {name: one for name, one in packages.items() if name}
    assert own
    assert [name for name, one in own.items() if "integrity" not in one] == []
    assert [name for name, one in own.items() if "resolved" in one] == []
