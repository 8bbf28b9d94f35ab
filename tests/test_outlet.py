"""A site's folder holds what was put into it, and what it held already is not touched."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as some

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
    tmp_path_factory: object, sites: list[dict[str, bytes]]
) -> None:
    folder = tmp_path_factory.mktemp("sites") / "site"  # type: ignore[attr-defined]
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
