"""A site's folder holds what was put into it, and what it held already is not touched."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kuntakesu.memory import key_of
from ledger import Ledger
from outlet import Outlet

NAMES = some.sampled_from(["a", "a/b", "a/b/c", "b/index.html", "b/c", "c", "index.html"])
SITES = some.dictionaries(NAMES, some.sampled_from([b"", b"x", b"y", b"long"]), max_size=6)


def fill(folder: Path, files: dict[str, bytes]) -> Outlet:
    outlet = Outlet(folder)
    for name, content in files.items():
        outlet.put(name, content)
    outlet.close()
    return outlet


def held(folder: Path) -> dict[str, bytes]:
    found = (file for file in folder.rglob("*") if not file.is_dir())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in found}


def possible(files: dict[str, bytes]) -> dict[str, bytes]:
    """Without files that would lie within another file."""
    return {
        name: content
        for name, content in files.items()
        if not any(name.startswith(f"{other}/") for other in files)
    }


@given(some.lists(SITES.map(possible), min_size=1, max_size=4))
def test_one_site_after_another_leaves_the_last(
    tmp_path_factory: pytest.TempPathFactory, sites: list[dict[str, bytes]]
) -> None:
    folder = tmp_path_factory.mktemp("sites") / "site"
    for files in sites:
        fill(folder, files)
        assert held(folder) == files
        empty = [one for one in folder.rglob("*") if one.is_dir() and not any(one.iterdir())]
        assert not empty


def test_what_is_there_already_is_not_written(tmp_path: Path) -> None:
    fill(tmp_path, {"a/index.html": b"same", "b": b"old"})
    before = (tmp_path / "a/index.html").stat()
    fill(tmp_path, {"a/index.html": b"same", "b": b"new"})
    after = (tmp_path / "a/index.html").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert (tmp_path / "b").read_bytes() == b"new"


def test_nothing_is_written_or_removed_through_a_link(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept").write_bytes(b"mine")
    site = tmp_path / "site"
    site.mkdir()
    (site / "file").symlink_to(outside / "kept")
    (site / "gone").symlink_to(outside / "kept")
    (site / "folder").symlink_to(outside)
    fill(site, {"file": b"theirs", "folder/kept": b"theirs"})
    assert (outside / "kept").read_bytes() == b"mine"
    assert held(site) == {"file": b"theirs", "folder/kept": b"theirs"}


def test_addresses_are_those_of_pages(tmp_path: Path) -> None:
    outlet = fill(tmp_path, {"index.html": b"", "a/index.html": b"", "a/b.json": b""})
    assert outlet.addresses == {"", "a/", "a/b.json"}


def test_what_stays_the_same_is_linked_from_the_site_that_stands(tmp_path: Path) -> None:
    old, new = tmp_path / "site", tmp_path / "site.next"
    fill(old, {"a/index.html": b"same", "b": b"old", "gone": b"x"})
    key = key_of("b")
    outlet = Outlet(new, Ledger(tmp_path / "files"), old)
    outlet.put("a/index.html", b"same")
    outlet.put_made("b", key, lambda: [b"new"])
    outlet.close()
    assert held(old) == {"a/index.html": b"same", "b": b"old", "gone": b"x"}
    assert held(new) == {"a/index.html": b"same", "b": b"new"}
    assert (new / "a/index.html").samefile(old / "a/index.html")
    last = Outlet(tmp_path / "last", Ledger(tmp_path / "files"), new)
    last.put_made("b", key, lambda: pytest.fail("it is known"))
    last.close()
    assert (tmp_path / "last/b").samefile(new / "b")


def test_a_linked_file_is_not_written_through_its_other_name(tmp_path: Path) -> None:
    fill(tmp_path / "one", {"a": b"old"})
    outlet = Outlet(tmp_path / "two", before=tmp_path / "one")
    outlet.put("a", b"old")
    outlet.close()
    fill(tmp_path / "two", {"a": b"new"})
    assert held(tmp_path / "one") == {"a": b"old"}


def test_a_page_is_made_again_when_what_it_is_made_of_or_its_file_has_changed(
    tmp_path: Path,
) -> None:
    site, files = tmp_path / "site", tmp_path / "files"

    def made(key: str) -> bool:
        asked: list[str] = []

        def make() -> list[bytes]:
            asked.append(key)
            return [b"ma", b"de"]

        outlet = Outlet(site, Ledger(files))
        outlet.put_made("page", key_of(key), make)
        outlet.close()
        assert held(site) == {"page": b"made"}
        return bool(asked)

    assert [made("1"), made("1"), made("2"), made("1")] == [True, False, True, True]
    (site / "page").write_bytes(b"else")
    assert [made("1"), made("1")] == [True, False]
    (site / "page").unlink()
    assert [made("1"), made("1")] == [True, False]
    files.write_bytes(b"\xc1 no list")
    assert [made("1"), made("1")] == [True, False]
