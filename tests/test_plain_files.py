"""Nothing is published that a link shows."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from plain_files import odd_files, refuse_odd_files
from tests.building import build, checkout, write_plan
from tests.making import ROOT, text

ENVIRONMENT = Path("/proc/self/environ")
SECRET = "not-for-the-public"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A checkout whose folders are plain, beside a folder that is nobody's to see."""
    for folder in ("root/docs/en", "root/theme", "root/plans", "elsewhere"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "root/docs/en/about.md").write_text("# About", encoding="utf-8")
    (tmp_path / "elsewhere/secret.md").write_text(SECRET, encoding="utf-8")
    return tmp_path / "root"


def refused(root: Path) -> str:
    with pytest.raises(Abort) as caught:
        refuse_odd_files(root, root / "docs", root / "theme")
    return str(caught.value)


def test_plain_files_are_let_through(root: Path) -> None:
    refuse_odd_files(root, root / "docs", root / "theme")
    assert list(odd_files(root)) == []


def test_the_checkout_itself_is_plain() -> None:
    refuse_odd_files(ROOT, ROOT / "docs", ROOT / "hooks" / "theme")


@pytest.mark.parametrize("name", ["docs/en/x.md", "docs/x.txt", "theme/x.js", "docs/.x/x.md"])
@pytest.mark.parametrize("led", ["elsewhere/secret.md", "elsewhere", "root/docs/en", "nowhere"])
def test_a_link_is_refused_wherever_it_leads(root: Path, name: str, led: str) -> None:
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).symlink_to(root.parent / led)
    assert refused(root).endswith(f":\n  {name}")


@pytest.mark.parametrize("folder", ["docs", "theme", "plans"])
def test_a_folder_that_is_a_link_is_refused(root: Path, folder: str) -> None:
    (root / folder).rename(root.parent / "moved")
    (root / folder).symlink_to(root.parent / "moved")
    assert refused(root).endswith(f":\n  {folder}")


def test_a_pipe_is_refused_and_never_read(root: Path) -> None:
    os.mkfifo(root / "docs/pipe.md")
    assert "docs/pipe.md" in refused(root)


def test_all_are_told_at_once(root: Path) -> None:
    for name in ("docs/b.md", "docs/a.md", "theme/c.js"):
        (root / name).symlink_to(ENVIRONMENT)
    assert refused(root).endswith(":\n  docs/a.md\n  docs/b.md\n  theme/c.js")


def test_an_editors_lock_stops_nobody(root: Path) -> None:
    (root / "docs/.#about.md").symlink_to("somebody@somewhere.1")
    refuse_odd_files(root, root / "docs", root / "theme")


def test_a_build_with_a_link_ends_and_leaves_the_old_site(tmp_path: Path) -> None:
    root, site = checkout(tmp_path / "root"), tmp_path / "site"
    site.mkdir()
    (site / "old.html").write_text("old", encoding="utf-8")
    (root / "docs/environment.txt").symlink_to(ENVIRONMENT)
    run = build(root, site, SECRET=SECRET)
    assert run.returncode == 1
    assert "docs/environment.txt" in run.stdout
    assert "Traceback" not in run.stdout
    assert [file.name for file in site.iterdir()] == ["old.html"]


def test_a_build_publishes_nothing_that_lies_behind_links(tmp_path: Path) -> None:
    """Pictures and plans that links lead to, and the lock of an editor."""
    root, site, elsewhere = checkout(tmp_path / "root"), tmp_path / "site", tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "picture.png").write_text(SECRET, encoding="utf-8")
    (elsewhere / "2031.md").write_text(text(title=SECRET, period="2031"), encoding="utf-8")
    (root / "docs/.#about.md").symlink_to(ENVIRONMENT)
    write_plan(root, "mallilan-kunta/2030", text(period="2030"))
    for name in ("mallilan-kunta/linked", "linked-kunta"):
        (root / "plans" / name).symlink_to(elsewhere)
    (root / "plans/mallilan-kunta/own.png").symlink_to(elsewhere / "picture.png")
    ended = build(root, site, SECRET=SECRET)
    assert ended.returncode == 1
    for path in ("mallilan-kunta/linked", "linked-kunta", "mallilan-kunta/own.png"):
        assert f"plans/{path}:1:1: error[unreadable-text]" in ended.stdout
    assert SECRET not in ended.stdout
    assert not site.exists()


def test_a_plan_cannot_show_a_picture_through_a_link(tmp_path: Path) -> None:
    root, site, elsewhere = checkout(tmp_path / "root"), tmp_path / "site", tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "picture.png").write_text(SECRET, encoding="utf-8")
    body = "## Johtaminen\n\n### Kohde\n\n![Kuvaaja](linked/picture.png)\n\n![Kuvaaja](own.png)\n"
    write_plan(root, "mallilan-kunta/2030", text(body, period="2030"))
    (root / "plans/mallilan-kunta/linked").symlink_to(elsewhere)
    (root / "plans/mallilan-kunta/own.png").symlink_to(elsewhere / "picture.png")
    run = build(root, site)
    assert run.stdout.count("[missing-picture]") == 2
    assert list(site.rglob("picture.png")) + list(site.rglob("own.png")) == []
