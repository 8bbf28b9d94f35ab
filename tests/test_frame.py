"""What stands around a page, and that nothing a plan says becomes a page's own markup."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from kuntakesu import addresses
from kuntakesu.languages import INTERFACE, words
from kuntakesu.pages import site_pages
from kuntakesu.pages.frame import Frame, Place, frame, page_not_found, page_of_guide
from kuntakesu.pages.view import SitePage
from tests.building import DATA_BLOCKS
from tests.making import ROOT, catalogue, plan

PLACE = Place("https://example.fi/kk/", "https://git.example.fi/kk", "main")
HOSTILE = (
    """<script>alert('x')</script>" onload="alert(1)" {{ 7 * 7 }} {% raw %} </title> &lt;b&gt;"""
)
VALUE = json.dumps(HOSTILE)
URL = json.dumps("""https://a.fi/"onclick="alert(1)"x='<script>alert(2)</script>""")
ATTACK = {
    "title": VALUE,
    "provider": VALUE,
    "summary": VALUE,
    "partners": f"[{VALUE}, Muu]",
    "contact": VALUE,
    "approved": f"{{body: {VALUE}, decision: {VALUE}, url: {URL}}}",
    "source": f"{{title: {VALUE}, url: {URL}}}",
    "published_by": "editor",
}
TEXT = f"""{HOSTILE}

## {HOSTILE}

<img src=x onerror=alert(1)> [a](javascript:alert(1)) [b](https://a.fi/"onclick="x)

## Oppiminen

### {HOSTILE}

**Tavoitteet:** {HOSTILE}

**{HOSTILE}:** {HOSTILE}

| a | <script>b</script> |
|---|---|
| {HOSTILE} | "c" |
"""
HELD = catalogue(
    plan("a/2025", TEXT, **ATTACK),
    plan("a/2026", TEXT, **(ATTACK | {"replaces": "a/2025"})),
    plan("a/2025.sv", TEXT, **(ATTACK | {"language": "sv", "translation_of": "a/2025"})),
    plan("b/2025", TEXT, **(ATTACK | {"municipality": "[Espoo, Turku, Salo, Kaarina]"})),
    plan("c/2025", TEXT, **(ATTACK | {"language": "se", "status": "proposed"})),
)
PAGES = {page.address: page for page in site_pages(HELD, PLACE.site_url)}


def around(page: SitePage, place: Place = PLACE) -> Frame:
    return frame(page, HELD, place)


class _Markup(HTMLParser):
    """Collects what would run or lead away."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.tags = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags += 1
        names = dict(attrs)
        if tag == "script" and names.get("type") not in DATA_BLOCKS:
            self.found.append(tag)
        if tag in ("iframe", "object", "embed", "style", "base", "b"):
            self.found.append(tag)
        for name, value in attrs:
            if name.startswith("on") or (name == "style" and "text-align" not in (value or "")):
                self.found.append(f"{tag} {name}")
            if name in ("href", "src", "action") and re.match(r"\s*(?!https?:)\w+:", value or ""):
                self.found.append(f"{tag} {name}={value}")


# What the search box brings with it, to the letter.
OWN_SCRIPT = re.compile(
    r'<script type="module" src="(?:\.\./)*js/(?:compare|find|plan|publish|targets)\.js"></script>'
)


def running(markup: str) -> list[str]:
    parser = _Markup()
    parser.feed(markup)
    parser.close()
    assert parser.tags
    return parser.found


def test_running_markup_would_be_seen() -> None:
    assert running(f"<p>{HOSTILE}") == ["script"]
    assert running('<a href="javascript:x" onclick="y">') == ["a href=javascript:x", "a onclick"]


def test_nothing_that_a_plan_says_is_markup_of_a_page() -> None:
    showing = 0
    for page in PAGES.values():
        whole = around(page)
        for markup in (page.html, whole.head, whole.header, whole.footer):
            assert running(OWN_SCRIPT.sub("", markup)) == [], page.address
        showing += "alert(" in page.html
    assert showing > 20


def test_nothing_that_a_plan_says_is_carried_out_as_a_template() -> None:
    for page in PAGES.values():
        if page.source.startswith("plans/"):
            assert "{{ 7 * 7 }}" in page.html
            assert "{{ 7 * 7 }}" in around(page).head
            assert 'content="' in around(page).head


@pytest.mark.parametrize("language", INTERFACE)
def test_a_page_is_in_its_own_language_throughout(language: str) -> None:
    page, w = PAGES[addresses.listing("plans", language)], words(language)
    whole = around(page)
    assert whole.language == language
    assert f"<title>{page.title} – {w('site.name')}</title>" in whole.head
    for word in ("site.skip", "site.nav.plans", "site.nav.municipalities", "site.nav.themes"):
        assert w(word) in whole.header
    for word in ("site.footer.about", "site.footer.accessibility", "site.footer.privacy"):
        assert w(word) in whole.footer
    texts = re.search(r'id="kk-texts">(.*?)</script>', whole.footer, re.S)
    assert texts
    assert json.loads(texts[1])["standings"] == w.under("values.standing")


def test_the_head_tells_where_the_page_is_and_its_other_languages() -> None:
    head = around(PAGES["kunnat/turku/"]).head
    assert '<link rel="canonical" href="https://example.fi/kk/kunnat/turku/">' in head
    for language, path in (("fi", "kunnat"), ("sv", "sv/kommuner"), ("en", "en/municipalities")):
        assert f'hreflang="{language}" href="https://example.fi/kk/{path}/turku/"' in head
    assert 'name="robots"' not in head
    withdrawn = replace(PAGES["kunnat/turku/"], indexed=False)
    assert 'content="noindex"' in around(withdrawn).head


def test_languages_lead_to_the_same_page_or_to_the_home_page() -> None:
    header = around(PAGES["kunnat/turku/"]).header
    assert 'href="../../sv/kommuner/turku/" lang="sv"' in header
    plan_header = around(PAGES["suunnitelmat/a/2025/"]).header
    assert 'href="../../../suunnitelmat/a/2025.sv/" lang="sv"' in plan_header
    assert 'href="../../../en/" lang="en"' in plan_header


def test_an_edit_link_leads_to_the_file() -> None:
    footer = around(PAGES["suunnitelmat/a/2025/"]).footer
    assert "https://git.example.fi/kk/edit/main/plans/a/2025.md" in footer
    assert "/edit/" not in around(PAGES["kunnat/turku/"]).footer
    assert "/edit/" not in around(PAGES["suunnitelmat/a/2025/"], Place()).footer


@pytest.mark.parametrize("name", ["publishing", "privacy"])
@pytest.mark.parametrize("language", INTERFACE)
def test_a_hand_written_page_knows_its_language(name: str, language: str) -> None:
    address = addresses.guide(name, language)
    page = page_of_guide(address, "Otsikko", "", f"docs/{address}")
    assert page.language == language
    assert page.alternates == addresses.in_all_languages(addresses.guide, name)
    assert bool(page.crumbs) == (name == "publishing")
    assert (ROOT / "docs" / f"{address.rstrip('/')}.md").is_file()


def test_the_page_that_is_missing_is_in_all_languages_and_links_from_the_root() -> None:
    page = page_not_found(HELD, PLACE)
    for language in INTERFACE:
        assert words(language)("site.missing.title") in page.html
        assert f'href="/kk/{addresses.home(language)}"' in page.html
    whole = around(page)
    assert not re.search(r'href="(?!/kk/|https?:|#)', whole.header + page.html)
    assert "canonical" not in whole.head
    assert "noindex" in whole.head
