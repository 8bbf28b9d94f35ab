"""A plan's file as it lies on disk, read without trusting it."""

from __future__ import annotations

import errno
import functools
import hashlib
import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from kuntakesu.diagnostics import Span

MAXIMUM_BYTES = 1024 * 1024
ROOM = "plans"
# Systems that do not know these have no such files either.
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)
# Also U+0080–U+009F, which a wrong conversion leaves in place of dashes and quotes.
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
# In UTF-8: the bytes that no such character has, and the first bytes of those that have others.
_SOUND_BYTES = bytes([9, 10, 13, *range(32, 127), *range(128, 256)])
_FIRST_BYTES = (b"\xc2", b"\xef\xbf")


@dataclass(frozen=True)
class Source:
    r"""One file's text.

    Attributes:
        path: `plans/<provider>/<period>.md`, with forward slashes; for a file that lies elsewhere,
            the path by which it was asked for.
        text: The file's text in Unicode's composed form, with line breaks as `\n`; empty where
            it could not be read.
        fault: Why the text could not be read (`size`, `encoding`, `control`, `link`, `special`,
            `denied`, `time`), `name` where it was not read since nothing may be called that, or
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
        return plan_name(self.path)

    @property
    def address(self) -> str:
        """The name without what some file systems do not tell apart: case and Unicode form."""
        return plain_form(self.name)

    @functools.cached_property
    def digest(self) -> str:
        """The SHA-256 sum of the text."""
        return digest(self.text)

    @functools.cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines without their line breaks."""
        return tuple(self.text.split("\n"))

    def line(self, number: int) -> str:
        """The line with a 1-based number, empty where there is none."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""


def digest(text: str) -> str:
    """The SHA-256 sum of a text in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()


def plan_name(path: str) -> str:
    """The name of the plan whose file has that path, which `Source.path` describes."""
    folders, found, below = path.rpartition(f"{ROOM}/")
    if path.startswith(f"{ROOM}/"):
        below = path.removeprefix(f"{ROOM}/")
    elif not found or not folders.endswith("/"):
        below = "/".join(path.split("/")[-2:])
    return below.removesuffix(".md")


def plain_form(path: str) -> str:
    """The path without what some file systems do not tell apart: case and Unicode form."""
    return unicodedata.normalize("NFC", path).casefold()


def files_below(room: Path) -> list[Path]:
    """All that lies below a folder, in a stable order; nothing where there is none.

    That is every file of whatever kind, and of folders those that are links or can't be read.

    Raises:
        OSError: The folder itself can't be read.
    """
    found: list[Path] = []

    def note(error: OSError) -> None:
        if Path(error.filename) != room:
            found.append(Path(error.filename))
        elif room.exists():
            raise error

    for name, folders, files in os.walk(room, onerror=note):
        folder = Path(name)
        found += [folder / file for file in files]
        # Of a folder that can't be searched `Path.is_symlink` would raise.
        links = (below for below in folders if os.path.islink(folder / below))  # noqa: PTH114
        found += [folder / below for below in links]
    return sorted(found)


def plan_files(root: Path) -> list[Path]:
    """The Markdown files below `root`/plans, in a stable order."""
    return [path for path in files_below(root / ROOM) if path.suffix == ".md" and not path.is_dir()]


def read_source(file: Path, path: str) -> Source:
    """Read one file, whatever it holds and whatever it is.

    Args:
        file: Where it lies.
        path: How it is called in messages and addresses.

    Raises:
        OSError: The file is missing, or the system fails.
    """
    try:
        _, raw = read_start(file, MAXIMUM_BYTES + 1)
    except NotPlainError as error:
        return Source(path, "", error.fault)
    except PermissionError:
        return Source(path, "", "denied")
    return decode(raw, path)


def is_plain_file(path: Path) -> bool:
    """Whether there is a file itself: a link could show what is not the plan's to show."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


class NotPlainError(OSError):
    """There is no ordinary file; `fault` says what there is."""

    def __init__(self, fault: str, file: Path) -> None:
        super().__init__(errno.EINVAL, "not an ordinary file", str(file))
        self.fault = fault


def read_start(file: Path, most: int) -> tuple[int, bytes]:
    """The size of an ordinary file, and its first bytes.

    Raises:
        NotPlainError: See `opened`.
        OSError: It is missing or may not be read.
    """
    with opened(file) as content:
        return os.fstat(content.fileno()).st_size, content.read(most)


@contextmanager
def opened(file: Path) -> Iterator[BinaryIO]:
    """An ordinary file, to be read.

    What it is is asked of the opened file, so that nothing can be put in its place in between. It
    is opened without waiting, since a pipe would keep a reader for ever.

    Raises:
        NotPlainError: It is a link, a folder, a pipe or a device.
        OSError: It is missing or may not be read.
    """
    try:
        descriptor = os.open(file, os.O_RDONLY | _NO_LINK | _NO_WAIT)
    except OSError as error:
        if error.errno in (errno.ELOOP, errno.EMLINK):
            raise NotPlainError("link", file) from error
        if error.errno in (errno.ENXIO, errno.EOPNOTSUPP, errno.EISDIR):
            raise NotPlainError("special", file) from error
        raise
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise NotPlainError("special", file)
    with os.fdopen(descriptor, "rb") as content:
        yield content


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
    # A Mac may write ä as a letter and a mark, which looks the same and is found by nobody.
    text = unicodedata.normalize("NFC", text)
    if _may_have_control(raw) and (control := CONTROL.search(text)):
        place = _span_after(text[: control.start()])
        return Source(path, "", "control", place, f"U+{ord(control[0]):04X}")
    return Source(path, text)


def _may_have_control(raw: bytes) -> bool:
    """Whether it is worth while to look closely, which takes as long as all other reading."""
    return bool(raw.translate(None, _SOUND_BYTES)) or any(one in raw for one in _FIRST_BYTES)


def _span_after(before: str) -> Span:
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    return Span(line, column, column + 1)
