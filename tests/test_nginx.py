"""The example of nginx for hosts, run by a real nginx where there is one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import urlsplit

import pytest

from bench.nginx import Nginx, installed, served
from kuntakesu.pages.policy import FORMS, TYPES, WORKER, caching, headers
from publishing import compression

TEXT = "kehittämissuunnitelma\n" * 200
SEARCH = "data/search/0BtCss/12.1.json"
STYLE = "assets/stylesheets/main.57a0d79d.min.css"
PAGES = ("index.html", "404.html", *(f"{form}index.html" for form in FORMS))
FILES = (
    *(WORKER, STYLE, SEARCH, "data/search/awJURA.json", "data/search/manifest.json"),
    *("muutokset/atom.xml", "data/v1/plans.jsonld", "opensearch.fi.xml", "js/main.js"),
    *(f"data/v1/file.{ending}" for ending in TYPES if ending != "html"),
)


@pytest.fixture(scope="module")
def nginx() -> Nginx:
    """What is installed, without its Brotli module, which let requests go by in whole runs."""
    try:
        return replace(installed(), brotli=None)
    except RuntimeError as missing:
        pytest.skip(str(missing))


@pytest.fixture(scope="module")
def host(nginx: Nginx, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    site = tmp_path_factory.mktemp("site")
    for name in (*PAGES, *FILES):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(TEXT, encoding="utf-8")
    compression.compress(site, site, {})
    with served(nginx, site, tmp_path_factory.mktemp("nginx")) as address:
        yield urlsplit(address).netloc


def asked(host: str, address: str, **sent: str) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection(host, timeout=10)
    try:
        names = {name.replace("_", "-"): value for name, value in sent.items()}
        connection.request("GET", f"/{address}", headers=names)
        answer = connection.getresponse()
        return answer, answer.read()
    finally:
        connection.close()


@pytest.mark.parametrize("address", ["", *FORMS, *FILES])
def test_each_file_has_the_headers_and_the_type_of_the_table(host: str, address: str) -> None:
    answer, body = asked(host, address)
    assert (answer.status, body.decode()) == (200, TEXT)
    told = {name: answer.headers.get_all(name) for name in headers(address)}
    assert told == {name: [value] for name, value in headers(address).items()}
    assert answer.headers.get_all("Cache-Control") == [caching(address)]
    kind = TYPES[address.rpartition(".")[2] if address.partition(".")[1] else "html"]
    is_feed = address.endswith("/atom.xml")
    assert answer.headers["Content-Type"] == ("application/atom+xml" if is_feed else kind)


def test_what_is_compressed_on_disk_is_what_is_sent(host: str) -> None:
    accepted = "gzip, deflate, br"
    for address in ("", STYLE, SEARCH, "muutokset/atom.xml"):
        answer, _ = asked(host, address, Accept_Encoding=accepted)
        assert answer.headers["Vary"] == "Accept-Encoding"
        assert answer.headers["ETag"].startswith(chr(34))  # strong: these very bytes
        assert answer.headers["Content-Type"] == asked(host, address)[0].headers["Content-Type"]
        assert answer.headers["Content-Encoding"] == "gzip"
        gzipped, _ = asked(host, address, Accept_Encoding="gzip")
        assert gzipped.headers["Content-Encoding"] == "gzip"
        assert gzipped.headers["Content-Length"]  # one that is made while it is sent has none


def test_what_a_browser_has_is_not_sent_again(host: str) -> None:
    for encoding in ("br", "gzip", "identity"):
        first, _ = asked(host, "", Accept_Encoding=encoding)
        again, body = asked(host, "", Accept_Encoding=encoding, If_None_Match=first.headers["ETag"])
        assert (again.status, body) == (304, b"")
        assert again.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("address", ["nothing/", "data/search/0BtCss/99.json"])
def test_what_is_not_there_is_the_page_that_says_so_and_is_not_kept(
    host: str, address: str
) -> None:
    answer, body = asked(host, address)
    assert (answer.status, body.decode()) == (404, TEXT)
    assert "Cache-Control" not in answer.headers
    assert "Content-Security-Policy" in answer.headers
