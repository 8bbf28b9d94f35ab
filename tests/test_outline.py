"""Bodies taken apart into themes, targets and parts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kuntakesu.body import Body, Section, Target
from kuntakesu.hyperlinks import OUTWARD
from kuntakesu.outline import read_body
from kuntakesu.render import Renderer
from kuntakesu.vocabulary.terms import parts, themes

RENDERER = Renderer()


def read(text: str, first_line: int = 1) -> Body:
    return read_body(RENDERER.document(text, first_line), RENDERER)


def section(text: str) -> Section:
    (only,) = read(text).sections
    return only


def target(text: str) -> Target:
    (only,) = section(f"## Johtaminen\n\n### Kohde\n\n{text}").targets
    return only


def told(text: str) -> list[tuple[str, str]]:
    return [(part.kind, part.content.text) for part in target(text).parts]


EVERY_THEME_NAME = [
    (code, name)
    for code, languages in themes().names.items()
    for names in languages.values()
    for name in names
]
EVERY_PART_NAME = [
    (code, name)
    for code, languages in parts().names.items()
    for names in languages.values()
    for name in names
]


@pytest.mark.parametrize(("code", "name"), EVERY_THEME_NAME)
@pytest.mark.parametrize(
    "pattern", ["## {}", "## 1. {}", "## Teema 2: {}", "## {} ##", "## **{}**"]
)
def test_a_theme_is_known_by_each_of_its_names(code: str, name: str, pattern: str) -> None:
    assert section(pattern.format(name.upper())).theme == code


@pytest.mark.parametrize(
    ("heading", "theme"),
    [
        ("Oppilaiden oppiminen", "oppiminen"),
        ("Osaamisen kehittäminen", "osaaminen"),
        ("Hyvinvointi", "hyvinvointi"),
        ("2 Johtaminen", "johtaminen"),
        ("2.1 Johtaminen", "johtaminen"),
        ("3) Johtaminen", "johtaminen"),
        ("Tema 3: Hållbart välbefinnande", "hyvinvointi"),
        ("Theme 1: Pupils’ learning", "oppiminen"),
        ("Johtaminen:", "johtaminen"),
        ("Varhaiskasvatus", ""),
        ("Johtaminen ja kaikki muu", ""),
        ("1.", ""),
        ("", ""),
    ],
)
def test_headings_as_plans_write_them(heading: str, theme: str) -> None:
    assert section(f"## {heading}\n\nTeksti.").theme == theme


def test_a_section_that_is_no_theme_keeps_all_its_text() -> None:
    found = section("## Lukio\n\nAlku.\n\n### Kohde\n\n**Tavoitteet:** Yksi.")
    assert (found.title, found.theme, found.targets) == ("Lukio", "", ())
    assert found.intro.text == "Alku. Kohde Tavoitteet: Yksi."


def test_text_before_sections_and_targets_is_an_introduction() -> None:
    body = read("Aluksi.\n\n## Johtaminen\n\nTeeman alku.\n\n### Kohde\n\nKohteen teksti.")
    assert body.intro.text == "Aluksi."
    assert body.themes[0].intro.text == "Teeman alku."
    assert body.themes[0].targets[0].parts[0].content.text == "Kohteen teksti."


def test_a_target_belongs_to_the_theme_above_it() -> None:
    body = read("## Johtaminen\n\n### A\n\n### B\n\n## Hyvinvointi\n\n### C")
    assert [(one.theme, [target.title for target in one.targets]) for one in body.sections] == [
        ("johtaminen", ["A", "B"]),
        ("hyvinvointi", ["C"]),
    ]


def test_a_heading_of_the_first_level_counts_as_the_second() -> None:
    assert section("# Johtaminen").theme == "johtaminen"


@pytest.mark.parametrize(("kind", "name"), EVERY_PART_NAME)
@pytest.mark.parametrize("pattern", ["**{}:** Sisältö.", "**{}**: Sisältö.", "#### {}\n\nSisältö."])
def test_a_part_is_known_by_each_of_its_names(kind: str, name: str, pattern: str) -> None:
    assert told(pattern.format(name.capitalize())) == [(kind, "Sisältö.")]


@pytest.mark.parametrize("kind", parts().codes)
def test_a_target_gives_each_kind_of_part_by_name(kind: str) -> None:
    found = target(f"**{parts().names[kind]['fi'][0]}:** Sisältö.")
    assert [content.text for content in getattr(found, kind)] == ["Sisältö."]


def test_parts_stand_in_their_order_and_a_kind_may_come_twice() -> None:
    found = target("**Tavoitteet:** A.\n\n**Mittarit**: B.\n\n**Tavoitteet:** C.")
    assert [part.kind for part in found.parts] == ["goals", "indicators", "goals"]
    assert [content.text for content in found.goals] == ["A.", "C."]


def test_a_list_after_a_label_belongs_to_it() -> None:
    assert told("**Tavoitteet:**\n\n- yksi\n- kaksi\n\n**Vastuu:** Rehtori.") == [
        ("goals", "yksi kaksi"),
        ("responsible", "Rehtori."),
    ]


def test_a_list_after_a_labelled_sentence_belongs_to_it() -> None:
    assert told("**Toimenpiteet:** Näin:\n\n1. yksi\n2. kaksi") == [("actions", "Näin: yksi kaksi")]


def test_a_table_after_a_label_belongs_to_it() -> None:
    assert told("**Mittarit:**\n\n| a | b |\n|---|---|\n| 1 | 2 |") == [("indicators", "a b 1 2")]


def test_the_paragraph_after_a_lone_label_belongs_to_it_and_the_next_does_not() -> None:
    assert told("**Seuranta:**\n\nVuosittain.\n\nMuuta tekstiä.") == [
        ("monitoring", "Vuosittain."),
        ("", "Muuta tekstiä."),
    ]


def test_the_paragraph_after_a_labelled_sentence_is_text_of_its_own() -> None:
    assert told("**Seuranta:** Vuosittain.\n\nMuuta tekstiä.") == [
        ("monitoring", "Vuosittain."),
        ("", "Muuta tekstiä."),
    ]


def test_a_heading_holds_all_up_to_the_next_heading() -> None:
    assert told("#### Tavoitteet\n\nA.\n\nB.\n\n- C\n\n#### Arviointi\n\nD.") == [
        ("goals", "A. B. C"),
        ("evaluation", "D."),
    ]


def test_an_unknown_heading_within_a_target_keeps_its_words() -> None:
    assert told("#### Taustaa\n\nA.\n\n**Tavoitteet:** B.") == [("", "Taustaa A."), ("goals", "B.")]


@pytest.mark.parametrize(
    "text",
    ["**Tavoitteet** Yksi.", "**Huomio:** Yksi.", "Siis **tavoitteet:** Yksi.", "*Tavoitteet:* Y."],
)
def test_bold_words_that_are_no_label_are_text(text: str) -> None:
    assert [kind for kind, _ in told(text)] == [""]


def test_a_part_keeps_what_is_within_it() -> None:
    (content,) = target("**Tavoitteet:** Ks. [linkki](https://x.fi) ja **lihava**.").goals
    assert content.html == (
        f'<p>Ks. <a href="https://x.fi" rel="{OUTWARD}">linkki</a> ja <strong>lihava</strong>.</p>'
    )


def test_underlined_headings_are_headings() -> None:
    body = read("Johtaminen\n==========\n\nA.\n\nHyvinvointi\n-----------\n\nB.")
    assert [(one.theme, one.line) for one in body.sections] == [
        ("johtaminen", 1),
        ("hyvinvointi", 6),
    ]


def test_lines_are_counted_in_the_file() -> None:
    text = "A.\n\n## Johtaminen\n\n```\n## ei\n\n## tämä\n```\n\n[^1]: A.\n##Hyvinvointi\nTeksti."
    assert [(one.title, one.line) for one in read(text, 11).sections] == [
        ("Johtaminen", 13),
        ("Hyvinvointi", 22),
    ]


@pytest.mark.parametrize("fence", ["```", "~~~", "``` text"])
def test_a_heading_in_code_is_code(fence: str) -> None:
    found = section(f"## Johtaminen\n\n{fence}\n##   Hyvinvointi\n\nx\n---\n{fence[:3]}\n\nLoppu.")
    assert found.title == "Johtaminen"
    assert found.intro.html == "<pre><code>##   Hyvinvointi\n\nx\n---\n</code></pre>\n<p>Loppu.</p>"


def test_indented_code_is_code() -> None:
    assert "<code>## Hyvinvointi" in section("## Johtaminen\n\n    ## Hyvinvointi").intro.html


def test_footnotes_stand_apart_from_the_last_section() -> None:
    body = read("## Johtaminen\n\nTeksti[^a].\n\n[^a]: Selitys.\n\n## Hyvinvointi\n\nLoppu.")
    assert [one.intro.text for one in body.sections] == ["Teksti1.", "Loppu."]
    assert body.footnotes.text.startswith("Selitys.")
    assert 'href="#fn:a"' in body.sections[0].intro.html


def test_an_empty_body_is_empty() -> None:
    assert read("") == Body()


def test_anchors_differ() -> None:
    body = read("## Johtaminen\n\n### Kohde\n\n### Kohde\n\n## Johtaminen")
    anchors = [one.anchor for one in body.sections]
    anchors += [one.anchor for one in body.sections[0].targets]
    assert anchors == ["s-johtaminen", "s-johtaminen-2", "s-kohde", "s-kohde-2"]


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "## Johtaminen",
                "## Muu",
                "### Kohde",
                "#### Tavoitteet",
                "#### Muu",
                "**Vastuu:** sana",
                "**Vastuu:**",
                "sana",
                "- sana\n- sana",
                "> sana",
                "```\n## sana\n```",
            ]
        ),
        max_size=12,
    )
)
def test_no_text_is_lost_between_the_parts(blocks: list[str]) -> None:
    body = read("\n\n".join(blocks))
    found = [body.intro.text]
    for one in body.sections:
        found += [one.intro.text]
        found += [part.content.text for target in one.targets for part in target.parts]
    assert " ".join(found).split().count("sana") == "\n".join(blocks).count("sana")
