"""A publisher of made-up sites, to be killed: `python -m tests.publisher SITE NUMBER [EVENT]`.

Publishes one small site after another, NUMBER and up, and tells of each. With EVENT it publishes
one, and ends itself by SIGKILL at that event of the interpreter's audit, or says how many it saw.
`--two-renames` does as a system that cannot exchange two folders.
"""

from __future__ import annotations

import itertools
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from publishing import swap
from publishing.place import publish

FILES = ("index.html", "a/index.html", "b.css")


def maker(number: int, files: int = len(FILES)) -> Callable[[Path], None]:
    """What builds a site all of whose files say its number."""

    def make(folder: Path) -> None:
        for name in (*FILES, *(f"{place}.txt" for place in range(len(FILES), files))):
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f"{number}\n", encoding="utf-8")

    return make


def numbers_of(site: Path) -> set[str]:
    """What the files of a site say."""
    return {(site / name).read_text(encoding="utf-8") for name in FILES}


def end_at(event: int) -> list[str]:
    """Have the process killed at an event, and give the list of those it sees until then."""
    seen: list[str] = []

    def look(name: str, _: object) -> None:
        seen.append(name)
        if len(seen) == event:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(look)
    return seen


def main() -> None:
    given = [one for one in sys.argv[1:] if one != "--two-renames"]
    site, number = Path(given[0]), int(given[1])
    if "--two-renames" in sys.argv:
        swap.exchange = lambda *_: False
    if len(given) > 2:
        seen = end_at(int(given[2]))
        publish(site, maker(number))
        print(len(seen))
        return
    for following in itertools.count(number):
        publish(site, maker(following, files=50))
        print(following, flush=True)


if __name__ == "__main__":
    main()
