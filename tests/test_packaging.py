"""What pre-commit installs for other repositories holds the whole checker."""

from __future__ import annotations

import ast
import importlib
import tomllib

import yaml

from tests.making import ROOT

PACKAGE = ROOT / "hooks/kuntakesu"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
BUILT = PROJECT["tool"]["setuptools"]


def test_every_package_is_named() -> None:
    found = {file.parent.relative_to(ROOT / "hooks") for file in PACKAGE.rglob("__init__.py")}
    named = set(BUILT["packages"]) - {"kuntakesu_scripts"}
    assert named == {".".join(folder.parts) for folder in found}


def test_every_kind_of_data_goes_along() -> None:
    kinds = {file.suffix for file in PACKAGE.rglob("*") if file.is_file()} - {".py", ".pyc"}
    assert {f"**/*{kind}" for kind in kinds} == set(BUILT["package-data"]["kuntakesu"])


def test_the_hook_runs_the_checker_on_plans_alone() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    command = hook["entry"].split()[0]
    module, _, function = PROJECT["project"]["scripts"][command].partition(":")
    folder, _, name = module.partition(".")
    assert BUILT["package-dir"][folder] == "scripts"
    assert callable(getattr(importlib.import_module(f"scripts.{name}"), function))
    assert hook["files"] == r"^plans/.*\.md$"


def test_what_the_checker_takes_from_beside_the_package_goes_along() -> None:
    beside = {file.stem for file in (ROOT / "hooks").glob("*.py")}
    needed, asked = set[str](), [ROOT / "scripts/validate.py"]
    while asked:
        found = ast.walk(ast.parse(asked.pop().read_text(encoding="utf-8")))
        named = {node.module for node in found if isinstance(node, ast.ImportFrom) and node.module}
        asked += [ROOT / f"hooks/{name}.py" for name in named & beside - needed]
        needed |= named & beside
    assert set(BUILT["py-modules"]) == needed
    assert BUILT["package-dir"][""] == "hooks"
