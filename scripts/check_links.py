#!/usr/bin/env python3
"""Ask whether the web addresses in plans and guides still answer: `check_links.py [--report FILE]`.

Each server is asked one thing at a time, with a pause between. Exit status: 0 none is gone for
certain, 1 some are, 2 the addresses could not be collected.
"""

from __future__ import annotations

import argparse
import socket
import sys
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import Request, urlopen

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from kuntakesu.reporters.harmless import harmless  # noqa: E402
from kuntakesu.review.links import Answer, link_report, outside_links  # noqa: E402

FOLDERS = ("plans", "docs")
AGENT = "KuntaKesu link checker (weekly)"
AT_ONCE = 6
GONE = (404, 410)
NOT_THIS_WAY = (400, 403, 404, 405, 501)
"""Answers to a question for the head alone after which the whole page is asked for."""


def main(arguments: list[str] | None = None) -> int:
    """Ask, write the report, and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--report", type=Path, help="write the report into this file")
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    parser.add_argument("--pause", type=float, default=1.0, help="seconds between two questions")
    parser.add_argument(
        "--patience", type=float, default=20.0, help="seconds to wait for an answer"
    )
    options = parser.parse_args(arguments)
    try:
        places = collected(options.root)
        answers = ask_all(list(places), options.pause, options.patience)
        report = link_report(answers, places)
        if options.report:
            options.report.write_text(report, encoding="utf-8")
    except OSError as error:
        print(f"check_links: {error}", file=sys.stderr)
        return 2
    for address, answer in sorted(answers.items()):
        if answer.state != "works":
            told = f"{answer.state}: {address} ({answer.told}): {', '.join(places[address])}"
            print(harmless(told))
    gone = sum(answer.state == "gone" for answer in answers.values())
    print(f"{len(answers)} addresses, {gone} gone")
    return 1 if gone else 0


def collected(root: Path) -> dict[str, list[str]]:
    """Each address with the files and lines where it stands."""
    places: dict[str, list[str]] = defaultdict(list)
    for folder in FOLDERS:
        for file in sorted((root / folder).rglob("*.md")):
            if file.is_symlink():
                continue
            text = file.read_text(encoding="utf-8", errors="replace")
            for address, line in outside_links(text):
                places[address].append(f"{file.relative_to(root).as_posix()}:{line}")
    return places


def ask_all(addresses: list[str], pause: float, patience: float) -> dict[str, Answer]:
    """Ask every server about its addresses, one after another."""
    by_server: dict[str, list[str]] = defaultdict(list)
    for address in addresses:
        by_server[urlsplit(address).netloc.casefold()].append(address)

    def ask_server(own: list[str]) -> list[tuple[str, Answer]]:
        answers = []
        for number, address in enumerate(own):
            time.sleep(pause if number else 0)
            answers.append((address, ask(address, pause, patience)))
        return answers

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return dict(pair for pairs in pool.map(ask_server, by_server.values()) for pair in pairs)


def ask(address: str, pause: float, patience: float) -> Answer:
    """Ask for the head of a page, and where the server does not like that, for the page."""
    answer, status = _ask("HEAD", address, patience)
    if status in NOT_THIS_WAY:
        time.sleep(pause)
        answer, _ = _ask("GET", address, patience)
    return answer


def _ask(method: str, address: str, patience: float) -> tuple[Answer, int]:
    try:
        request = Request(_in_ascii(address), method=method, headers={"User-Agent": AGENT})  # noqa: S310
        with urlopen(request, timeout=patience) as page:  # noqa: S310
            return Answer("works"), int(page.status)
    except HTTPError as error:
        state = "gone" if error.code in GONE else "unsure"
        return Answer(state, f"{error.code} {error.reason}"), error.code
    except URLError as error:
        reason = error.reason
        is_unknown = isinstance(reason, socket.gaierror) and reason.errno == socket.EAI_NONAME
        return Answer("gone" if is_unknown else "unsure", str(reason)), 0
    except (OSError, HTTPException, ValueError) as error:
        return Answer("unsure", str(error) or type(error).__name__), 0


def _in_ascii(address: str) -> str:
    """The address as it goes over the wire.

    Raises:
        ValueError: It is none.
    """
    parts = urlsplit(address)
    server = parts.netloc.encode("idna").decode("ascii")
    return quote(parts._replace(netloc=server).geturl(), safe=":/?#[]@!$&'()*+,;=%~-._")


if __name__ == "__main__":
    sys.exit(main())
