"""Words as the full-text search reads them."""

from __future__ import annotations

import csv
import itertools
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kuntakesu.memory import Forgetful, T, key_of
from kuntakesu.search import analysis
from kuntakesu.search.analysis import Analyser, Reading, tokens
from kuntakesu.search.reading import MOST_LEMMAS, MOST_PARTS, SHORTEST_PART, plain
from kuntakesu.vocabulary.names import fold
from store import open_words
from tests.making import ROOT

LANGUAGES = ("fi", "sv", "en", "se")
with (ROOT / "tests/data/word_readings.csv").open(encoding="utf-8", newline="") as file:
    LABELLED = list(csv.DictReader(file))
with (ROOT / "tests/data/name_forms.csv").open(encoding="utf-8", newline="") as file:
    NAMES = [row for row in csv.DictReader(file) if row["name"].isalpha()]
ANALYSER = Analyser()


def lemmas(form: str, language: str = "fi") -> set[str]:
    return set(ANALYSER.read(form, language).lemmas)


def read_text(text: str, language: str = "fi") -> dict[str, Reading]:
    return {token.text: reading for token, reading in ANALYSER.words(text, language)}


# Words labelled by hand: a lemma, and parts that must be among those found. By the analyser's own
# convention a noun in -minen and a participle are labelled with their verb.


@pytest.mark.parametrize("row", LABELLED, ids=lambda row: f"{row['language']} {row['form']}")
def test_a_labelled_word(row: dict[str, str]) -> None:
    found = ANALYSER.read(row["form"], row["language"])
    assert row["lemma"] in found.lemmas
    assert set(row["parts"].split()) <= set(found.parts)


def test_forms_of_one_word_meet_and_others_do_not() -> None:
    words = [row for row in LABELLED if row["language"] == "fi"]
    same = apart = 0
    for one, other in itertools.combinations(words, 2):
        meet = bool(lemmas(one["form"]) & lemmas(other["form"]))
        if one["lemma"] == other["lemma"]:
            assert meet, (one["form"], other["form"])
            same += 1
        elif meet:
            apart += 1
    assert same > 100
    # tuki and tukea, which share two forms
    assert apart < 10


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("kehittämisen", Reading(("kehittaa",))),
        ("taitokeskukselle", Reading(("taitokeskus",), ("taito", "keskus"))),
        ("oppilailla", Reading(("oppilas",))),  # not oppi + laki
        ("kuusi", Reading(("kuusi",))),  # not "your moon"
        ("Turussa", Reading(("turku",))),
        ("tukea", Reading(("tukea", "tuki"))),
        ("kestävän", Reading(("kestava", "kestaa"))),
        ("esiopetus", Reading(("esiopetus",), ("opetus",))),  # esi says nothing alone
        ("2018", Reading(("2018",))),
        ("S:t", Reading(("st",))),
        ("TUKI", Reading(("tuki", "tukea"))),
        ("中文", Reading(())),
    ],
)  # fmt: skip
def test_a_whole_reading(form: str, expected: Reading) -> None:
    assert ANALYSER.read(form, "fi") == expected


@pytest.mark.parametrize(
    "verb", "kehittää oppia johtaa tukea arvioida osallistua lukea toteuttaa rakentaa".split()
)
def test_a_noun_in_minen_meets_its_verb(verb: str) -> None:
    stem = {"arvioida": "arvioi"}.get(verb, verb[:-1])
    for ending in ("minen", "misen", "mista", "miseen", "misessa"):
        form = stem + ending
        front = set(stem) & set("aou")
        form = form if front else form.replace("mista", "mistä").replace("misessa", "misessä")
        assert fold(verb) in lemmas(form), form


def test_names_in_their_forms() -> None:
    sample = NAMES[::7]
    found = [row for row in sample if fold(row["name"]) in lemmas(row["form"])]
    assert len(sample) > 900
    assert len(found) / len(sample) > 0.9


@pytest.mark.parametrize(
    "forms",
    ["omnia omnian omniassa", "gradia gradiassa gradian", "kesu kesun kesussa", "ops opsin OPS:n"],
)
def test_unknown_words_meet(forms: str) -> None:
    assert set.intersection(*map(lemmas, forms.split()))


# Hanging hyphens


@pytest.mark.parametrize(
    ("text", "word", "lemma", "language"),
    [
        ("esi- ja perusopetuksessa", "esi", "esiopetus", "fi"),
        ("esi-, perus- ja lukiokoulutus", "esi", "esikoulutus", "fi"),
        ("esi-, perus- ja lukiokoulutus", "perus", "peruskoulutus", "fi"),
        ("varhaiskasvatus– ja koulutuspalvelut", "varhaiskasvatus", "varhaiskasvatuspalvelu", "fi"),
        ("sosiaali- tai\nterveyspalveluissa", "sosiaali", "sosiaalipalvelu", "fi"),
        ("kulttuuri- ja vapaa-aikapalvelut", "kulttuuri", "kulttuuripalvelu", "fi"),
        ("opettajankoulutus ja -kasvatus", "kasvatus", "opettajankasvatus", "fi"),
        ("grund- och gymnasieutbildning", "grund", "grundutbildning", "sv"),
        ("för- och grundskolan", "för", "forskol", "sv"),
    ],
)
def test_a_hanging_word_is_completed(text: str, word: str, lemma: str, language: str) -> None:
    found = read_text(text, language)[word]
    assert lemma in found.lemmas
    assert ANALYSER.read(word, language).lemmas[0] in found.lemmas


@pytest.mark.parametrize(
    "text",
    [
        "esi perusopetus", "esi ja perusopetus", "esi - ja perusopetus", "esi- perusopetus",
        "esi-. Ja perusopetus", "esi- ja", "esi-", "esi- ja koulu", "esi- ja: perusopetus",
        "tasa-arvo ja perusopetus",
    ],
)  # fmt: skip
def test_nothing_else_is_completed(text: str) -> None:
    for token, found in ANALYSER.words(text, "fi"):
        assert found == ANALYSER.read(token.text, "fi")


# Tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Vuosina 2018–2021, klo 12:30", ["Vuosina", "2018", "2021", "klo", "12", "30"]),
        ("tasa-arvo ”OPS:n” vaa’an", ["tasa", "arvo", "OPS:n", "vaa’an"]),
        ("koulu\u00adtus\u00ad loppui", ["koulu\u00adtus", "loppui"]),
        ("S:t Karins; 'Turku's' a_b", ["S:t", "Karins", "Turku's", "a", "b"]),
        ("a\u0308lykkyys: 1.8.2024", ["a\u0308lykkyys", "1", "8", "2024"]),
        ("", []),
        (" —…\u00ad\n", []),
    ],
)
def test_tokens(text: str, words: list[str]) -> None:
    assert [token.text for token in tokens(text)] == words


@given(st.text())
@example("a\u00ad\u00ad:b'’c")
def test_tokens_stand_where_they_say(text: str) -> None:
    end = -1
    covered = set()
    for token in tokens(text):
        assert token.start > end or token.start == end
        assert token.text == text[token.start : token.end] != ""
        end = token.end
        covered |= set(range(token.start, token.end))
    outside = [letter for at, letter in enumerate(text) if at not in covered]
    assert not [letter for letter in outside if letter.isalnum()]


PIECES = st.sampled_from(
    "esi- kuusi työ opetus ja och koulu suunnitelma \u00ad : ' - – , OPS läro plan 2018 \n".split(
        " "
    )
)


@settings(deadline=None)
@given(
    st.one_of(st.text(), st.text("aäoösktumienl-: ja", max_size=80), st.lists(PIECES).map("".join)),
    st.sampled_from([*LANGUAGES, "", "xx"]),
)
def test_any_text_is_read(text: str, language: str) -> None:
    analyser = Analyser()
    for token, found in analyser.words(text, language):
        assert len(found.lemmas) <= MOST_LEMMAS
        assert len(found.parts) <= MOST_PARTS
        assert all(word and plain(word) == word for word in (*found.lemmas, *found.parts))
        assert all(len(part) >= SHORTEST_PART for part in found.parts)
        assert not set(found.lemmas) & set(found.parts)
        assert len(set(found.lemmas)) == len(found.lemmas)
        assert bool(found.lemmas) == bool(plain(token.text))


@given(st.sampled_from(LABELLED))
def test_writing_makes_no_difference(row: dict[str, str]) -> None:
    form, language = row["form"], row["language"]
    expected = ANALYSER.read(form, language)
    assert ANALYSER.read(unicodedata.normalize("NFD", form), language) == expected
    assert ANALYSER.read("\u00ad".join(form), language) == expected
    if form.islower():
        assert ANALYSER.read(form.capitalize(), language) == expected


def test_an_endless_word_is_read_at_once() -> None:
    assert ANALYSER.read("kuusi" * 5000, "fi").lemmas
    assert ANALYSER.read("plan" * 5000, "sv").lemmas


# The memory


def test_what_is_known_is_not_worked_out_again(tmp_path: Path) -> None:
    memory = open_words(tmp_path / "words.sqlite")
    memory.keep(key_of("word", "fi:kuusi"), Reading(("puu",)))
    assert Analyser(memory).read("Kuusi", "fi").lemmas == ("puu",)


def test_what_was_learnt_is_known_to_the_next(tmp_path: Path) -> None:
    file = tmp_path / "made" / "words.sqlite"
    memory = open_words(file)
    analyser = Analyser(memory)
    first = list(analyser.words("esi- ja perusopetus, kuusi", "fi"))
    memory.close()
    asked = open_words(file)
    assert list(Analyser(asked).words("esi- ja perusopetus, kuusi", "fi")) == first
    assert asked.recall(key_of("word", "fi:kuusi"), Reading) == analyser.read("kuusi", "fi")


@pytest.mark.parametrize(
    "lemmas",
    [("<b>",), ("a b",), ("Ä",), ("",), ("a", "b", "c", "d"), ("b" * 300,)],
)
def test_a_reading_that_can_be_none_is_not_believed(
    tmp_path: Path, lemmas: tuple[str, ...]
) -> None:
    memory = open_words(tmp_path / "words.sqlite")
    memory.keep(key_of("word", "fi:kuusi"), Reading(lemmas))
    assert Analyser(memory).read("kuusi", "fi") == Analyser().read("kuusi", "fi")


def test_what_is_forgotten_is_asked_of_the_memory_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analysis, "MOST_KNOWN", 2)
    asked: list[bytes] = []

    class Noting(Forgetful):
        def recall(self, key: bytes, kind: type[T]) -> T | None:
            asked.append(key)
            return None

    analyser = Analyser(Noting())
    first = [analyser.read(form, "sv") for form in ("skola", "skolan")]
    analyser.rest()
    assert [analyser.read(form, "sv") for form in ("skola", "skolan", "plan")][:2] == first
    assert len(asked) == 3
    analyser.rest()
    assert [analyser.read(form, "sv") for form in ("skola", "skolan")] == first
    assert len(asked) == 5
