"""The header measured against the table of fields."""

from __future__ import annotations

import pytest

from kuntakesu.front_matter import read_front_matter
from kuntakesu.header import Header, as_date, read_header


def header(text: str) -> Header:
    return read_header(read_front_matter(tuple(f"---\n{text}\n---".split("\n"))).mapping)


def faults(text: str) -> list[tuple[str, str, str]]:
    return [(fault.key, fault.reason, fault.found) for fault in header(text).faults]


def test_values_stand_under_dotted_keys() -> None:
    found = header("title: A\nsource:\n  title: B\n  year: 2024")
    assert found.text("title") == "A"
    assert found.text("source.title") == "B"
    assert found.text("source.year") == "2024"
    assert found.text("source.url") == ""


def test_one_value_is_a_list_of_one() -> None:
    assert header("levels: lukio").texts("levels") == ("lukio",)
    assert header("levels: [lukio, perusopetus]").texts("levels") == ("lukio", "perusopetus")


@pytest.mark.parametrize("empty", ["", "~", "null", '""', "[]", "[~, '']"])
def test_an_empty_value_is_none(empty: str) -> None:
    found = header(f"levels: {empty}")
    assert "levels" not in found.values
    assert "levels" in found.keys
    assert found.faults == ()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("title: [a]", "text"),
        ("title: {a: b}", "text"),
        ("partners: [{a: b}]", "list"),
        ("partners: {a: b}", "list"),
        ("approved: yes", "mapping"),
        ("approved: [a]", "mapping"),
        ("status: adopted", "choice"),
        ("status: Approved", "choice"),
        ("levels: [lukio, koulu]", "choice"),
        ("title: " + "a" * 201, "long"),
        ("summary: " + "a" * 301, "long"),
        (r'title: "a\x0bb"', "control"),
        (r'title: "\0"', "control"),
        ("reviewed: 2026-02-30", "date"),
        ("reviewed: 20260228", "date"),
        ("reviewed: 2026-W01-1", "date"),
        ("translation_of: espoo", "plan"),
        ("replaces: ../espoo/2025", "plan"),
        ("replaces: Espoo/2025", "plan"),
    ],
)
def test_a_value_that_does_not_fit(line: str, reason: str) -> None:
    key = line.partition(":")[0]
    found = header(line)
    assert [(fault.key, fault.reason) for fault in found.faults] == [(key, reason)]
    if "lukio" not in line:
        assert key not in found.values


@pytest.mark.parametrize(
    "address",
    ["www.example.fi", "javascript:alert(1)", "https://", "http://[", "ftp://example.fi/", "/a"],
)
def test_an_address_that_is_none(address: str) -> None:
    assert faults(f"source: {{url: '{address}'}}") == [("source.url", "url", address)]


@pytest.mark.parametrize("year", ["24", "1850", "2100", "20244", "kaksi"])
def test_a_year_that_is_none(year: str) -> None:
    assert faults(f"source: {{year: {year}}}") == [("source.year", "year", year)]


@pytest.mark.parametrize(
    "line",
    [
        "title: " + "a" * 200,
        "summary: " + "ä" * 300,
        "reviewed: 2024-02-29",
        "source: {url: 'https://example.fi/a?b=c#d', year: 1999}",
        "replaces: s-t-karins/2025-2029.sv",
        "translation_of: espoo/2025",
        "levels: [vapaa-sivistystyo, taiteen-perusopetus]",
        'summary: "a\\nb"',
    ],
)
def test_a_value_that_fits(line: str) -> None:
    assert faults(line) == []


def test_unknown_keys_come_with_the_keys_known_beside_them() -> None:
    found = header("xyz: 1\nsource:\n  titel: a")
    assert [(key.text, "provider" in known) for key, known in found.unknown] == [
        ("xyz", True),
        ("titel", False),
    ]
    assert found.unknown[1][1] == ("title", "url", "year")


def test_of_a_repeated_key_the_first_counts() -> None:
    found = header("title: A\ntitle: B\ntitle: C")
    assert found.text("title") == "A"
    assert [(key.span.line, first) for key, first in found.repeated] == [(3, 2), (4, 2)]


def test_a_span_is_the_values_or_the_keys_or_the_files_top() -> None:
    found = header("title: A\nperiod:")
    assert (found.span("title").line, found.span("title").column) == (2, 8)
    assert (found.span("period").line, found.span("period").column) == (3, 1)
    assert found.span("status").line == 1


@pytest.mark.parametrize("text", ["", "2026", "2026-1-1", "2026-13-01", "١٢٣٤-٠١-٠١"])
def test_a_date_that_is_none(text: str) -> None:
    assert as_date(text) is None


@pytest.mark.parametrize("written", [r'"x\ud800"', r'"\udfff"', r'["x", "\uDBFF"]'])
def test_half_a_character_is_no_text_that_a_file_could_hold(written: str) -> None:
    read = read_front_matter(("---", f"title: {written}", "---"))
    assert read.fault
    assert read_header(read.mapping).texts("title") == ()
