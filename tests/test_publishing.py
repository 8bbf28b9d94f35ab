"""The old site or the new one stands, never a mix: whatever ends a build, and whenever."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from publishing import NotPublishedError, lock, swap
from publishing.place import publish
from publishing.sums import NAME, faults
from tests.making import ROOT
from tests.publisher import FILES, maker, numbers_of

SEED = 20260615
KILLS = 50
PYTHONPATH = os.pathsep.join([str(ROOT), str(ROOT / "hooks"), str(ROOT / "scripts")])


def publisher(*arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.publisher", *map(str, arguments)]
    return subprocess.Popen(
        command, env=os.environ | {"PYTHONPATH": PYTHONPATH}, stdout=subprocess.PIPE, text=True
    )


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A published site, number 0."""
    site = tmp_path / "site"
    assert publish(site, maker(0)) == len(FILES)
    return site


def left_behind(site: Path) -> list[str]:
    return sorted(path.name for path in site.parent.iterdir() if path != site)


def test_what_is_published_can_be_verified(site: Path) -> None:
    ran = subprocess.run(
        ["sha256sum", "-c", NAME], cwd=site, check=False, capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.splitlines() == [f"{name}: OK" for name in sorted(FILES)]
    listed = (site / NAME).read_text(encoding="utf-8").splitlines()
    assert [line[66:] for line in listed] == sorted(FILES)


def test_a_change_by_another_hand_is_seen(site: Path) -> None:
    assert faults(site) == []
    (site / "index.html").write_text("0", encoding="utf-8")
    (site / "b.css").rename(site / "c.css")
    (site / "d.html").symlink_to("/etc/passwd")
    told = ["b.css: missing", "c.css: not listed", "d.html: not listed", "index.html: changed"]
    assert faults(site) == told
    (site / NAME).unlink()
    assert faults(site) == [f"{NAME}: missing"]


def test_a_site_is_a_plain_folder_that_a_server_can_read(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        publish(tmp_path / "site", maker(1))
    finally:
        os.umask(before)
    assert not (tmp_path / "site").is_symlink()
    for path in (tmp_path / "site", *(tmp_path / "site").rglob("*")):
        assert path.stat().st_mode & 0o7777 == (0o755 if path.is_dir() else 0o644), path


def test_what_fails_leaves_the_old_site_and_nothing_else(site: Path) -> None:
    def broken(folder: Path) -> None:
        maker(1)(folder)
        raise NotPublishedError("no")

    def linking(folder: Path) -> None:
        maker(1)(folder)
        (folder / "secret").symlink_to("/etc/passwd")

    with pytest.raises(NotPublishedError):
        publish(site, broken)
    with pytest.raises(ValueError, match="secret"):
        publish(site, linking)
    assert (faults(site), numbers_of(site), left_behind(site)) == ([], {"0\n"}, [])


def test_a_folder_that_is_no_site_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "diary.txt").write_text("mine", encoding="utf-8")
    for place in (tmp_path, tmp_path / "diary.txt"):
        with pytest.raises(NotPublishedError, match="no site"):
            publish(place, maker(1))
    assert [path.name for path in tmp_path.iterdir()] == ["diary.txt"]
    (tmp_path / "empty").mkdir()
    publish(tmp_path / "empty", maker(1))


@pytest.mark.parametrize("way", [[], ["--two-renames"]], ids=["exchange", "two-renames"])
def test_killed_at_any_step_the_old_or_the_new_site_stands(site: Path, way: list[str]) -> None:
    with publisher(site, 0, 0, *way) as whole:
        steps = int(whole.communicate()[0])
    assert steps > 30
    stood, was = set(), 0
    for step in range(1, steps + 1):
        with publisher(site, step, step, *way) as killed:
            killed.wait()
        assert killed.returncode == -signal.SIGKILL
        if way:  # the only moment at which there is none, mended by the next build
            swap.recover(site, site.with_name("site.old"))
        assert faults(site) == []
        found = {int(number) for number in numbers_of(site)}
        assert found in ({was}, {step})
        stood |= found
        was = found.pop()
    # Only what comes after the swap lets the new one stand.
    assert len(stood) > 1
    assert {0, steps} <= stood
    publish(site, maker(steps + 1))
    assert (faults(site), left_behind(site)) == ([], [])
    assert numbers_of(site) == {f"{steps + 1}\n"}


def test_killed_at_random_moments_the_old_or_the_new_site_stands(site: Path) -> None:
    print("seed", SEED)
    chance = random.Random(SEED)
    number = 1
    for _ in range(KILLS):
        with publisher(site, number) as killed:
            assert killed.stdout
            first = int(killed.stdout.readline())
            time.sleep(chance.uniform(0, 0.1))
            killed.kill()
            rest = killed.stdout.read().split()
        last = int(rest[-1]) if rest else first
        assert faults(site) == []
        (found,) = numbers_of(site)
        # The one it told of last, or the next, of which it had no time to tell.
        assert int(found) in (last, last + 1)
        number = last + 2
        publish(site, maker(number))
        assert (faults(site), left_behind(site)) == ([], [])
        assert numbers_of(site) == {f"{number}\n"}


def test_without_an_exchange_a_site_that_was_moved_aside_comes_back(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.rename(site.with_name("site.old"))

    def broken(folder: Path) -> None:
        raise NotPublishedError("no")

    with pytest.raises(NotPublishedError):
        publish(site, broken)
    assert (faults(site), left_behind(site)) == ([], [])
    monkeypatch.setattr(swap, "exchange", lambda *_: False)
    publish(site, maker(1))
    assert (faults(site), numbers_of(site), left_behind(site)) == ([], {"1\n"}, [])


READER = """
import sys
go, *names = sys.argv[1:]
misses = 0
print("ready", flush=True)
while not misses and open(go).read() != "end":
    for name in names:
        try:
            open(name).read()
        except FileNotFoundError:
            misses += 1
print(misses)
"""


@pytest.fixture
def can_exchange(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
    if not swap.exchange(tmp_path / "one", tmp_path / "other"):
        pytest.skip("this system cannot exchange two folders in one step")
    for name in ("one", "other"):
        (tmp_path / name).rmdir()


@pytest.mark.usefixtures("can_exchange")
def test_who_reads_during_the_swap_never_misses_a_file(site: Path) -> None:
    go = site.with_name("go")
    go.write_text("on", encoding="utf-8")
    command = [sys.executable, "-c", READER, str(go), *(str(site / name) for name in FILES)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as reader:
        assert reader.stdout
        assert reader.stdout.readline() == "ready\n"
        for number in range(1, 50):
            publish(site, maker(number))
        go.write_text("end", encoding="utf-8")
        assert reader.stdout.read() == "0\n"


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that holds a lock, which a child of its own holds too."""
    code = (
        "import subprocess, sys; from pathlib import Path; from publishing import lock\n"
        "with lock.held(Path(sys.argv[1]), print) as held:\n"
        "    child = subprocess.Popen(['sleep', '600'], pass_fds=(held,))\n"
        "    print(child.pid, flush=True); child.wait()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "lock")],
        env=os.environ | {"PYTHONPATH": PYTHONPATH},
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        yield process
        os.killpg(process.pid, signal.SIGKILL)


def test_the_lock_is_held_as_long_as_an_engine_lives(
    holder: subprocess.Popen[str], tmp_path: Path
) -> None:
    assert holder.stdout
    engine = int(holder.stdout.readline())
    said: list[str] = []

    def waiting() -> None:
        said.append("waiting")
        os.kill(engine, signal.SIGKILL)

    holder.kill()
    holder.wait()
    with lock.held(tmp_path / "lock", waiting):
        assert said == ["waiting"]
    with lock.held(tmp_path / "lock", waiting):
        assert said == ["waiting"]
