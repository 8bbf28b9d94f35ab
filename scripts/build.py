#!/usr/bin/env python3
"""Build the site and publish it whole: `build.py [--site FOLDER] [--compress] [-- ENGINE…]`.

The engine (`python -m mkdocs build --strict` unless another is named) builds beside the site that
stands; the result is looked over, listed in SHA256SUMS and takes the old one's place in one step.
With --compress, `.br` and `.gz` files stand beside the text files, for a host that sends them.
Where SOURCE_DATE_EPOCH is not set, the site is of today in Finland. Exit status: 0 published, 1 a
plan or a page is wrong, 2 the build could not do its work; whatever but 0 leaves the old site.
"""

from __future__ import annotations

import argparse
import signal
import sys
from pathlib import Path
from types import ModuleType
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "scripts")]

from day import midnight  # noqa: E402 (the path is set just above)
from publishing import NotPublishedError, disk, engine, lock, place  # noqa: E402
from publishing.completeness import must_be_whole  # noqa: E402
from site_files import BEFORE  # noqa: E402

MKDOCS = [sys.executable, "-m", "mkdocs", "build", "--strict"]


def main(arguments: list[str] | None = None) -> int:
    """Build, publish, and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, help="the folder to publish into; default site/")
    parser.add_argument("--compress", action="store_true", help="lay .br and .gz beside text files")
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    parser.add_argument("engine", nargs="*", default=MKDOCS, help="what builds; it gets -d FOLDER")
    options = parser.parse_args(arguments)
    root: Path = options.root.resolve()
    site: Path = options.site.absolute() if options.site else root / "site"
    signal.signal(signal.SIGTERM, _interrupted)
    try:
        count = build(root, site, options.engine, options.compress)
    except NotPublishedError as error:
        return _told(error)
    except OSError as error:
        told = f"{error.strerror}: {error.filename}"
        return _told(disk.no_room() if disk.is_full(error) else NotPublishedError(told))
    except ValueError as error:
        return _told(NotPublishedError(str(error)))
    except KeyboardInterrupt:
        return _told(NotPublishedError("interrupted", 130))
    print(f"Published {count:,} files into {site}")
    return 0


def build(root: Path, site: Path, command: list[str], compressed: bool = False) -> int:
    """Build a checkout's site and publish it, and return how many files it has."""
    cache = root / ".cache"
    record = cache / "compressed"
    compression = _compression() if compressed else None
    with lock.held(cache / "build.lock", _waiting) as held:

        def make(folder: Path) -> None:
            told = [*command, "-d", str(folder)]
            variables = {"SOURCE_DATE_EPOCH": str(midnight())}
            if site.is_dir():
                variables[BEFORE] = str(site.resolve())
            engine.run(told, root, variables, held, cache / "build.log")
            must_be_whole(folder)
            if compression:
                compression.compress(folder, site, compression.known(site, record))

        count = place.publish(site, make)
        if compression:
            compression.remember(site, record)
        return count


def _compression() -> ModuleType:
    """What compresses, which a plain build needs not have installed."""
    try:
        from publishing import compression  # noqa: PLC0415 (only then)
    except ModuleNotFoundError as error:
        told = f"{error.name} is not installed: make site COMPRESS=1 does that"
        raise NotPublishedError(told) from error
    return compression


def _waiting() -> None:
    print("Another build is under way; waiting for it to end", file=sys.stderr, flush=True)


def _interrupted(*_: object) -> NoReturn:
    raise KeyboardInterrupt


def _told(error: NotPublishedError) -> int:
    print(f"build: nothing was published: {error}", file=sys.stderr)
    return error.status


if __name__ == "__main__":
    sys.exit(main())
