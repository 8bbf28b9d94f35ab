"""The ways to build a site of the same plans that are measured side by side.

Each builder lays what it needs beside the plans of an invented checkout and gives a command. Ours
makes all that the site has; the others make a page of each plan, lists, and a search of their own.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PEERS = ROOT / ".venv-peers/bin"
PLAIN = """\
site_name: Plans
site_url: http://127.0.0.1:8000/
docs_dir: content
site_dir: site
theme:
  name: material
  font: false
markdown_extensions: [tables, footnotes, def_list]
"""
# Zensical does not know it, and makes its own navigation.
NO_NAVIGATION = 'nav: [index.md]\nnot_in_nav: "/*"\n'
HOME = "# Plans\n"

Command = Sequence[str | Path]


@dataclass(frozen=True)
class Builder:
    """A way to build.

    Attributes:
        name: As the table calls it.
        prepare: Lays what the builder needs into an empty folder, given the checkout of plans.
        command: What builds, run in that folder.
        keeps: What a build leaves for the next one; removed before each build that is cold.
        output: The folder that holds the site.
        is_installed: Whether it can be run here.
    """

    name: str
    prepare: Callable[[Path, Path], None]
    command: Command
    keeps: tuple[str, ...]
    output: str = "site"

    @property
    def is_installed(self) -> bool:
        """Whether its program is there."""
        return shutil.which(str(self.command[0])) is not None


def _ours(plans: Path, folder: Path) -> None:
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "docs", folder / "docs")  # of which no link is published
    (folder / "hooks").symlink_to(ROOT / "hooks")
    shutil.copytree(plans, folder / "plans")


def _plain(plans: Path, folder: Path, more: str) -> None:
    (folder / "mkdocs.yml").write_text(PLAIN + more, encoding="utf-8")
    shutil.copytree(plans, folder / "content")
    (folder / "content/index.md").write_text(HOME, encoding="utf-8")


def _hugo(plans: Path, folder: Path) -> None:
    shutil.copytree(HERE / "hugo", folder, dirs_exist_ok=True)
    shutil.copytree(plans, folder / "content")


HUGO = Builder("Hugo", _hugo, ("hugo", "--quiet"), ("public", "resources"), "public")
OURS = Builder(
    "KuntaKesu",
    _ours,
    (sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-d", "site"),
    (".cache", "site"),
)
BUILDERS = (
    OURS,
    HUGO,
    Builder(
        "MkDocs with Material, plans not in the navigation",
        lambda plans, folder: _plain(plans, folder, NO_NAVIGATION),
        (sys.executable, "-m", "mkdocs", "build", "-q"),
        ("site",),
    ),
    Builder(
        "Zensical",
        lambda plans, folder: _plain(plans, folder, ""),
        (PEERS / "zensical", "build"),
        (".cache", "site"),
    ),
)
