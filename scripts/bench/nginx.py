"""nginx on the loopback, as the page for hosts tells to set it up."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

HOSTING = Path(__file__).parent.parent.parent / "docs/en/hosting.md"
MODULE = "ngx_http_brotli_static_module.so"
MISSING = (
    "nginx is not installed. On Debian: apt-get install nginx libnginx-mod-http-brotli-static "
    "(it begins to serve port 80 at once; systemctl disable --now nginx ends that)"
)
PATIENCE = 10
# What the example leaves to Debian's nginx.conf, or to a machine with a name and a certificate.
AROUND = """\
{modules}
{user}
worker_processes 1;
daemon off;
pid "{work}/nginx.pid";
error_log stderr;
events {{ worker_connections 1024; }}
http {{
access_log off;
sendfile on;
tcp_nopush on;
client_body_temp_path "{work}/body";
proxy_temp_path "{work}/proxy";
fastcgi_temp_path "{work}/fastcgi";
uwsgi_temp_path "{work}/uwsgi";
scgi_temp_path "{work}/scgi";
{example}
}}
"""


@dataclass(frozen=True)
class Nginx:
    """The program that is installed.

    Attributes:
        brotli: Its module that sends `.br` files, if there is one.
    """

    program: str
    version: str
    brotli: Path | None


def installed() -> Nginx:
    """Look for nginx.

    Raises:
        RuntimeError: There is none; the message tells what to install.
    """
    program = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if program is None:
        raise RuntimeError(MISSING)
    told = subprocess.run(  # noqa: S603 (found just above)
        [program, "-V"], capture_output=True, text=True, check=True
    ).stderr
    version = re.search(r"nginx/([\d.]+)", told)
    modules = re.search(r"--modules-path=(\S+)", told)
    module = Path(modules[1]) / MODULE if modules else None
    found = module if module and module.is_file() else None
    return Nginx(program, version[1] if version else "", found)


@contextmanager
def served(nginx: Nginx, site: Path, work: Path) -> Iterator[str]:
    """Serve a site; gives the address, a slash at its end.

    Args:
        nginx: What serves.
        site: The folder to serve.
        work: An empty folder for what nginx writes.

    Raises:
        RuntimeError: nginx does not start.
    """
    port = _free_port()
    file, log = work / "nginx.conf", work / "nginx.log"
    file.write_text(_configuration(nginx, site, work, port), encoding="utf-8")
    with log.open("w", encoding="utf-8") as told:
        process = subprocess.Popen(  # noqa: S603 (found by installed())
            [nginx.program, "-e", "stderr", "-p", str(work), "-c", str(file)], stderr=told
        )
    try:
        _wait(port, process, log)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _configuration(nginx: Nginx, site: Path, work: Path, port: int) -> str:
    text = HOSTING.read_text(encoding="utf-8")
    found = re.search(r"(?ms)^## nginx\n.*?^```nginx\n(.*?)^```", text)
    if not found:
        raise RuntimeError(f"{HOSTING.name} has no example of nginx")
    changes = {
        r"listen 443 .*": f"listen 127.0.0.1:{port};",
        r"ssl_\w+ .*;": "",
        r"root .*;": f'root "{site.resolve()}";',
    }
    if nginx.brotli is None:
        changes["brotli_static on;"] = ""
    example = found[1]
    for pattern, line in changes.items():
        example = re.sub(rf"(?m)^( *){pattern}$", rf"\1{line}", example)
    return AROUND.format(
        modules=f'load_module "{nginx.brotli}";' if nginx.brotli else "",
        user="user root;" if os.geteuid() == 0 else "",
        work=work,
        example=example,
    )


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise RuntimeError(f"nginx does not start:\n{log.read_text(encoding='utf-8')}")
