"""What strangers put into a change is shown, and does no more than that."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuntakesu.review.comment import MARKER
from kuntakesu.review.quoting import quoted
from kuntakesu.source import MAXIMUM_BYTES
from tests.changing import CODE, HARMLESS, OLD, PLAN, SECOND, TUUSULA, Change, cloned, look
from tests.making import BODY, text


@pytest.fixture
def change(tmp_path: Path) -> Change:
    return cloned(tmp_path / "clone")


HOSTILE = (
    "@kaikki #1 owner/repo#2 [x](javascript:alert(1)) ![y](https://example.org/p.png) "
    "<img src=x onerror=y> ``` `z` --> <!-- </code> </details> www.example.org "
)


def test_strangers_texts_are_shown_and_do_no_more(change: Change) -> None:
    content = text(status=f'"{HOSTILE}"', provider=f"'{HOSTILE * 20}'", title="Malli")
    change.put("plans/a b`c@d/2025-2029.md", content)
    change.put("plans/mallilan-kunta/<img src=x>.docx", b"PK")
    change.commit()
    seen = look(change)
    assert seen.status == 1
    left = CODE.sub("", seen.comment).replace(MARKER, "")
    for sign in ("@", "#1", "](", "![", "<img", "`", "-->", "http", "www", "</code>"):
        assert sign not in left, sign
    assert left.count("<details>") == left.count("</details>") == 1
    assert "@kaikki #1" in seen.shown
    assert all(line.startswith("::") for line in seen.output.splitlines())


@given(st.text(max_size=400))
def test_nothing_leaves_its_quotation(stranger: str) -> None:
    written = quoted(stranger)
    assert CODE.sub("", written).replace("<br>", "") == ""
    assert all(HARMLESS.fullmatch(inner) for inner in CODE.findall(written))


def test_files_that_are_no_text_are_told(change: Change) -> None:
    change.put("plans/mallilan-kunta/2030.md", b"---\ntitle: \xff\xfe\n")
    change.put("plans/mallilan-kunta/2031.md", b"a" * (MAXIMUM_BYTES + 1))
    (change.folder / "plans/mallilan-kunta/2032.md").symlink_to("/etc/passwd")
    change.put("plans/mallilan-kunta/kehittämissuunnitelma lopullinen.docx", b"PK\x03\x04")
    change.commit()
    seen = look(change)
    assert seen.status == 1
    assert seen.output.count("title=unreadable-text") == 3
    assert "plans/mallilan-kunta/2030.md (tiedostoa ei voi vielä lukea suunnitelmana)" in seen.shown
    assert seen.output.count("title=file-name") == 1
    assert "Lisätty: plans/mallilan-kunta/kehittämissuunnitelma lopullinen.docx" in seen.shown
    assert "root:" not in seen.comment + seen.output


def test_a_path_that_is_no_text_is_told(change: Change) -> None:
    change.put(os.fsdecode(b"plans/mallilan-kunta/\xff\n::error::x.md"), text())
    change.commit()
    seen = look(change)
    assert seen.status == 1
    assert "\n::error::x" not in seen.output


def test_the_comment_is_bounded_and_says_how_much_more_there_is(change: Change) -> None:
    for year in range(1900, 2099):
        change.put(f"plans/mallilan-kunta/{year}.md", text(period=str(year), status="x" * 150))
    change.commit()
    seen = look(change)
    assert seen.status == 1
    assert re.search(r"- ja 1\d\d muuta\n", seen.comment)
    assert seen.comment.count("<details>") == seen.comment.count("</details>") == 1


def test_each_plans_language_is_spoken_once_and_english_last(change: Change) -> None:
    change.put("plans/mallilan-kunta/2030.md", text(period="2030"))
    swedish = text(period="2031", language="sv", provider="Mallilan kunta")
    change.put("plans/mallilan-kunta/2031.md", swedish)
    change.commit()
    seen = look(change)
    told = [line for line in seen.comment.splitlines() if line.startswith("### ")]
    assert [line.split()[1] for line in told] == ["Tarkistus", "Kontrollen", "Checked,"]


def test_a_change_outside_the_plans_is_told(change: Change) -> None:
    change.put("README.md", "Muu\n")
    change.commit()
    seen = look(change)
    assert seen.status == 0
    assert "1 tiedosto kansion plans ulkopuolella" in seen.comment


def test_the_summary_is_added_to_what_is_there(change: Change, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("Ennen\n", encoding="utf-8")
    seen = look(change, "--summary", summary)
    assert summary.read_text(encoding="utf-8") == f"Ennen\n{seen.comment}"


def test_the_plans_are_written_as_they_become_and_only_plain_files(
    change: Change, tmp_path: Path
) -> None:
    change.put("plans/mallilan-kunta/kuva.png", b"\x89PNG")
    (change.folder / "plans/mallilan-kunta/2032.md").symlink_to("/etc/passwd")
    (change.folder / OLD).unlink()
    change.put(".gitattributes", "* filter=evil\n")
    change.commit()
    change.git("checkout", "-q", "main")
    change.put("plans/tuusulan-kunta/2022-2025.md", TUUSULA)
    change.commit()
    look(change, "--plans", tmp_path / "plans")
    written = [file for file in (tmp_path / "plans").rglob("*") if not file.is_dir()]
    assert sorted(file.relative_to(tmp_path).as_posix() for file in written) == [
        PLAN,
        "plans/mallilan-kunta/kuva.png",
        "plans/tuusulan-kunta/2022-2025.md",
    ]
    assert (tmp_path / PLAN).read_text(encoding="utf-8") == text()


def test_no_program_of_the_change_is_run(change: Change) -> None:
    trace = change.folder.parent / "ran"
    run = f"touch {trace}"
    change.put(".gitattributes", "*.md diff=evil filter=evil textconv=evil\n")
    change.put("plans/.gitattributes", "*.md diff=evil filter=evil\n")
    change.put(PLAN, text(BODY + SECOND))
    change.commit()
    # As if the names that the change uses meant something on the machine.
    for key in ("diff.evil.textconv", "diff.evil.command", "filter.evil.smudge"):
        change.git("config", key, run)
    seen = look(change)
    assert (seen.status, seen.output.count("::error")) == (1, 1)
    assert "file=plans/.gitattributes,line=1" in seen.output
    assert not trace.exists()


def test_a_new_picture_is_looked_into_and_an_old_one_is_not(change: Change) -> None:
    change.put("plans/mallilan-kunta/kuva.png", b"<html><script>alert(1)</script>")
    change.put(PLAN, text(f"{BODY}\n![Neljä teemaa](kuva.png)\n"))
    change.commit()
    seen = look(change)
    assert seen.status == 1
    assert seen.output.count("title=missing-picture") == 1
    change.put("plans/mallilan-kunta/kuva.png", b"\x89PNG\r\n\x1a\n")
    change.commit()
    assert look(change).status == 0


@pytest.mark.parametrize("commits", [("main", "missing"), ("--output=x", "change"), ("main", "-h")])
def test_what_is_not_the_authors_fault_exits_with_2(
    change: Change, commits: tuple[str, str]
) -> None:
    seen = look(change, base=commits[0], head=commits[1])
    assert (seen.status, seen.output, seen.comment) == (2, "", "")
    assert seen.error.startswith("pull_request: git rev-parse")
    assert not (change.folder / "x").exists()
