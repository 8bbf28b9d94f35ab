"""What is kept between builds is found again, and nothing that is broken or foreign is believed."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

import pytest

import store
from kuntakesu.memory import key_of, remembered
from store import Store, no_store

KEY = key_of("a", "key")


@dataclass(frozen=True)
class Thing:
    name: str
    sizes: tuple[int, ...] = ()


@dataclass(frozen=True)
class Other:
    name: int


def test_a_value_is_found_by_its_key_alone(tmp_path: Path) -> None:
    file = tmp_path / "new" / "kept.sqlite"
    first = Store(file, "one")
    first.keep(KEY, Thing("x", (1, 2)))
    assert first.recall(KEY, Thing) == Thing("x", (1, 2))
    first.close()
    second = Store(file, "one")
    assert second.has(KEY)
    assert second.recall(KEY, Thing) == Thing("x", (1, 2))
    assert second.recall(key_of("another"), Thing) is None
    assert second.recall(KEY, Other) is None
    assert Store(file, "made by another").recall(KEY, Thing) is None


def test_the_parts_of_a_key_do_not_run_together() -> None:
    assert len({key_of("ab", "c"), key_of("a", "bc"), key_of("abc"), key_of("abc", "")}) == 4


def test_a_value_is_made_once(tmp_path: Path) -> None:
    made: list[int] = []

    def make() -> Thing:
        made.append(1)
        return Thing("x")

    kept = Store(tmp_path / "kept.sqlite", "")
    for _ in range(3):
        assert remembered(kept, KEY, Thing, make) == Thing("x")
    assert made == [1]


@pytest.mark.parametrize(
    "content", [b"", b"no base at all" * 100, b"SQLite format 3\0" + bytes(90)]
)
def test_a_broken_file_is_made_anew(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "kept.sqlite"
    file.write_bytes(content)
    kept = Store(file, "")
    assert kept.recall(KEY, Thing) is None
    kept.keep(KEY, Thing("x"))
    kept.close()
    assert Store(file, "").recall(KEY, Thing) == Thing("x")


def test_a_value_that_is_spoilt_is_not_believed(tmp_path: Path) -> None:
    file = tmp_path / "kept.sqlite"
    kept = Store(file, "")
    kept.keep(KEY, Thing("x"))
    kept.close()
    sound = b"\x81\xa4name\xa1y"
    for spoilt in (b"", b"\xc1", sound, bytes(4) + sound, "text", None, 3):
        with sqlite3.connect(file) as base:
            base.execute("PRAGMA writable_schema = ON")
            base.execute("DROP TABLE kept")
            base.execute("CREATE TABLE kept (key BLOB PRIMARY KEY, value)")
            base.execute("INSERT INTO kept VALUES (?, ?)", (key_of("", KEY), spoilt))
        base.close()
        assert Store(file, "").recall(KEY, Thing) is None


def test_where_nothing_can_be_kept_all_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for kept in (Store(tmp_path / "file" / "kept.sqlite", ""), Store(tmp_path, ""), no_store()):
        kept.keep(KEY, Thing("x"))
        kept.write()
        assert remembered(kept, KEY, Thing, lambda: Thing("y")).name in ("x", "y")
        kept.close()


def test_another_builds_lock_is_waited_for_and_then_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "SECONDS_TO_WAIT", 0.05)
    file = tmp_path / "kept.sqlite"
    Store(file, "").close()
    holder = sqlite3.connect(file, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    kept = Store(file, "")
    kept.keep(KEY, Thing("x"))
    kept.close()
    holder.execute("ROLLBACK")
    holder.close()
    assert Store(file, "").recall(KEY, Thing) is None


def test_what_can_no_longer_be_written_is_known_until_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "SECONDS_TO_WAIT", 0.05)
    file = tmp_path / "kept.sqlite"
    kept = Store(file, "")
    kept.keep(KEY, Thing("x"))
    kept.write()
    holder = sqlite3.connect(file, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    other = key_of("other")
    kept.keep(other, Thing("y"))
    kept.write()
    holder.execute("ROLLBACK")
    holder.close()
    assert (kept.recall(KEY, Thing), kept.recall(other, Thing)) == (Thing("x"), Thing("y"))
    assert kept.has(KEY)
    assert kept.has(other)


def test_what_was_kept_is_found_after_the_end_too(tmp_path: Path) -> None:
    kept = Store(tmp_path / "kept.sqlite", "")
    kept.keep(KEY, Thing("x"))
    kept.close()
    assert kept.recall(KEY, Thing) == Thing("x")


def test_what_nobody_asks_for_is_cleared_away_in_time(tmp_path: Path) -> None:
    file = tmp_path / "kept.sqlite"
    kept = Store(file, "")
    for number in range(100):
        kept.keep(key_of(str(number)), Thing("x" * 1000))
    kept.close()
    size = file.stat().st_size
    later = Store(file, "")
    assert all(later.has(key_of(str(number))) for number in range(30))
    later.close()
    assert Store(file, "").has(key_of("99")), "it may be asked for again"
    last = Store(file, "")
    assert last.has(key_of("0"))
    last.close()
    assert not Store(file, "").has(key_of("99"))
    assert Store(file, "").has(key_of("0"))
    assert file.stat().st_size < size
