"""The pages about the whole country: map, timeline and figures, and what they have in common."""

from __future__ import annotations

import html
import re
from functools import cache

import pytest

from kuntakesu import addresses, shading
from kuntakesu.catalogue import Catalogue
from kuntakesu.coverage import Coverage
from kuntakesu.exports import map_style
from kuntakesu.languages import INTERFACE, words
from kuntakesu.pages import figures, home, tile_map, timeline
from kuntakesu.pages.draft import Ingredients
from kuntakesu.pages.view import SitePage, View
from kuntakesu.shading import LOOKS
from kuntakesu.vocabulary.register import read_register
from kuntakesu.vocabulary.terms import themes
from tests.making import catalogue, plan

REGISTER = read_register()
HELD = catalogue(
    plan("espoon-kaupunki/2025-2029", themes="[oppiminen, johtaminen]"),
    plan("espoon-kaupunki/2020-2023", themes="[hyvinvointi]"),
    plan("salon-kaupunki/2026-2027", municipality="Salo", status="proposed"),
    plan("seudun-verkosto/2018-2019", municipality="[Turku, Kaarina]"),
    plan("turun-kaupunki/2020-2021", municipality="Turku", title="Turku & lapset <3"),
    plan("vantaan-kaupunki/2027-2030", municipality="Vantaa"),
)
TILE = re.compile(r'<a class="kk-tile([^"]*)" href="([^"]+)" [^>]*><title>([^<]*)</title>(.*?)</a>')


@cache
def made(language: str, held: Catalogue = HELD) -> dict[str, SitePage]:
    view = View(held, language)
    drafters = (home.drafts, tile_map.drafts, figures.drafts, timeline.drafts)
    drafts = (draft for drafter in drafters for draft in drafter(view, Ingredients(held)))
    return {draft.address: draft.make() for draft in drafts}


def the(kind: str, language: str, held: Catalogue = HELD) -> str:
    return made(language, held)[addresses.listing(kind, language)].html


def said(markup: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", markup)).split())


def tiles(language: str, held: Catalogue = HELD) -> list[tuple[str, str, str, str]]:
    found = TILE.findall(the("map", language, held))
    return [(looks, link, html.unescape(title), inside) for looks, link, title, inside in found]


def cells(row: str) -> list[str]:
    return [said(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)]


def table_row(markup: str, first: str) -> list[str]:
    """The cells of the table row that begins with a text."""
    rows = (cells(row) for row in re.findall(r"<tr[^>]*>(.*?)</tr>", markup, re.DOTALL))
    return next(row for row in rows if row[0] == first)


# The map


@pytest.mark.parametrize("language", INTERFACE)
def test_every_municipality_is_a_tile_that_leads_to_its_page(language: str) -> None:
    expected = [
        f"{'../' if language == 'fi' else '../../'}"
        + addresses.item("municipalities", place.slug, language)
        for region in REGISTER.regions
        for place in REGISTER.in_region(region.code, language)
    ]
    assert len(expected) == 308
    assert [link for _, link, _, _ in tiles(language)] == expected


@pytest.mark.parametrize("language", INTERFACE)
def test_a_tile_says_its_name_and_what_there_is_in_this_catalogue(language: str) -> None:
    w = words(language)
    titles = {title.partition(":")[0]: title for _, _, title, _ in tiles(language)}
    espoo, vantaa = ("Esbo", "Vanda") if language == "sv" else ("Espoo", "Vantaa")
    learning, leading = w("values.theme.oppiminen"), w("values.theme.johtaminen")
    assert w("values.standing.in-force") in titles[espoo]
    assert "2020–2023, 2025–2029" in titles[espoo]
    assert learning in titles[espoo]
    assert leading in titles[espoo]
    assert w("values.theme.osaaminen") not in titles[espoo]
    assert w("values.standing.coming") in titles[vantaa]
    assert titles["Salo"] == f"Salo: {w('values.standing.proposed')}; {learning}"
    lahti = "Lahtis" if language == "sv" else "Lahti"
    assert titles[lahti] == f"{lahti}: {w('site.map.none')}"


def test_none_is_said_to_be_of_this_catalogue_and_not_of_the_municipality() -> None:
    for language, ours in (
        ("fi", "tässä luettelossa"),
        ("sv", "den här katalogen"),
        ("en", "this catalogue"),
    ):
        for key in ("map.none", "map.theme_none", "map.year_none", "map.table_none.other"):
            assert ours in words(language).raw(f"site.{key}"), key


def test_a_label_is_short_and_the_beginning_of_the_name() -> None:
    for _, _, title, inside in tiles("fi"):
        label = said(inside).rstrip(".")
        assert 2 <= len(label) <= 6
        assert title.startswith(label)


def test_a_tile_has_a_look_for_each_shading() -> None:
    found = {title.partition(":")[0]: looks.split() for looks, _, title, _ in tiles("fi")}
    assert found["Espoo"][:4] == [
        "now-in-force", "oppiminen-in-force", "hyvinvointi-ended", "johtaminen-in-force"
    ]  # fmt: skip
    assert found["Espoo"][4:] == [f"y{year}" for year in (*range(2020, 2024), *range(2025, 2030))]
    assert found["Salo"] == ["now-other", "oppiminen-other"]
    assert found["Lahti"] == []


def test_what_has_a_look_has_a_mark_since_colour_is_not_enough() -> None:
    for looks, _, _, inside in tiles("fi"):
        assert ("<circle" in inside) == bool(looks)


def test_every_class_of_a_tile_is_followed_by_the_style_sheet_and_the_menu() -> None:
    page = the("map", "fi")
    style = map_style.export(HELD).decode()
    assert f'href="../{map_style.NAME}"' in page
    options = re.findall(r'<option value="([^"]+)"', page)
    assert options[:5] == ["now", *themes().codes]
    assert options[5:] == [f"y{year}" for year in reversed(Coverage(HELD).years)]
    for name in {name for looks, _, _, _ in tiles("fi") for name in looks.split()}:
        key = name if name in options else name.partition("-")[0]
        assert f".kk-map:has([value={key}]:checked) .{name}" in style
    for option in options:
        assert f".kk-map:has([value={option}]:checked) .kk-legend--{option}" in style


def test_a_shading_counts_every_municipality_once() -> None:
    for one in shading.shadings(Coverage(HELD)):
        assert sum(count for _, count in one.counts) == 308, one.key
        assert {look for look, _ in one.counts} <= set(LOOKS)


def test_a_shading_tells_the_numbers_of_the_catalogue() -> None:
    counts = {one.key: dict(one.counts) for one in shading.shadings(Coverage(HELD))}
    assert counts["now"] == {"in-force": 1, "coming": 1, "ended": 2, "other": 1, "none": 303}
    assert counts["hyvinvointi"] == {
        "in-force": 0, "coming": 0, "ended": 1, "other": 0, "none": 307}  # fmt: skip
    assert counts["y2021"] == {"in-force": 2, "none": 306}


@pytest.mark.parametrize("language", INTERFACE)
def test_each_shading_has_its_legend(language: str) -> None:
    page, w = the("map", language), words(language)
    found = dict(re.findall(r'kk-legend--(\w+)">(.*?)</section>', page, re.DOTALL))
    assert list(found) == [one.key for one in shading.shadings(Coverage(HELD))]
    assert f"{w('values.standing.ended')} 2" in said(found["now"])
    assert f"{w('site.map.lesser')} 1" in said(found["now"])
    assert f"{w('site.map.theme_none')} 307" in said(found["hyvinvointi"])
    assert w("values.standing.coming") not in said(found["hyvinvointi"])
    assert f"{w('site.map.year_none', year='2021')} 306" in said(found["y2021"])
    for name, legend in found.items():
        kind = "year" if name.startswith("y2") else "now" if name == "now" else "theme"
        assert w(f"site.map.about.{kind}") in said(legend)


@pytest.mark.parametrize("language", INTERFACE)
def test_the_table_says_what_the_map_says(language: str) -> None:
    page, w = the("map", language), words(language)
    table = page[page.index("<table") :]
    espoo = "Esbo" if language == "sv" else "Espoo"
    in_force, ended = w("values.standing.in-force"), w("values.standing.ended")
    assert table_row(table, espoo) == [
        espoo, in_force, "2020–2023, 2025–2029", in_force, "–", ended, in_force]  # fmt: skip
    assert table_row(table, "Salo")[1:3] == [w("values.standing.proposed"), "–"]
    linked = set(re.findall(r'href="([^"]+)"', table))
    assert {link for _, link, _, _ in tiles(language)} <= linked
    assert table.count("kk-table__bare") == len(REGISTER.regions)
    assert said(w("site.map.table_none", count=16)) in said(table)  # Åland


def test_the_map_of_an_empty_catalogue_has_one_shading_by_time_less() -> None:
    page = the("map", "fi", catalogue())
    assert len(tiles("fi", catalogue())) == 308
    assert "<circle cy" not in page
    assert page.count("<optgroup") == 1


@pytest.mark.parametrize("language", INTERFACE)
def test_home_has_the_map_as_a_picture_behind_one_link(language: str) -> None:
    page = made(language)[addresses.home(language)].html
    picture = page[page.index('class="kk-home-map"') :]
    picture = picture[: picture.index("</section>")]
    assert re.findall(r'kk-look--([\w-]+)" d="', picture) == list(LOOKS)
    assert picture.count("z") >= 308
    assert 'aria-hidden="true"' in picture
    assert len(re.findall("<a ", picture)) == 3  # the map, the timeline, the figures


# The timeline


@pytest.mark.parametrize("language", INTERFACE)
def test_the_timeline_has_each_municipality_with_a_plan_in_force_some_time(language: str) -> None:
    page = the("timeline", language)
    rows = re.findall(r"<li><span[^>]*>(.*?)</span></span>\s*<svg(.*?)</svg>", page, re.DOTALL)
    turku, espoo, vantaa, kaarina = (
        ("Åbo", "Esbo", "Vanda", "S:t Karins")
        if language == "sv"
        else ("Turku", "Espoo", "Vantaa", "Kaarina")
    )
    told = {said(text): re.findall(r'look--([\w-]+)" x="([\d.]+)%"', bars) for text, bars in rows}
    assert told == {
        f"{espoo} 2020–2023, 2025–2029": [("ended", "15.38"), ("in-force", "53.85")],
        f"{vantaa} 2027–2030": [("coming", "69.23")],
        f"{kaarina} 2018–2019": [("ended", "0")],
        f"{turku} 2018–2021": [("ended", "0")],
    }
    bare = page[page.index('id="bare"') :]
    assert len(re.findall("<li>", bare)) == 17


@pytest.mark.parametrize("language", INTERFACE)
def test_a_regions_timeline_has_each_plan_under_each_of_its_municipalities(language: str) -> None:
    page = made(language)[addresses.item("timeline", "varsinais-suomi", language)].html
    assert re.findall(r'<h2[^>]* id="([^"]+)"', page) == ["kaarina", "salo", "turku"]
    assert page.count("seudun-verkosto/2018-2019/") == 2
    assert page.count("turun-kaupunki/2020-2021/") == 1
    assert re.findall(r'<rect class="kk-look--([\w-]+)"', page).count("other") == 1
    w = words(language)
    assert w("site.timeline.region_lead", count=3) in said(page)
    assert w("site.timeline.without", count=24) in said(page)
    assert "Turku &amp; lapset &lt;3" in page


@pytest.mark.parametrize("language", INTERFACE)
def test_a_region_without_plans_says_so_of_this_catalogue(language: str) -> None:
    page = made(language)[addresses.item("timeline", "ahvenanmaa", language)].html
    name = next(one for one in REGISTER.regions if one.slug == "ahvenanmaa").name(language)
    assert words(language)("site.timeline.region_none", name=name) in said(page)
    assert "<rect" not in page


# The figures


@pytest.mark.parametrize("language", INTERFACE)
def test_figures_are_those_of_the_catalogue(language: str) -> None:
    page, w = the("figures", language), words(language)
    section = r'<section class="kk-figure" aria-labelledby="(\w+)">(.*?)</section>'
    figure = dict(re.findall(section, page, re.DOTALL))

    def row(name: str, label: str) -> str:
        return table_row(figure[name], label)[1]

    assert row("coverage", w("values.standing.in-force")) == "1 / 308"
    assert row("coverage", w("site.map.none")) == "303 / 308"
    assert row("plans", w("values.standing.ended")) == "3 / 6"
    assert table_row(figure["themes"], w("values.theme.oppiminen"))[1::3] == ["5 / 6", "6"]
    assert row("parts", w("values.part.goals")) == "6 / 6"
    assert row("parts", w("values.part.indicators")) == "0 / 6"
    assert row("years", "2024") == "0 / 308"
    assert table_row(figure["years"], "2021")[1:3] == ["2 / 308", said(w("site.figures.under_one"))]
    region = next(one for one in REGISTER.regions if one.slug == "varsinais-suomi")
    assert table_row(figure["regions"], region.name(language))[1::3] == ["3 / 27", "0"]
    assert len(cells(figure["regions"])) > 19


@pytest.mark.parametrize("language", INTERFACE)
def test_every_figure_has_its_definition_beside_it(language: str) -> None:
    w = words(language)
    page = the("figures", language)
    for name in ("coverage", "plans", "themes", "parts", "regions", "years"):
        section = page[page.index(f'<h2 id="{name}"') :]
        assert said(w(f"site.figures.{name}_about")) in said(section)[:700], name


def test_a_share_is_neither_none_nor_all_where_it_is_only_nearly_so() -> None:
    w = words("en")
    shares = [figures.Figure("", count, 308).percent(w) for count in (0, 1, 154, 307, 308)]
    assert shares == ["0%", "under 1%", "50%", "99%", "100%"]
    assert figures.Figure("", 0, 0).percent(w) == "–"


@pytest.mark.parametrize("kind", ["map", "timeline", "figures"])
@pytest.mark.parametrize("language", INTERFACE)
def test_each_page_tells_its_day_and_leads_to_the_others(kind: str, language: str) -> None:
    page = made(language)[addresses.listing(kind, language)]
    assert "15" in said(page.html)
    assert "2026" in said(page.html)
    around = page.html[page.html.index("kk-views") :]
    for other in ("municipalities", "regions", "map", "timeline", "figures"):
        assert addresses.relative(addresses.listing(other, language), page.address) in around
    assert around.count('aria-current="page"') == 1
