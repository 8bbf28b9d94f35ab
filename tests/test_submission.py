"""A file becomes a plan: whose it is, by the register, and what its front matter says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kuntakesu.diagnostics import Span
from kuntakesu.nodes import Scalar
from kuntakesu.plan import Approval, Original, Period
from kuntakesu.source import decode
from kuntakesu.submission import read_place, read_submission
from kuntakesu.vocabulary.register import read_register
from tests.making import BODY, plan, submission, text

REGISTER = read_register()
WHOLE = {
    "title": '"Mallila: suunnitelma"',
    "municipality": "[Espoo, Grankulla]",
    "themes": "[johtaminen, oppiminen]",
    "approved": '{date: 2024-12-15, body: Lautakunta, decision: "§ 12", url: "https://a.fi/b"}',
    "levels": "[lukio, perusopetus]",
    "kind": "koulukesu",
    "summary": "Tiivistelmä.",
    "published_by": "editor",
    "source": '{title: Asiakirja, url: "https://a.fi/c", year: 2024}',
    "partners": "[Yksi, Toinen]",
    "contact": "sivistys@example.fi",
    "translation_of": "mallilan-kunta/2025-2029.sv",
    "replaces": "mallilan-kunta/2021-2024",
    "reviewed": "2025-10-01",
}


def place(name: str, period: str = "2025-2029") -> tuple[str, ...] | None:
    found = read_place(Scalar(name, Span()), Period.read(period), REGISTER)
    return found.codes if found else None


def test_a_plan_says_what_its_front_matter_says() -> None:
    found = plan(**WHOLE)
    assert found.name == "mallilan-kunta/2025-2029"
    assert found.title == "Mallila: suunnitelma"
    assert found.codes == ("049", "235")
    assert found.period == Period(2025, 2029)
    # Themes come in their official order, levels as given.
    assert found.themes == ("oppiminen", "johtaminen")
    assert found.levels == ("lukio", "perusopetus")
    assert found.approval == Approval(date(2024, 12, 15), "Lautakunta", "§ 12", "https://a.fi/b")
    assert found.original == Original("Asiakirja", "https://a.fi/c", "2024")
    assert (found.kind, found.published_by) == ("koulukesu", "editor")
    assert (found.summary, found.contact) == ("Tiivistelmä.", "sivistys@example.fi")
    assert found.partners == ("Yksi", "Toinen")
    assert found.translation_of == "mallilan-kunta/2025-2029.sv"
    assert found.replaces == "mallilan-kunta/2021-2024"
    assert found.reviewed == date(2025, 10, 1)
    assert [target.title for target in found.body.themes[0].targets] == ["Lukutaito"]


def test_what_is_not_said_has_its_default() -> None:
    found = plan()
    assert (found.kind, found.published_by) == ("kuntakesu", "provider")
    assert not found.approval.is_known
    assert found.reviewed is None
    assert (found.summary, found.partners, found.levels, found.pictures) == ("", (), (), ())


def test_pictures_are_told_by_the_names_of_their_files() -> None:
    body = "![a](kuva%201.png)\n\n![b](muut/b.png)\n\n![c](../c.png?v=2#x)"
    assert plan(body=body).pictures == ("kuva 1.png", "muut/b.png", "../c.png")


@pytest.mark.parametrize("name", ["Espoo", "espoo", "Esbo", "049", " Espoo "])
def test_a_municipality_by_name_in_either_language_or_code(name: str) -> None:
    assert place(name) == ("049",)


@pytest.mark.parametrize(("written", "code"), [("020", "020"), ("005", "005"), ("'005'", "005")])
def test_a_code_is_text_and_no_number(written: str, code: str) -> None:
    assert plan(municipality=written).codes == (code,)


def test_a_former_municipality_is_found_under_its_successor() -> None:
    found = plan("mallilan-kunta/2006-2008", municipality="Jämsänkoski")
    (jamsankoski,) = found.places
    assert [REGISTER.municipality(code).name_fi for code in found.codes] == ["Jämsä"]
    assert jamsankoski.former
    assert jamsankoski.former.name_fi == "Jämsänkoski"
    assert jamsankoski.former.lived_in(found.period.start)


def test_a_divided_municipality_is_found_under_each_successor() -> None:
    several = next(
        former
        for former in REGISTER.former
        if len(former.successors) > 1
        and not REGISTER.current(former.name_fi)
        and len(REGISTER.dissolved(former.name_fi)) == 1
    )
    assert place(several.name_fi, str(max(1900, several.date.year - 1))) == several.successors


def test_of_several_that_bore_the_name_the_plans_time_chooses() -> None:
    (first,) = REGISTER.dissolved("Jämsänkoski")
    again = replace(first, date=date(2031, 1, 1), successors=("853",))
    register = replace(REGISTER, former=(again, *REGISTER.former))
    stated = Scalar("Jämsänkoski", Span())
    chosen = {
        period: read_place(stated, Period.read(period), register)
        for period in ("2006-2008", "2025-2029", "2035")
    }
    # Where none was left, the latest is meant; that its time is past is for a rule to say.
    assert [found and found.former for found in chosen.values()] == [first, again, again]


@pytest.mark.parametrize("name", ["Mallila", "Espoon kaupunki", "999", "5"])
def test_no_municipality_no_place(name: str) -> None:
    assert place(name) is None


@pytest.mark.parametrize(
    "broken",
    [
        *({key: ""} for key in ("title", "provider", "municipality", "period", "language")),
        {"themes": ""},
        {"status": ""},
        {"status": "adopted"},
        {"period": "2025–2029"},
        {"municipality": "[Espoo, Mallila]"},
    ],
    ids=str,
)
def test_too_little_or_wrong_makes_no_plan(broken: dict[str, str]) -> None:
    assert submission(text(**broken)).plan is None


def test_a_broken_header_makes_no_plan_but_its_body_is_read() -> None:
    found = submission(text(title="a: b: c"))
    assert found.plan is None
    assert [section.theme for section in found.body.sections] == ["oppiminen"]


def test_a_file_that_is_no_text_has_nothing_else() -> None:
    found = submission("x")
    bytes_found = read_submission(decode(b"\xff\xfe", "plans/a/2020.md"), REGISTER, None)  # type: ignore[arg-type]
    assert (found.source.fault, bytes_found.source.fault) == ("", "encoding")
    assert (bytes_found.plan, bytes_found.body.sections) == (None, ())


@pytest.mark.parametrize(
    ("content", "name", "language"),
    [
        (text(language="sv"), "a/2025", "sv"),
        (text(language="se"), "a/2025", "fi"),
        (text(language="suomi"), "a/2025.en", "en"),
        (text(language="en", title="a: b: c"), "a/2025", "en"),
        ("Bara text", "a/2025.sv", "sv"),
        ("", "a/2025", "fi"),
    ],
)
def test_the_author_is_spoken_to_in_the_plans_language(
    content: str, name: str, language: str
) -> None:
    assert submission(content, name).language == language


def test_places_of_texts_in_the_body() -> None:
    found = submission(text(body="`[x]` [x]\n\n[x] &#91;y]\n" + BODY))
    start = found.body_start.line
    assert [span for _, span in found.places(["[x]", "[x]", "[y]", "[z]"])] == [
        Span(start + 1, 7, 10),
        Span(start + 3, 1, 4),
        Span(start + 3, 1, len("[x] &#91;y]") + 1),
        found.body_start,
    ]
