"""A plan begun at the command line: by options, and by questions on a terminal."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
from pathlib import Path

import pytest

from kuntakesu.check import check
from kuntakesu.fields import FIELDS
from kuntakesu.languages import INTERFACE, words
from kuntakesu.skeleton import read_value, required_fields
from tests.making import ROOT, context, submission

FACTS = {
    "language": "fi",
    "title": "Mallilan kehittämissuunnitelma: uusi",
    "provider": "Mallilan kunta",
    "municipality": "Espoo",
    "period": "2027-2030",
    "themes": "oppiminen, johtaminen",
    "status": "draft",
}
PLAN = "plans/mallilan-kunta/2027-2030.md"
COMMAND = (sys.executable, ROOT / "scripts/new_plan.py", "--root")


def begin(root: Path, **facts: str) -> subprocess.CompletedProcess[str]:
    options = [one for key, value in facts.items() for one in (f"--{key}", value)]
    ran = subprocess.run(
        [*COMMAND, root, *options],
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in ran.stderr
    return ran


@pytest.mark.parametrize("language", [*INTERFACE, "se"])
def test_what_is_written_has_nothing_to_remark_on(tmp_path: Path, language: str) -> None:
    ran = begin(tmp_path, **(FACTS | {"language": language}))
    assert (ran.returncode, ran.stderr) == (0, "")
    assert PLAN in ran.stdout
    written = submission((tmp_path / PLAN).read_text(encoding="utf-8"), PLAN[6:-3])
    assert check((written,), context({written.source.name: written})).diagnostics == ()
    assert written.plan
    assert written.plan.title == FACTS["title"]
    assert written.plan.themes == ("oppiminen", "johtaminen")
    assert [section.theme for section in written.plan.body.sections] == ["oppiminen", "johtaminen"]


def test_a_file_that_is_there_is_left_alone(tmp_path: Path) -> None:
    begin(tmp_path, **FACTS)
    (tmp_path / PLAN).write_text("Oma", encoding="utf-8")
    ran = begin(tmp_path, **FACTS)
    assert ran.returncode == 1
    assert PLAN in ran.stderr
    assert (tmp_path / PLAN).read_text(encoding="utf-8") == "Oma"


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("municipality", "Espo", "tarkoititko ”Espoo”?"),
        ("period", "2030-2027", "kirjoita alkuvuosi ensin, esimerkiksi 2027-2030"),
        ("period", "../2027", "Suunnitelmakausi"),
        ("language", "suom", "Kieli"),
        ("status", "valmis", "Tila"),
        ("themes", "oppiminen, liikunta", "Teemat"),
        ("title", "OpeKesu 2027", "Nimi"),
        ("provider", "", "--provider"),
        ("provider", "///", "--provider"),
    ],
)
def test_a_wrong_fact_is_told_by_the_rules_own_words(
    tmp_path: Path, key: str, value: str, told: str
) -> None:
    ran = begin(tmp_path, **(FACTS | {key: value}))
    assert ran.returncode == 1
    assert told in ran.stderr
    assert list(tmp_path.rglob("*.md")) == []


@pytest.mark.parametrize("key", FACTS)
def test_a_missing_fact_is_named_where_nobody_can_be_asked(tmp_path: Path, key: str) -> None:
    ran = begin(tmp_path, **{name: value for name, value in FACTS.items() if name != key})
    assert ran.returncode == 1
    assert f"--{key}" in ran.stderr


def test_every_required_field_is_asked_the_language_first() -> None:
    asked = [field.key for field in required_fields()]
    assert asked[0] == "language"
    assert sorted(asked) == sorted(field.key for field in FIELDS if field.required)


def test_a_choice_may_be_given_by_its_number_or_name() -> None:
    fields = {field.key: field for field in FIELDS}
    assert read_value(fields["themes"], "1; Ledarskap och osaaminen") == (
        "oppiminen",
        "johtaminen",
        "osaaminen",
    )
    assert read_value(fields["status"], "2") == fields["status"].choices[1]
    assert read_value(fields["status"], "9") == "9"


def on_terminal(root: Path, answers: list[str]) -> tuple[int, str]:
    """Run the command as a person at a terminal would, answering one question after another."""
    ours, theirs = pty.openpty()
    ran = subprocess.Popen(
        [*COMMAND, root],
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    shown, left = b"", list(answers)
    while select.select([ours], [], [], 30)[0]:
        try:
            shown += os.read(ours, 4096)
        except OSError:  # Linux says so where the other end is closed
            break
        if shown.endswith(b"> ") and left:
            os.write(ours, left.pop(0).encode())
    ran.terminate()
    os.close(ours)
    return ran.wait(), shown.decode("utf-8", "replace")


def test_questions_are_asked_in_the_plans_language_until_the_answer_is_right(
    tmp_path: Path,
) -> None:
    answers = ["2", "Mallby utvecklingsplan", "Mallby kommun", "Esboo", "Esbo", "2027-2030", "", ""]
    status, shown = on_terminal(tmp_path, [f"{answer}\n" for answer in answers])
    assert status == 0, shown
    swedish = words("sv")
    for key in ("title", "provider", "municipality", "period", "themes", "status"):
        assert swedish(f"fields.{key}.help") in shown
    assert "menade du ”Esbo”?" in shown
    content = (tmp_path / "plans/mallby-kommun/2027-2030.md").read_text(encoding="utf-8")
    assert "municipality: Esbo\n" in content
    assert "themes: [oppiminen, osaaminen, hyvinvointi, johtaminen]\nstatus: draft\n" in content
    assert "## Elevens lärande\n" in content


def test_to_stop_writes_nothing(tmp_path: Path) -> None:
    end_of_input = "\x04"
    status, shown = on_terminal(tmp_path, ["1\n", end_of_input])
    assert status == 1
    assert "Traceback" not in shown
    assert list(tmp_path.rglob("*.md")) == []
