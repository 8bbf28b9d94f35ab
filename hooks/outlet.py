"""The folder that a site is written into: what it already says is not written again."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

from kuntakesu.memory import Key
from kuntakesu.site_file import Content
from kuntakesu.source import opened
from ledger import Ledger


class Outlet:
    """Takes a site's files one by one, and in the end leaves no others in the folder.

    A catalogue of thousands is tens of thousands of files, of which a changed plan touches a few:
    the others are compared, which takes a fraction of making room for them and writing them.
    """

    def __init__(
        self, folder: Path, ledger: Ledger | None = None, before: Path | None = None
    ) -> None:
        """Take a folder, which may hold an older site or be missing.

        Args:
            folder: Where to write.
            ledger: What is known of the older site's files.
            before: Where the older site lies, if not there; it is not touched, and what stays the
                same is linked from it.
        """
        self._folder = folder
        self._before = before
        self._ledger = ledger or Ledger(None)
        self._taken: set[str] = set()
        self._folders: set[Path] = set()

    @property
    def addresses(self) -> set[str]:
        """Where the files put so far are; that of a folder's page is the folder's, with a slash."""
        return {name.removesuffix("index.html") for name in self._taken}

    def put_made(self, name: str, key: Key, make: Callable[[], Content]) -> None:
        """See to it that a file has a content, which is only made where it may not have it.

        Args:
            name: See `put`.
            key: A key of all that the content depends on.
            make: Makes the content.

        Raises:
            OSError: It can't be written.
        """
        path = self._folder / name
        self._make_room(path.parent)
        older = self._before / name if self._before else path
        # A link has the date of what it is linked from.
        if self._ledger.holds(name, key, older) and (older == path or _is_linked(older, path)):
            self._taken.add(name)
            self._ledger.repeat(name)
        else:
            self.put(name, make())
            self._ledger.note(name, key, path)

    def put(self, name: str, content: bytes | Content) -> None:
        """See to it that a file has a content.

        Args:
            name: From the folder, with forward slashes. Of one name the last content stays.
            content: Everything it says.

        Raises:
            OSError: It can't be written.
        """
        pieces = [content] if isinstance(content, bytes) else content
        self._taken.add(name)
        path = self._folder / name
        self._make_room(path.parent)
        if _says(path, pieces):
            return
        _clear(path)
        older = self._before / name if self._before else None
        if not (older and _says(older, pieces) and _is_linked(older, path)):
            with path.open("wb") as file:
                file.writelines(pieces)

    def take_over(self, folder: Path) -> None:
        """Put everything that lies in another folder."""
        for file in sorted(folder.rglob("*")):
            if not file.is_dir():
                self.put(file.relative_to(folder).as_posix(), file.read_bytes())

    def _make_room(self, folder: Path) -> None:
        """See to it that a folder is one, and neither a link nor a file of the older site."""
        if folder in self._folders:
            return
        if folder != self._folder:
            self._make_room(folder.parent)
        if folder.is_symlink() or not folder.is_dir():
            folder.unlink(missing_ok=True)
            folder.mkdir(parents=True)
        self._folders.add(folder)

    def close(self) -> None:
        """Remove what was not put, and write down what there is."""
        start = len(str(self._folder)) + 1
        for above, folders, files in os.walk(self._folder, topdown=False):
            below = f"{above[start:]}/".removeprefix("/").replace(os.sep, "/")
            for name in files:
                if f"{below}{name}" not in self._taken:
                    Path(above, name).unlink()
            for folder in (Path(above, name) for name in folders):
                if folder.is_symlink():
                    folder.unlink()
                elif folder not in self._folders:
                    folder.rmdir()
        self._ledger.close()


def _clear(path: Path) -> None:
    """Make a place ready to be written at; to overwrite a file takes less time than a new one."""
    try:
        found = path.lstat()
    except FileNotFoundError:
        return
    if stat.S_ISDIR(found.st_mode):
        shutil.rmtree(path)
    elif not stat.S_ISREG(found.st_mode) or found.st_nlink > 1:
        path.unlink()


def _is_linked(older: Path, path: Path) -> bool:
    """Give a file a second name, if the system can and there is none of that name."""
    try:
        path.hardlink_to(older)
    except OSError:
        return False
    return True


def _says(path: Path, pieces: Content) -> bool:
    """Whether a file has just that content; a link to one that has is not that."""
    try:
        with opened(path) as file:
            return all(file.read(len(piece)) == piece for piece in pieces) and not file.read(1)
    except OSError:
        return False
