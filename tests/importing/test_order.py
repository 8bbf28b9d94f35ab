"""Documents as people write them, put into the order of a plan."""

from __future__ import annotations

import pytest

from kuntakesu.importing.blocks import Heading, Item, Listing, Paragraph, Table
from tests.importing.making import body, codes, draft, outline

THEME = Heading("Oppilaiden oppiminen", 1)
FIRST = {"Oppilaiden oppiminen": {"Lukutaito": [("goals", "Kaikki lukevat.")]}}


def bold(text: str) -> Paragraph:
    return Paragraph(text, len(text))


@pytest.mark.parametrize(
    "blocks",
    [
        (THEME, Heading("Lukutaito", 2), Paragraph("Tavoitteet: Kaikki lukevat.", 11)),
        (THEME, Heading("Lukutaito", 2), Paragraph("Tavoite: Kaikki lukevat.")),
        (THEME, Heading("Lukutaito", 2), Paragraph("Tavoite – Kaikki lukevat.", 7)),
        (THEME, Heading("Lukutaito", 2), Heading("Tavoitteet", 3), Paragraph("Kaikki lukevat.")),
        (THEME, Heading("Lukutaito", 2), bold("Tavoitteet"), Paragraph("Kaikki lukevat.")),
        (THEME, bold("Lukutaito"), Listing((Item("Tavoite: Kaikki lukevat."),))),
        (THEME, Paragraph("Kehittämiskohde: Lukutaito"), Paragraph("Tavoite: Kaikki lukevat.")),
        (THEME, Heading("Kehittämiskohde 1: Lukutaito", 2), Paragraph("Tavoite: Kaikki lukevat.")),
        (bold("OPPILAIDEN OPPIMINEN"), bold("Lukutaito"), Paragraph("Tavoite: Kaikki lukevat.")),
        (bold("Oppilaiden oppiminen"), bold("Lukutaito"), Paragraph("Tavoite: Kaikki lukevat.")),
        (
            Heading("1. Oppilaiden oppiminen"),
            Heading("1.1 Lukutaito", 2),
            Paragraph("Tavoite: Kaikki lukevat."),
        ),
        (
            Paragraph("1. Oppilaiden oppiminen"),
            Paragraph("1.1 Lukutaito"),
            Paragraph("Tavoite: Kaikki lukevat."),
        ),
        (THEME, Table((("Kehittämiskohde", "Tavoite"), ("Lukutaito", "Kaikki lukevat.")))),
        (THEME, Table((("Kehittämiskohde", "Lukutaito"), ("Tavoite", "Kaikki lukevat.")))),
        (
            Table(
                (
                    ("Teema", "Kehittämiskohde", "Tavoite"),
                    ("Oppilaiden oppiminen", "Lukutaito", "Kaikki lukevat."),
                )
            ),
        ),
        (
            Table(
                (
                    ("Oppilaiden oppiminen",),
                    ("Kehittämiskohde", "Tavoite"),
                    ("Lukutaito", "Kaikki lukevat."),
                )
            ),
        ),
    ],
)
def test_a_target_and_its_part_are_found(blocks: tuple[Heading | Paragraph, ...]) -> None:
    found = outline(*blocks, title="Suunnitelma")
    shown = {title.capitalize(): targets for title, targets in found.items()}
    assert shown == FIRST


def test_a_prefix_makes_no_other_theme_and_is_kept() -> None:
    found = body(Heading("Painopiste 2: Johtaminen"), Paragraph("Rehtorit tapaavat."), title="X")
    assert [(one.theme, one.title) for one in found.sections] == [("johtaminen", "Johtaminen")]
    assert "Painopiste 2: Johtaminen" in found.sections[0].intro.text


def test_a_name_of_a_theme_below_the_themes_is_a_target() -> None:
    found = outline(
        Heading("Henkilöstön osaaminen"),
        Heading("Osaamisen kehittäminen", 2),
        Paragraph("Tavoite: Kaikki oppivat."),
        Heading("Johtaminen"),
        title="X",
    )
    assert list(found) == ["Henkilöstön osaaminen", "Johtaminen"]
    assert list(found["Henkilöstön osaaminen"]) == ["Osaamisen kehittäminen"]


def test_a_heading_that_only_holds_a_themes_name_is_taken_for_it_and_said() -> None:
    made = draft(Heading("Oppilaiden oppiminen ja koulupolku"), Paragraph("Luetaan."), title="X")
    assert made.values["themes"] == ("oppiminen",)
    assert "theme-guessed" in codes(made)


def test_a_section_of_another_kind_stays_in_its_place() -> None:
    found = body(
        Heading("Johdanto"), Paragraph("Alku."), THEME, Heading("Liitteet"), Paragraph("Loppu."),
        title="X",
    )  # fmt: skip
    assert [one.title for one in found.sections] == ["Johdanto", "Oppilaiden oppiminen", "Liitteet"]
    assert "Loppu." in found.sections[2].intro.text


def test_a_label_alone_takes_in_all_up_to_the_next() -> None:
    found = outline(
        THEME, Heading("Lukutaito", 2), Heading("Toimenpiteet", 3), Paragraph("Yksi."),
        Listing((Item("kaksi"), Item("kolme", 1))), Paragraph("Neljä."),
        Heading("Vastuu", 3), Paragraph("Rehtorit."), title="X",
    )  # fmt: skip
    assert found["Oppilaiden oppiminen"]["Lukutaito"] == [
        ("actions", "Yksi. kaksi kolme Neljä."),
        ("responsible", "Rehtorit."),
    ]


def test_a_row_goes_on_with_the_target_above_where_it_has_no_title() -> None:
    table = Table(
        (
            ("Kehittämiskohde", "Toimenpide", "Vastuu"),
            ("Lukutaito", "Lukutunti", "Rehtorit"),
            ("", "Kirjasto", ""),
        )
    )
    assert outline(THEME, table, title="X")["Oppilaiden oppiminen"] == {
        "Lukutaito": [("actions", "Lukutunti Kirjasto"), ("responsible", "Rehtorit")]
    }


def test_a_table_of_actions_within_a_target_stays_a_table() -> None:
    table = Table(
        (("Toimenpide", "Vastuu"), ("Lukutunti", "Rehtorit"), ("Kirjasto", "Kirjastonhoitaja"))
    )
    found = outline(THEME, Heading("Lukutaito", 2), Paragraph("Tausta on tämä."), table, title="X")
    kinds = dict(found["Oppilaiden oppiminen"]["Lukutaito"])
    assert kinds["actions"] == "Toimenpide Vastuu Lukutunti Rehtorit Kirjasto Kirjastonhoitaja"


def test_without_a_column_for_titles_the_goal_gives_one_and_stays() -> None:
    long = "Jokainen oppilas lukee sujuvasti. " + "Sitä seurataan. " * 12
    table = Table((("Tavoite", "Vastuu"), (long, "Rehtorit")))
    made = draft(THEME, table, title="X")
    assert "### Jokainen oppilas lukee sujuvasti\n" in made.body
    assert made.body.count("Sitä seurataan.") == 12
    assert "title-made" in codes(made)


def test_a_column_that_is_nearly_known_is_a_guess_and_its_name_is_kept() -> None:
    table = Table((("Kehittämiskohde", "Vastuutaho(t)", "Luku"), ("Lukutaito", "Rehtorit", "7")))
    made = draft(THEME, table, title="X")
    assert "**Vastuu:** Rehtorit" in made.body
    assert "column-guessed" in codes(made)
    assert "Vastuutaho(t)" in made.body.partition("## Muu sisältö")[2]
    assert "Luku: 7" in made.body


def test_a_table_of_another_kind_stays_and_is_said() -> None:
    made = draft(THEME, Table((("Koulu", "Oppilaita"), ("Mäkelä", "120"))), title="X")
    assert "| Mäkelä | 120 |" in made.body
    assert "table-unknown" in codes(made)


def test_content_of_a_theme_without_a_heading_gets_the_themes_name() -> None:
    made = draft(THEME, Paragraph("Tavoite: Kaikki lukevat."), title="X")
    assert "### Oppilaiden oppiminen\n" in made.body
    assert "title-of-theme" in codes(made)


def test_a_table_of_contents_is_no_heading() -> None:
    lines = ("1 Oppilaiden oppiminen ..... 3", "2 Johtaminen ..... 5", "3 Seuranta ..... 9")
    made = draft(*map(Paragraph, lines), THEME, Paragraph("Luetaan."), title="X")
    assert made.values["themes"] == ("oppiminen",)
    assert made.body.index("## Oppilaiden") < made.body.index("Johtaminen ..... 5")
    assert "leftovers" in codes(made)
