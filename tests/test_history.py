"""What is learnt of the past: versions, days and differences, and never whose they are."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from git_history import read_record
from kuntakesu.history.difference import (
    MOST_SIGNS,
    Difference,
    Draft,
    Edit,
    FactEdit,
    Piece,
    difference,
)
from kuntakesu.history.version import Deed, History
from kuntakesu.source import decode, digest
from tests.making import BODY, text
from tests.recording import AUTHOR, EMAIL, Archive, history_of

NAME = "mallila/2025-2029"
MORE = f"{BODY}\n### Laskutaito\n\n**Tavoitteet:** Kaikki laskevat.\n"


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path / "checkout")


def deeds(history: History) -> list[tuple[str, str, str, int]]:
    return [(str(one.day), one.deed, one.name, one.number) for one in history.changes]


def test_versions_are_those_of_the_commits_and_the_newest_is_todays(archive: Archive) -> None:
    archive.commit("2026-01-05", mallila__2025_2029=text())
    archive.commit("2026-02-06", mallila__2025_2029=text(MORE))
    archive.commit("2026-02-07", mallila__2025_2029=text(MORE, status="withdrawn"))
    history = archive.history()
    one, two, three = history.versions(NAME)
    assert (one.deed, two.deed, three.deed) == (Deed.ADDED, Deed.CHANGED, Deed.WITHDRAWN)
    assert [one.day, three.day] == [date(2026, 1, 5), date(2026, 2, 7)]
    assert [version.digest for version in (one, two)] == [digest(text()), digest(text(MORE))]
    assert one.difference is None
    assert two.codes == ("049",)
    assert two.themes == ("oppiminen",)
    assert [version.number for version in history.changes] == [3, 2, 1]
    assert history.is_known


def test_the_day_is_that_of_publishing_in_utc(archive: Archive) -> None:
    archive.commit("2026-01-05", mallila__2025_2029=text())
    file = archive.folder / "plans/mallila/2025-2029.md"
    file.write_text(text(MORE), encoding="utf-8")
    archive.git("commit", "-qam", "x", day="2026-03-01", hour=23)
    assert archive.history().changes[0].day == date(2026, 3, 1)


def test_what_happened_on_a_branch_counts_when_it_was_merged(archive: Archive) -> None:
    archive.commit("2026-01-01")
    archive.git("checkout", "-q", "-b", "change")
    archive.commit("2026-01-02", mallila__2025_2029=text(title="Ensin"))
    archive.commit("2026-01-03", mallila__2025_2029=text(title="Sitten"))
    archive.git("checkout", "-q", "main")
    archive.commit("2026-01-04", muu__2025_2029=text())
    archive.git("merge", "-q", "--no-ff", "-m", "x", "change", day="2026-01-20")
    assert deeds(archive.history()) == [
        ("2026-01-20", "added", NAME, 1),
        ("2026-01-04", "added", "muu/2025-2029", 1),
    ]


def test_a_plan_that_moves_takes_its_versions_along(archive: Archive) -> None:
    archive.commit("2026-01-01", mallila__2025=text(MORE, period="2025"))
    (archive.folder / "plans/mallila/2025.md").unlink()
    archive.commit("2026-01-02", mallila__2025_2029=text(MORE))
    history = archive.history()
    one, two = history.versions(NAME)
    assert (one.name, two.name, two.before) == ("mallila/2025", NAME, "mallila/2025")
    assert two.deed is Deed.MOVED
    assert one.heir == two.heir == NAME
    assert two.difference
    assert two.difference.facts == (FactEdit("period", ("2025",), ("2025-2029",)),)


def test_plans_that_change_names_with_each_other_keep_their_pasts(archive: Archive) -> None:
    one, other = text("Yksi aivan omanlaisensa teksti.\n" * 9), text(MORE * 5, period="2024")
    archive.commit("2026-01-01", mallila__2025_2029=one, mallila__2024=other)
    archive.commit("2026-01-02", mallila__2025_2029=other, mallila__2024=one)
    history = archive.history()
    assert {len(history.versions(name)) for name in (NAME, "mallila/2024")} == {2}


def test_a_removed_plan_is_told_by_its_name_alone(archive: Archive) -> None:
    archive.commit("2026-01-01", mallila__2025_2029=text(title="Nimi"))
    archive.commit("2026-01-02", mallila__2025_2029=None)
    history = archive.history()
    assert deeds(history)[0] == ("2026-01-02", "removed", NAME, 2)
    gone = history.changes[0]
    assert (gone.digest, gone.heir, gone.codes) == ("", "", ("049",))
    archive.commit("2026-01-03", mallila__2025_2029=text())
    assert [one.deed for one in archive.history().versions(NAME)] == [Deed.ADDED]


def test_a_draft_has_no_past(archive: Archive) -> None:
    archive.commit("2026-01-01", mallila__2025_2029=text("Keskeneräinen.\n", status="draft"))
    archive.commit("2026-01-02", mallila__2025_2029=text())
    archive.commit("2026-01-03", mallila__2025_2029=text(status="draft"))
    history = archive.history()
    assert deeds(history) == [
        ("2026-01-03", "removed", NAME, 2),
        ("2026-01-02", "added", NAME, 1),
    ]
    assert "Keskeneräinen" not in repr(history)


def test_line_breaks_and_files_that_are_no_plans_make_no_version(archive: Archive) -> None:
    archive.commit("2026-01-01", mallila__2025_2029=text())
    file = archive.folder / "plans/mallila/2025-2029.md"
    file.write_bytes(b"\xef\xbb\xbf" + text().replace("\n", "\r\n").encode())
    (file.parent / "kuva.png").write_bytes(b"\x89PNG")
    (file.parent / "2030.md").symlink_to("2025-2029.md")
    (file.parent / "2031.md").write_bytes(b"---\n\xff")
    archive.commit("2026-01-02")
    assert deeds(archive.history()) == [("2026-01-01", "added", NAME, 1)]


def test_what_is_not_in_the_history_yet_has_no_day(archive: Archive) -> None:
    archive.commit("2026-01-01", mallila__2025_2029=text())
    (archive.folder / "plans/mallila/2025-2029.md").write_text(text(MORE), encoding="utf-8")
    new = archive.folder / "plans/uusi/2026.md"
    new.parent.mkdir()
    new.write_text(text(), encoding="utf-8")
    history = archive.history()
    _, two = history.versions(NAME)
    assert (two.day, two.number, two.deed) == (None, 2, Deed.CHANGED)
    assert two.difference
    assert [version.day for version in history.versions("uusi/2026")] == [None]
    assert len(history.changes) == 1


def test_no_person_is_named(archive: Archive) -> None:
    archive.commit("2026-01-01", mallila__2025_2029=text())
    told = repr(archive.history())
    for secret in (AUTHOR, EMAIL, "Salaisuus", "2001"):
        assert secret not in told


def test_without_a_whole_history_only_todays_text_is_known(
    archive: Archive, tmp_path: Path
) -> None:
    archive.commit("2026-01-01", mallila__2025_2029=text())
    archive.commit("2026-01-02", mallila__2025_2029=text(MORE))
    shallow, exported = tmp_path / "shallow", tmp_path / "exported"
    source = f"file://{archive.folder}"
    subprocess.run(["git", "clone", "-q", "--depth=1", source, shallow], check=True)
    shutil.copytree(archive.folder / "plans", exported / "plans")
    within = archive.folder / "below"
    shutil.copytree(archive.folder / "plans", within / "plans")
    for root in (shallow, exported, within):
        history = history_of(root)
        assert not history.is_known
        assert history.changes == ()
        (only,) = history.versions(NAME)
        assert (only.digest, only.day) == (digest(text(MORE)), None)


def test_a_repository_without_commits_or_git_is_no_fault(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert read_record(archive.folder) is None
    archive.commit("2026-01-01", mallila__2025_2029=text())
    monkeypatch.setenv("PATH", "")
    assert read_record(archive.folder) is None


def test_settings_of_the_machine_do_not_change_what_is_read(archive: Archive) -> None:
    archive.commit("2026-01-01", mallila__2025_2029=text())
    archive.commit("2026-01-02", mallila__2025_2029=text(MORE))
    before = archive.history()
    for name, value in (
        ("log.showSignature", "true"), ("diff.renames", "false"), ("core.quotePath", "true"),
        ("log.date", "relative"), ("diff.external", "false"), ("log.diffMerges", "off"),
        ("core.abbrev", "5"),
    ):  # fmt: skip
        archive.git("config", name, value)
    assert archive.history() == before


def told(old: str, new: str, *, header: str = "") -> tuple[Edit, ...]:
    return whole(text(old, contact=header), text(new)).edits


def whole(old: str, new: str) -> Difference:
    before, after = (Draft.of(decode(one.encode(), "plans/a/2025-2029.md")) for one in (old, new))
    return difference(before, after, plain)


def plain(markdown: str) -> str:
    return markdown.replace("**", "").lstrip("#- ")


def test_a_changed_paragraph_is_told_word_by_word_and_where_it_stands() -> None:
    (edit,) = told(BODY, BODY.replace("Kaikki", "Kaikki lapset"))
    assert edit == Edit(
        ("Oppilaiden oppiminen", "Lukutaito"),
        (
            Piece("kept", "Tavoitteet: Kaikki "),
            Piece("added", "lapset "),
            Piece("kept", "lukevat."),
        ),
    )


def test_what_came_and_went_is_told_in_its_place() -> None:
    came = told(BODY, MORE)
    assert [one.pieces for one in came] == [
        (Piece("added", "Laskutaito"),),
        (Piece("added", "Tavoitteet: Kaikki laskevat."),),
    ]
    assert came[1].place == ("Oppilaiden oppiminen", "Laskutaito")
    assert [one.pieces[0].kind for one in told(MORE, BODY)] == ["removed", "removed"]
    assert told(BODY, BODY) == ()


def test_each_item_of_a_list_is_compared_alone() -> None:
    old, new = "- yksi\n- kaksi\n- kolme\n", "- yksi\n- kolme\n- neljä aivan muuta\n"
    assert [one.pieces for one in told(old, new)] == [
        (Piece("removed", "kaksi"),),
        (Piece("added", "neljä aivan muuta"),),
    ]


def test_what_readers_do_not_see_is_told_as_it_is_written() -> None:
    old, new = ("**Katso** lisää täältä heti" for _ in range(2))
    (edit,) = told(old, new.replace("**", ""))
    assert "**Katso**" in "".join(piece.text for piece in edit.pieces)


def test_facts_that_change_are_told_by_their_keys() -> None:
    found = whole(text(), text(status="withdrawn", summary="Uusi"))
    assert found.facts == (
        FactEdit("status", ("approved",), ("withdrawn",)),
        FactEdit("summary", (), ("Uusi",)),
    )


def test_traces_of_a_person_are_not_told_again() -> None:
    found = whole(
        text("Soita 040 123 4567 tai etu.suku@example.fi heti\n", contact="040 123 4567"),
        text("Soita heti\n"),
    )
    assert "4567" not in repr(found)
    assert "etu.suku" not in repr(found)
    assert "•" in repr(found)


@pytest.mark.parametrize(
    ("old", "new", "is_whole"),
    [
        ("a\n\n" * 3000, "b\n\n" * 3000, False),
        ("\n\n".join(f"Sana {n} " * 200 for n in range(50)), "Muu.\n", False),
        ("- a\n- b\n" * 900, "- b\n- a\n" * 900, True),
    ],
    ids=["blocks", "signs", "alike"],
)
def test_a_difference_is_bounded_and_says_so(old: str, new: str, is_whole: bool) -> None:
    found = whole(text(old), text(new))
    assert found.size <= MOST_SIGNS
    assert found.is_whole == is_whole
