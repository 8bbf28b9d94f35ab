"""Real builds that are killed, find no room, meet a bad plan or each other: the old site stands."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from publishing import lock
from publishing.sums import NAME, faults
from tests.building import checkout, environment, write_plan
from tests.making import ROOT, text

SEED = 20260615
# `make bench-kills` takes more.
KILLS = int(os.environ.get("KILLS", "6"))
PLAN = "mallilan-kunta/2025-2029"
PATIENCE = 120


def start(root: Path, *engine: str, site: Path | None = None) -> subprocess.Popen[str]:
    """Begin to build and publish, in a group of processes of its own."""
    script = [sys.executable, str(ROOT / "scripts/build.py"), "--root", str(root)]
    return subprocess.Popen(
        [*script, *(["--site", str(site)] if site else []), "--", *engine],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        start_new_session=True,
    )


def run(root: Path, *engine: str, site: Path | None = None) -> tuple[int, str]:
    """Build and publish, and give the status and what was said."""
    with start(root, *engine, site=site) as building:
        said, _ = building.communicate(timeout=PATIENCE)
    return building.returncode, said


def sums(site: Path) -> str:
    """What a site consists of, if it is whole."""
    assert faults(site) == []
    return (site / NAME).read_text(encoding="utf-8")


def write(root: Path, title: object) -> None:
    write_plan(root, PLAN, text(title=f"Suunnitelma {title}"))


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout with a single plan, and its published site."""
    root = checkout(tmp_path_factory.mktemp("first") / "checkout")
    shutil.rmtree(root / "plans")
    write(root, "ensin")
    status, said = run(root)
    assert status == 0, said
    return root


@pytest.fixture
def root(first: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(first, tmp_path / "checkout"))


def stands_as_it_was(root: Path, old: str) -> bool:
    beside = sorted(path.name for path in root.glob("site.*"))
    return sums(root / "site") == old and beside == []


def the_one_line(said: str) -> str:
    assert "Traceback" not in said
    (line,) = (line for line in said.splitlines() if line.startswith("build: "))
    assert said.endswith(f"{line}\n")
    return line


def test_killed_at_random_moments_a_real_build_leaves_the_old_site(root: Path) -> None:
    print("seed", SEED)
    chance, ended = random.Random(SEED), 0
    began = time.monotonic()
    assert run(root)[0] == 0
    whole, old = time.monotonic() - began, sums(root / "site")
    for number in range(KILLS):
        write(root, number)
        with start(root) as building:
            time.sleep(chance.uniform(0, whole))
            os.killpg(building.pid, signal.SIGKILL)
        ended += building.returncode == -signal.SIGKILL
        stood = sums(root / "site")
        status, said = run(root)
        assert status == 0, said
        new = sums(root / "site")
        assert new != old
        assert stood in (old, new)
        assert list(root.glob("site.*")) == []
        old = new
    print(f"{ended} of {KILLS} builds were killed before they ended")
    assert ended


def test_a_bad_plan_leaves_the_old_site(root: Path) -> None:
    old = sums(root / "site")
    write_plan(root, "mallilan-kunta/2024", text(period="2029-2025"))
    status, said = run(root)
    assert status == 1
    assert "plans/mallilan-kunta/2024.md:5" in said
    assert the_one_line(said).startswith("build: nothing was published: ")
    assert stands_as_it_was(root, old)


def test_an_engine_that_may_write_no_more_leaves_the_old_site(root: Path) -> None:
    old = sums(root / "site")
    write(root, "uusi")
    limited = ("sh", "-c", 'ulimit -f 200; exec "$@"', "sh", sys.executable)
    status, said = run(root, *limited, "-m", "mkdocs", "build", "--strict")
    assert status == 2
    assert "free some room" in the_one_line(said)
    assert stands_as_it_was(root, old)


@pytest.fixture
def small_disk(first: Path, tmp_path: Path) -> Iterator[Path]:
    """A disk that has room for one site and a half."""
    folder = tmp_path / "disk"
    folder.mkdir()
    size = sum(-(-file.stat().st_size // 4096) * 4096 for file in (first / "site").rglob("*"))
    command = ["mount", "-t", "tmpfs", "-o", f"size={size * 3 // 2}", "tmpfs", str(folder)]
    try:
        made = subprocess.run(command, check=False, capture_output=True, text=True)
    except FileNotFoundError:
        pytest.skip("there is no mount here")
    if made.returncode:
        pytest.skip(f"no disk may be mounted here: {made.stderr.strip()}")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_leaves_the_old_site(root: Path, small_disk: Path) -> None:
    site = small_disk / "site"
    status, said = run(root, site=site)
    assert status == 0, said
    old = sums(site)
    # What stays the same takes no room.
    (small_disk / "other").write_bytes(bytes(shutil.disk_usage(small_disk).free - 16_384))
    write(root, "uusi")
    status, said = run(root, site=site)
    assert status == 2
    assert "the disk is full" in the_one_line(said)
    assert sums(site) == old
    assert sorted(path.name for path in small_disk.iterdir()) == ["other", "site"]


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("raise ValueError('oops')", "the engine broke down: ValueError: oops"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "ended by signal 9"),
        ("raise SystemExit(3)", "ended with status 3"),
        ("pass", "the built site lacks index.html, 404.html, sitemap.xml and 2 more"),
        (
            (
                "import shutil, sys; shutil.copytree('site', sys.argv[2]); "
                f"shutil.rmtree(f'{{sys.argv[2]}}/suunnitelmat/{PLAN}')"
            ),
            f"the built site lacks suunnitelmat/{PLAN}/index.html",
        ),
    ],
    ids=["exception", "signal", "status", "nothing", "no-plan-page"],
)
def test_an_engine_that_fails_leaves_the_old_site(root: Path, code: str, told: str) -> None:
    old = sums(root / "site")
    status, said = run(root, sys.executable, "-c", code)
    assert status
    assert told in the_one_line(said)
    assert stands_as_it_was(root, old)
    kept = (root / ".cache/build.log").read_text(encoding="utf-8")
    assert ("Traceback" in kept) == (code.startswith("raise ValueError"))


def test_an_engine_that_is_not_there_is_told(root: Path) -> None:
    status, said = run(root, "no-such-engine")
    assert (status, "no-such-engine" in the_one_line(said)) == (2, True)


def test_a_build_that_is_stopped_takes_its_engine_along(root: Path) -> None:
    old = sums(root / "site")
    code = "import time; print('begun', flush=True); time.sleep(600)"
    with start(root, sys.executable, "-c", code) as building:
        assert building.stdout
        assert building.stdout.readline() == "begun\n"
        building.terminate()
        said = building.stdout.read()
    assert building.returncode == 130
    assert the_one_line(said).endswith("interrupted")
    assert stands_as_it_was(root, old)


def test_of_two_builds_one_waits_and_the_site_is_whole(root: Path) -> None:
    write(root, "uusi")
    with start_waiting(root) as (one, other):
        assert one.stdout
        assert other.stdout
        said = [one.stdout.read(), other.stdout.read()]
    assert (one.wait(), other.wait()) == (0, 0), said
    assert [told.count("Published ") for told in said] == [1, 1]
    assert list(root.glob("site.*")) == []
    assert f"{PLAN}/index.html" in sums(root / "site")


@contextmanager
def start_waiting(root: Path) -> Iterator[tuple[subprocess.Popen[str], subprocess.Popen[str]]]:
    """Two builds that have both found that a third is under way, which then ends."""
    waits = "Another build is under way; waiting for it to end\n"
    with ExitStack() as builds:
        with lock.held(root / ".cache/build.lock", lambda: None):
            one, other = (builds.enter_context(start(root)) for _ in range(2))
            for building in (one, other):
                assert building.stdout
                assert building.stdout.readline() == waits
        yield one, other
