"""What is written to the repository's host, against a host of our own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.making import ROOT

SHA = "a" * 40
MARKER = "<!-- kuntakesu: x -->"
BOT, STRANGER = {"login": "github-actions[bot]"}, {"login": "malli"}


@dataclass
class Host:
    """A host that holds what it was given and remembers what was written."""

    address: str = ""
    lists: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    written: list[tuple[str, str, Any]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)


@pytest.fixture
def host() -> Iterator[Host]:
    made = Host()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            made.asked.append(self.path)
            parts = urlsplit(self.path)
            query = parse_qs(parts.query)
            found = made.lists.get(parts.path.removeprefix("/repos/malli/luettelo/"))
            start = (int(query["page"][0]) - 1) * 100
            self.answer(404 if found is None else 200, (found or [])[start : start + 100])

        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            content = json.loads(self.rfile.read(length))
            assert self.headers["Authorization"] == "Bearer key"
            made.written.append((self.command, self.path.split("luettelo/")[1], content))
            self.answer(201, {})

        do_PATCH = do_POST  # noqa: N815 (the library's own naming)

        def answer(self, status: int, content: object) -> None:
            raw = json.dumps(content).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(raw)))
            self.end_headers()
            self.wfile.write(raw)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.address = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield made
    server.shutdown()
    server.server_close()


def post(host: Host, what: str, file: Path, **given: str) -> subprocess.CompletedProcess[str]:
    environment = {
        "GITHUB_API_URL": host.address,
        "GITHUB_REPOSITORY": "malli/luettelo",
        "GITHUB_TOKEN": "key",
        "HEAD_OWNER": "tekijä",
        "HEAD_BRANCH": "oma/haara&state=closed",
        "HEAD_SHA": SHA,
    }
    ran = subprocess.run(
        [sys.executable, ROOT / "scripts/post.py", what, file],
        env={**os.environ, **environment, **given},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in ran.stderr
    return ran


@pytest.fixture
def text(tmp_path: Path) -> Path:
    file = tmp_path / "text.md"
    file.write_text(f"{MARKER}\n# Otsikko\n\nTeksti.\n", encoding="utf-8")
    return file


def proposal(number: int, sha: str = SHA) -> dict[str, Any]:
    return {"number": number, "head": {"sha": sha}}


def test_the_first_comment_is_added(host: Host, text: Path) -> None:
    host.lists = {"pulls": [proposal(6, "b" * 40), proposal(7)], "issues/7/comments": []}
    assert post(host, "comment", text).returncode == 0
    assert host.written == [
        ("POST", "issues/7/comments", {"body": text.read_text(encoding="utf-8")})
    ]
    assert "head=tekij%C3%A4%3Aoma%2Fhaara%26state%3Dclosed&" in host.asked[0]


def test_the_next_one_takes_its_place_wherever_it_stands(host: Host, text: Path) -> None:
    other = {"id": 1, "user": BOT, "body": "something else"}
    feigned = {"id": 2, "user": STRANGER, "body": f"{MARKER}\nfeigned"}
    own = {"id": 3, "user": BOT, "body": f"{MARKER}\nold"}
    host.lists = {"pulls": [proposal(7)], "issues/7/comments": [feigned, *[other] * 120, own]}
    assert post(host, "comment", text).returncode == 0
    assert [one[:2] for one in host.written] == [("PATCH", "issues/comments/3")]


def test_nothing_is_written_once_there_is_a_newer_commit(host: Host, text: Path) -> None:
    host.lists = {"pulls": [proposal(7, "b" * 40)]}
    assert post(host, "comment", text).returncode == 0
    assert host.written == []


@pytest.mark.parametrize("given", [{"HEAD_SHA": "../.."}, {"GITHUB_REPOSITORY": "no/such"}])
def test_what_cannot_be_done_exits_with_2(host: Host, text: Path, given: dict[str, str]) -> None:
    ran = post(host, "comment", text, **given)
    assert (ran.returncode, host.written) == (2, [])
    assert ran.stderr.startswith("post: ")
    assert "key" not in ran.stderr


def test_a_text_too_long_for_the_host_is_refused(host: Host, text: Path) -> None:
    text.write_text("a" * 65_001, encoding="utf-8")
    assert post(host, "comment", text).returncode == 2


def test_an_issue_is_opened_then_changed_then_closed(host: Host, text: Path) -> None:
    host.lists = {"issues": [{"number": 4, "user": STRANGER, "body": MARKER}]}
    assert post(host, "issue", text).returncode == 0
    own = {"number": 5, "user": BOT, "body": MARKER}
    host.lists["issues"].append(own)
    assert post(host, "issue", text).returncode == 0
    text.write_text(f"{MARKER}\n", encoding="utf-8")
    assert post(host, "issue", text).returncode == 0
    host.lists["issues"].remove(own)
    assert post(host, "issue", text).returncode == 0
    assert [one[:2] for one in host.written] == [
        ("POST", "issues"),
        ("PATCH", "issues/5"),
        ("PATCH", "issues/5"),
    ]
    assert host.written[0][2]["title"] == "Otsikko"
    assert host.written[2][2] == {"state": "closed"}
