"""The site built and served for a browser."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests.browser.entries import NOW

Headers = Callable[[str], Mapping[str, str]]
"""What a host sends with the file at an address below the site."""
EMAIL = "suunnitelmat@example.fi"


def build_once(root: Path, site: Path) -> None:
    """Build the checkout `root` into `site`, unless another worker has done it."""
    with site.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if site.exists():
            return
        unfinished = site.with_suffix(".unfinished")
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-d", str(unfinished)]
        day = str(int(NOW.timestamp()))
        own = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": day, "MAINTAINERS_EMAIL": EMAIL}
        environment = os.environ | own
        run = subprocess.run(
            command, cwd=root, env=environment, capture_output=True, text=True, check=False
        )
        assert run.returncode == 0, run.stdout + run.stderr
        unfinished.rename(site)


@contextmanager
def served(site: Path, headers: Headers = lambda _: {}) -> Iterator[str]:
    """Serve a folder as a host of static pages does; gives the address, a slash at its end."""
    handler = partial(_Handler, headers, directory=str(site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(SimpleHTTPRequestHandler):
    """Quiet, and with the site's own page for an address that does not exist."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def __init__(self, sent: Headers, *args: Any, **options: Any) -> None:
        self.sent = sent
        super().__init__(*args, **options)

    def end_headers(self) -> None:
        address = urlsplit(self.path).path.removeprefix("/")
        for name, value in self.sent(address).items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (the base's name)
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        page = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)
