"""The three ways to tell what was found."""

from __future__ import annotations

import json as reader

import pytest

from kuntakesu.check import Report, all_rules, check
from kuntakesu.diagnostics import Diagnostic, Severity, Span
from kuntakesu.languages import INTERFACE, words
from kuntakesu.render import Renderer
from kuntakesu.reporters import github, json, text
from kuntakesu.reporters.sentence import hint, message
from kuntakesu.rules import Context
from kuntakesu.source import Source
from kuntakesu.submission import read_submission
from kuntakesu.vocabulary.register import read_register

HEADER = """---
title: Plan
provider: Mallilan kunta
municipality: Espoo
period: {period}
language: {language}
themes: [oppiminen]
status: approved
---

## Oppiminen

Teksti.
"""
PATH = "plans/mallilan-kunta/2025-2029.md"


def report(period: str = "2029-2025", language: str = "fi", path: str = PATH) -> Report:
    source = Source(path, HEADER.format(period=period, language=language))
    submission = read_submission(source, read_register(), Renderer())
    return check((submission,), Context(read_register(), {source.name: submission}))


def test_text_has_a_caret_under_the_place() -> None:
    assert text.report(report(), None) == (
        f"{PATH}:5:9: error[period-order]: suunnitelmakausi päättyy (2025) ennen kuin se alkaa "
        "(2029)\n"
        "  |\n"
        "5 | period: 2029-2025\n"
        "  |         ^^^^^^^^^\n"
        "  = vihje: kirjoita alkuvuosi ensin, esimerkiksi 2025-2029\n"
        "\n"
        "1 suunnitelma tarkistettu, 1 virhe"
    )


@pytest.mark.parametrize(
    ("own", "asked", "expected"),
    [
        ("fi", None, "suunnitelmakausi päättyy"),
        ("sv", None, "planperioden slutar"),
        ("en", None, "the period ends"),
        ("se", None, "suunnitelmakausi päättyy"),
        ("fi", "sv", "planperioden slutar"),
        ("sv", "en", "the period ends"),
    ],
)
def test_the_language_is_the_one_asked_for_or_the_plans_own(
    own: str, asked: str | None, expected: str
) -> None:
    found = report(language=own)
    assert expected in text.report(found, asked)
    assert expected in github.report(found, asked)
    assert expected in json.report(found, asked)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fi", "1 suunnitelma tarkistettu, ei huomautettavaa"),
        ("sv", "1 plan kontrollerad, inga anmärkningar"),
        ("en", "1 plan checked, no problems found"),
    ],
)
def test_success_is_said_too(language: str, expected: str) -> None:
    found = report(period="2025-2029", language=language)
    assert found.passed
    assert text.report(found, None) == expected
    assert github.report(found, None) == ""


def test_a_long_line_is_cut_around_the_place() -> None:
    line = "a" * 500 + "X" + "b" * 500
    block = text.one_diagnostic(diagnostic(Span(5, 501, 502), line), "en").split("\n")
    assert len(block[2]) == len("5 | ") + text.WIDEST
    assert block[2][block[3].index("^")] == "X"


def test_a_tab_does_not_move_the_caret() -> None:
    block = text.one_diagnostic(diagnostic(Span(5, 2, 3), "\tX"), "en").split("\n")
    assert block[2][block[3].index("^")] == "X"


def test_github_commands_are_escaped() -> None:
    found = diagnostic(Span(5, 9, 18), "x", path="plans/a,b:c/100%.md", end="50%\n::error::x")
    command = github.report(Report((), (found,)), "en")
    assert command.startswith(
        "::error file=plans/a%2Cb%3Ac/100%25.md,line=5,endLine=5,col=9,endColumn=18,"
        "title=period-order::the period ends (50%25%0A::error::x)"
    )
    assert "\n" not in command


def test_json_is_one_object_in_a_stable_order() -> None:
    content = reader.loads(json.report(report(), "en"))
    assert list(content) == ["checked", "passed", "diagnostics"]
    assert (content["checked"], content["passed"]) == (1, False)
    assert content["diagnostics"] == [
        {
            "path": PATH,
            "line": 5,
            "column": 9,
            "end_column": 18,
            "severity": "error",
            "code": "period-order",
            "message": "the period ends (2025) before it begins (2029)",
            "hint": "write the first year first, for example 2025-2029",
        }
    ]


def test_sentences_start_small_and_have_no_full_stop() -> None:
    for language in INTERFACE:
        for rule in all_rules():
            under = words(language).under(f"rules.{rule.code}")
            said = [one for key, one in under.items() if key.split(".")[0] == "message"]
            assert said, (language, rule.code)
            for sentence in said:
                assert not sentence.endswith("."), (language, rule.code)
                first = sentence.lstrip('”“"')[0]
                assert first == "{" or first.islower() or not first.isalpha(), sentence


def test_every_language_has_the_same_sentences() -> None:
    parts = ("message", "hint", "suggestion")
    for rule in all_rules():
        keys = [
            {key for key in words(language).under(f"rules.{rule.code}") if key.startswith(parts)}
            for language in INTERFACE
        ]
        assert keys[0] == keys[1] == keys[2], rule.code
        assert keys[0]


def test_a_suggestion_takes_the_place_of_the_hint() -> None:
    found = diagnostic(Span(), "x", code="unknown-theme", found="a", known="b", suggestion="c")
    assert message(found, "en") == "there is no theme “a”"
    assert hint(found, "en") == "did you mean “c”? The themes are b"


def diagnostic(
    span: Span, excerpt: str, *, path: str = PATH, code: str = "period-order", **arguments: str
) -> Diagnostic:
    given = {"start": "1", "end": "2", **arguments}
    return Diagnostic(path, span, code, Severity.ERROR, given, "", "fi", excerpt)
