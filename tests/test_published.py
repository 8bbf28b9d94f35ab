"""No address ends without a word: the list, what it demands, and the pages it makes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kuntakesu.languages import INTERFACE, words
from kuntakesu.pages import tombstones
from kuntakesu.published import PATH, Mark, lasting, parse, read_published, written
from kuntakesu.renewal import renewed
from tests.building import build, checkout, write_plan
from tests.changing import Change, cloned, look
from tests.making import ROOT, catalogue, text
from tests.recording import Archive

OLD = "suunnitelmat/mallila/2025/"
NEW = "suunnitelmat/mallila/2025-2029/"
NAME = "mallilan-kunta/2021-2024"
LISTED = f"./\nsuunnitelmat/{NAME}/\nsuunnitelmat/mallilan-kunta/2025-2029/\n"


def kinds(raw: str, *present: str) -> list[str]:
    return [one.kind for one in parse(raw.encode()).faults_beside(present)]


def test_a_list_is_read_and_written_as_it_was() -> None:
    raw = f"# Otsikko\n./\n{OLD} -> {NEW}\n{NEW}\nsuunnitelmat/x/2019/ gone\n"
    published = parse(raw.encode())
    assert published.marks[""] == Mark(2)
    assert published.marks[OLD] == Mark(3, NEW)
    assert published.marks["suunnitelmat/x/2019/"] == Mark(5, is_gone=True)
    assert parse(written(published.marks, ["# Otsikko"]).encode()).marks.keys() == (
        published.marks.keys()
    )
    assert f"\n{OLD} -> {NEW}\n" in written(published.marks, ["# Otsikko"])


@pytest.mark.parametrize(
    "line",
    [
        "a/ b/", "a/ -> ", "a/ -> b/ c/", "a/ went", "/a/", "../a/", "a/../b/", "a/ -> ../../etc/",
        "https://example.fi/", "javascript:alert(1)/", "a/?b", "a/<script>/", "a//b/", "\\a/",
        "data/x.json gone", "feed/atom.xml -> b/",
    ],
)  # fmt: skip
def test_a_line_that_is_no_address_is_told_with_its_place(line: str) -> None:
    published = parse(f"# x\n{line}\n".encode())
    assert published.marks == {}
    (fault,) = published.faults
    assert (fault.kind, fault.line, fault.text) == ("fault.form", 2, line.strip())
    for language in INTERFACE:
        assert f"{PATH}:2: " in fault.told(words(language))
        assert line.strip() in fault.told(words(language))


def test_what_ended_without_a_word_is_told() -> None:
    assert kinds(f"{OLD}\n{NEW}\n", NEW) == ["fault.vanished"]
    assert kinds(f"{OLD} gone\n{NEW}\n", NEW) == []
    assert kinds(f"{OLD} -> {NEW}\n", NEW) == []
    assert kinds(f"{OLD}\n{OLD} gone\n", OLD) == ["fault.repeated"]
    assert kinds("") == []


def test_a_way_must_lead_somewhere_however_long_it_is() -> None:
    way = "a/ -> b/\nb/ -> c/\n"
    assert kinds(way, "c/") == []
    assert kinds(way) == ["fault.target", "fault.target"]
    assert kinds(f"{way}c/ gone\n") == []
    assert parse(way.encode()).end(Mark(1, "a/")) == "c/"
    assert kinds("a/ -> b/\nb/ -> a/\n") == ["fault.target", "fault.target"]


def test_a_page_that_is_there_needs_no_other() -> None:
    assert parse(f"{OLD} -> {NEW}\n".encode()).tombstones({OLD, NEW}) == ()


def test_pages_and_files_for_programs_last_and_the_rest_passes() -> None:
    every = {
        "": True, "kunnat/espoo/": True, "kunnat/espoo/atom.xml": True, "data/plans.json": True,
        OLD: True, "suunnitelmat/mallila/": True, "suunnitelmat/sivu-2/": False,
        f"{OLD}versiot/": False, f"{OLD}suunnitelma.txt": False, "data/search/x.json": False,
        "suunnitelmat/mallila/kuva.png": False,
    }  # fmt: skip
    assert lasting(every) == {address for address, lasts in every.items() if lasts}


@pytest.mark.parametrize(
    ("address", "language"),
    [(OLD, "fi"), ("suunnitelmat/mallila/2025.sv/", "sv"), ("en/plans/mallila/", "en")],
)
def test_an_old_address_tells_what_became_of_it_in_three_languages(
    address: str, language: str
) -> None:
    def shown(line: str) -> str:
        published = parse(f"{address} {line}\n".encode())
        page = next(tombstones.pages(published, {NEW, ""}, catalogue(), ""))
        assert (page.address, page.language, page.indexed) == (address, language, False)
        assert page.html.index(f'lang="{language}"') == page.html.index("lang=")
        assert all(f'lang="{one}"' in page.html for one in INTERFACE)
        return page.html

    up = "../" * address.count("/")
    assert shown(f"-> {NEW}").count(f'href="{up}{NEW}"') == 3
    gone = shown("gone")
    for one in INTERFACE:
        assert words(one)("site.tombstone.gone_text") in gone


def test_the_versions_of_a_plan_that_is_gone_are_told_of_too() -> None:
    published = parse(f"{OLD} -> {NEW}\n".encode())
    assert published.tombstones({NEW}) == ((OLD, NEW), (f"{OLD}versiot/", NEW))


def test_what_has_moved_is_found_in_the_history(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.commit("2026-01-01", vanha__2025=text(), pois__2024=text("Aivan muu.\n", period="2024"))
    archive.git("rm", "-q", "plans/vanha/2025.md", "plans/pois/2024.md")
    archive.commit("2026-01-02", uusi__2025_2029=text())
    before = parse(
        b"suunnitelmat/vanha/2025/\nsv/planer/vanha/\nsuunnitelmat/pois/2024/\nx/ gone\n"
    )
    present = {"suunnitelmat/uusi/2025-2029/", "sv/planer/uusi/", "x/", "data/plans.json"}
    marks, told = renewed(before, present, archive.history())
    assert marks["suunnitelmat/vanha/2025/"].target == "suunnitelmat/uusi/2025-2029/"
    assert marks["sv/planer/vanha/"].target == "sv/planer/uusi/"
    assert marks["suunnitelmat/pois/2024/"].is_gone
    assert not marks["x/"].is_tombstone
    assert marks.keys() >= present
    assert sorted(one.kind for one in told) == [
        "done.back",
        "done.gone",
        "done.moved",
        "done.moved",
    ]
    assert parse(written(marks, []).encode()).faults_beside(present) == ()


def test_the_committed_list_is_sound_and_holds_every_plan() -> None:
    published = read_published(ROOT)
    assert published.faults == ()
    plans = (ROOT / "plans").glob("*/*.md")
    addresses = {f"suunnitelmat/{file.parent.name}/{file.stem}/" for file in plans}
    assert addresses
    assert len(published.marks) > 1000
    gone = {address for address, mark in published.marks.items() if mark.is_tombstone}
    assert addresses.isdisjoint(gone)


def run(root: Path, *options: str) -> tuple[int, str]:
    command = [sys.executable, str(ROOT / "scripts/published.py"), "--root", str(root), *options]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert ran.stderr == ""
    return ran.returncode, ran.stdout


def test_the_script_checks_and_renews_and_the_build_minds(tmp_path: Path) -> None:
    root = checkout(tmp_path / "checkout")
    for file in (root / "plans").glob("*/*.md"):
        file.unlink()
    (root / PATH).unlink()
    plan = write_plan(root, NAME, text(period="2021-2024"))
    write_plan(root, "mallilan-kunta/2025-2029", text())
    assert run(root)[0] == 0
    assert run(root, "--update")[0] == 0
    assert run(root, "--language", "fi") == (
        0, words("fi")("published.well", count=len(read_published(root).marks)) + "\n"
    )  # fmt: skip

    plan.unlink()
    status, told = run(root, "--language", "sv")
    assert status == 1
    assert told.startswith(PATH)
    assert f"suunnitelmat/{NAME}/" in told
    failed = build(root, tmp_path / "failed")
    assert failed.returncode
    assert f"the address suunnitelmat/{NAME}/ has been published" in failed.stdout
    assert "Traceback" not in failed.stdout
    assert not (tmp_path / "failed" / "index.html").exists()

    file = root / PATH
    line = f"suunnitelmat/{NAME}/"
    moved = file.read_text("utf-8").replace(
        line, f"{line} -> suunnitelmat/mallilan-kunta/2025-2029/"
    )
    file.write_text(moved, encoding="utf-8")
    built = build(root, tmp_path / "site")
    assert built.returncode == 0, built.stdout
    page = (tmp_path / f"site/suunnitelmat/{NAME}/index.html").read_text("utf-8")
    assert 'href="../../../suunnitelmat/mallilan-kunta/2025-2029/"' in page
    assert 'content="noindex"' in page
    assert (tmp_path / f"site/suunnitelmat/{NAME}/versiot/index.html").is_file()


@pytest.fixture
def change(tmp_path: Path) -> Change:
    made = cloned(tmp_path / "clone")
    made.git("checkout", "-q", "main")
    made.put(PATH, LISTED)
    made.commit()
    made.git("checkout", "-q", "-B", "change")
    return made


def rename(change: Change) -> None:
    change.git("mv", f"plans/{NAME}.md", "plans/mallilan-kunta/2021-2025.md")
    change.put("plans/mallilan-kunta/2021-2025.md", text(period="2021-2025"))


def delete(change: Change) -> None:
    (change.folder / f"plans/{NAME}.md").unlink()


def draft(change: Change) -> None:
    change.put(f"plans/{NAME}.md", text(period="2021-2024", status="draft"))


@pytest.mark.parametrize(
    ("do", "line"),
    [
        (rename, f"suunnitelmat/{NAME}/ -> suunnitelmat/mallilan-kunta/2021-2025/"),
        (delete, f"suunnitelmat/{NAME}/ gone"),
        (draft, f"suunnitelmat/{NAME}/ gone"),
    ],
)
def test_a_proposal_that_ends_an_address_is_told_which_line_to_write(
    change: Change, do: Callable[[Change], None], line: str
) -> None:
    do(change)
    change.commit()
    seen = look(change)
    assert seen.status == 1
    assert "1 julkaistu osoite on merkittävä luetteloon ennen julkaisua" in seen.comment
    assert f"rivi {line} " in seen.shown
    assert f"line {line} " in seen.shown
    change.put(PATH, LISTED.replace(f"suunnitelmat/{NAME}/", line))
    change.commit()
    seen = look(change)
    assert seen.status == 0
    assert f"Julkaistujen osoitteiden luettelo muuttuu ({PATH})" in seen.shown


def test_a_provider_whose_last_plan_moves_leaves_three_pages_behind(change: Change) -> None:
    change.git("mv", "plans/mallilan-kunta", "plans/mallilan-kaupunki")
    change.commit()
    seen = look(change)
    assert seen.status == 1
    for line in (
        "suunnitelmat/mallilan-kunta/ -> suunnitelmat/mallilan-kaupunki/",
        "sv/planer/mallilan-kunta/ -> sv/planer/mallilan-kaupunki/",
        "en/plans/mallilan-kunta/ -> en/plans/mallilan-kaupunki/",
    ):
        assert f"rivi {line} " in seen.shown


@pytest.mark.parametrize(
    ("listed", "told"),
    [
        ("./\n", "puuttuu rivi suunnitelmat/mallilan-kunta/2025-2029/."),
        (f"{LISTED}suunnitelmat/y/ -> suunnitelmat/x/2030/\n", "jossa ei ole sivua"),
        (f"{LISTED}<b>@kaikki [x](y)\n", "riviä ei voi lukea: <b>@kaikki [x](y)"),
    ],
    ids=["lost", "astray", "unread"],
)
def test_a_proposal_that_breaks_the_list_is_told_so(change: Change, listed: str, told: str) -> None:
    change.put(PATH, listed)
    change.commit()
    seen = look(change)
    assert seen.status == 1
    assert told.replace("<b>", "") in seen.shown.replace("<b>", "")


def test_a_catalogue_without_a_list_has_promised_nothing(change: Change) -> None:
    change.git("checkout", "-q", "main")
    (change.folder / PATH).unlink()
    change.commit()
    change.git("checkout", "-q", "-B", "change")
    delete(change)
    change.commit()
    assert look(change).status == 0
