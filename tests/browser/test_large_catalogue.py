"""The same site with hundreds of plans: further pages, facets at size, every standing."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from kuntakesu.languages import words
from tests.browser.catalogue import COUNT, SAMI, invented
from tests.browser.conftest import NewPage
from tests.browser.entries import NOW, names
from tests.browser.listing import browse, counted, heading, shown

PUBLISHED = tuple(entry for entry in invented() if entry.status != "draft")
ON_A_PAGE = 500
STEP = 100
say = words("fi")


def standings(page: Page) -> set[str]:
    badges: list[str] = page.locator("[data-plan] .kk-badge").all_text_contents()
    return set(badges)


def test_the_catalogue_is_large_and_varied() -> None:
    assert len(invented()) == COUNT
    assert ON_A_PAGE < len(PUBLISHED) < COUNT
    found = {entry.standing() for entry in PUBLISHED}
    assert found == {"in-force", "coming", "ended", "proposed", "withdrawn"}


def test_a_hundred_plans_are_shown_and_more_on_demand(large_page: Page) -> None:
    page = large_page
    found = browse(page)
    assert len(found) == STEP
    assert heading(page) == say("site.plans.found", count=len(PUBLISHED))
    more = page.get_by_role("button", name=say("site.plans.more"))
    shown_count = STEP
    while shown_count < len(PUBLISHED):
        more.click()
        shown_count = min(shown_count + STEP, len(PUBLISHED))
        expect(page.locator("[data-list] [data-plan]")).to_have_count(shown_count)
    expect(more).to_be_hidden()
    assert sorted(shown(page)) == sorted(entry.name for entry in PUBLISHED)


def test_show_more_moves_the_focus_to_the_first_new_plan(large_page: Page) -> None:
    browse(large_page)
    large_page.get_by_role("button", name=say("site.plans.more")).press("Enter")
    hundred_first = large_page.locator("[data-list] [data-plan]").nth(STEP)
    expect(hundred_first.get_by_role("link").first).to_be_focused()


def test_plans_from_a_further_page_are_found(large_page: Page) -> None:
    page = large_page
    page.goto("suunnitelmat/sivu-2/")
    page.wait_for_selector("[data-browse][data-ready]")
    last = PUBLISHED[-4].municipalities[0]
    assert set(browse(page, f"?municipality={last}")) == names(PUBLISHED, municipality=last)
    expect(page.locator("[data-static-pages]")).to_be_hidden()
    link = page.locator("[data-plan] a").first
    link.click()
    expect(page.locator(".kk-plan-head h1")).to_be_visible()


def test_links_of_plans_from_another_page_lead_to_the_plans(large_page: Page) -> None:
    """Every element comes with links that are relative to the page it was made for."""
    page = large_page
    for start in ("suunnitelmat/", "suunnitelmat/sivu-2/"):
        for code in ("005", PUBLISHED[-4].municipalities[0]):
            browse(page, f"?municipality={code}", start)
            addresses: dict[str, str] = dict(
                page.locator("[data-plan]").evaluate_all(
                    "all => all.map((one) => [one.dataset.plan, one.querySelector('a').pathname])"
                )
            )
            assert addresses == {name: f"/suunnitelmat/{name}/" for name in addresses}
            assert addresses


def test_without_script_the_further_pages_hold_the_rest(new_page: NewPage, large_site: str) -> None:
    page = new_page(base_url=large_site, java_script_enabled=False)
    page.goto("suunnitelmat/")
    plans = page.locator("[data-plan]")
    found = [str(plan.get_attribute("data-plan")) for plan in plans.all()]
    assert len(found) == ON_A_PAGE
    page.get_by_role("navigation", name=say("site.plans.pages")).get_by_role(
        "link", name="2", exact=True
    ).click()
    expect(page).to_have_url(f"{large_site}suunnitelmat/sivu-2/")
    found += [str(plan.get_attribute("data-plan")) for plan in plans.all()]
    assert sorted(found) == sorted(entry.name for entry in PUBLISHED)


@pytest.mark.parametrize("standing", ["in-force", "coming", "ended", "proposed", "withdrawn"])
def test_plans_are_chosen_by_standing(large_page: Page, standing: str) -> None:
    expected = names(PUBLISHED, period=standing)
    assert expected
    found = browse(large_page, f"?period={standing}")
    assert len(found) == min(STEP, len(expected))
    assert set(found) <= expected
    assert heading(large_page).endswith(say("site.plans.found", count=len(expected)))
    assert standings(large_page) == {say(f"values.standing.{standing}")}


def test_counts_are_right_at_size(large_page: Page) -> None:
    browse(large_page, "?theme=johtaminen")
    for facet in ("level", "language", "kind", "period"):
        counts = counted(large_page, facet)
        assert counts == {
            value: len(names(PUBLISHED, theme="johtaminen", **{facet: value})) for value in counts
        }
        assert sum(counts.values()) > 0


def test_no_draft_is_published(large_page: Page, large_site: str) -> None:
    drafts = [entry for entry in invented() if entry.status == "draft"]
    assert drafts
    data = f"{large_site}data/"
    listed = large_page.request.get(f"{data}v1/plans.json").json()["plans"]
    assert {plan["name"] for plan in listed} == {entry.name for entry in PUBLISHED}
    for facet in large_page.request.get(f"{data}facets.json").json()["facets"].values():
        assert len(facet) == len(PUBLISHED)
    searched = large_page.request.get(f"{data}search/manifest.json").json()
    assert searched["documents"] == len(PUBLISHED)
    title = quote(f'"{drafts[0].title}"')
    assert drafts[0].name not in browse(large_page, f"?q={title}")
    for entry in drafts[:3]:
        assert large_page.request.get(f"{large_site}suunnitelmat/{entry.name}/").status == 404


def test_badges_follow_the_browsers_day(large_page: Page) -> None:
    plan = next(entry for entry in PUBLISHED if entry.standing() == "in-force")
    days: list[tuple[int, str]] = [
        (NOW.year, "in-force"),
        (plan.start - 1, "coming"),
        (plan.end, "in-force"),
        (plan.end + 1, "ended"),
    ]
    for year, standing in days:
        large_page.clock.set_fixed_time(datetime(year, 6, 1, tzinfo=UTC))
        large_page.goto(f"suunnitelmat/{plan.name}/")
        badge = large_page.locator(".kk-plan-head .kk-badge")
        expect(badge).to_have_text(say(f"values.standing.{standing}"))
        expect(badge).to_have_class(f"kk-badge kk-badge--{standing}")


def test_the_year_changes_when_it_changes_in_finland(large_page: Page) -> None:
    plan = next(entry for entry in PUBLISHED if entry.standing() == "in-force")
    large_page.clock.set_fixed_time(datetime(plan.end, 12, 31, 22, 30, tzinfo=UTC))
    large_page.goto(f"suunnitelmat/{plan.name}/")
    badge = large_page.locator(".kk-plan-head .kk-badge")
    expect(badge).to_have_text(say("values.standing.ended"))


def test_filters_follow_the_browsers_day(large_page: Page) -> None:
    """A list built this year and read in another shows what holds then."""
    year = NOW.year + 2
    large_page.clock.set_fixed_time(datetime(year, 6, 1, tzinfo=UTC))
    expected = {entry.name for entry in PUBLISHED if entry.standing(year) == "in-force"}
    assert expected != names(PUBLISHED, period="in-force")
    found = browse(large_page, "?period=in-force")
    assert set(found) <= expected
    assert heading(large_page).endswith(say("site.plans.found", count=len(expected)))
    assert standings(large_page) == {say("values.standing.in-force")}


def test_a_proposal_is_never_in_force(large_page: Page) -> None:
    plan = next(
        entry
        for entry in PUBLISHED
        if entry.status == "proposed" and entry.start <= NOW.year <= entry.end
        if entry.language == "fi"
    )
    large_page.goto(f"suunnitelmat/{plan.name}/")
    expect(large_page.locator(".kk-plan-head .kk-badge")).to_have_text(
        say("values.standing.proposed")
    )
    expect(large_page.get_by_text(say("site.plan.notice.proposed"))).to_be_visible()


@pytest.mark.parametrize("language", SAMI)
def test_a_plan_in_a_sami_language_is_marked_as_such(large_page: Page, language: str) -> None:
    plan = next(entry for entry in PUBLISHED if entry.language == language)
    large_page.goto(f"suunnitelmat/{plan.name}/")
    expect(large_page.locator("html")).to_have_attribute("lang", "fi")
    for part in (".kk-plan-head h1", ".kk-plan-body"):
        expect(large_page.locator(part)).to_have_attribute("lang", language)
    # What the site itself says stays in the language of the page.
    expect(large_page.locator(".kk-toc h2")).to_have_attribute("lang", "fi")
    expect(large_page.locator(".kk-part__label").first).to_have_attribute("lang", "fi")
    assert browse(large_page, f"?language={language}") == [plan.name]
    expect(large_page.locator("[data-plan] a").first).to_have_attribute("lang", language)
