"""All files of the open data in one."""

from __future__ import annotations

import re
import struct
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from kuntakesu import addresses
from kuntakesu.exports.v1.packing import Packed
from kuntakesu.records.files import ARCHIVE

NAME = ARCHIVE.address
# 1980-01-01, the earliest that the format knows: the same files make the same archive.
DAY = 0b0000000_0001_00001
VERSION, UTF_8, MOST = 20, 1 << 11, 0xFFFF
UNIX, PLAIN_FILE = 3, 0o100644 << 16
# What some system can't have in the name of a file, and names that are its devices: a provider may
# be called Con.
UNFIT = re.compile(r'[\x00-\x1f<>:"\\|?*]|^\.+$|[. ]$')
DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


@dataclass(frozen=True)
class Archive:
    """The archive of files in alphabetical order, written as it is gone through (APPNOTE 6.3, 4.3).

    Python's own `zipfile` packs all files anew, which at ten thousand plans takes longer than all
    else that a changed plan asks for. Its archive of the same entries is the same to the byte.

    Attributes:
        entries: By address, what packs a file.
    """

    entries: Mapping[str, Callable[[], Packed]]

    def __iter__(self) -> Iterator[bytes]:
        """The archive in pieces.

        Raises:
            ValueError: There are more files than the format has numbers for.
        """
        if len(self.entries) > MOST:
            raise ValueError(f"{len(self.entries)} files are too many for this kind of archive")
        directory, at = [], 0
        for address in sorted(self.entries):
            one, name = self.entries[address](), _name(address).encode()
            flags = 0 if name.isascii() else UTF_8
            sizes = struct.pack("<3L2H", one.crc, len(one.deflated), one.size, len(name), 0)
            facts = struct.pack("<5H", VERSION, flags, zipfile.ZIP_DEFLATED, 0, DAY) + sizes
            made_by = struct.pack("<H", UNIX << 8 | VERSION)
            place = struct.pack("<3H2L", 0, 0, 0, PLAIN_FILE, at)
            head = b"".join([b"PK\3\4", facts, name])
            yield head
            yield one.deflated
            directory.append(b"".join([b"PK\1\2", made_by, facts, place, name]))
            at += len(head) + len(one.deflated)
        yield from directory
        counts = (0, 0, len(directory), len(directory))
        yield b"PK\5\6" + struct.pack("<4H2LH", *counts, sum(map(len, directory)), at, 0)


def _name(address: str) -> str:
    """The name in the archive: the address, where every system can unpack it."""
    parts = address.removeprefix(addresses.DATA).split("/")
    fit = (UNFIT.sub("_", part) or "_" for part in parts)
    return "/".join(f"_{part}" if DEVICE.fullmatch(part) else part for part in fit)
