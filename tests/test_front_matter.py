"""The header as nodes: what is written stays as written, and everything has its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuntakesu.diagnostics import Span
from kuntakesu.front_matter import read_front_matter
from kuntakesu.nodes import Mapping, Scalar, Sequence


def read(text: str) -> Mapping:
    found = read_front_matter(tuple(f"---\n{text}\n---\n".split("\n")))
    assert found.fault is None
    return found.mapping


@pytest.mark.parametrize(
    "written", ["020", "no", "2025-12-15", "1_000", "~", "0x10", "12:30", "1e3", ".5", "=", "ä"]
)
def test_a_scalar_stays_as_written(written: str) -> None:
    assert read(f"key: {written}").entries[0].value == Scalar(written, Span(2, 6, 6 + len(written)))


def test_quotes_are_taken_off_and_counted_in_the_span() -> None:
    assert read('key: "a: b"').entries[0].value == Scalar("a: b", Span(2, 6, 12))


def test_a_key_may_stand_twice() -> None:
    mapping = read("a: 1\na: 2")
    assert [entry.key.span.line for entry in mapping.entries] == [2, 3]
    entry = mapping.get("a")
    assert entry is not None
    assert entry.value == Scalar("1", Span(2, 4, 5))


def test_lists_and_mappings_have_places() -> None:
    mapping = read("a:\n  - x\n  - b: y")
    value = mapping.entries[0].value
    assert isinstance(value, Sequence)
    assert value.items[0] == Scalar("x", Span(3, 5, 6))
    inner = value.items[1]
    assert isinstance(inner, Mapping)
    assert inner.entries[0].value.span == Span(4, 8, 9)


@pytest.mark.parametrize(
    ("text", "kind", "line"),
    [
        ("", "none", 1),
        ("# Title", "none", 1),
        ("\n---\na: b\n---", "none", 1),
        ("---\na: b", "open", 1),
        ("---\n- a\n---", "shape", 2),
        ("---\na\n---", "shape", 2),
        ("---\n[a]: b\n---", "shape", 2),
        ("---\n--- a\n--- b\n---", "shape", 3),
        ("---\na: b: c\n---", "syntax", 2),
        ("---\na: x\nb: &c x\n---", "alias", 3),
        ("---\na: *b\n---", "alias", 2),
        ("---\na: !!python/name:os.system x\n---", "tag", 2),
        ("---\na: [[[[[[[[]]]]]]]]\n---", "depth", 2),
        ("---\na: [" + "b," * 6000 + "]\n---", "size", 2),
    ],
)
def test_a_fault_has_its_kind_and_line(text: str, kind: str, line: int) -> None:
    fault = read_front_matter(tuple(text.split("\n"))).fault
    assert fault is not None
    assert (fault.kind, fault.span.line) == (kind, line)


def test_an_unclosed_quotation_tells_where_it_begins() -> None:
    fault = read_front_matter(("---", "a: b", 'c: "d', "---")).fault
    assert fault is not None
    assert fault.begun == Span(3, 4, 5)


def test_nothing_between_the_fences_is_an_empty_header() -> None:
    found = read_front_matter(("---", "---", "text"))
    assert (found.fault, found.mapping.entries, found.body_line) == (None, (), 3)


def test_the_body_begins_after_the_first_closing_line() -> None:
    assert read_front_matter(("---", "a: b", "---  ", "text", "---")).body_line == 4


@given(st.text(alphabet=st.sampled_from("ab:-[]{}\"'&*!|>#%@`,? \t\n\\ä"), max_size=80))
def test_no_text_raises_and_every_place_is_positive(text: str) -> None:
    found = read_front_matter(tuple(f"---\n{text}\n---\n".split("\n")))
    spans = [found.fault.span] if found.fault else [e.key.span for e in found.mapping.entries]
    assert all(span.line >= 1 and span.end > span.column >= 1 for span in spans)


def test_a_tab_beside_a_value_is_a_space_and_moves_nothing() -> None:
    read = read_front_matter(("---", "title:\tNimi\t", "provider: Mallilan\tkunta", "---"))
    assert read.fault is None
    title, provider = (entry.value for entry in read.mapping.entries)
    assert title == Scalar("Nimi", Span(2, 8, 12))
    assert provider == Scalar("Mallilan kunta", Span(3, 11, 25))
