"""A text of any size is measured before it is read, and too much of anything is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuntakesu.check import check
from kuntakesu.cost import DEEPEST, LIMITS, LONGEST_LINE, MOST_LINES, Kind, excess, search_length
from kuntakesu.languages import INTERFACE
from kuntakesu.reporters import text as reporter
from tests.making import ROOT, context, submission, text

# By kind, what a text has just enough of, and what it has too much of.
BOUNDS = {
    Kind.LINE: ("a" * LONGEST_LINE, "a" * (LONGEST_LINE + 1)),
    Kind.LINES: ("\n" * (MOST_LINES - 1), "\n" * MOST_LINES),
    Kind.DEPTH: ("> " * DEEPEST + "a", "> " * (DEEPEST + 1) + "a"),
    Kind.LEVELS: ("    - a\n\n" * 9000, ("> " * 40 + "a\n\n") * 2000),
    Kind.SIGNS: ("*a*\n\n" * 9999, "*a*\n*a*\n*a*\n*a*\n\n" * 3800),
    Kind.STRETCH: (("a" * 9000 + "**a**" * 3 + "\n") * 50, ("a" * 9000 + "**a**" * 9 + "\n") * 50),
    Kind.HEADINGS: (("## a\n" + "a" * 2000 + "\n") * 80, ("## a\n" + "a" * 2000 + "\n") * 200),
    Kind.BRACKETS: ("[" * 1400, "[" * 1420),
    Kind.CELLS: (
        "a|b\n-|-\n" + "c|d\n" * 9000,
        "|" + "a|" * 999 + "\n|" + "-|" * 999 + "\n" + "a|\n" * 50,
    ),
    Kind.NOTES: ("a[^1]\n\n" * 999 + "[^1]: b", "a[^1]\n\n" * 1001 + "[^1]: b"),
    Kind.FENCES: ("```\na\n```\n\n" * 900, "```\na\n```\n\n" * 3000),
}
# What a long plan of an office may have; nothing of it comes near a limit.
LONG_PLAN = {
    "paragraphs": 40
    * (("Opetus kehittyy **yhdessä**. " + "Sanoja on vielä monta. " * 4) * 80 + "\n\n"),
    "table": "| Tavoite | Toimi | Vastuu | Mittari |\n|---|---|---|---|\n"
    + "| Lukutaito **vahvistuu** | [Kirjasto](https://x.fi/a) | Rehtori | Testi [1] |\n" * 300,
    "lists": ("## Otsikko\n\n" + "- kohta\n    - alakohta\n        - vielä syvempi\n" * 40) * 40,
    "lines": ("## Otsikko\nTeksti jatkuu heti.\n" + "Rivi ilman tyhjiä rivejä.\n" * 50) * 20,
    "notes": "".join(f"Väite[^{n}].\n\n[^{n}]: Lähde <https://x.fi/{n}>\n\n" for n in range(800)),
    "ruler": "- " * 200 + "\n\n" + "-" * 200 + "\n\n" + "* * *\n\n" * 200,
}


def found(body: str) -> Kind | None:
    over = excess(body.split("\n"))
    return over.kind if over else None


@pytest.mark.parametrize("kind", Kind)
def test_each_limit_lets_pass_what_is_within_and_names_what_is_not(kind: Kind) -> None:
    within, over = BOUNDS[kind]
    assert found(within) is None
    assert found(over) is kind


@pytest.mark.parametrize("kind", sorted(set(Kind) - {Kind.LINES, Kind.FENCES}))
def test_the_place_of_an_excess_is_where_it_stands(kind: Kind) -> None:
    body = "Sana.\n\n" * 3 + BOUNDS[kind][1]
    over, alone = excess(body.split("\n"), 10), excess(BOUNDS[kind][1].split("\n"), 16)
    assert over is not None
    assert alone is not None
    assert (over.kind, over.line, over.column) == (kind, alone.line, alone.column)
    assert over.found > over.limit >= 0


@pytest.mark.parametrize("language", INTERFACE)
@pytest.mark.parametrize("kind", Kind)
def test_an_excess_is_told_in_every_language_with_what_was_found(kind: Kind, language: str) -> None:
    read = submission(text(f"## Oppilaiden oppiminen\n\n{BOUNDS[kind][1]}\n"))
    report = check((read,), context())
    (one,) = report.diagnostics
    assert (one.code, one.variant) == ("text-limits", kind.value)
    assert not report.sound_plans()
    said = reporter.report(report, language)
    assert re.sub(r"\D", "", said).count(str(one.arguments["limit"])) > 0
    assert "{" not in said
    assert len(said.splitlines()) > 2


@pytest.mark.parametrize("name", LONG_PLAN)
def test_a_long_plan_comes_nowhere_near_a_limit(name: str) -> None:
    body = LONG_PLAN[name]
    assert found(body) is None
    assert submission(text(body)).document.excess is None


def test_no_plan_or_case_comes_near_a_limit_but_those_of_the_rule() -> None:
    files = [*ROOT.glob("plans/**/*.md"), *ROOT.glob("tests/cases/**/*.md")]
    for file in files:
        if file.parent.name != "text-limits" or file.stem.startswith("passes-"):
            raw = file.read_bytes().decode("utf-8", "replace")
            assert found("\n\n".join([raw] * 5)) is None, file


def test_search_length_counts_from_each_bracket_to_its_pair() -> None:
    assert search_length("[ab] [c") == 3 + 2
    assert search_length("ei sulkeita ]") == 0
    assert search_length("[ab](cd) [](ef") == 3 + 2 + 1 + 2


@given(st.text(alphabet="[]()a\n", max_size=40))
def test_search_length_is_what_searching_from_each_bracket_gives(written: str) -> None:
    assert search_length(written) == sum(_searches(written))


def _searches(written: str) -> Iterator[int]:
    open_at: list[int] = []
    for place, sign in enumerate(written):
        if sign == "[":
            open_at.append(place)
        elif sign == "]" and open_at:
            yield place - open_at.pop()
    yield from (len(written) - place for place in open_at)
    for link in re.finditer(r"\]\(", written):
        end = written.find(")", link.end())
        yield (end if end >= 0 else len(written)) - link.end()


@given(st.lists(st.sampled_from(["- ", "> ", "    ", "\t", "a", "# ", "[", "|", "-|-", "`", "\n"])))
def test_any_lines_can_be_measured(pieces: list[str]) -> None:
    lines = "".join(pieces).split("\n")
    over = excess(lines, 5)
    assert over is None or 5 <= over.line <= 5 + len(lines)


def test_every_kind_has_a_limit_of_its_own() -> None:
    assert set(Kind) == {*LIMITS, Kind.LINE, Kind.LINES, Kind.DEPTH}
