"""The register: complete, unambiguous, and true to the lives of municipalities."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from kuntakesu.vocabulary.names import fold
from kuntakesu.vocabulary.register import FOLDER, Register, read_register, rows, sort_key

REGISTER: Register = read_register()
TODAY = {place.code for place in REGISTER.municipalities}


def test_308_municipalities_in_19_regions() -> None:
    assert len(REGISTER.municipalities) == 308
    assert len(REGISTER.regions) == 19
    assert {place.region for place in REGISTER.municipalities} == set(REGISTER.regions)


def test_codes_are_three_digits_and_stand_once_in_order() -> None:
    codes = [place.code for place in REGISTER.municipalities]
    assert codes == sorted(TODAY)
    assert all(len(code) == 3 and code.isascii() and code.isdigit() for code in codes)
    assert "005" in TODAY
    assert "020" in TODAY


def test_no_name_means_two_municipalities() -> None:
    meant: dict[str, set[str]] = {}
    for place in REGISTER.municipalities:
        for name in (place.name_fi, place.name_sv, *(sami for _, sami in place.names_sami)):
            meant.setdefault(fold(name), set()).add(place.code)
    assert {name: codes for name, codes in meant.items() if len(codes) > 1} == {}


def test_language_status() -> None:
    counts = Counter(place.language_status for place in REGISTER.municipalities)
    assert set(counts) == {"fi", "sv", "fi+sv"}
    aland = {place.language_status for place in REGISTER.in_region("21", "sv")}
    assert (len(REGISTER.in_region("21", "sv")), aland) == (16, {"sv"})
    # The decree for 2023–2032: 33 bilingual municipalities; Swedish alone is that of Åland.
    assert (counts["fi+sv"], counts["sv"]) == (33, 16)


def test_sami_names_are_of_sami_languages() -> None:
    named = {place.name_fi: dict(place.names_sami) for place in REGISTER.municipalities}
    assert set(named["Inari"]) == {"se", "smn", "sms"}
    assert {language for names in named.values() for language in names} <= {"se", "smn", "sms"}


def test_slugs_are_addresses_of_their_own() -> None:
    municipalities = [place.slug for place in REGISTER.municipalities]
    regions = [region.slug for region in REGISTER.regions]
    assert len(set(municipalities)) == 308
    assert len(set(regions)) == 19
    assert all(slug.isascii() and slug == fold(slug).replace(" ", "-") for slug in municipalities)


def test_every_municipality_lies_in_finland_and_alone_in_its_place_on_the_map() -> None:
    locations = {place.name_fi: place.location for place in REGISTER.municipalities}
    assert all(59.5 < one.latitude < 70.1 for one in locations.values())
    assert all(19 < one.longitude < 31.6 for one in locations.values())
    cells = {(one.column, one.row) for one in locations.values()}
    assert len(cells) == 308
    assert {min(column for column, _ in cells), min(row for _, row in cells)} == {0}
    north, south = locations["Utsjoki"], locations["Hanko"]
    assert north.latitude > south.latitude
    assert north.row < south.row
    assert locations["Eckerö"].column < locations["Joensuu"].column


def test_the_table_of_locations_has_no_municipality_too_many() -> None:
    assert [row["code"] for row in rows(FOLDER / "locations.csv")] == sorted(TODAY)


def test_successors_are_municipalities_of_today() -> None:
    for former in REGISTER.former:
        assert set(former.successors) <= TODAY, former.name_fi
        assert len(set(former.successors)) == len(former.successors)
    ceded = [former for former in REGISTER.former if not former.successors]
    assert ceded
    assert all(former.date < date(1950, 1, 1) for former in ceded)


def test_events_have_days_and_kinds() -> None:
    assert {former.event for former in REGISTER.former} == {"merged", "split", "renamed"}
    assert all(date(1920, 1, 1) <= former.date <= date(2026, 1, 1) for former in REGISTER.former)
    stated = Counter((former.name_fi, former.date) for former in REGISTER.former)
    assert [event for event, times in stated.items() if times > 1] == []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Turku", "853"),
        ("turku", "853"),
        ("Åbo", "853"),
        ("abo", "853"),
        ("853", "853"),
        ("Maarianhamina", "478"),
        ("Mariehamn", "478"),
        ("Aanaar", "148"),
        ("005", "005"),
    ],
)
def test_a_name_or_code_of_today(name: str, code: str) -> None:
    found = REGISTER.current(name)
    assert found
    assert found.code == code


@pytest.mark.parametrize("name", ["", "Turun", "Turun kaupunki", "Jämsänkoski", "5", "999", "Abc"])
def test_what_is_no_municipality_of_today(name: str) -> None:
    assert REGISTER.current(name) is None


def test_those_that_bore_a_name_are_told_oldest_first() -> None:
    (first,) = REGISTER.dissolved("Pirkkala")
    assert first.date.year == 1922
    again = replace(first, date=date(2030, 1, 1))
    register = replace(REGISTER, former=(again, *REGISTER.former))
    assert register.dissolved("pirkkala") == (first, again)
    assert REGISTER.dissolved("Turku") == ()


def test_a_former_municipality_is_found_by_name_code_and_successor() -> None:
    (former,) = REGISTER.dissolved("Jämsänkoski")
    assert former in REGISTER.dissolved(former.code)
    assert [REGISTER.municipality(code).name_fi for code in former.successors] == ["Jämsä"]
    assert former in REGISTER.former_of(former.successors[0])


def test_former_municipalities_of_one_come_latest_first() -> None:
    days = [former.date for former in REGISTER.former_of("182")]
    assert len(days) > 1
    assert days == sorted(days, reverse=True)


def test_a_municipality_lives_until_the_day_it_ends() -> None:
    (former,) = REGISTER.dissolved("Jämsänkoski")
    assert former.date == date(2009, 1, 1)
    assert former.lived_in(2008)
    assert not former.lived_in(2009)


def test_nobody_is_known_by_a_wrong_code() -> None:
    with pytest.raises(KeyError):
        REGISTER.municipality("000")


def test_names_by_language() -> None:
    turku, mariehamn = REGISTER.municipality("853"), REGISTER.municipality("478")
    assert [turku.name(one) for one in ("fi", "sv", "en")] == ["Turku", "Åbo", "Turku"]
    assert [mariehamn.name(one) for one in ("fi", "sv", "en")] == [
        "Maarianhamina", "Mariehamn", "Mariehamn"]  # fmt: skip
    assert turku.region.name("en") == "Southwest Finland"


def test_swedish_letters_come_last() -> None:
    names = ["Ähtäri", "Åland", "Öja", "Zita", "Aura", "Ypäjä", "Alajärvi"]
    assert sorted(names, key=sort_key) == [
        "Alajärvi", "Aura", "Ypäjä", "Zita", "Åland", "Ähtäri", "Öja"]  # fmt: skip
    found = [place.name_fi for place in REGISTER.in_region("14", "fi")]
    assert found[-1] == "Ähtäri"
    assert found.index("Alajärvi") == 0
