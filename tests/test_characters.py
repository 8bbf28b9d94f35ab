"""Characters that mislead or are not seen, and those that are as they should be."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuntakesu.characters import MISLEADING, signs
from kuntakesu.lookalikes import ALIKE, in_latin, lookalikes
from kuntakesu.source import decode
from kuntakesu.vocabulary.register import read_register
from kuntakesu.written import bare, decoded
from tests.making import ROOT, submission, text

TURNING = [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200F, 0x61C]
UNSEEN = [
    0xAD, 0x34F, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x2028, 0x2029, 0x2060, 0x2064, 0xFE0F,
    0xFEFF, 0xFFFD, 0xE000, 0xF0B7, 0xE0100, 0xF0000,
]  # fmt: skip
OTHERS = [0x115F, 0x3164, 0xFFA0, 0x2800, 0xFFF9, 0xFFFB, 0xFDD0, 0x1FFFE, 0xE0001, 0xE0041]


@pytest.mark.parametrize("code", [*TURNING, *OTHERS])
def test_a_character_that_misleads_is_an_error_wherever_it_stands(code: int) -> None:
    [found] = signs(f"koulu{chr(code)}tie")
    assert found.kind in MISLEADING
    assert (found.start, found.end) == (5, 6)
    assert found.code == f"U+{code:04X}"


@pytest.mark.parametrize("code", UNSEEN)
def test_a_character_that_nobody_sees_is_found(code: int) -> None:
    [found] = signs(f"koulu{chr(code)}tie")
    assert found.kind not in MISLEADING


def test_no_plan_of_the_checkout_has_any() -> None:
    for file in sorted((ROOT / "plans").glob("*/*.md")):
        content = file.read_text(encoding="utf-8")
        assert list(signs(content)) == [], file
        assert list(lookalikes(content)) == [], file


def test_no_name_of_a_municipality_has_any() -> None:
    for place in read_register().municipalities:
        for name in (place.name_fi, place.name_sv, *(name for _, name in place.names_sami)):
            assert list(signs(name)) == []
            assert list(lookalikes(name, in_names=True)) == [], name


@pytest.mark.parametrize("code", ALIKE)
def test_every_letter_that_looks_latin_is_found_in_a_latin_word(code: int) -> None:
    [found] = lookalikes(f"kk{chr(code)}kk")
    assert found.plain == f"kk{ALIKE[code]}kk"


def test_a_word_of_another_language_is_one_only_in_a_name() -> None:
    assert list(lookalikes("оса и раса")) == []
    assert [found.plain for found in lookalikes("оса и раса", in_names=True)] == ["oca", "paca"]
    assert in_latin("Kоkkоla") == "Kokkola"


def test_letters_with_marks_apart_are_read_as_one() -> None:
    """A Mac may save ä as a and a mark; names would not be found."""
    apart = unicodedata.normalize("NFD", text(municipality="Hämeenlinna"))
    assert unicodedata.normalize("NFC", apart) != apart
    found = submission(apart)
    assert found.plan
    assert found.plan.codes == ("109",)
    assert found.plan.title == "Mallilan kehittämissuunnitelma"
    assert "ä" in decode(apart.encode(), "a.md").text


def test_what_markdown_makes_a_character_of_is_read_as_that() -> None:
    line = "maija.**mallikas**&commat;example&#46;fi"
    written = bare(line)
    assert written.text == "maija.mallikas@example.fi"
    assert written.place(0, len(written.text)) == (0, len(line))
    assert decoded("a&#x202e;b").place(1, 2) == (1, 9)


@given(st.text(max_size=80))
def test_any_text_is_read_with_places_within_it(line: str) -> None:
    for written in (bare(line), decoded(line)):
        for place in range(len(written.text)):
            start, end = written.place(place, place + 1)
            assert 0 <= start < end <= len(line)
    for sign in signs(line):
        assert 0 <= sign.start < sign.end <= len(line)
    for word in lookalikes(line, in_names=True):
        assert word.word == line[word.start : word.end]
