"""Search in the whole text of plans: what is found, and what a result shows."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from kuntakesu.languages import words
from kuntakesu.vocabulary.register import read_register
from tests.browser.entries import names, published
from tests.browser.listing import browse, counted, found, heading, marked, notes, shown

PUBLISHED = published()
JOINT = "osaava-metso-verkosto/2017"
KOKKOLA = "kokkolan-kaupunki/2018-2021"
KOKKOLA_LATER = "kokkolan-kaupunki/2022-2025"
TUUSULA = "tuusulan-kunta/2022-2025"
MANTSALA = "mantsalan-kunta/2018"
KUOPIO = "kuopion-kaupunki/2013-2020"
PIHTIPUDAS = "pihtiputaan-kunta/2015-2020"
LISTINGS = {"fi": "suunnitelmat/", "sv": "sv/planer/", "en": "en/plans/"}
say = words("fi")


@pytest.mark.parametrize(
    ("text", "plan", "word"),
    [
        ("moniammatillisuus", TUUSULA, "moniammatillisuus"),
        ("tiimityö", TUUSULA, "Tiimityö"),
        # Inflected, in the text, in the query or in both, also as no text has it.
        ("kumppanuus", TUUSULA, "Kumppanuuksia"),
        ("väliarvioinnista", KOKKOLA_LATER, "väliarvioinnissa"),
        ("peruskorjata", MANTSALA, "peruskorjataan"),
        ("johtotiimeissä", KUOPIO, "johtotiimi"),
        # Part of a compound.
        ("ympäristö", PIHTIPUDAS, "Oppimisympäristöt"),
        ("verkko", TUUSULA, "palveluverkossa"),
        ("alkuopetus", MANTSALA, "alkuopetus"),
        # A compound of which the text has only the end: "esi- ja perusopetukseen".
        ("esiopetus", KOKKOLA, "esi"),
        # No dots, and the dots of another keyboard.
        ("valiarviointi", KOKKOLA, "väliarviointi"),
        ("oppimisymparisto", MANTSALA, "oppimisympäristöt"),
        ("VÄLIARVIOINTI", KOKKOLA, "väliarviointi"),
        # Swedish.
        ("småbarnspedagogik", f"{KOKKOLA}.sv", "småbarnspedagogiken"),
        ("smabarnspedagogik", f"{KOKKOLA}.sv", "småbarnspedagogik"),
        ("lärmiljö", f"{KOKKOLA}.sv", "lärmiljöer"),
        ("ledarskapet", f"{KOKKOLA_LATER}.sv", "Ledarskap"),
        # A place in another form and in another language.
        ("Kokkolasta", KOKKOLA_LATER, "Kokkolan"),
        ("Karleby", KOKKOLA, "Kokkolan"),
        # A year, and a number in a text.
        ("2022", TUUSULA, "2022"),
    ],
)
def test_a_plan_is_found_and_the_word_marked(page: Page, text: str, plan: str, word: str) -> None:
    plans = found(page, text)
    assert plan in plans
    assert len(plans) < len(PUBLISHED)
    assert word in marked(page, plan)
    assert heading(page).endswith(say("site.plans.found", count=len(plans)))


def test_what_is_not_asked_for_is_not_marked(page: Page) -> None:
    assert found(page, "kumppanuus")
    for word in page.locator("[data-plan] mark").all_text_contents():
        assert word.lower().startswith("kumppanu")


def test_a_typing_mistake_is_forgiven_and_said(page: Page) -> None:
    right = found(page, "oppimisympäristö")
    assert notes(page) == []
    assert found(page, "oppimisymprästö") == right
    [note] = notes(page)
    unknown, _, _ = say.raw("site.notes.near").partition("{near}")
    assert note.startswith(unknown.replace("{word}", "oppimisymprästö"))
    # The words as plans spell them, not as the index folds them.
    assert "oppimisympäristö" in note.removeprefix(unknown)


def test_the_best_comes_first(page: Page) -> None:
    """A title or a heading tells more of a plan than a word in passing."""
    plans = found(page, "oppimisympäristö")
    assert set(plans[:2]) == {PIHTIPUDAS, MANTSALA}
    assert KOKKOLA in plans[2:]
    expect(page.locator("#sort")).to_have_value("relevance")


def test_a_result_says_where_when_and_whether_in_force(page: Page) -> None:
    found(page, "alkuopetus")
    result = page.locator(f"[data-plan='{MANTSALA}']")
    expect(result.get_by_role("heading")).to_contain_text("strategiset tavoitteet")
    facts = result.locator(".kk-plan__facts")
    expect(facts).to_contain_text("Mäntsälä")
    expect(facts).to_contain_text("2018")
    expect(facts.locator(".kk-badge")).to_have_text(say("values.standing.ended"))
    expect(result.locator(".kk-excerpts__theme")).to_have_text(say("values.theme.oppiminen"))
    expect(result.locator(".kk-excerpts")).to_have_attribute("lang", "fi")
    expect(result.locator(".kk-excerpts p")).to_contain_text("joustavia järjestelyjä")


def test_a_joint_plan_names_some_of_its_municipalities(page: Page) -> None:
    assert JOINT in found(page, "opiskelijahuolto")
    facts = page.locator(f"[data-plan='{JOINT}'] .kk-plan__facts")
    entry = next(entry for entry in PUBLISHED if entry.name == JOINT)
    more = say("site.places_more", count=len(entry.municipalities) - 3)
    expect(facts).to_contain_text(f"Hankasalmi, Joutsa, Jyväskylä {more}")


@pytest.mark.parametrize("text", ["hyvinvointi", "johtaminen", "kumppanuus", "Ledarskap"])
def test_an_excerpt_leads_to_the_very_target(page: Page, text: str) -> None:
    found(page, text)
    links: list[list[str]] = page.locator(".kk-excerpts a").evaluate_all(
        "all => all.map((one) => [one.href, one.textContent])"
    )
    assert links
    for address, title in links:
        page.goto(address)
        anchor = address.partition("#")[2]
        target = page.locator(f"[id='{anchor}']")
        expect(target).to_have_count(1)
        expect(target).to_contain_text(title)
        expect(target.get_by_text(title, exact=True).first).to_be_in_viewport()


def test_two_words_are_both_there(page: Page) -> None:
    assert found(page, "tiimityö kumppanuus") == [TUUSULA]
    assert {word.lower() for word in marked(page, TUUSULA)} >= {"tiimityö", "kumppanuuksia"}
    assert notes(page) == []


def test_where_no_plan_has_both_words_some_have_one(page: Page) -> None:
    plans = found(page, "peruskorjata ledarskap")
    assert set(plans) == {MANTSALA, f"{KOKKOLA}.sv", f"{KOKKOLA_LATER}.sv"}
    assert notes(page) == [say("site.notes.any")]
    expect(page.locator("p[data-status]")).to_contain_text(say("site.notes.any"))


def test_unknown_words_are_named_together(page: Page) -> None:
    assert found(page, "qwertzuiö asdfghjklö") == []
    quoted = ", ".join(say("site.notes.quoted", text=one) for one in ("qwertzuiö", "asdfghjklö"))
    assert notes(page) == [say("site.notes.unknownMany", words=quoted)]


def test_words_that_only_begin_alike_are_not_marked(page: Page) -> None:
    assert found(page, "oppiminen")
    words_marked = {word.lower() for word in page.locator("[data-plan] mark").all_text_contents()}
    assert "oppimista" in words_marked
    assert not [word for word in words_marked if word.startswith(("oppila", "oppiaine"))]


def test_only_a_minus_leaves_all_other_plans(page: Page) -> None:
    with_it = found(page, "lukio")
    without = found(page, "-lukio")
    assert with_it
    assert without
    assert {*with_it, *without} == {entry.name for entry in PUBLISHED}
    assert not {*with_it} & {*without}


@pytest.mark.parametrize(
    ("text", "region", "rest"),
    [
        ("Uudellamaalla", "Uusimaa", ""),
        ("varhaiskasvatus Keski-Pohjanmaalla", "Keski-Pohjanmaa", "varhaiskasvatus"),
        ("Nyland", "Uusimaa", ""),
        ("Central Ostrobothnia", "Keski-Pohjanmaa", ""),
    ],
)
def test_a_region_is_offered_as_a_filter(page: Page, text: str, region: str, rest: str) -> None:
    found(page, text)
    offered = page.locator("[data-notes] button[data-facet=region]")
    expect(offered).to_have_text([say("site.notes.only", name=region)])
    offered.press("Enter")
    expect(page.locator("#facet-region")).to_have_value(offered_code(region))
    expect(page.locator("#kk-search")).to_have_value(rest)
    expect(page.locator("[data-list] [data-plan]").first).to_be_visible()


def offered_code(region: str) -> str:
    return next(one.code for one in read_register().regions if one.name_fi == region)


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Varsinais-Suomessa", "Varsinais-Suomi"),
        ("Lapin", "Lappi"),
        ("Etelä-Savo", "Etelä-Savo"),
        ("Södra Savolax", "Etelä-Savo"),
        ("Satakunnassa", "Satakunta"),
        ("Pohjois-Karjala", "Pohjois-Karjala"),
    ],
)
def test_a_region_without_a_plan_is_offered_too(page: Page, text: str, region: str) -> None:
    found(page, text)
    offered = page.locator("[data-notes] button[data-facet=region]")
    expect(offered).to_have_text([say("site.notes.only", name=region)])


@pytest.mark.parametrize("form", ["-Tuusulassa", "-Tuusulan", "-Tusby"])
def test_what_is_left_out_may_be_in_any_form(page: Page, form: str) -> None:
    every = found(page, "hyvinvointi")
    assert TUUSULA in every
    without = found(page, f"hyvinvointi {form}")
    assert {*every} - {*without} == {plan for plan in every if plan.startswith("tuusula")}


def test_a_phrase_and_a_year_can_be_left_out(page: Page) -> None:
    every = found(page, "palveluverkko")
    without = found(page, 'palveluverkko -"palveluverkon tärkeimmät muutokset"')
    assert {*every} - {*without} == {KOKKOLA_LATER}
    assert KOKKOLA not in found(page, "Kokkola -2018")


def test_a_municipality_among_other_words_is_offered(page: Page) -> None:
    found(page, "hyvinvointi Kokkolassa")
    offered = page.get_by_role("button", name=say("site.notes.only", name="Kokkola"), exact=True)
    offered.click()
    expect(page.locator("#kk-search")).to_have_value("hyvinvointi")
    assert shown(page) == [KOKKOLA]
    # It is chosen now, so that there is nothing to offer.
    expect(offered).to_have_count(0)


def test_a_phrase_shows_where_it_stands(page: Page) -> None:
    [plan] = found(page, '"palveluverkon tärkeimmät muutokset"')
    assert "palveluverkon tärkeimmät muutokset" in " ".join(
        page.locator(f"[data-plan='{plan}'] .kk-excerpts p").all_text_contents()
    )


def test_the_people_of_a_place_are_found_by_it(page: Page) -> None:
    assert TUUSULA in found(page, "tuusulalaiset")


def test_a_word_with_a_minus_is_left_out(page: Page) -> None:
    every = found(page, "varhaiskasvatus")
    without = found(page, "varhaiskasvatus -lukio")
    assert 0 < len(without) < len(every)
    assert set(without) <= set(every)
    assert not {KOKKOLA, KOKKOLA_LATER} & set(without)
    # A hyphen inside a word is no minus.
    assert MANTSALA in found(page, "esi- ja alkuopetus")


@pytest.mark.parametrize(
    ("start", "end"), [('"', '"'), ("”", "”"), ("“", "”"), ("»", "»"), ("«", "»")]
)
def test_a_phrase_is_found_as_it_stands(page: Page, start: str, end: str) -> None:
    plans = found(page, f"{start}palveluverkon tärkeimmät muutokset{end}")
    assert plans == [KOKKOLA_LATER]
    assert found(page, f"{start}muutokset tärkeimmät{end}") == []


def test_the_beginning_of_a_word_is_enough(page: Page) -> None:
    assert TUUSULA in found(page, "moniamm")
    assert "moniammatillisuus" in marked(page, TUUSULA)
    assert notes(page) == []
    assert TUUSULA in found(page, "moniamm* tiimityö")


def test_titles_alone_can_be_searched(page: Page, site: str) -> None:
    every = found(page, "väliarviointi opiskelijahuolto")
    assert {KOKKOLA, KOKKOLA_LATER, JOINT} <= set(every)
    page.get_by_label(say("site.plans.titles_only")).check()
    expect(page).to_have_url(re.compile(r"[?&]titles="))
    expect(page.locator("[data-list] [data-plan]")).to_have_count(1)
    assert shown(page) == [JOINT]
    assert found(page, '"toteutumisesta tehdään väliarviointi"', titles="") == []
    page.get_by_label(say("site.plans.titles_only")).uncheck()
    expect(page.locator("[data-list] [data-plan]")).to_have_count(1)
    assert shown(page) == [KOKKOLA]
    page.get_by_label(say("site.plans.titles_only")).check()
    page.get_by_role("button", name=say("site.plans.clear")).click()
    expect(page).to_have_url(f"{site}suunnitelmat/")


def test_facets_narrow_the_results_and_count_them(page: Page) -> None:
    plans = set(found(page, "lukio"))
    for facet in ("theme", "language", "kind", "period"):
        for value, count in counted(page, facet).items():
            assert count == len(plans & names(PUBLISHED, **{facet: value})), (facet, value)
    page.get_by_role("checkbox", name=say("values.kind.verkosto")).check()
    left = plans & names(PUBLISHED, kind="verkosto")
    expect(page.locator("[data-list] [data-plan]")).to_have_count(len(left))
    assert 0 < len(left) < len(plans)
    assert set(shown(page)) == left
    assert f"”lukio” · {say('values.kind.verkosto')}" in heading(page)
    expect(page.locator("[data-plan] mark").first).to_be_visible()


def test_more_results_are_shown_on_demand(page: Page) -> None:
    first = found(page, "johtaminen")
    count = int(heading(page).split(": ")[-1].split()[0])
    assert count > len(first) == 10
    page.get_by_role("button", name=say("site.plans.more")).press("Enter")
    expect(page.locator("[data-list] [data-plan]")).to_have_count(count)
    assert shown(page)[:10] == first
    eleventh = page.locator("[data-list] [data-plan]").nth(10)
    expect(eleventh.get_by_role("link").first).to_be_focused()


@pytest.mark.parametrize("language", LISTINGS)
def test_nothing_found_says_what_was_searched_and_leads_on(page: Page, language: str) -> None:
    tell = words(language)
    assert browse(page, "?q=qwertzuiö", LISTINGS[language]) == []
    assert "qwertzuiö”" in heading(page)
    assert tell("site.plans.found_none") in heading(page)
    assert notes(page) == [
        tell("site.notes.unknown", words=tell("site.notes.quoted", text="qwertzuiö"))
    ]
    expect(page.get_by_text(tell("site.plans.empty"))).to_be_visible()
    page.get_by_role("button", name=tell("site.plans.clear")).click()
    expect(page.locator("[data-list] [data-plan]")).to_have_count(len(PUBLISHED))


@pytest.mark.parametrize("language", LISTINGS)
def test_results_speak_the_language_of_the_page(page: Page, language: str) -> None:
    tell = words(language)
    plans = browse(page, "?q=ledarskap", LISTINGS[language])
    assert set(plans) == {f"{KOKKOLA}.sv", f"{KOKKOLA_LATER}.sv"}
    result = page.locator(f"[data-plan='{KOKKOLA}.sv']")
    place = "Karleby" if language == "sv" else "Kokkola"
    expect(result.locator(".kk-plan__facts")).to_contain_text(place)
    expect(result.locator(".kk-badge")).to_have_text(tell("values.standing.ended"))
    expect(result.locator(".kk-excerpts")).to_have_attribute("lang", "sv")
    result.get_by_role("link").first.click()
    expect(page.locator(".kk-plan-head h1")).to_contain_text("Karleby stads utvecklingsplan")
