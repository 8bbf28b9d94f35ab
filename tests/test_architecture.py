"""The house: imports point downward only, and the domain touches nothing of the outside world."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tests.making import ROOT

HOOKS = ROOT / "hooks"
PACKAGE = HOOKS / "kuntakesu"
SCRIPTS = ROOT / "scripts"
LONGEST_FILE = 260
LONGEST_ADAPTER = 160
MOST_WORDS_TOLD = 3

# What each layer holds, from the ground up. A module may import what lies in its own layer or
# below; of two rooms in one layer neither knows the other.
LAYERS = (
    "cost diagnostics own_yaml source nodes front_matter written",
    """addresses alignment body characters drawing fields header history hyperlinks javascript
    json_text languages lookalikes marks mask memory naming on_demand outline own_plan personal
    picture places plan plan_file published reader render repair sanitise site_file snippets
    stylesheet submission suggest telephone template vocabulary""",
    "rules",
    """check catalogue coverage digest figures news renewal shading similar skeleton succession
    summary workspace""",
    "importing",
    "records search facets",
    "exports pages reporters",
    "review",
    "form",
)
LAYER = {room: number for number, rooms in enumerate(LAYERS) for room in rooms.split()}
APART = {"rules", "records", "search", "facets", "exports", "pages", "reporters"}
ENGINES = {"mkdocs", "material", "properdocs", "pymdownx"}
OUTSIDE = {
    *ENGINES, "asyncio", "ftplib", "getpass", "http", "locale", "random", "requests", "secrets",
    "smtplib", "socket", "ssl", "subprocess", "time", "urllib.request", "uuid",
}  # fmt: skip
CALLED = {"print", "input", "exit", "quit", "breakpoint", "SystemExit", "sys.exit", "os._exit"}
READ = {"now", "today", "utcnow", "environ", "environb", "getenv", "stdout", "stderr", "stdin"}


def module_files() -> dict[str, Path]:
    files = sorted(PACKAGE.rglob("*.py"))
    return {_name(file): file for file in files}


def _name(file: Path) -> str:
    parts = file.relative_to(HOOKS).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def imports(code: ast.Module) -> Iterator[str]:
    """Every imported name in full: a module, or what is taken from one."""
    for node in ast.walk(code):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own_imports(code: ast.Module) -> set[str]:
    """The modules of the package that are imported."""
    modules = module_files()
    names = (name for name in imports(code) if name.partition(".")[0] == "kuntakesu")
    return {name if name in modules else name.rpartition(".")[0] for name in names}


def room(module: str) -> str:
    return module.split(".")[1]


def is_under(name: str, modules: set[str]) -> bool:
    return any(name == module or name.startswith(f"{module}.") for module in modules)


def deeds(code: ast.Module) -> set[str]:
    """What code does that belongs to the adapters: forbidden imports, calls and readings."""
    found = {name for name in imports(code) if is_under(name, OUTSIDE)}
    for node in ast.walk(code):
        dotted = ast.unparse(node) if isinstance(node, ast.Name | ast.Attribute) else ""
        if dotted in CALLED or (isinstance(node, ast.Attribute) and node.attr in READ):
            found.add(dotted)
    return found


def is_sentence(told: str) -> bool:
    """Whether a text speaks to a reader, more than a line of a log such as `%d plans read` does."""
    return len(re.findall(r"(?<!\S)[^\W\d_]{2,}[.,:;!?]?(?!\S)", told)) > MOST_WORDS_TOLD


MODULES = [module for module in module_files() if module != "kuntakesu"]


@pytest.mark.parametrize("module", MODULES)
def test_imports_point_downward(module: str) -> None:
    for imported in own_imports(tree(module_files()[module])):
        here, there = room(module), room(imported)
        assert LAYER[there] <= LAYER[here], imported
        if LAYER[there] == LAYER[here] and here in APART:
            assert there == here, imported


def test_every_room_has_its_place_and_every_place_a_room() -> None:
    assert {room(module) for module in MODULES} == set(LAYER)


@pytest.mark.parametrize("of", ["rules", "facets"])
def test_no_rule_or_facet_knows_another(of: str) -> None:
    every = {module for module in MODULES if module.startswith(f"kuntakesu.{of}.")}
    assert len(every) > 5
    for module in every:
        assert not own_imports(tree(module_files()[module])) & every, module


def test_no_module_imports_itself_by_way_of_others() -> None:
    graph = {module: own_imports(tree(file)) for module, file in module_files().items()}
    TopologicalSorter(graph).prepare()


def test_nothing_below_imports_an_adapter() -> None:
    adapters = {"publish", "scripts", *(file.stem for file in SCRIPTS.glob("*.py"))}
    for module in MODULES:
        assert not adapters.intersection(imports(tree(module_files()[module]))), module


@pytest.mark.parametrize("module", MODULES)
def test_the_domain_touches_nothing_outside(module: str) -> None:
    assert deeds(tree(module_files()[module])) == set()


@pytest.mark.parametrize(
    "code",
    [
        "import mkdocs.config",
        "from material.plugins import x",
        "from urllib.request import urlopen",
        "import urllib.request",
        "from http import client",
        "import time",
        "print('a')",
        "import sys\nsys.exit(1)",
        "raise SystemExit(2)",
        "from datetime import date\ndate.today()",
        "import datetime\nnow = datetime.datetime.now",
        "import os\nos.environ['A']",
        "from os import getenv, environ\nimport os\nos.getenv('A')",
        "import sys\nsys.stdout.write('a')",
    ],
)
def test_a_touch_would_be_seen(code: str) -> None:
    assert deeds(ast.parse(code))


def test_only_search_knows_lunr() -> None:
    knowing = {
        module
        for module, file in module_files().items()
        if any(is_under(name, {"lunr"}) for name in imports(tree(file)))
    }
    assert knowing
    assert {room(module) for module in knowing} == {"search"}


def test_only_the_hook_knows_an_engine() -> None:
    files = [*HOOKS.glob("*.py"), *SCRIPTS.glob("*.py")]
    knowing = [
        file.name for file in files if any(is_under(name, ENGINES) for name in imports(tree(file)))
    ]
    assert sorted(knowing) == [
        "engine_files.py",
        "old_addresses.py",
        "plain_files.py",
        "preview.py",
        "publish.py",
    ]
    assert sorted(file.name for file in HOOKS.glob("*.py")) == [
        "browser_files.py",
        "build_state.py",
        "day.py",
        "deadline.py",
        "engine_files.py",
        "git_command.py",
        "git_history.py",
        "kept_plans.py",
        "ledger.py",
        "old_addresses.py",
        "outlet.py",
        "plain_files.py",
        "preview.py",
        "publish.py",
        "quick.py",
        "reading_beside.py",
        "shell.py",
        "site_files.py",
        "store.py",
        "telling.py",
    ]


def test_the_hook_is_thin_and_says_no_sentence() -> None:
    file = HOOKS / "publish.py"
    assert len(file.read_text(encoding="utf-8").splitlines()) <= LONGEST_ADAPTER
    told = {
        node.value
        for statement in ast.walk(tree(file))
        for node in ast.iter_child_nodes(statement)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and not isinstance(statement, ast.Expr)  # docstrings
    }
    assert "description" in told
    assert not [text for text in told if is_sentence(text)]
    assert is_sentence("A plan of that name is missing.")


def test_every_file_can_be_read_at_a_sitting() -> None:
    files = [
        file
        for folder in (HOOKS, SCRIPTS)
        for kind in ("py", "js", "css")
        for file in folder.rglob(f"*.{kind}")
        if "node_modules" not in file.parts
    ]
    assert {file.suffix for file in files} == {".py", ".js", ".css"}
    lengths = {file: len(file.read_text(encoding="utf-8").splitlines()) for file in files}
    assert {file: n for file, n in lengths.items() if n > LONGEST_FILE} == {}
