"""Traces of a person, and the ordinary numbers that are none.

The identity codes have a number above 899, which is never given to a person.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuntakesu.personal import CENTURIES, CHECK_CHARACTERS, traces


def found(line: str) -> list[tuple[str, str]]:
    return [(trace.kind, line[trace.start : trace.end]) for trace in traces(line)]


def check_character(digits: str) -> str:
    return CHECK_CHARACTERS[int(digits) % 31]


@given(
    st.dates(), st.sampled_from(sorted(CENTURIES)), st.integers(900, 999), st.sampled_from("0123C")
)
def test_a_code_is_known_by_its_check_character(
    born: object, sign: str, number: int, other: str
) -> None:
    day = f"{born:%d%m%y}"
    right = check_character(f"{day}{number}")
    code = f"{day}{sign}{number}"
    if day.startswith("2902"):  # a leap day in one century is none in another
        return
    assert found(f"tunnus {code}{right}.") == [("identity", f"{code}{right}")]
    if other != right:
        assert "identity" not in dict(found(f"tunnus {code}{other}."))


@pytest.mark.parametrize(
    "line",
    ["310290-900", "010190-900PX", "X010190-900P", "1010190-900P", "000190-9001", "010190/900P"],
)
def test_no_day_or_no_word_of_its_own_is_no_code(line: str) -> None:
    digits = line.replace("-", "")
    line += check_character(digits) if digits.isdigit() and len(digits) == 9 else ""
    assert "identity" not in dict(found(line))


@pytest.mark.parametrize(
    "address",
    [
        "maija.mallikas@example.fi",
        "m.mallikas@edu.example.fi",
        "maija-liisa.mallikas-esimerkki@example.fi",
        "maija.mallikas2@example.fi",
        "maija.mallikas(at)example.fi",
        "maija.mallikas [at] example.fi",
        "maija.postila@example.fi",
        "åsa.öberg@example.fi",
    ],
)
def test_an_address_of_two_names_is_a_persons(address: str) -> None:
    assert found(f"Lisätietoja: {address}, klo 9–15") == [("email", address)]


@pytest.mark.parametrize(
    "address",
    [
        "kirjaamo@example.fi",
        "sivistys@example.fi",
        "opetus.toimisto@example.fi",
        "kirjaamo.mallila@example.fi",
        "mallila.varhaiskasvatus@example.fi",
        "etunimi.sukunimi@example.fi",
        "förnamn.efternamn@example.fi",
        "firstname.lastname@example.fi",
        "bildning.kansli@example.fi",
    ],
)
def test_an_address_of_an_office_is_not(address: str) -> None:
    assert found(f"Lisätietoja: {address}") == []


@pytest.mark.parametrize(
    "number",
    [
        "040 1234567",
        "040-123 4567",
        "0401234567",
        "050 555 1234",
        "0457 123 4567",
        "+358 40 123 4567",
        "+358 (0)40 1234567",
        "00358 40 123 4567",
        "+358401234567",
        "(09) 123 4567",
        "09 123 4567",
        "014 266 0000",
        "018-12 345",
        "040\u00a0123\u00a04567",
    ],
)
def test_telephone_numbers_are_found(number: str) -> None:
    assert found(f"puh. {number}, arkisin") == [("phone", number)]


@pytest.mark.parametrize(
    "line",
    [
        "1 885 705 euroa",
        "1 040 123 456 euroa",
        "2018–2021",
        "08 2025",
        "08 2025 2026",
        "05-08-2025",
        "05 08 2025",
        "1.8.2025 09.00–15.00",
        "klo 08 - 16",
        "12/2110/2020",
        "dnro 0401234/2020",
        "OKM/19/040/2020",
        "0123456-7",
        "y-tunnus 0201256-6",
        "1.2.246.562.10.12345678901",
        "020 123 4567",
        "0295 330 000",
        "0800 12345",
        "https://x.fi/0401234567/a?id=0401234567",
        "ISBN 978-952-13-1234-5",
        "049, 091, 235",
        "XX21 1234 5600 0007 85",
    ],
)
def test_other_numbers_are_not(line: str) -> None:
    assert found(line) == []


@pytest.mark.parametrize(
    "account",
    [
        "FI21 1234 5600 0007 85",
        "FI2112345600000785",
        "SE45 5000 0000 0583 9825 7466",
        "DE89370400440532013000",
        "fi21 1234 5600 0007 85",
    ],
)
def test_accounts_are_known_by_their_check_digits(account: str) -> None:
    assert found(f"Tilille {account} BIC ABCDFIHH") == [("iban", account)]
    wrong = f"{account[:-1]}{(int(account[-1]) + 1) % 10}"
    assert "iban" not in dict(found(f"Tilille {wrong} tai"))


@given(st.text(max_size=120) | st.text("0123456789 -+.,()@/AFISEfi٣\u00a0", max_size=60))
def test_any_line_gives_traces_within_it_that_do_not_overlap(line: str) -> None:
    ends = 0
    for trace in traces(line):
        assert ends <= trace.start < trace.end <= len(line)
        ends = trace.end
