"""What a server sends compressed, compressed once for all readers: `.br` and `.gz` beside a file.

Measured on a site of 300 plans: Brotli's quality 5 takes 0.014 s a MB of pages and leaves 23.4 % of
it, 9 takes 0.28 s for 23.2 %, 10 0.25 s for 21.7 %, 11 0.71 s for 21.3 %. Pages and data are
hundreds of MB, so they get 5. Scripts, styles and WebAssembly are few, go to many readers and
change with the code alone: 11 makes them 8 to 15 % smaller, and they are compressed once.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import zlib
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path

import brotli

from kuntakesu.pages.policy import TYPES
from publishing import sums

# An archive is compressed within.
ENDINGS = frozenset(TYPES) - {"zip"}
FEW = frozenset({"css", "js", "mjs", "wasm"})
BROTLI, BROTLI_OF_FEW, GZIP = 5, 11, 9
LEAST = 1024
"""Bytes of a file that is worth it: less fits into a packet anyhow."""
MOST = 0.9
"""What may be left of a file, else its reader gains nothing."""
METHOD = f"{version('brotli')} {zlib.ZLIB_RUNTIME_VERSION} {BROTLI} {BROTLI_OF_FEW} {sorted(FEW)} \
{GZIP} {LEAST} {MOST}"


def compress(new: Path, old: Path, known: Mapping[str, str]) -> None:
    """Lay compressed files beside those of a site.

    Threads do, since both compressors let go of the interpreter; a process would hold the lock of
    the build on after it.

    Args:
        new: The site that is being made.
        old: The one that stands, whose compressed files are taken where a file did not change.
        known: The sums of its files, or nothing where it was compressed in another way.
    """
    found = [file for file in new.rglob("*") if file.suffix[1:] in ENDINGS and file.is_file()]
    sizes = {file: file.stat().st_size for file in found}
    # The largest first, so that no thread is left with it at the end.
    files = sorted((file for file in found if sizes[file] >= LEAST), key=lambda f: (-sizes[f], f))

    def work(file: Path) -> None:
        _lay_beside(file, file.relative_to(new).as_posix(), old, known)

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for _ in pool.map(work, files):
            pass


def known(site: Path, record: Path) -> Mapping[str, str]:
    """The sums of a site that was compressed as it would be now; none of any other."""
    try:
        same = record.read_text(encoding="utf-8") == _state(site)
    except FileNotFoundError:
        same = False
    return sums.listed(site) if same else {}


def remember(site: Path, record: Path) -> None:
    """Write down that a site was compressed, and how."""
    record.write_text(_state(site), encoding="utf-8")


def _state(site: Path) -> str:
    return f"{METHOD}\n{_sum((site / sums.NAME).read_bytes())}\n"


def _lay_beside(file: Path, name: str, old: Path, known: Mapping[str, str]) -> None:
    plain = file.read_bytes()
    is_known = known.get(name) == _sum(plain)
    for ending, packed in PACKERS.items():
        beside = file.with_name(f"{file.name}{ending}")
        if beside.exists():  # the engine made it, as it does of the site map
            continue
        if is_known and _is_taken(old / f"{name}{ending}", known.get(f"{name}{ending}"), beside):
            continue
        content = packed(plain, file.suffix[1:])
        if len(content) <= MOST * len(plain):
            beside.write_bytes(content)


def _is_taken(old: Path, told: str | None, beside: Path) -> bool:
    """Take a compressed file from the old site, if it is still what its list says."""
    if told is None:  # it gained nothing then, so it would not now
        return True
    try:
        content = old.read_bytes()
    except FileNotFoundError:
        return False
    if _sum(content) != told:
        return False
    try:
        beside.hardlink_to(old)
    except OSError:  # another disk, or one that has no links
        beside.write_bytes(content)
    return True


def _brotli(plain: bytes, ending: str) -> bytes:
    quality = BROTLI_OF_FEW if ending in FEW else BROTLI
    return bytes(brotli.compress(plain, quality=quality))


def _gzip(plain: bytes, _: str) -> bytes:
    return gzip.compress(plain, GZIP, mtime=0)


PACKERS: Mapping[str, Callable[[bytes, str], bytes]] = {".br": _brotli, ".gz": _gzip}


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
