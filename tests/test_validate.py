"""The checker as authors and automatons run it: a program of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kuntakesu.source import MAXIMUM_BYTES

ROOT = Path(__file__).parent.parent
SOUND = """---
title: Mallilan kehittämissuunnitelma
provider: Mallilan kunta
municipality: Espoo
period: 2025-2029
language: fi
themes: [oppiminen]
status: approved
---

## Oppilaiden oppiminen

Teksti.
"""
BROKEN = SOUND.replace("2025-2029", "2029-2025")
WARNED = SOUND + "\n## Johtaminen\n\nTeksti.\n"


def validate(*arguments: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "scripts/validate.py"), *map(str, arguments)]
    ran = subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in ran.stderr
    return ran


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    (tmp_path / "plans/mallilan-kunta").mkdir(parents=True)
    return tmp_path


def put(tree: Path, content: str | bytes, name: str = "mallilan-kunta/2025-2029.md") -> Path:
    file = tree / "plans" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


def test_the_catalogues_own_plans_pass() -> None:
    ran = validate()
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "ei huomautettavaa" in ran.stdout


def test_a_sound_plan_passes(tree: Path) -> None:
    put(tree, SOUND)
    ran = validate("--root", tree)
    assert (ran.returncode, ran.stdout) == (0, "1 suunnitelma tarkistettu, ei huomautettavaa\n")


def test_a_warning_does_not_fail(tree: Path) -> None:
    put(tree, WARNED)
    ran = validate("--root", tree)
    assert ran.returncode == 0
    assert "warning[section-without-theme]" in ran.stdout


def test_an_error_fails_and_every_file_is_reported(tree: Path) -> None:
    put(tree, BROKEN)
    put(tree, b"\xff", "mallilan-kunta/2020.md")
    ran = validate("--root", tree)
    assert ran.returncode == 1
    assert "plans/mallilan-kunta/2025-2029.md:5:9: error[period-order]" in ran.stdout
    assert "plans/mallilan-kunta/2020.md:1:1: error[unreadable-text]" in ran.stdout
    assert ran.stdout.endswith("2 suunnitelmaa tarkistettu, 2 virhettä\n")


def test_only_the_named_plans_are_reported(tree: Path) -> None:
    put(tree, BROKEN)
    sound = put(tree, SOUND.replace("2025-2029", "2020"), "mallilan-kunta/2020.md")
    ran = validate("--root", tree, sound)
    assert (ran.returncode, ran.stdout) == (0, "1 suunnitelma tarkistettu, ei huomautettavaa\n")
    assert validate("--root", tree, tree / "plans").returncode == 1


def test_a_named_plan_is_checked_against_the_others(tree: Path) -> None:
    put(tree, SOUND)
    line = "translation_of: mallilan-kunta/2025-2029\n---\n\n##"
    swedish = SOUND.replace("language: fi", "language: sv").replace("---\n\n##", line)
    file = put(tree, swedish, "mallilan-kunta/2025-2029.sv.md")
    assert validate("--root", tree, file).returncode == 0
    (tree / "plans/mallilan-kunta/2025-2029.md").unlink()
    assert "error[broken-reference]" in validate("--root", tree, file).stdout


def test_paths_are_from_where_one_stands(tree: Path) -> None:
    put(tree, BROKEN)
    ran = validate("--root", tree, "2025-2029.md", cwd=tree / "plans/mallilan-kunta")
    assert ran.stdout.startswith("plans/mallilan-kunta/2025-2029.md:5:9:")


def test_a_plan_outside_the_checkout_is_told_where_it_belongs(tmp_path: Path) -> None:
    file = tmp_path / "suunnitelma.md"
    file.write_text(SOUND, encoding="utf-8")
    ran = validate(file)
    assert ran.returncode == 1
    assert ran.stdout.startswith(f"{file}:3:11: error[file-name]")
    assert "plans/mallilan-kunta/2025-2029.md" in ran.stdout


def test_a_plan_outside_the_checkout_in_its_folder_passes(tree: Path) -> None:
    assert validate(put(tree, SOUND)).returncode == 0


@pytest.mark.parametrize(
    ("language", "expected"),
    [("fi", "suunnitelmakausi"), ("sv", "planperioden"), ("en", "the period")],
)
def test_the_language_can_be_chosen(tree: Path, language: str, expected: str) -> None:
    put(tree, BROKEN)
    assert expected in validate("--root", tree, "--language", language).stdout


def test_json(tree: Path) -> None:
    put(tree, BROKEN)
    ran = validate("--root", tree, "--format", "json")
    content = json.loads(ran.stdout)
    assert (ran.returncode, content["passed"]) == (1, False)
    assert [one["code"] for one in content["diagnostics"]] == ["period-order"]


def test_github(tree: Path) -> None:
    put(tree, BROKEN)
    ran = validate("--root", tree, "--format", "github")
    assert ran.returncode == 1
    assert ran.stdout.startswith("::error file=plans/mallilan-kunta/2025-2029.md,line=5,")
    put(tree, SOUND)
    assert validate("--root", tree, "--format", "github").stdout == ""


@pytest.mark.parametrize(
    "arguments",
    [["no-such-plan.md"], ["--format", "xml"], ["--language", "de"], ["plans/no/such.md"]],
)
def test_what_is_not_a_plans_fault_exits_with_2(arguments: list[str]) -> None:
    ran = validate(*arguments)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr


def test_a_missing_path_is_named() -> None:
    assert "no-such-plan.md" in validate("no-such-plan.md").stderr


def test_a_symbolic_link_is_not_followed(tree: Path) -> None:
    (tree / "secret").write_text("key", encoding="utf-8")
    (tree / "plans/mallilan-kunta/2025.md").symlink_to(tree / "secret")
    ran = validate("--root", tree)
    assert ran.returncode == 1
    assert "2025.md:1:1: error[unreadable-text]: tämä on pikakuvake" in ran.stdout


def test_a_pipe_does_not_hang_the_checker(tree: Path) -> None:
    os.mkfifo(tree / "plans/mallilan-kunta/2025.md")
    assert "error[unreadable-text]" in validate("--root", tree).stdout


def test_a_file_over_the_limit(tree: Path) -> None:
    put(tree, SOUND + "a" * (MAXIMUM_BYTES + 1 - len(SOUND.encode())))
    ran = validate("--root", tree)
    assert ran.returncode == 1
    assert "enintään 1024 kilotavua" in ran.stdout


def test_an_empty_tree_passes(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    assert validate("--root", tmp_path).returncode == 0
