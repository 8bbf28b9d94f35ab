"""Where the texts of a document stand in its lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kuntakesu.diagnostics import Span
from kuntakesu.places import MOST_SEARCHES, Places


def places(lines: list[str], *texts: str) -> list[Span | None]:
    return [span for _, span in Places(lines, 1).of(texts)]


def test_the_same_text_is_looked_for_behind_its_last_place() -> None:
    assert places(["a www.x", "www.x"], "www.x", "www.x", "www.x") == [
        Span(1, 3, 8),
        Span(2, 1, 6),
        Span(1, 1, 8),
    ]


def test_documents_may_have_texts_in_another_order_than_their_lines() -> None:
    assert places(["bb aa"], "aa", "bb") == [Span(1, 4, 6), Span(1, 1, 3)]


def test_no_two_texts_stand_at_one_place() -> None:
    assert places(["www.xy www.x"], "www.xy", "www.x") == [Span(1, 1, 7), Span(1, 8, 13)]


def test_code_is_passed_over_and_columns_are_counted_in_characters() -> None:
    assert places(["`<b>` äöå😀 <b>"], "<b>") == [Span(1, 12, 15)]


def test_what_is_written_with_entities_is_found_with_its_line() -> None:
    assert places(["a", "x&#58;y"], "x:y", "x:y", "z") == [Span(2, 1, 8), Span(2, 1, 8), None]


def test_thousands_of_different_texts_have_their_own_places_in_their_order() -> None:
    count = 20 * MOST_SEARCHES
    lines = [f"[x](www.x{number}.fi)" for number in range(count)]
    texts = [f"www.x{number}.fi" for number in range(count)]
    assert [span.line for span in places(lines, *texts) if span] == list(range(1, count + 1))


def test_texts_that_can_not_be_found_are_not_looked_for_without_end() -> None:
    texts = [f"www.x{number}.fi" for number in range(10 * MOST_SEARCHES)]
    assert places(["www.y.fi"] * 100, *texts) == [None] * len(texts)
    assert places(["www.y.fi"], *texts, "www.y.fi") == [None] * (len(texts) + 1)


@given(
    st.lists(st.text(alphabet="ab`&ä", max_size=12), min_size=1),
    st.lists(st.text(alphabet="abä", min_size=1, max_size=3)),
)
def test_a_place_holds_its_text(lines: list[str], texts: list[str]) -> None:
    for text, span in Places(lines, 1).of(texts):
        if span and span.end - span.column == len(text):
            line = lines[span.line - 1]
            assert text in line
            is_exact = line[span.column - 1 : span.end - 1] == text
            assert is_exact or (span.column, span.end) == (1, len(line) + 1)
