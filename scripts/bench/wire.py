"""A host of static files on the loopback that compresses and counts what it sends."""

from __future__ import annotations

import gzip
import mimetypes
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

GAIN = 0.95
"""A body is sent compressed where that makes it at least this much smaller."""
QUIET = 0.05
PAGE = "/bench.html"
TYPES = {".js": "text/javascript", ".json": "application/json", ".wasm": "application/wasm"}


@dataclass
class Count:
    """What went over the wire, but for the page itself.

    Attributes:
        size: Bytes of bodies, as sent; headers are not counted.
    """

    requests: int = 0
    size: int = 0

    def since(self, before: Count) -> Count:
        """What has been added since."""
        return Count(self.requests - before.requests, self.size - before.size)


@dataclass
class Site:
    """Files in memory as they are sent, with the page that drives them.

    Attributes:
        address: With no slash at its end; set once served.
        missed: Addresses that do not exist, though something asked for them.
    """

    page: str
    folder: Path
    address: str = ""
    missed: list[str] = field(default_factory=list)
    _bodies: dict[str, tuple[bytes, str, bool]] = field(default_factory=dict)
    _count: Count = field(default_factory=Count)
    _last: float = 0.0
    _active: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def load(self, file: Path) -> int:
        """Compress a file before it is asked for; gives its bytes as sent."""
        return len(self._body(f"/{file.relative_to(self.folder).as_posix()}")[0])

    def count(self) -> Count:
        """What has been sent, as soon as nothing more is on its way."""
        while self._active or time.monotonic() - self._last < QUIET:
            time.sleep(QUIET / 5)
        return Count(self._count.requests, self._count.size)

    def _body(self, path: str) -> tuple[bytes, str, bool]:
        if path not in self._bodies:
            self._bodies[path] = self._packed(path)
        return self._bodies[path]

    def _packed(self, path: str) -> tuple[bytes, str, bool]:
        file = (self.folder / path.lstrip("/")).resolve()
        if path == PAGE:
            return self.page.encode(), "text/html; charset=utf-8", False
        if not file.is_relative_to(self.folder.resolve()):
            raise FileNotFoundError(path)
        plain = file.read_bytes()
        kind = TYPES.get(file.suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
        packed = gzip.compress(plain, 9, mtime=0)
        smaller = len(packed) < GAIN * len(plain)
        return (packed if smaller else plain), kind, smaller

    def _answer(self, handler: BaseHTTPRequestHandler) -> None:
        path = unquote(urlsplit(handler.path).path)
        with self._lock:
            self._active += 1
        try:
            self._send(handler, path)
        finally:
            with self._lock:
                self._active -= 1
                self._last = time.monotonic()

    def _send(self, handler: BaseHTTPRequestHandler, path: str) -> None:
        try:
            body, kind, packed = self._body(path)
        except OSError:
            self.missed.append(path)
            handler.send_error(404)
            return
        handler.send_response(200)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(body)))
        handler.send_header("Cache-Control", "max-age=31536000, immutable")
        if packed:
            handler.send_header("Content-Encoding", "gzip")
        handler.end_headers()
        if path != PAGE:
            with self._lock:
                self._count.requests += 1
                self._count.size += len(body)
        handler.wfile.write(body)


@contextmanager
def served(site: Site) -> Iterator[Site]:
    """Serve the site on the loopback and set its address."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            site._answer(self)

        def log_message(self, *_: Any) -> None:  # noqa: ANN401
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    site.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
