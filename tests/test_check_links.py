"""Outside links: which there are, whether they answer, and what is said of those that do not."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from kuntakesu.review.links import MARKER, Answer, link_report, outside_links
from tests.making import ROOT


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Katso https://a.fi/b.", ["https://a.fi/b"]),
        ("[x](https://a.fi/b_(c)) ja (http://c.fi/)", ["https://a.fi/b_(c)", "http://c.fi/"]),
        (
            "<https://a.fi/?q=1&r=2#s>, `https://b.fi/`",
            ["https://a.fi/?q=1&r=2#s", "https://b.fi/"],
        ),
        ("url: https://ääkkönen.fi/polku", ["https://ääkkönen.fi/polku"]),
        ("https://www.example.fi/a http://127.0.0.1:8000/ ftp://a.fi", []),
    ],
)
def test_addresses_are_found_as_they_were_meant(text: str, found: list[str]) -> None:
    assert [address for address, _ in outside_links(text)] == found


def test_the_line_is_told() -> None:
    assert list(outside_links("a\n\nhttps://a.fi")) == [("https://a.fi", 3)]


def test_nothing_gone_is_only_the_first_line() -> None:
    answers = {"https://a.fi": Answer("works"), "https://b.fi": Answer("unsure", "503")}
    assert link_report(answers, {}) == f"{MARKER}\n"


def test_the_report_is_bounded_and_quotes_what_strangers_wrote() -> None:
    gone = {
        f"https://a.fi/@x/{number}{'a' * 900}": Answer("gone", "404 @y") for number in range(99)
    }
    report = link_report(gone, {key: ["plans/a/2025.md:3"] for key in gone})
    assert len(report) < 60_000
    assert "@" not in report
    assert "ja " in report


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    asked: list[str] = []
    busy = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            assert busy.acquire(blocking=False), "two questions at once"
            asked.append(f"{self.command} {self.path}")
            no_head = self.command == "HEAD" and "headless" in self.path
            status = 405 if no_head else 404 if "gone" in self.path else 200
            busy.release()
            self.send_response(503 if "busy" in self.path else status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_HEAD = do_GET  # noqa: N815 (the library's own naming)

        def log_message(self, *_: object) -> None:
            pass

    # An address that the collector does not take for an example.
    made = ThreadingHTTPServer(("127.0.0.2", 0), Handler)
    threading.Thread(target=made.serve_forever, daemon=True).start()
    yield f"http://127.0.0.2:{made.server_port}", asked
    made.shutdown()
    made.server_close()


def test_a_whole_run(tmp_path: Path, server: tuple[str, list[str]]) -> None:
    address, asked = server
    plans = tmp_path / "plans/mallilan-kunta"
    plans.mkdir(parents=True)
    paths = ("works", "gone", "busy", "headless", "headless-gone")
    links = [f"{address}/{path}" for path in paths]
    (plans / "2025.md").write_text("\n".join([*links, links[1]]), encoding="utf-8")
    (plans / "2026.md").symlink_to("2025.md")
    report = tmp_path / "report.md"
    ran = subprocess.run(
        [
            sys.executable,
            ROOT / "scripts/check_links.py",
            "--root",
            tmp_path,
            "--pause",
            "0",
            "--report",
            report,
        ],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (1, "")
    assert ran.stdout.splitlines() == [
        f"unsure: {links[2]} (503 Service Unavailable): plans/mallilan-kunta/2025.md:3",
        (
            f"gone: {links[1]} (404 Not Found): plans/mallilan-kunta/2025.md:2, "
            "plans/mallilan-kunta/2025.md:6"
        ),
        f"gone: {links[4]} (404 Not Found): plans/mallilan-kunta/2025.md:5",
        "5 addresses, 2 gone",
    ]
    assert "GET /headless" in asked
    assert "GET /works" not in asked
    told = report.read_text(encoding="utf-8")
    assert told.startswith(f"{MARKER}\n# Linkkejä, jotka eivät enää toimi\n")
    assert "Lisäksi 1 osoite ei vastannut" in told
