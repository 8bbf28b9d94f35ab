"""The checkout's plans are found and read together, and nothing else is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kuntakesu.picture import MAXIMUM_BYTES
from kuntakesu.reader import Reader
from kuntakesu.rules import Context
from kuntakesu.source import Source, read_source
from kuntakesu.vocabulary.register import read_register
from kuntakesu.workspace import check_paths, check_tree, read_tree
from tests.making import ROOT, text

NAME = "mallilan-kunta/2025-2029"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


def put(root: Path, content: str, name: str = NAME) -> Path:
    file = root / "plans" / f"{name}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, encoding="utf-8")
    return file


def read(root: Path) -> Context:
    return read_tree(root, Reader(read_register()))


def test_the_checkouts_own_plans_are_sound() -> None:
    report = check_tree(ROOT)
    assert report.passed
    assert len(report.sound_plans()) == len(list((ROOT / "plans").glob("*/*.md"))) > 0


def test_plans_are_read_in_the_order_of_their_paths(tmp_path: Path) -> None:
    for name in ("b/2020", "a/2021", "a/2020.sv", "a/2020"):
        put(tmp_path, text(), name)
    (tmp_path / "plans/a/muistio.png").touch()
    (tmp_path / "README.md").touch()
    found = read(tmp_path)
    assert list(found.others) == ["a/2020", "a/2020.sv", "a/2021", "b/2020"]
    assert "plans/a/muistio.png" in found.files
    assert "README.md" not in found.files


def test_progress_is_told_plan_by_plan(tmp_path: Path) -> None:
    for number in range(3):
        put(tmp_path, text(), f"a/202{number}")
    told: list[tuple[int, int]] = []
    check_tree(tmp_path, lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_no_plans_pass(tmp_path: Path) -> None:
    assert check_tree(tmp_path).passed
    assert check_tree(tmp_path).submissions == ()


def test_one_run_reports_every_plan_and_keeps_the_sound_ones(tmp_path: Path) -> None:
    put(tmp_path, text())
    put(tmp_path, text(period="2024-2020"), "mallilan-kunta/2020-2024")
    put(tmp_path, "", "mallilan-kunta/2019")
    report = check_tree(tmp_path)
    assert [(found.path, found.code) for found in report.diagnostics] == [
        ("plans/mallilan-kunta/2019.md", "no-front-matter"),
        ("plans/mallilan-kunta/2020-2024.md", "period-order"),
    ]
    assert not report.passed
    assert [plan.name for plan in report.sound_plans()] == [NAME]


def test_a_warning_leaves_the_plan_sound(tmp_path: Path) -> None:
    put(tmp_path, text(themes="[oppiminen, johtaminen]"))
    report = check_tree(tmp_path)
    assert [found.code for found in report.diagnostics] == ["theme-without-section"]
    assert report.passed
    assert len(report.sound_plans()) == 1


def test_of_named_files_alone_is_reported(tmp_path: Path) -> None:
    broken = put(tmp_path, text(period="2024-2020"), "mallilan-kunta/2020-2024")
    sound = put(tmp_path, text())
    assert check_paths(tmp_path, [sound]).passed
    assert len(check_paths(tmp_path, [sound]).submissions) == 1
    assert not check_paths(tmp_path, [broken]).passed
    assert len(check_paths(tmp_path, [tmp_path / "plans"]).submissions) == 2
    assert len(check_paths(tmp_path, [sound, sound, sound.parent]).submissions) == 2


def test_a_named_file_takes_the_place_of_the_one_in_the_tree(tmp_path: Path) -> None:
    put(tmp_path, text(period="2024-2020"))
    aside = tmp_path / "aside" / f"{NAME}.md"
    aside.parent.mkdir(parents=True)
    aside.write_text(text(), encoding="utf-8")
    report = check_paths(tmp_path, [aside])
    assert report.diagnostics == ()


def test_what_is_not_there_is_our_fault(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        check_paths(tmp_path, [tmp_path / "plans/none.md"])


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text(text(title="Salaisuus"), encoding="utf-8")
    link = put(tmp_path, text())
    link.unlink()
    link.symlink_to(secret)
    picture = link.parent / "kuva.png"
    picture.symlink_to(secret)
    report = check_tree(tmp_path)
    assert [(found.path, found.code) for found in report.diagnostics] == [
        (f"plans/{NAME}.md", "unreadable-text"),
        (f"plans/{picture.parent.name}/kuva.png", "unreadable-text"),
    ]
    assert report.sound_plans() == ()
    assert report.submissions[0].source.text == ""
    assert f"plans/{picture.parent.name}/kuva.png" not in read(tmp_path).files


def test_a_picture_must_be_beside_the_plan(tmp_path: Path) -> None:
    file = put(tmp_path, text(body="## Oppiminen\n\n![Neljä teemaa](kuva.png)\n"))
    assert [found.code for found in check_tree(tmp_path).diagnostics] == ["missing-picture"]
    (file.parent / "kuva.png").write_bytes(PNG)
    report = check_tree(tmp_path)
    assert report.diagnostics == ()
    assert report.sound_plans()[0].pictures == ("kuva.png",)


@pytest.mark.parametrize(
    ("name", "variant"),
    [
        ("a/2025.MD", "suffix"),
        ("a/2025.markdown", "suffix"),
        ("a/2025.txt", "suffix"),
        ("a/2025.md.txt", "suffix"),
        ("a/2025", "stray"),
        ("a/2025.docx", "stray"),
        ("published.csv", "stray"),
        ("a/.2025.md", "hidden"),
        (".git/config", "hidden"),
        ("con/2025.md", "device"),
        ("a/aux.png", "device"),
        ("a/COM1.sv.md", "device"),
        ("a/a:b.png", "characters"),
        ("a/a\\b.png", "characters"),
        ("a/a\u202egnp.png", "characters"),
        ("a/a\nb.png", "characters"),
        ("a/a\u200b.png", "characters"),
        ("a./kuva.png", "ends"),
        ("a/kuva.png ", "ends"),
        (" a/kuva.png", "ends"),
        ("a/ka\u0308vely.png", "form"),
        ("a/b/c/d.png", "deep"),
    ],
)
def test_a_file_that_would_be_left_out_is_told_of(tmp_path: Path, name: str, variant: str) -> None:
    put(tmp_path, text())
    file = tmp_path / "plans" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text(), encoding="utf-8")
    report = check_tree(tmp_path)
    assert [(found.code, found.variant) for found in report.diagnostics] == [("file-name", variant)]
    assert report.diagnostics[0].path == f"plans/{name}"
    assert [plan.name for plan in report.sound_plans()] == [NAME]


def test_a_name_that_is_no_text_is_told_of(tmp_path: Path) -> None:
    file = put(tmp_path, text())
    (file.parent / os.fsdecode(b"kuva\xff.png")).touch()
    [found] = check_tree(tmp_path).diagnostics
    assert (found.code, found.variant) == ("file-name", "characters")
    found.path.encode()


@pytest.mark.parametrize("name", [".DS_Store", "Thumbs.db", ".2025.md.swp", "2025.md~", ".gitkeep"])
def test_what_programs_leave_is_nobodys_fault(tmp_path: Path, name: str) -> None:
    put(tmp_path, text()).parent.joinpath(name).touch()
    (tmp_path / "plans/published.txt").touch()
    assert check_tree(tmp_path).diagnostics == ()


def test_a_linked_folder_is_told_of_and_not_read(tmp_path: Path) -> None:
    aside = put(tmp_path / "aside", text()).parent
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans/mallilan-kunta").symlink_to(aside, target_is_directory=True)
    report = check_tree(tmp_path)
    assert [(found.path, found.variant) for found in report.diagnostics] == [
        ("plans/mallilan-kunta", "link")
    ]
    assert report.sound_plans() == ()


def test_a_plan_in_a_folder_too_deep_takes_no_other_plans_place(tmp_path: Path) -> None:
    put(tmp_path, text())
    put(tmp_path, text(title="Toinen"), f"plans/{NAME}")
    report = check_tree(tmp_path)
    assert [(found.code, found.variant) for found in report.diagnostics] == [("file-name", "place")]
    assert [plan.title for plan in report.sound_plans()] == ["Mallilan kehittämissuunnitelma"]


@pytest.mark.parametrize(
    ("name", "content", "variant"),
    [
        ("kuva.png", b"<html><script>alert(1)</script>", "content"),
        ("kuva.png", b"", "content"),
        ("kuva.jpg", PNG, "content"),
        ("kuva.gif", b"RIFF\0\0\0\0WEBP", "content"),
        ("kuva.png", PNG + bytes(MAXIMUM_BYTES), "large"),
    ],
)
def test_a_picture_is_what_its_name_says(
    tmp_path: Path, name: str, content: bytes, variant: str
) -> None:
    file = put(tmp_path, text(body=f"## Oppiminen\n\n![Neljä teemaa]({name})\n"))
    (file.parent / name).write_bytes(content)
    [found] = check_tree(tmp_path).diagnostics
    assert (found.code, found.variant) == ("missing-picture", variant)
    assert found.span.line == 13


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("kuva.PNG", PNG),
        ("kuva.jpeg", b"\xff\xd8\xff\xe0"),
        ("kuva.webp", b"RIFF\0\0\0\0WEBP"),
        ("kuva.gif", b"GIF89a"),
    ],
)
def test_pictures_of_every_kind_are_accepted(tmp_path: Path, name: str, start: bytes) -> None:
    file = put(tmp_path, text(body=f"## Oppiminen\n\n![Neljä teemaa]({name})\n"))
    (file.parent / name).write_bytes(start)
    assert check_tree(tmp_path).diagnostics == ()


def test_two_pictures_that_differ_by_case_are_one_on_some_computers(tmp_path: Path) -> None:
    file = put(tmp_path, text(body="## Oppiminen\n\n![Neljä teemaa](kuva.png)\n"))
    for name in ("kuva.png", "Kuva.png"):
        (file.parent / name).write_bytes(PNG)
    [found] = check_tree(tmp_path).diagnostics
    assert found.variant == "twin"
    assert found.arguments["other"] == "Kuva.png"


def test_a_folder_of_too_many_files_is_told_of(tmp_path: Path) -> None:
    file = put(tmp_path, text())
    for number in range(200):
        (file.parent / f"{number}.png").touch()
    assert [found.variant for found in check_tree(tmp_path).diagnostics] == ["many"]


def test_a_check_of_one_plan_reads_only_those_that_it_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        put(tmp_path, text(period=f"201{number}-201{number + 3}"), f"mallilan-kunta/201{number}")
    chosen = put(tmp_path, text(replaces="mallilan-kunta/2010"))
    read: list[str] = []

    def noted(file: Path, path: str) -> Source:
        read.append(path)
        return read_source(file, path)

    monkeypatch.setattr("kuntakesu.reader.read_source", noted)
    check_paths(tmp_path, [chosen])
    assert read == [f"plans/{NAME}.md", "plans/mallilan-kunta/2010.md"]
