"""A plan's file as it lies on disk, read without trusting it."""

from __future__ import annotations

import functools
import os
import re
import stat
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from kuntakesu.diagnostics import Span

MAXIMUM_BYTES = 1024 * 1024
ROOM = "plans"
# Also U+0080–U+009F, which a wrong conversion leaves in place of dashes and quotes.
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")


@dataclass(frozen=True)
class Source:
    r"""One file's text.

    Attributes:
        path: `plans/<provider>/<period>.md`, with forward slashes; for a file that lies elsewhere,
            the path by which it was asked for.
        text: The file's text with line breaks as `\n`; empty where it could not be read.
        fault: Why the text could not be read (`size`, `encoding`, `control`, `link`, `time`), or
            empty.
        fault_span: Where in the file the fault is.
        found: What stands there: a size in kilobytes, a byte or a character, as text.
    """

    path: str
    text: str
    fault: str = ""
    fault_span: Span = Span()  # noqa: RUF009 (frozen)
    found: str = ""

    @property
    def name(self) -> str:
        """The path below `plans/` without `.md`: the plan's permanent name."""
        folders, found, below = self.path.rpartition(f"{ROOM}/")
        if not found or (folders and not folders.endswith("/")):
            below = "/".join(self.path.split("/")[-2:])
        return below.removesuffix(".md")

    @property
    def address(self) -> str:
        """The name without what some file systems do not tell apart: case and Unicode form."""
        return unicodedata.normalize("NFC", self.name).casefold()

    @functools.cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines without their line breaks."""
        return tuple(self.text.split("\n"))

    def line(self, number: int) -> str:
        """The line with a 1-based number, empty where there is none."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""


def plan_files(root: Path) -> list[Path]:
    """The Markdown files below `root`/plans, in a stable order."""
    return sorted(path for path in (root / ROOM).rglob("*.md") if not path.is_dir())


def read_source(file: Path, path: str) -> Source:
    """Read one file, whatever it holds.

    Args:
        file: Where it lies.
        path: How it is called in messages and addresses.

    Raises:
        OSError: The file is missing or may not be read.
    """
    if not stat.S_ISREG(file.lstat().st_mode):
        return Source(path, "", "link")
    descriptor = os.open(file, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    with os.fdopen(descriptor, "rb") as opened:
        raw = opened.read(MAXIMUM_BYTES + 1)
    return decode(raw, path)


def decode(raw: bytes, path: str) -> Source:
    """Make a `Source` of a file's bytes: UTF-8, with or without a byte order mark."""
    if len(raw) > MAXIMUM_BYTES:
        return Source(path, "", "size", found=str(MAXIMUM_BYTES // 1024))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", "replace")
        byte = f"0x{raw[error.start]:02X}"
        return Source(path, "", "encoding", _span_after(before), byte)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if control := CONTROL.search(text):
        place = _span_after(text[: control.start()])
        return Source(path, "", "control", place, f"U+{ord(control[0]):04X}")
    return Source(path, text)


def _span_after(before: str) -> Span:
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    return Span(line, column, column + 1)
