"""The comparison of two builds finds every difference but the engine's name."""

import gzip
from pathlib import Path

import pytest

from engines import LIMIT, differences, main

PAGE = '<html><head><meta name="generator" content="{}, mkdocs-material-9.8.1"></head>{}</html>'


def write(tree: Path, engine: str, body: str = "") -> Path:
    """Write a small built site and return its folder."""
    tree.mkdir()
    (tree / "index.html").write_text(PAGE.format(engine, body), encoding="utf-8")
    return tree


@pytest.fixture
def one(tmp_path: Path) -> Path:
    return write(tmp_path / "one", "mkdocs-1.6.1")


@pytest.fixture
def two(tmp_path: Path) -> Path:
    return write(tmp_path / "two", "mkdocs-ProperDocs 1.6.7")


def test_engine_name_is_set_aside(one: Path, two: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(one), str(two)]) == 0
    assert "1 files" in capsys.readouterr().out


def test_engine_name_elsewhere_is_a_difference(tmp_path: Path) -> None:
    one = write(tmp_path / "one", "mkdocs-1.6.1", "mkdocs-1.6.1")
    two = write(tmp_path / "two", "mkdocs-ProperDocs 1.6.7", "mkdocs-ProperDocs 1.6.7")
    assert len(list(differences(one, two))) == 1


def test_missing_added_and_changed_files(one: Path, two: Path) -> None:
    (one / "a.css").write_text("a", encoding="utf-8")
    (two / "b.css").write_text("b", encoding="utf-8")
    (one / "c.css").write_text("same\nleft", encoding="utf-8")
    (two / "c.css").write_text("same\nright", encoding="utf-8")
    assert list(differences(one, two)) == [
        f"a.css: only in {one}",
        f"b.css: only in {two}",
        "c.css: line 2\n    left\n    right",
    ]


def test_sitemap_is_compared_unpacked(one: Path, two: Path) -> None:
    (one / "sitemap.xml.gz").write_bytes(gzip.compress(b"<urlset/>", mtime=1))
    (two / "sitemap.xml.gz").write_bytes(gzip.compress(b"<urlset/>", mtime=2))
    assert not list(differences(one, two))
    (two / "sitemap.xml.gz").write_bytes(gzip.compress(b"<urlset></urlset>", mtime=1))
    assert len(list(differences(one, two))) == 1


def test_at_most_twenty_are_shown(one: Path, two: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(LIMIT + 5):
        (one / f"{number}.txt").touch()
    assert main([str(one), str(two)]) == 1
    assert capsys.readouterr().out.count("only in") == LIMIT


def test_an_empty_tree_is_no_site(one: Path, tmp_path: Path) -> None:
    assert main([str(one), str(tmp_path)]) == 2
