"""A plan named in a text of one's own, in each style and for each program."""

from __future__ import annotations

import json
import re

import pytest

from kuntakesu.languages import words
from kuntakesu.pages.citations import STYLES, bibtex, citations, csl_json, in_style, ris
from kuntakesu.pages.plan import citation
from kuntakesu.pages.view import View
from kuntakesu.plan import Plan
from tests.making import catalogue, plan

URL = "https://example.fi/kk/suunnitelmat/mallilan-kunta/2025-2029/"
APPROVED = plan(approved="{date: 2024-12-05}")
SUMMARY = plan(published_by="editor", source="{title: Asiakirja, year: 2023}", language="sv")
UNDATED = plan()
say = words("fi")


@pytest.mark.parametrize(
    ("style", "line"),
    [
        ("apa", f"Mallilan kunta. (2024). Mallilan kehittämissuunnitelma. KuntaKesu. {URL}"),
        ("chicago", f"Mallilan kunta. 2024. ”Mallilan kehittämissuunnitelma.” KuntaKesu. {URL}"),
        ("mla", f"Mallilan kunta. ”Mallilan kehittämissuunnitelma.” KuntaKesu, 2024, {URL}."),
    ],
)
def test_each_style_has_its_order(style: str, line: str) -> None:
    assert in_style(style, APPROVED, URL, say) == line


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(("language", "none"), [("fi", "s.a."), ("sv", "u.å."), ("en", "n.d.")])
def test_no_year_is_made_up(style: str, language: str, none: str) -> None:
    line = in_style(style, UNDATED, URL, words(language))
    assert none in line
    assert ".." not in line
    assert not re.search(r"\b20\d\d\b", line.replace(URL, ""))


def test_the_year_is_that_of_the_document_where_no_approval_is_stated() -> None:
    assert "(2023)" in in_style("apa", SUMMARY, URL, say)
    assert "year = {2023}" in bibtex(SUMMARY, URL, say)
    assert "PY  - 2023" in ris(SUMMARY, URL, say)
    assert json.loads(csl_json(SUMMARY, URL, say))[0]["issued"] == {"date-parts": [[2023]]}


def test_bibtex_keeps_names_and_signs() -> None:
    odd = plan(title='"100 % & _{x} #1 ~ ^ \\\\ $"', provider="A ja B")
    entry = bibtex(odd, f"{URL}?a={{b}}", say)
    assert entry.startswith("@misc{mallilan-kunta-2025-2029,\n")
    assert "author = {{A ja B}}" in entry
    escaped = r"100 \% \& \_\{x\} \#1 \textasciitilde{} \textasciicircum{} \textbackslash{} \$"
    assert f"title = {{{{{escaped}}}}}" in entry
    assert f"url = {{{URL}?a=%7Bb%7D}}" in entry
    bare = re.sub(r"\\[{}]", "", entry)
    assert bare.count("{") == bare.count("}")


def test_ris_has_a_line_a_tag_and_its_end() -> None:
    lines = ris(APPROVED, URL, say).split("\n")
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines)
    told = dict(line.split("  - ", 1) for line in lines)
    assert told == {
        "TY": "RPRT",
        "AU": "Mallilan kunta",
        "TI": "Mallilan kehittämissuunnitelma",
        "PY": "2024",
        "PB": "KuntaKesu",
        "LA": "fi",
        "UR": URL,
        "ER": "",
    }


def test_csl_json_is_an_item_of_the_citation_style_language() -> None:
    assert json.loads(csl_json(APPROVED, URL, say)) == [
        {
            "id": "mallilan-kunta-2025-2029",
            "type": "report",
            "author": [{"literal": "Mallilan kunta"}],
            "title": "Mallilan kehittämissuunnitelma",
            "issued": {"date-parts": [[2024, 12, 5]]},
            "publisher": "KuntaKesu",
            "language": "fi",
            "URL": URL,
        }
    ]


@pytest.mark.parametrize("one", [APPROVED, SUMMARY, UNDATED])
def test_an_editors_summary_says_that_it_is_one(one: Plan) -> None:
    note = say("site.plan.editor").rstrip(".")
    texts = {way.name: way.text for way in citations(one, URL, say)}
    for name in ("BibTeX", "RIS", "CSL-JSON"):
        assert (note in texts[name]) == (one.published_by == "editor")
    lines = [in_style(style, one, URL, say) for style in STYLES]
    lines.append(citation(one, View(catalogue(one), "fi", "https://example.fi/kk/")))
    for line in lines:
        assert (f" [{note.lower()}]" in line) == (one.published_by == "editor")


def test_all_ways_are_offered() -> None:
    names = [way.name for way in citations(APPROVED, URL, say)]
    assert names == ["APA 7", "Chicago 18", "MLA 9", "BibTeX", "RIS", "CSL-JSON"]
