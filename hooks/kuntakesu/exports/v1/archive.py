"""All files of the open data in one."""

from __future__ import annotations

import re
import struct
import zipfile
from collections.abc import Mapping

from kuntakesu import addresses
from kuntakesu.exports.v1.packing import Packed
from kuntakesu.records.files import ARCHIVE
from kuntakesu.site_file import Content

NAME = ARCHIVE.address
# 1980-01-01, the earliest that the format knows: the same files make the same archive.
DAY = 0b0000000_0001_00001
VERSION, UTF_8, MOST = 20, 1 << 11, 0xFFFF
UNIX, PLAIN_FILE = 3, 0o100644 << 16
# What some system can't have in the name of a file, and names that are its devices: a provider may
# be called Con.
UNFIT = re.compile(r'[\x00-\x1f<>:"\\|?*]|^\.+$|[. ]$')
DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


def export(entries: Mapping[str, Packed]) -> Content:
    """The archive of files by their address, in alphabetical order (APPNOTE 6.3, 4.3).

    Python's own `zipfile` packs all files anew, which at ten thousand plans takes longer than all
    else that a changed plan asks for. Its archive of the same entries is the same to the byte.

    Raises:
        ValueError: There are more files than the format has numbers for.
    """
    if len(entries) > MOST:
        raise ValueError(f"{len(entries)} files are too many for this kind of archive")
    pieces, directory, at = [], [], 0
    for address in sorted(entries):
        one, name = entries[address], _name(address).encode()
        flags = 0 if name.isascii() else UTF_8
        sizes = struct.pack("<3L2H", one.crc, len(one.deflated), one.size, len(name), 0)
        facts = struct.pack("<5H", VERSION, flags, zipfile.ZIP_DEFLATED, 0, DAY) + sizes
        made_by = struct.pack("<H", UNIX << 8 | VERSION)
        place = struct.pack("<3H2L", 0, 0, 0, PLAIN_FILE, at)
        piece = [b"PK\3\4", facts, name, one.deflated]
        directory += [b"PK\1\2", made_by, facts, place, name]
        pieces += piece
        at += sum(map(len, piece))
    length = sum(map(len, directory))
    counts = (0, 0, len(entries), len(entries))
    end = b"PK\5\6" + struct.pack("<4H2LH", *counts, length, at, 0)
    return [*pieces, *directory, end]


def _name(address: str) -> str:
    """The name in the archive: the address, where every system can unpack it."""
    parts = address.removeprefix(addresses.DATA).split("/")
    fit = (UNFIT.sub("_", part) or "_" for part in parts)
    return "/".join(f"_{part}" if DEVICE.fullmatch(part) else part for part in fit)
