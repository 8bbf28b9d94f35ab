"""Hundreds of broken plans beside good ones: each is told of at its place, and none else is."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from kuntakesu import addresses
from tests.breaking import BrokenPlan, broken_plans
from tests.building import checkout, write_plan
from tests.making import ROOT, text
from tests.serving import served

AT_LEAST = 300
BESIDE_SERVED = 100
ERROR = re.compile(r"^(plans/[^:\n]+):(\d+):(\d+): error\[([a-z-]+)\]: \S.*", re.MULTILINE)
BY_NAME = {"file-name"}
GOOD = ("hyva-kunta/2021-2024", "hyva-kunta/2025-2029")


def lay_out(root: Path, every: int = 1) -> dict[str, BrokenPlan]:
    """Put each broken plan (or every so many) where it belongs, with good ones beside them."""
    for name in GOOD:
        period = name.partition("/")[2]
        write_plan(root, name, text(title=f"Hyvä {name}", provider="Hyvä kunta", period=period))
    plans = list(broken_plans())
    return {plan.lay(root, number): plan for number, plan in enumerate(plans[::every])}


def test_every_broken_plan_is_told_of_at_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = lay_out(tmp_path)
    command = [sys.executable, str(ROOT / "scripts/validate.py"), "--root", str(tmp_path)]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 1
    assert ran.stderr == ""
    assert "Traceback" not in ran.stdout
    codes: dict[str, set[str]] = defaultdict(set)
    for path, line, column, code in ERROR.findall(ran.stdout):
        codes[path].add(code)
        assert int(line) >= 1
        assert int(column) >= 1
    # What is wrong with each is in the file, not in where this test has put it.
    untold = [plan.reason for path, plan in broken.items() if not codes[path] - BY_NAME]
    assert untold == []
    assert not [name for name in GOOD if f"plans/{name}.md" in codes]
    assert len(broken) >= AT_LEAST
    with capsys.disabled():
        print(f" {len(broken)} broken plans", end="")


def test_no_two_of_them_are_the_same() -> None:
    plans = list(broken_plans())
    assert len({plan.raw for plan in plans}) == len({plan.reason for plan in plans}) == len(plans)


def test_the_plan_that_they_are_made_of_is_sound(tmp_path: Path) -> None:
    whole = BrokenPlan("", text().encode())
    whole.lay(tmp_path, 1)
    command = [sys.executable, str(ROOT / "scripts/validate.py"), "--root", str(tmp_path)]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_good_plans_are_served_beside_broken_ones(tmp_path: Path) -> None:
    root = checkout(tmp_path / "checkout")
    shutil.rmtree(root / "plans")
    broken = lay_out(root, every=len(list(broken_plans())) // BESIDE_SERVED)
    assert len(broken) >= BESIDE_SERVED
    with served(root, tmp_path / "serve.log") as preview:
        preview.wait(lambda: bool(preview.get(addresses.plan(GOOD[0]))))
        for name in GOOD:
            assert f"Hyvä {name}" in preview.get(addresses.plan(name))
        listing = preview.get(addresses.listing("plans", "fi"))
        for path in broken:
            name = path.removeprefix("plans/").removesuffix(".md")
            assert preview.get(addresses.plan(name)) == "", path
            assert f'data-plan="{name}"' not in listing
        assert "Traceback" not in preview.said()
