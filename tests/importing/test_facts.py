"""What a document says of itself, and what must not be repeated of it."""

from __future__ import annotations

import pytest

from kuntakesu.importing.blocks import Document, Dropped, Heading, Paragraph
from kuntakesu.importing.draft import make_draft
from kuntakesu.importing.report import report, sentence
from kuntakesu.languages import INTERFACE, words
from kuntakesu.vocabulary.register import read_register
from tests.importing.making import codes, draft, read_again

COVER = (
    Paragraph("Espoon kaupunki"),
    Paragraph("Opetuksen kehittämissuunnitelma 2027–2030"),
    Paragraph("Hyväksytty opetus- ja kasvatuslautakunnassa 12.3.2027 § 25"),
    Paragraph("Suunnitelma on laadittu yhdessä koulujen kanssa, ja se ohjaa opetusta."),
    Heading("Oppilaiden oppiminen"),
    Paragraph("Kaikki oppivat lukemaan."),
)
SWEDISH = (
    Heading("Utvecklingsplan för undervisningen 2027–2030"),
    Paragraph("Karleby stad"),
    Paragraph("Godkänd av nämnden för undervisning och fostran 3.4.2027, 12 §"),
    Heading("Ledarskap", 2),
    Paragraph("Rektorerna träffas och planerar tillsammans för att det är viktigt."),
)
# No such code is ever given to a person: its number is above 899.
IDENTITY = "010190-900P"


def test_a_cover_fills_the_facts() -> None:
    made = draft(*COVER)
    assert dict(made.values) == {
        "title": "Opetuksen kehittämissuunnitelma 2027–2030",
        "provider": "Espoon kaupunki",
        "municipality": "Espoo",
        "period": "2027-2030",
        "language": "fi",
        "themes": ("oppiminen",),
        "status": "approved",
        "approved.date": "2027-03-12",
        "approved.body": "Opetus- ja kasvatuslautakunta",
        "approved.decision": "§ 25",
    }
    assert set(made.remarks) == set(made.values)
    assert "# Tarkista. Päätelty asiakirjan kohdasta: 2027–2030\nperiod: 2027-2030\n" in made.text()


def test_a_swedish_cover_as_well() -> None:
    values = draft(*SWEDISH).values
    assert values["approved.body"] == "Nämnden för undervisning och fostran"
    assert (values["approved.date"], values["approved.decision"]) == ("2027-04-03", "12 §")
    assert (values["language"], values["municipality"]) == ("sv", "Karleby")
    assert values["provider"] == "Karleby stad"


def test_what_is_given_is_not_guessed_and_a_title_is_not_lost() -> None:
    made = draft(*COVER, title="Toinen nimi", municipality=["Espoo", "Kauniainen"])
    assert "title: Toinen nimi\n" in made.text()
    assert "municipality: [Espoo, Kauniainen]\n" in made.text()
    assert not {"title", "municipality"} & set(made.remarks)
    assert "Opetuksen kehittämissuunnitelma 2027–2030" in made.body


@pytest.mark.parametrize(
    "title",
    [
        "Lahti laukesi, kun koski kohisi",  # names of places that are words
        "Rehtorin 12.3.2027 muistio",
        "Vuosien 2030–2027 suunnitelma",
    ],
)
def test_nothing_is_made_of_what_is_no_fact(title: str) -> None:
    made = draft(Heading(title), Paragraph("kunta ja kaupunki"))
    assert not {"municipality", "period"} & set(made.values) or title.startswith("Lahti")


def test_what_is_required_and_missing_is_said() -> None:
    made = draft(Heading("Johtaminen"), Paragraph("Rehtorit."))
    missing = [one.arguments["key"] for one in made.notices if one.code == "field-missing"]
    assert missing == ["title", "provider", "municipality", "period", "language", "status"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"Tunnus {IDENTITY} on tässä", "identity"),
        ("Kysy: maija.mallikas@example.fi", "email"),
        ("Soita 040 123 4567 aamulla", "phone"),
        ("Tili FI21 1234 5600 0007 85", "iban"),
    ],
)
def test_personal_data_is_left_out_and_listed(text: str, kind: str) -> None:
    made = draft(Heading("Johtaminen"), Paragraph(text, 5), title="X")
    assert words("fi")(f"importing.mask.{kind}") in made.body
    assert "personal-under" in codes(made)
    told = f"{made.text()}{report(made, 'fi')}"
    assert not {"maija", IDENTITY, "4567", "5600"} & set(
        told.replace("@", " ").replace(".", " ").split()
    )
    assert IDENTITY not in told
    assert not [x for x in ("personal-contact", "personal-identity-code") if x in told]


def test_personal_data_in_the_name_of_the_plan_is_left_out_too() -> None:
    made = draft(Heading(f"Kehittämissuunnitelma 2027–2030 {IDENTITY}"), Paragraph("Teksti."))
    assert IDENTITY not in made.text()


def test_a_well_formed_document_makes_a_plan() -> None:
    read = read_again(draft(*COVER))
    assert read.plan
    assert read.plan.approval.body == "Opetus- ja kasvatuslautakunta"
    assert [section.theme for section in read.plan.body.themes] == ["oppiminen"]


@pytest.mark.parametrize("language", INTERFACE)
def test_every_notice_has_its_sentence(language: str) -> None:
    dropped = tuple(
        Dropped(kind, count, "a") for kind in ("running", "menu", "picture") for count in (1, 2)
    )
    document = Document((*COVER, Heading("Liitteet")), asides=COVER[:1], dropped=dropped)
    made = make_draft(document, {}, read_register())
    told = [sentence(notice, words(language)) for notice in made.notices]
    assert len(told) >= 8
    assert not [one for one in told if "{" in one or "importing." in one or "fields." in one]
    assert all(f"- {one}" in report(made, language) for one in told)
