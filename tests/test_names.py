"""Names are folded, shortened and compared as the search and the addresses need."""

from __future__ import annotations

import pytest

from kuntakesu.vocabulary.names import fold, one_mistake, phrase, phrase_before, slug


@pytest.mark.parametrize(
    ("text", "folded", "in_address"),
    [
        ("Åland–Äänekoski", "aland aanekoski", "aland-aanekoski"),
        ("  Koski Tl:ssä ", "koski tlssa", "koski-tl-ssa"),
        ("Ohcejohka, Anár", "ohcejohka anar", "ohcejohka-anar"),
        ("Turku’s", "turkus", "turku-s"),
        ("Itä-Uudenmaan koulutuskuntayhtymä", "ita uudenmaan koulutuskuntayhtyma",
         "ita-uudenmaan-koulutuskuntayhtyma"),
    ],
)  # fmt: skip
def test_names_folded_and_in_addresses(text: str, folded: str, in_address: str) -> None:
    assert (fold(text), slug(text)) == (folded, in_address)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turun kaupunki", "turun"),
        ("Kunta", "kunta"),
        ("Porin maalaiskunnassa", "porin mlk"),
        ("Sankt Michels stad", "st michels"),
    ],
)
def test_phrases(text: str, expected: str) -> None:
    assert phrase(text) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("turku", "turku", False),
        ("turku", "truku", True),
        ("turku", "turk", True),
        ("turku", "turkku", True),
        ("turku", "xurku", True),
        ("turku", "trkuu", False),
        ("ab", "ba", True),
        ("", "a", True),
        ("turku", "tuku", True),
        ("turku", "tuk", False),
    ],
)
def test_one_mistake(one: str, other: str, expected: bool) -> None:
    assert one_mistake(one, other) is expected
    assert one_mistake(other, one) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turun kaup", "turun"),
        ("Turun kaupnki", "turun"),
        ("Porin maalaiskuntaa", "porin"),
        ("Turun koulut", ""),
        ("kaup", ""),
        ("", ""),
    ],
)
def test_phrases_before_an_unfinished_word(text: str, expected: str) -> None:
    assert phrase_before(text) == expected
