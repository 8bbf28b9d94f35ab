"""Traces of a person, and the ordinary numbers that are none.

The identity codes have a number above 899, which is never given to a person.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.numbers import SORTS, Clerk
from bench.personal import invented, is_found, kinds_in
from bench.planted import planted
from kuntakesu.check import check
from kuntakesu.personal import CENTURIES, CHECK_CHARACTERS, traces
from kuntakesu.render import Renderer
from kuntakesu.reporters import text as reporter
from tests.making import BODY, ROOT, context, submission, text


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


@pytest.mark.parametrize("kind", ["identity", "email", "phone", "iban"])
def test_a_trace_is_found_however_it_is_written(kind: str) -> None:
    ways = [one for one in planted() if one.kind == kind]
    assert len({one.writing for one in ways}) > 20
    renderer = Renderer()
    assert [one.line for one in ways if not is_found(one, renderer)] == []


def test_there_are_hundreds_of_planted_traces() -> None:
    assert len(list(planted())) >= 200


def test_no_plan_of_the_checkout_and_hardly_an_invented_one_has_a_trace() -> None:
    own = [file.read_text(encoding="utf-8") for file in sorted((ROOT / "plans").glob("*/*.md"))]
    assert not kinds_in(line for plan in own for line in plan.split("\n"))
    told = kinds_in(line for source in invented(50) for line in source.lines)
    assert told.total() < 20
    assert set(told) <= {"phone"}


@pytest.mark.parametrize("sort", [sort for sort in SORTS if not sort.startswith("| 0")])
def test_numbers_that_belong_to_nobody_are_no_traces(sort: str) -> None:
    for number in range(40):
        line = next(
            line for line, of in zip(Clerk(number).lines(), SORTS, strict=True) if of == sort
        )
        assert found(line) == [], line


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("+46 70 123 45 67", "phone"),
        ("+372 5123 4567", "phone"),
        ("puh. 040/123 4567", "phone"),
        ("puh 040.123.4567", "phone"),
        ("maija.mallikas at example.fi", "email"),
        ("maija@gmail.com", "email"),
    ],
)
def test_what_only_people_have_is_found(line: str, kind: str) -> None:
    assert found(line) == [(kind, line.partition(". ")[2] or line.removeprefix("puh "))]


@pytest.mark.parametrize(
    "line", ["+1 200 300", "+46 000 000 000", "049 1234567", "koulu@gmail.com", "023 825 132"]
)
def test_what_nobody_has_is_not(line: str) -> None:
    assert found(line) == []


def test_no_diagnostic_repeats_what_is_hidden_by_its_writing() -> None:
    content = text(
        f"{BODY}\nKysy maija.**mallikas**&commat;example.fi\n",
        contact='"010190-900\\u0050"',
        reviewed='"010190-900\\u0050"',
    )
    one = submission(content)
    report = check((one,), context({one.source.name: one}))
    assert {"personal-contact", "personal-identity-code", "field-value"} <= {
        found.code for found in report.diagnostics
    }
    said = reporter.report(report, None)
    assert "mallikas" not in said
    assert "900" not in said


def test_a_number_without_end_is_read_in_a_time_that_grows_with_it() -> None:
    assert traces("040" + "0" * 5000 + ".5") == ()


def test_of_very_many_traces_each_is_found_once() -> None:
    found_ones = traces("maija.mallikas@example.fi " * 5000)
    assert [one.kind for one in found_ones] == ["email"] * 5000
