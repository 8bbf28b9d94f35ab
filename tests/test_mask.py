"""What must not be repeated is covered wherever it stands, however much of it there is."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from kuntakesu.mask import SIGN, Mask

SHORT = st.text(alphabet="ab", max_size=7)


def slowly(secrets: list[str], text: str) -> str:
    covered = set()
    for secret in filter(None, secrets):
        for start in re.finditer(f"(?={re.escape(secret)})", text):
            covered |= set(range(start.start(), start.start() + len(secret)))
    return "".join(SIGN if place in covered else one for place, one in enumerate(text))


@given(st.lists(SHORT, max_size=6), st.text(alphabet="abc", max_size=20))
def test_each_character_of_each_secret_is_covered_and_no_other(
    secrets: list[str], text: str
) -> None:
    assert Mask(secrets).cover(text) == slowly(secrets, text)


def test_places_stay_where_they_are() -> None:
    assert Mask(["131052-308T"]).cover("HETU 131052-308T.") == f"HETU {SIGN * 11}."
    assert Mask(["ab", "abab"]).cover("abababx") == SIGN * 6 + "x"


def test_no_secret_covers_nothing() -> None:
    assert Mask(()).cover("abc") == "abc"
    assert Mask([""]).cover("abc") == "abc"
