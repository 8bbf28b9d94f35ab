"""A checkout whose site has every hostile plan, each with a version before it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from kuntakesu.source import ROOM
from kuntakesu.vocabulary.register import read_register
from tests.building import checkout
from tests.hostile import plans
from tests.hostile.corpus import PAYLOADS
from tests.hostile.payload import Payload
from tests.making import ROOT
from tests.recording import Archive

HOOK = "hooks:\n"
BEFORE = "Aiempi teksti"
REMOVED = ("prototype", "script", "handler-1")
# So few municipalities that a page of each can be looked at, and each has all kinds of payloads.
PLACES = read_register().municipalities[:9]
PLAN = re.compile(r"[\w-][\w.-]*/[\w-][\w.-]*")


def place(payload: Payload) -> int:
    """Which of `PLACES` the payload's plan is of; the last, where it could not be a plan's name.

    A script asks for no such plan, and a list stops before it.
    """
    is_name = PLAN.fullmatch(plans.name(payload))
    return PAYLOADS.index(payload) % (len(PLACES) - 1) if is_name else len(PLACES) - 1


def write(root: Path) -> None:
    """Make the checkout at `root`."""
    checkout(root)
    shutil.copy(Path(__file__).parent / "let_through.py", root / "hooks")
    packages = ROOT / "hooks/browser/node_modules"
    if packages.exists():
        (root / "hooks/browser/node_modules").symlink_to(packages.resolve())
    settings = root / "mkdocs.yml"
    first = f"{HOOK}  - hooks/let_through.py\n"
    settings.write_text(settings.read_text(encoding="utf-8").replace(HOOK, first), encoding="utf-8")
    # Something to be fetched by a text that the rules would have refused.
    for name in ("evil.html", "evil.svg", "evil.js"):
        for payload in PAYLOADS:
            file = _file(root, payload).parent / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("<script>window.__fired=1;alert(1)</script>", encoding="utf-8")
    archive = Archive(root)
    _put(root, BEFORE)
    removed = [_gone(root, name) for name in REMOVED]
    for file in removed:
        file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(_file(root, PAYLOADS[0]), file)
    archive.git("add", ROOM, day="2026-05-01")
    archive.git("commit", "-q", "-m", "first", day="2026-05-01")
    _put(root, "")
    for file in removed:
        file.unlink()
    archive.git("add", ROOM, day="2026-05-02")
    archive.git("commit", "-q", "-m", "second", day="2026-05-02")


def _put(root: Path, text: str) -> None:
    for payload in PAYLOADS:
        town = PLACES[place(payload)].name_fi
        written = plans.let_through(payload, town, text)
        _file(root, payload).write_text(written, encoding="utf-8", newline="\n")


def _file(root: Path, payload: Payload) -> Path:
    return root / ROOM / f"{plans.name(payload)}.md"


def _gone(root: Path, name: str) -> Path:
    return root / ROOM / plans.FOLDERS[name] / "2001-2004.md"
