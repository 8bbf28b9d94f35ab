"""What the checker and the review say of hostile plans does nothing where it is shown."""

from __future__ import annotations

import json as reader
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from kuntakesu.check import Report, check
from kuntakesu.languages import INTERFACE
from kuntakesu.reporters import github, json, text
from kuntakesu.review.comment import MARKER
from tests.building import checkout, environment
from tests.changing import CODE, HARMLESS, Change, cloned, look
from tests.hostile import plans
from tests.hostile.corpus import PAYLOADS
from tests.hostile.payload import Payload
from tests.making import ROOT, context, submission
from tests.making import text as harmless_plan

COMMAND = re.compile(
    r"::(?:error|warning) file=[^,:]*,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,"
    r"title=[a-z-]+::[^\r\n]*"
)
# What Markdown and its host would act on; addresses are in hints of ours too.
SIGNS = ("@", "#1", "](", "![", "<img", "<script", "`", "-->", "evil", "</code>")
CATEGORIES = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def unseen(shown: str) -> list[str]:
    """Signs that a terminal obeys, or that are not there to be seen."""
    return [sign for sign in shown if sign != "\n" and unicodedata.category(sign) in CATEGORIES]


@pytest.fixture(scope="module")
def reports() -> list[tuple[Payload, Report]]:
    """What the checker finds in each payload's two plans, which lie at hostile paths."""
    found = []
    for payload in PAYLOADS:
        for written in (plans.refused(payload), plans.let_through(payload, "Espoo")):
            name = f"{payload.text.replace('/', '')}/{plans.PERIOD}"
            one = submission(written, name)
            found.append((payload, check((one,), context({name: one}))))
    return found


def test_the_corpus_is_large_and_each_payload_has_a_name_of_its_own() -> None:
    assert len(PAYLOADS) >= 130
    assert len({payload.name for payload in PAYLOADS}) == len(PAYLOADS)
    assert len({payload.text for payload in PAYLOADS}) == len(PAYLOADS)
    assert all(payload.tries for payload in PAYLOADS)


def test_every_payload_is_seen_by_the_checker(reports: list[tuple[Payload, Report]]) -> None:
    assert len(reports) == 2 * len(PAYLOADS)
    assert [payload.name for payload, report in reports if report.passed] == []


@pytest.mark.parametrize("language", [None, *INTERFACE])
def test_the_text_for_a_terminal_has_nothing_that_a_terminal_or_a_host_obeys(
    reports: list[tuple[Payload, Report]], language: str | None
) -> None:
    for payload, report in reports:
        shown = text.report(report, language)
        assert unseen(shown) == [], payload.name
        assert not re.search(r"^\s*::|##\[", shown, re.MULTILINE), payload.name


@pytest.mark.parametrize("language", [None, *INTERFACE])
def test_each_line_for_the_host_is_a_command_of_ours(
    reports: list[tuple[Payload, Report]], language: str | None
) -> None:
    for payload, report in reports:
        shown = github.report(report, language)
        lines = shown.split("\n")
        assert len(lines) == len(report.diagnostics), payload.name
        assert [line for line in lines if not COMMAND.fullmatch(line)] == [], payload.name
        assert unseen(shown) == [], payload.name


@pytest.mark.parametrize("language", [None, *INTERFACE])
def test_the_json_is_read_back_as_it_was_meant(
    reports: list[tuple[Payload, Report]], language: str | None
) -> None:
    for payload, report in reports:
        shown = json.report(report, language)
        assert unseen(shown) == [], payload.name
        found = reader.loads(shown)["diagnostics"]
        assert [one["path"] for one in found] == [one.path for one in report.diagnostics]
        assert [one["code"] for one in found] == [one.code for one in report.diagnostics]


@pytest.mark.parametrize("kind", ["text", "github", "json"])
def test_a_file_whose_name_is_a_command_is_told_by_the_command_line(
    tmp_path: Path, kind: str
) -> None:
    folder = tmp_path / "plans" / "a\x1b[31m\n::error::x"
    folder.mkdir(parents=True)
    (folder / os.fsdecode(b"\xff##[group]y.md")).write_text(harmless_plan(), encoding="utf-8")
    (folder / "##[group]\u202e.md").write_text(harmless_plan(), encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, ROOT / "scripts/validate.py", "--root", tmp_path, "--format", kind],
        capture_output=True,
        check=False,
    )
    output = ran.stdout.decode("utf-8")
    assert (ran.returncode, ran.stderr) == (1, b"")
    assert unseen(output) == []
    commands = [line for line in output.splitlines() if re.match(r"\s*::", line)]
    assert all(map(COMMAND.fullmatch, commands))
    assert bool(commands) == (kind == "github")
    assert "##[" not in output or kind != "text"


def test_what_cannot_be_opened_is_told_without_being_obeyed(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, ROOT / "scripts/validate.py", tmp_path / "\x1b[2J\n::error::x.md"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (2, "")
    assert unseen(ran.stderr) == []
    assert "\n\\::error::x" in ran.stderr


def test_the_log_of_a_build_tells_of_hostile_plans_without_being_obeyed(tmp_path: Path) -> None:
    """The build stops at the checker, so that it takes no more than reading the plans."""
    root = checkout(tmp_path / "checkout")
    for payload in PAYLOADS:
        file = root / "plans" / plans.folder(payload) / f"{plans.PERIOD}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(plans.refused(payload), encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-d", tmp_path / "site"],
        cwd=root,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 1
    assert "Traceback" not in ran.stdout
    assert unseen(ran.stdout) == []
    assert not re.search(r"^\s*::|##\[", ran.stdout, re.MULTILINE)


def test_the_comment_on_a_proposal_shows_every_payload_and_does_no_more(tmp_path: Path) -> None:
    """A few plans at a time, since a comment is bounded and each is to be told."""
    change: Change = cloned(tmp_path / "clone")
    for at in range(0, len(PAYLOADS), 24):
        change.git("checkout", "-q", "-B", "change", "main")
        for number, payload in enumerate(PAYLOADS[at : at + 24]):
            path = payload.line.replace("/", "").encode()[:100].decode("utf-8", "ignore")
            written = plans.let_through(payload, "Espoo") if number % 2 else plans.refused(payload)
            change.put(f"plans/{path or 'x'}-{number}/{plans.PERIOD}.md", written)
        change.commit()
        seen = look(change)
        assert (seen.status, seen.error) == (1, "")
        assert all(map(COMMAND.fullmatch, seen.output.split("\n")[:-1]))
        assert unseen(seen.output + seen.comment) == []
        assert all(map(HARMLESS.fullmatch, CODE.findall(seen.comment)))
        left = CODE.sub("", seen.comment).replace(MARKER, "")
        for sign in SIGNS:
            assert sign not in left, sign
        assert set(re.findall(r"</?[a-z]+", left)) <= {
            "<details",
            "</details",
            "<summary",
            "</summary",
            "<br",
        }
        assert left.count("<details>") == left.count("</details>") <= 1
