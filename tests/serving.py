"""A site served while its files are changed, as `make serve` does."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

from tests.building import environment

PATIENCE = 90


class Preview:
    """What a server says, to its readers and in its log."""

    def __init__(self, port: int, log: Path) -> None:
        self.port, self.log = port, log

    def get(self, address: str) -> str:
        """A page's text; empty where there is none, or nobody answers yet."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", f"/kk/{address}")
            answer = connection.getresponse()
            body = answer.read().decode("utf-8")
            return body if answer.status == 200 else ""
        except OSError:
            return ""
        finally:
            connection.close()

    def said(self) -> str:
        """All that stands in the log."""
        return self.log.read_text(encoding="utf-8")

    def wait(self, until: Callable[[], bool]) -> None:
        """Wait until something is so."""
        end = time.monotonic() + PATIENCE
        while not until():
            assert time.monotonic() < end, self.said()
            time.sleep(0.1)


@contextmanager
def served(root: Path, log: Path, *arguments: str, **variables: str) -> Iterator[Preview]:
    """`mkdocs serve` of a checkout, with more arguments and variables, stopped at the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}", "--livereload"]
    command += arguments
    with log.open("w") as out:
        server = subprocess.Popen(
            command, cwd=root, env=environment(**variables), stdout=out, stderr=subprocess.STDOUT
        )
    try:
        yield Preview(port, log)
    finally:
        server.terminate()
        server.wait(timeout=PATIENCE)
