"""Compressed files beside those of a site: the same bytes, made anew or taken from before."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable, Mapping
from pathlib import Path

import brotli
import pytest

from publishing import compression
from publishing.place import publish
from publishing.sums import faults, listed
from tests.publisher import maker

TEXT = "".join(f"{number} kehittämissuunnitelma\n" for number in range(200))
NOISE = random.Random(1).randbytes(2000).decode("latin-1")
FILES: Mapping[str, str] = {
    "index.html": TEXT,
    "data/plans.json": json.dumps(TEXT),
    "js/main.js": TEXT,
    "css/small.css": "p { color: red }",
    "data/noise.txt": NOISE,
    "images/map.png": TEXT,
    "sitemap.xml": TEXT,
    "sitemap.xml.gz": "the engine's own",
}
COMPRESSED = ("data/plans.json", "index.html", "js/main.js", "sitemap.xml")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


def build(site: Path, **changes: str) -> None:
    """Publish a site of compressed files, some of which are not as they were."""
    record = site.with_name("record")

    def make(folder: Path) -> None:
        for name, content in {**FILES, **changes}.items():
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode("latin-1"))
        compression.compress(folder, site, compression.known(site, record))

    publish(site, make)
    compression.remember(site, record)


@pytest.fixture
def packed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is compressed from now on, by the first line of its text."""
    seen: list[str] = []

    def watched(pack: Callable[[bytes, str], bytes]) -> Callable[[bytes, str], bytes]:
        def watching(plain: bytes, ending: str) -> bytes:
            seen.append(plain.decode("latin-1").partition("\n")[0])
            return pack(plain, ending)

        return watching

    packers = {ending: watched(pack) for ending, pack in compression.PACKERS.items()}
    monkeypatch.setattr(compression, "PACKERS", packers)
    return seen


def test_text_that_gains_by_it_has_neighbours_that_hold_the_same(site: Path) -> None:
    build(site)
    assert sorted(file.relative_to(site).as_posix() for file in site.rglob("*.br")) == [
        f"{name}.br" for name in COMPRESSED
    ]
    for name in COMPRESSED:
        plain = (site / name).read_bytes()
        assert brotli.decompress((site / f"{name}.br").read_bytes()) == plain
        if name != "sitemap.xml":
            assert gzip.decompress((site / f"{name}.gz").read_bytes()) == plain
    assert (site / "sitemap.xml.gz").read_text(encoding="utf-8") == "the engine's own"


def test_neighbours_are_part_of_what_a_site_consists_of(site: Path) -> None:
    build(site)
    assert faults(site) == []
    assert {f"{name}.br" for name in COMPRESSED} <= listed(site).keys()
    (site / "index.html.br").write_bytes(b"")
    assert faults(site) == ["index.html.br: changed"]


def test_what_did_not_change_is_taken_from_the_site_that_stands(
    site: Path, packed: list[str]
) -> None:
    build(site)
    assert len(packed) == 2 * len(COMPRESSED) + 1  # the noise is tried, the site map's .gz is not
    packed.clear()
    build(site, **{"index.html": f"changed\n{TEXT}"})
    assert packed == ["changed", "changed"]


def test_a_site_built_after_another_is_that_built_from_nothing(site: Path, tmp_path: Path) -> None:
    changed = {"index.html": f"changed\n{TEXT}", "css/small.css": TEXT, "js/main.js": NOISE}
    build(site)
    build(site, **changed)
    build(tmp_path / "other", **changed)
    assert listed(site) == listed(tmp_path / "other")


def test_nothing_is_taken_that_another_hand_changed(site: Path, packed: list[str]) -> None:
    build(site)
    whole = listed(site)
    (site / "index.html.br").write_bytes(b"broken")
    (site / "js/main.js.gz").unlink()
    packed.clear()
    build(site)
    assert len(packed) == 2
    assert listed(site) == whole


def test_nothing_is_taken_that_was_compressed_in_another_way(
    site: Path, packed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    build(site)
    count = len(packed)
    monkeypatch.setattr(compression, "METHOD", "another")
    build(site)
    assert len(packed) == 2 * count


def test_nothing_is_taken_from_a_site_that_was_not_compressed(
    site: Path, packed: list[str]
) -> None:
    build(site)
    publish(site, maker(1))
    packed.clear()
    build(site)
    assert len(packed) == 2 * len(COMPRESSED) + 1
