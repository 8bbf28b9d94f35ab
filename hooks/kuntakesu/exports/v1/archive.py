"""All files of the open data in one."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

from kuntakesu import addresses
from kuntakesu.records.files import ARCHIVE

NAME = ARCHIVE.address
# The earliest that the format knows: the same files make the same archive.
WHEN = (1980, 1, 1, 0, 0, 0)
# Half the time of the usual level, for a thirtieth more to fetch.
LEVEL = 4
UNIX, PLAIN_FILE = 3, 0o100644 << 16
# What some system can't have in the name of a file, and names that are its devices: a provider may
# be called Con.
UNFIT = re.compile(r'[\x00-\x1f<>:"\\|?*]|^\.+$|[. ]$')
DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


def export(made: Mapping[str, bytes]) -> bytes:
    """The archive of files by their address, in alphabetical order."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for address in sorted(made):
            entry = zipfile.ZipInfo(_name(address), WHEN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system, entry.external_attr = UNIX, PLAIN_FILE
            archive.writestr(entry, made[address], compresslevel=LEVEL)
    return packed.getvalue()


def _name(address: str) -> str:
    """The name in the archive: the address, where every system can unpack it."""
    parts = address.removeprefix(addresses.DATA).split("/")
    fit = (UNFIT.sub("_", part) or "_" for part in parts)
    return "/".join(f"_{part}" if DEVICE.fullmatch(part) else part for part in fit)
