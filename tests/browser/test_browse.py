"""The list of plans: filters, search, order, and the state in the address."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from kuntakesu.languages import words
from tests.browser.entries import PLACES, names, published
from tests.browser.listing import browse, counted, heading, shown
from tests.browser.pages import UNCOVERED

PUBLISHED = published()
FIRST = {
    "espoon-seudun-koulutuskuntayhtyma-omnia/2021-2022",
    "karhukunnat/2004-2008",
    "kokkolan-kaupunki/2018-2021",
    "kokkolan-kaupunki/2018-2021.sv",
    "kokkolan-kaupunki/2022-2025",
    "kokkolan-kaupunki/2022-2025.sv",
    "koulutusyhteistyon-teemaverkosto/2006-2007",
    "kuopion-kaupunki/2013-2020",
    "mantsalan-kunta/2018",
    "osaava-metso-verkosto/2017",
    "pihtiputaan-kunta/2015-2020",
    "tuusulan-kunta/2019-2022",
    "tuusulan-kunta/2022-2025",
}
JOINT = "osaava-metso-verkosto/2017"
JOINT_MUNICIPALITIES = next(entry.municipalities for entry in PUBLISHED if entry.name == JOINT)
KOKKOLA = "272"
ATTACK = "<img src=x onerror=alert(1)>"
SCRIPT = '"><script>alert(1)</script>'
say = words("fi")


@pytest.mark.parametrize("listing", ["suunnitelmat/", "sv/planer/", "en/plans/"])
def test_every_plan_is_listed_once(page: Page, listing: str) -> None:
    found = browse(page, listing=listing)
    assert sorted(found) == sorted(entry.name for entry in PUBLISHED)
    assert set(found) >= FIRST


@pytest.mark.parametrize(
    "chosen",
    [
        {"municipality": KOKKOLA},
        {"region": "16"},
        {"theme": "hyvinvointi"},
        {"period": "ended"},
        {"period": "proposed"},
        {"level": "lukio"},
        {"language": "sv"},
        {"kind": "verkosto"},
        {"municipality": KOKKOLA, "language": "sv"},
        {"theme": "osaaminen", "level": "perusopetus", "period": "ended"},
        {"region": "13", "kind": "kuntakesu"},
    ],
    ids=str,
)
def test_an_address_chooses_plans(page: Page, chosen: dict[str, str]) -> None:
    query = "&".join(f"{facet}={value}" for facet, value in chosen.items())
    expected = names(PUBLISHED, **chosen)
    assert 0 < len(expected) < len(PUBLISHED)
    assert sorted(browse(page, f"?{query}")) == sorted(expected)
    assert heading(page).endswith(say("site.plans.found", count=len(expected)))
    for facet, value in chosen.items():
        label = page.locator(f"[name={facet}] [value='{value}'], [name={facet}][value='{value}']")
        assert str(label.get_attribute("data-label")) in heading(page)
        field = page.locator(f"[data-filters] [name={facet}]")
        if facet in {"municipality", "region"}:
            expect(field).to_have_value(value)
        else:
            expect(field.and_(page.locator(f"[value='{value}']"))).to_be_checked()


def test_values_of_one_facet_widen_and_facets_narrow(page: Page) -> None:
    found = browse(page, "?level=lukio&level=ammatillinen&language=fi")
    either = names(PUBLISHED, level="lukio") | names(PUBLISHED, level="ammatillinen")
    assert set(found) == either & names(PUBLISHED, language="fi")


def test_counts_say_how_many_plans_a_choice_would_leave(page: Page) -> None:
    browse(page)
    for facet in ("theme", "level", "language", "kind", "period"):
        for value, count in counted(page, facet).items():
            assert count == len(names(PUBLISHED, **{facet: value}))
            box = page.locator(f"input[name={facet}][value='{value}']")
            expect(box).to_be_visible(visible=count > 0)
    page.get_by_role("checkbox", name=say("values.kind.verkosto")).check()
    expect(page).to_have_url(re.compile(r"\?kind=verkosto$"))
    assert counted(page, "kind")["kuntakesu"] == len(names(PUBLISHED, kind="kuntakesu"))
    for value, count in counted(page, "theme").items():
        left = names(PUBLISHED, kind="verkosto", theme=value)
        assert count == len(left)
    expect(page.locator("input[name=language][value=sv]")).to_be_disabled()
    jyvaskyla = page.locator("select[name=municipality] option[value='179']")
    count = len(names(PUBLISHED, kind="verkosto", municipality="179"))
    expect(jyvaskyla).to_have_text(f"Jyväskylä ({count})")


def test_filtering_by_hand_fills_the_address_and_survives_a_reload(page: Page, site: str) -> None:
    browse(page)
    page.get_by_label(say("facets.municipality"), exact=True).select_option(KOKKOLA)
    page.get_by_role("checkbox", name=say("values.language.sv")).check()
    page.locator("#sort").select_option("newest")
    address = f"{site}suunnitelmat/?municipality={KOKKOLA}&language=sv&sort=newest"
    expect(page).to_have_url(address)
    before = shown(page)
    assert before == ["kokkolan-kaupunki/2022-2025.sv", "kokkolan-kaupunki/2018-2021.sv"]
    page.reload()
    page.wait_for_selector("[data-browse][data-ready]")
    assert shown(page) == before
    expect(page.locator("#sort")).to_have_value("newest")
    expect(page.locator("input[name=language][value=sv]")).to_be_checked()


def test_the_number_found_is_announced(page: Page) -> None:
    browse(page)
    page.get_by_role("checkbox", name=say("values.kind.verkosto")).check()
    count = len(names(PUBLISHED, kind="verkosto"))
    status = page.locator("p[data-status]")
    expect(status).to_have_role("status")
    expect(status).to_contain_text(say("site.plans.found", count=count))


def test_back_and_forward_move_through_the_choices(page: Page) -> None:
    browse(page)
    page.get_by_role("checkbox", name=say("values.kind.verkosto")).check()
    page.get_by_role("checkbox", name=say("values.theme.hyvinvointi")).check()
    both = names(PUBLISHED, kind="verkosto", theme="hyvinvointi")
    assert set(shown(page)) == both
    page.go_back()
    expect(page.locator("input[value=hyvinvointi]")).not_to_be_checked()
    assert set(shown(page)) == names(PUBLISHED, kind="verkosto")
    page.go_back()
    expect(page.locator("[data-list] [data-plan]")).to_have_count(len(PUBLISHED))
    page.go_forward()
    page.go_forward()
    expect(page.locator("input[value=hyvinvointi]")).to_be_checked()
    assert set(shown(page)) == both


def test_back_from_a_plan_returns_to_the_same_choice(page: Page) -> None:
    browse(page, "?kind=verkosto")
    page.locator("[data-plan] a").first.click()
    expect(page.locator(".kk-plan-head")).to_be_visible()
    page.go_back()
    page.wait_for_selector("[data-browse][data-ready]")
    assert set(shown(page)) == names(PUBLISHED, kind="verkosto")


def test_the_clear_button_lets_go_of_everything(page: Page, site: str) -> None:
    browse(page, f"?municipality={KOKKOLA}&q=hyvinvointi")
    page.get_by_role("button", name=say("site.plans.clear")).click()
    expect(page).to_have_url(f"{site}suunnitelmat/")
    expect(page.locator("[data-list] [data-plan]")).to_have_count(len(PUBLISHED))
    expect(page.locator("[data-heading]")).to_be_focused()
    expect(page.locator("input[name=q]")).to_have_value("")
    expect(page.get_by_role("button", name=say("site.plans.clear"))).to_be_hidden()


def test_the_order_can_be_chosen(page: Page) -> None:
    by_name = {entry.name: entry for entry in PUBLISHED}
    browse(page)
    expect(page.locator("#sort")).to_have_value("municipality")
    page.locator("#sort").select_option("period")
    starts = [by_name[name].start for name in shown(page)]
    assert starts == sorted(starts)
    page.locator("#sort").select_option("newest")
    starts = [by_name[name].start for name in shown(page)]
    assert starts == sorted(starts, reverse=True)
    page.locator("#sort").select_option("municipality")
    finnish = {place.code: place.name_fi for place in PLACES}
    plain = str.maketrans("åäö", "{|}")
    first = [
        min(finnish[code].lower().translate(plain) for code in by_name[name].municipalities)
        for name in shown(page)
    ]
    assert first == sorted(first)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_municipality_without_a_plan_says_so_by_name(page: Page, language: str) -> None:
    listing = {"fi": "suunnitelmat/", "sv": "sv/planer/", "en": "en/plans/"}[language]
    assert browse(page, f"?municipality={UNCOVERED.code}", listing) == []
    assert UNCOVERED.name(language) in heading(page)
    assert words(language)("site.plans.found_none") in heading(page)
    expect(page.get_by_text(words(language)("site.plans.empty"))).to_be_visible()
    chosen = page.locator("select[name=municipality] option:checked")
    expect(chosen).to_have_text(f"{UNCOVERED.name(language)} (0)")


@pytest.mark.parametrize("code", JOINT_MUNICIPALITIES)
def test_a_joint_plan_is_found_by_each_of_its_municipalities(page: Page, code: str) -> None:
    place = next(place for place in PLACES if place.code == code)
    assert JOINT in browse(page, f"?municipality={code}")
    assert JOINT in browse(page, f"?q={quote(place.name_fi)}")
    page.goto(f"kunnat/{place.slug}/")
    expect(page.locator(f"[data-plan='{JOINT}']")).to_be_visible()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hankasalmella", JOINT),
        ("Äänekosken kaupunki", JOINT),
        ("Karleby", "kokkolan-kaupunki/2018-2021"),
        ("Jämsänkoski", JOINT),
        ("osaava metso", JOINT),
        ("Karleby stads utvecklingsplan", "kokkolan-kaupunki/2018-2021.sv"),
        ("tuusula 2022", "tuusulan-kunta/2022-2025"),
    ],
)
def test_a_text_finds_plans(page: Page, text: str, found: str) -> None:
    plans = browse(page, f"?q={quote(text)}")
    assert found in plans
    assert len(plans) < len(PUBLISHED)
    assert f"”{text}”" in heading(page)
    expect(page.locator("#sort")).to_have_value("relevance")


def test_a_text_and_filters_work_together(page: Page) -> None:
    everywhere = set(browse(page, "?q=hyvinvointi"))
    in_kokkola = set(browse(page, f"?q=hyvinvointi&municipality={KOKKOLA}"))
    assert in_kokkola == everywhere & names(PUBLISHED, municipality=KOKKOLA)
    assert 0 < len(in_kokkola) < len(everywhere)


@pytest.mark.parametrize(
    "query",
    [
        f"?q={quote(ATTACK)}",
        f"?q={quote(SCRIPT)}",
        "?q=%E0%A4%A",
        "?q=*:~^+-(\\",
        f"?q={'a' * 5000}",
        f"?municipality={quote(ATTACK)}",
        "?municipality=999",
        "?municipality=constructor",
        "?municipality=__proto__",
        f"?region={quote(ATTACK)}&theme=__proto__&kind=constructor",
        "?period=never&level=&language=xx&unknown=1",
        "?theme",
        "?sort=constructor",
        "?sort=%00",
        "?&&==&q",
    ],
    ids=lambda query: query[:40],
)
def test_a_broken_address_breaks_nothing(page: Page, query: str) -> None:
    browse(page, query)
    assert page.locator("img[src=x], .kk-browse script").count() == 0
    assert heading(page)
    clear = page.get_by_role("button", name=say("site.plans.clear"))
    if clear.is_visible():
        clear.click()
    expect(page.locator("[data-list] [data-plan]")).to_have_count(len(PUBLISHED))


def test_an_attack_in_the_address_is_only_text(page: Page) -> None:
    browse(page, f"?q={quote(ATTACK)}")
    assert ATTACK in heading(page)
    expect(page.locator("[data-notes]")).to_contain_text("onerror")
    expect(page.locator("[src=x], [onerror]")).to_have_count(0)
    expect(page.locator("input[name=q]")).to_have_value(ATTACK)


@pytest.mark.parametrize(
    ("facet", "value", "label"),
    [
        ("period", "in-force", say("values.standing.in-force")),
        ("period", "coming", say("values.standing.coming")),
        ("language", "smn", say("values.language.smn")),
        ("kind", "koulukesu", say("values.kind.koulukesu")),
        ("region", "21", "Ahvenanmaa"),
    ],
)
def test_a_choice_that_leaves_nothing_is_still_said(
    page: Page, facet: str, value: str, label: str
) -> None:
    expected = names(PUBLISHED, **{facet: value})
    assert set(browse(page, f"?{facet}={value}")) == expected
    assert label in heading(page)
    if facet != "region":
        expect(page.locator(f"input[name={facet}][value='{value}']")).to_be_checked()
