"""Proposed changes for tests: a real repository, and the command that looks at it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from kuntakesu.review.comment import LONGEST
from tests.making import ROOT, text

OLD = "plans/mallilan-kunta/2021-2024.md"
PLAN = "plans/mallilan-kunta/2025-2029.md"
CODE = re.compile(r"<code>(.*?)</code>")
HARMLESS = re.compile(r"(?:[^\W_]|[^\x00-\xbf]| |&#\d+;|&nbsp;)*")
SECOND = "\n### Laskutaito\n\n**Tavoitteet:** Kaikki laskevat.\n"
THEMES = ("Oppilaiden oppiminen", "Henkilöstön osaaminen", "Kestävä hyvinvointi", "Johtaminen")
TUUSULA = text(
    "\n".join(
        "\n".join([f"## {theme}\n", *(f"### Kohde {number}{theme}\n\nTeksti.\n" for number in own)])
        for theme, own in zip(THEMES, ("abc", "abc", "abc", "ab"), strict=True)
    ),
    title="Tuusulan kehittämissuunnitelma",
    provider="Tuusulan kunta",
    municipality="Tuusula",
    period="2022-2025",
    themes="[oppiminen, osaaminen, hyvinvointi, johtaminen]",
)


@dataclass
class Change:
    """A clone with a branch for the change."""

    folder: Path

    def git(self, *arguments: str, given: bytes = b"") -> str:
        ran = subprocess.run(
            ["git", "-c", "core.hooksPath=/dev/null", *arguments],
            cwd=self.folder,
            input=given,
            capture_output=True,
            check=True,
        )
        return ran.stdout.decode("utf-8", "replace").strip()

    def put(self, path: str, content: str | bytes) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "change")


@dataclass(frozen=True)
class Seen:
    """What came of looking at a change."""

    status: int
    output: str
    error: str
    comment: str

    @property
    def shown(self) -> str:
        """The comment as a reader sees it, or nearly so."""
        return re.sub(
            r"&#(\d+);", lambda found: chr(int(found[1])), re.sub("<[^>]+>", "", self.comment)
        )


def cloned(folder: Path) -> Change:
    """A clone whose main branch has two plans, with an empty change begun."""
    folder.mkdir()
    made = Change(folder)
    made.git("init", "-q", "-b", "main")
    for name, value in (("name", "Malli"), ("email", "malli@example.fi")):
        made.git("config", f"user.{name}", value)
    made.put(OLD, text(period="2021-2024"))
    made.put(PLAN, text())
    made.put("README.md", "Luettelo\n")
    made.commit()
    made.git("checkout", "-q", "-b", "change")
    return made


def look(change: Change, *options: str | Path, base: str = "main", head: str = "change") -> Seen:
    file = change.folder.parent / "comment.md"
    file.unlink(missing_ok=True)
    ran = subprocess.run(
        [
            *(sys.executable, ROOT / "scripts/pull_request.py", "--repository", change.folder),
            *("--comment", file, *options, "--", base, head),
        ],
        env={**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in ran.stderr
    comment = file.read_text(encoding="utf-8") if file.exists() else ""
    for quotation in CODE.findall(comment):
        assert HARMLESS.fullmatch(quotation), quotation
    assert len(comment) <= LONGEST
    return Seen(ran.returncode, ran.stdout, ran.stderr, comment)
