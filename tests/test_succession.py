"""Targets of two periods: what came, stayed, changed and left."""

from __future__ import annotations

import pytest

from kuntakesu.plan import Plan
from kuntakesu.succession import FATES, Fate, fates
from tests.making import catalogue, plan

READING = "Kaikki lukevat sujuvasti toisen luokan päättyessä, ja kirjastossa käydään viikoittain."
WELLBEING = "Kiusaamiseen puututaan heti, ja jokaisella on koulussa aikuinen, jolle puhua."
TEAMS = "Opettajat suunnittelevat opetusta tiimeissä ja käyvät katsomassa toistensa tunteja."
SPACES = "Kaksi koulua korjataan ja yksi rakennetaan, jotta jokainen oppilas mahtuu lähikouluunsa."


def body(**targets: str) -> str:
    """Targets under one theme; their names are written with underscores."""
    parts = (
        f"### {title.replace('_', ' ')}\n\n**Tavoitteet:** {text}\n"
        for title, text in targets.items()
    )
    return "\n".join(["## Oppilaiden oppiminen\n", *parts])


def earlier(**targets: str) -> Plan:
    return plan("mallilan-kunta/2021-2024", body(**targets))


def later(**targets: str) -> Plan:
    return plan("mallilan-kunta/2025-2029", body(**targets))


def told(found: tuple[Fate, ...]) -> list[tuple[str, str, str]]:
    return [
        (fate.kind, fate.was.title if fate.was else "", fate.now.title if fate.now else "")
        for fate in found
    ]


def test_came_stayed_changed_and_left() -> None:
    found = fates(
        earlier(Lukutaito=READING, Hyvinvointi=WELLBEING, Tilat=SPACES),
        later(Tiimit=TEAMS, Hyvinvointi=TEAMS + " Niin myös avustajat.", Lukutaito=READING),
    )
    assert told(found) == [
        ("came", "", "Tiimit"),
        ("changed", "Hyvinvointi", "Hyvinvointi"),
        ("stayed", "Lukutaito", "Lukutaito"),
        ("left", "Tilat", ""),
    ]
    assert {fate.kind for fate in found} == set(FATES)


def test_a_target_under_another_heading_is_known_by_its_text() -> None:
    found = fates(
        earlier(Lukutaito=READING, Tilat=SPACES),
        later(Tilat=SPACES, Monilukutaito_ja_kielet=READING.replace("toisen", "kolmannen")),
    )
    assert told(found) == [
        ("stayed", "Tilat", "Tilat"),
        ("changed", "Lukutaito", "Monilukutaito ja kielet"),
    ]


@pytest.mark.parametrize(
    ("was", "now", "kinds"),
    [
        ("Suunnitelman_rakenne_ja_seuranta", "Suunnitelman_seuranta", ["changed"]),
        ("Opiskelun_tuki", "Tuki_opiskelun", ["changed"]),
        ("Pedagoginen_johtaminen", "Palvelujen_johtaminen", ["came", "left"]),
        ("Johtaminen", "Johtaminen_ja_laatu", ["came", "left"]),
    ],
)
def test_headings_that_mean_the_same_and_such_that_do_not(
    was: str, now: str, kinds: list[str]
) -> None:
    found = fates(earlier(**{was: READING}), later(**{now: SPACES}))
    assert [fate.kind for fate in found] == kinds


def test_each_target_is_paired_once_and_with_the_likest() -> None:
    found = fates(
        earlier(Lukutaito=WELLBEING, Lukemisen_taito=READING),
        later(Toinen_lukutaito=READING, Lukemisen_taito=READING),
    )
    assert told(found) == [
        ("came", "", "Toinen lukutaito"),
        ("stayed", "Lukemisen taito", "Lukemisen taito"),
        ("left", "Lukutaito", ""),
    ]


def test_nothing_is_said_of_plans_that_cannot_be_likened() -> None:
    swedish = plan("mallilan-kunta/2025-2029", body(Lukutaito=READING), language="sv")
    assert fates(earlier(Lukutaito=READING), swedish) == ()
    assert fates(earlier(), later(Lukutaito=READING)) == ()
    assert fates(earlier(Lukutaito=READING), later()) == ()


def test_the_plan_before() -> None:
    oldest, old = plan("mallilan-kunta/2017-2020"), plan("mallilan-kunta/2021-2024")
    new = plan("mallilan-kunta/2025-2029")
    school = plan("mallilan-kunta/2024", kind="koulukesu")
    swedish = plan("mallilan-kunta/2023.sv", language="sv")
    held = catalogue(oldest, old, new, school, swedish)
    assert held.previous(new) == old
    assert held.previous(old) == oldest
    assert held.previous(oldest) is None
    assert held.previous(swedish) is None
    joined = plan("seudun-verkosto/2025", replaces=oldest.name)
    assert catalogue(oldest, old, joined).previous(joined) == oldest
