"""Repositories for tests whose plans have a history."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from git_history import read_record
from kuntakesu.history.reading import read_history
from kuntakesu.history.version import History
from kuntakesu.source import plan_files, read_source
from kuntakesu.vocabulary.register import read_register

AUTHOR = "Salla Salainen"
EMAIL = "salla.salainen@example.fi"


class Archive:
    """A repository whose commits have the days that a test gives them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main")
        self.git("config", "user.name", AUTHOR)
        self.git("config", "user.email", EMAIL)

    def git(self, *arguments: str, day: str = "2026-01-01", hour: int = 12) -> str:
        moment = f"{day}T{hour:02}:00:00+00:00"
        ran = subprocess.run(
            ["git", "-c", "core.hooksPath=/dev/null", *arguments],
            cwd=self.folder,
            env={
                **os.environ,
                "GIT_COMMITTER_DATE": moment,
                "GIT_AUTHOR_DATE": "2001-01-01T00:00Z",
            },
            capture_output=True,
            check=True,
        )
        return ran.stdout.decode().strip()

    def commit(self, day: str, **files: str | None) -> None:
        """Write plans by `<provider>/<period>` with `__` for the slash; None takes one away."""
        for key, content in files.items():
            file = self.folder / f"plans/{key.replace('__', '/').replace('_', '-')}.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            if content is None:
                file.unlink()
            else:
                file.write_text(content, encoding="utf-8")
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "Salaisuus", day=day)

    def history(self) -> History:
        """What the catalogue learns of it."""
        return history_of(self.folder)


def history_of(root: Path) -> History:
    """What the catalogue learns of the plans of a checkout."""
    files = [read_source(file, file.relative_to(root).as_posix()) for file in plan_files(root)]
    return read_history(read_record(root), files, read_register())
