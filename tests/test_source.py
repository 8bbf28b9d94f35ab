"""Files read without trusting them."""

from __future__ import annotations

import os
import socket
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuntakesu.diagnostics import Span
from kuntakesu.source import MAXIMUM_BYTES, Source, decode, plan_files, read_source

PATH = "plans/mallilan-kunta/2027-2030.md"


def test_text_is_read_as_utf_8_with_plain_line_breaks() -> None:
    source = decode("\ufeffäö\r\nb\rc".encode(), PATH)
    assert source == Source(PATH, "äö\nb\nc")
    assert source.lines == ("äö", "b", "c")
    assert [source.line(number) for number in (0, 1, 3, 4)] == ["", "äö", "c", ""]


def test_another_encoding_is_told_with_its_place() -> None:
    source = decode("eka\nk\xe4yt\xf6ss\xe4".encode("latin-1"), PATH)
    assert (source.fault, source.found, source.text) == ("encoding", "0xE4", "")
    assert source.fault_span == Span(2, 2, 3)


def test_place_counts_characters_and_not_bytes() -> None:
    assert decode("ää".encode() + b"\xff", PATH).fault_span == Span(1, 3, 4)


@pytest.mark.parametrize("character", ["\x00", "\x02", "\x1b"])
def test_control_characters_are_refused(character: str) -> None:
    source = decode(f"eka\n\tb{character}".encode(), PATH)
    assert source.fault == "control"
    assert source.found == f"U+{ord(character):04X}"
    assert source.fault_span == Span(2, 3, 4)


def test_size_is_limited() -> None:
    assert decode(b"a" * MAXIMUM_BYTES, PATH).fault == ""
    assert decode(b"a" * (MAXIMUM_BYTES + 1), PATH).fault == "size"


@given(st.binary(max_size=200))
def test_any_bytes_give_a_text_or_a_fault(raw: bytes) -> None:
    source = decode(raw, PATH)
    assert not source.text or not source.fault
    assert "\r" not in source.text
    assert 1 <= source.fault_span.column < source.fault_span.end


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (PATH, "mallilan-kunta/2027-2030"),
        ("plans/a/2027.sv.md", "a/2027.sv"),
        ("/tmp/plans/a/2027.md", "a/2027"),
        ("/tmp/a/2027.md", "a/2027"),
        ("myplans/a/2027.md", "a/2027"),
        ("2027.md", "2027"),
        ("plans/plans/a/2027.md", "plans/a/2027"),
    ],
)
def test_name_is_the_path_below_plans(path: str, name: str) -> None:
    assert Source(path, "").name == name


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("salaisuus")
    link = tmp_path / "link.md"
    link.symlink_to(secret)
    assert read_source(link, PATH) == Source(PATH, "", "link")
    assert read_source(secret, PATH).text == "salaisuus"


def test_a_folder_is_no_plan(tmp_path: Path) -> None:
    assert read_source(tmp_path, PATH).fault == "special"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.md"
    os.mkfifo(pipe)
    assert read_source(pipe, PATH).fault == "special"
    with closing(socket.socket(socket.AF_UNIX)) as own:
        own.bind(str(tmp_path / "socket.md"))
        assert read_source(tmp_path / "socket.md", PATH).fault == "special"
    assert read_source(Path("/dev/zero"), PATH).fault == "special"


def test_a_file_that_nobody_may_read_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("kuntakesu.source.os.open", refuse)
    assert read_source(tmp_path / "a.md", PATH).fault == "denied"


def test_what_takes_the_place_of_a_file_in_between_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the file is is asked of the opened one, never of its name."""
    plan, secret = tmp_path / "a.md", tmp_path / "secret.md"
    plan.write_text("a")
    secret.write_text("salaisuus")
    opened = os.open

    def swap(path: Path, flags: int) -> int:
        plan.unlink()
        plan.symlink_to(secret)
        return opened(path, flags)

    monkeypatch.setattr("kuntakesu.source.os.open", swap)
    assert read_source(plan, PATH) == Source(PATH, "", "link")


def test_a_missing_file_is_the_callers_matter(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_source(tmp_path / "none.md", PATH)


def test_plan_files_are_found_in_order(tmp_path: Path) -> None:
    for name in ("b/2027.md", "a/2027.md", "a/2027.png", "a/folder.md/2027.md"):
        file = tmp_path / "plans" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    found = [file.relative_to(tmp_path / "plans").as_posix() for file in plan_files(tmp_path)]
    assert found == ["a/2027.md", "a/folder.md/2027.md", "b/2027.md"]
