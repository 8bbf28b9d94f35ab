"""The accessibility statement and the privacy page hold what the law asks for, and hold true."""

from __future__ import annotations

import ast
import re
from datetime import timedelta
from functools import cache

import pytest

from kuntakesu import addresses
from kuntakesu.languages import INTERFACE, words
from kuntakesu.pages.frame import Place, frame
from kuntakesu.pages.view import SitePage, day
from statement_age import STATEMENT, reviewed, warning
from tests.making import ROOT, catalogue

STATEMENTS = {
    "fi": STATEMENT,
    "sv": "docs/sv/tillganglighet.md",
    "en": "docs/en/accessibility.md",
}
PRIVACY = {"fi": "docs/tietosuoja.md", "sv": "docs/sv/dataskydd.md", "en": "docs/en/privacy.md"}
# What the statement has to say, each in a phrase of the three languages.
REQUIRED = {
    "the service": ("koskee KuntaKesu-luetteloa", "gäller KuntaKesu-katalogen", "KuntaKesu catal"),
    "the act": ("lain (306/2019)", "(306/2019)", "Act on the Provision of Digital Services (306/"),
    "the standard": ("EN 301 549", "EN 301 549", "EN 301 549"),
    "compliance": ("täyttää **osittain** WCAG 2.1", "uppfyller **delvis**", "meets **in part**"),
    "what fails": (
        "## Mikä ei ole saavutettavaa",
        "## Vad som inte är tillgängl",
        "## What is not",
    ),
    "which criterion": ("1.1.1", "1.1.1", "1.1.1"),
    "how assessed": ("ylläpito itse", "själva gjort bedömningen", "assessed it themselves"),
    "published": (
        "julkaistu marraskuussa 2026",
        "publicerades i november 2026",
        "published in Nov",
    ),
    "drawn up": ("Seloste on laadittu", "Utlåtandet upprättades", "statement was drawn up"),
    "every year": ("kerran vuodessa", "en gång om året", "once a year"),
    "answer": ("14 päivän", "14 dagar", "14 days"),
    "first us": ("Anna ensin palautetta", "Ge först respons", "Give feedback to us first"),
    "complaint": ("saavutettavuuskantelun", "tillgänglighetsklagomål", "accessibility complaint"),
    "clarification": ("selvityspyynnön", "begäran om utredning", "request for clarification"),
    "supervisor": (
        "Liikenne- ja viestintävirasto Traficom",
        "Transport- och kommunikationsverket Traficom",
        "Finnish Transport and Communications Agency Traficom",
    ),
    "unit": (
        "Digitaalisen esteettömyyden ja saavutettavuuden valvontayksikkö",
        "Enheten för tillsyn över digital tillgänglighet",
        "Digital Accessibility Supervision Unit",
    ),
    "web": (
        "https://www.saavutettavuusvaatimukset.fi/",
        "https://www.tillganglighetskrav.fi/",
        "https://www.webaccessibility.fi/",
    ),
    "mail": ("saavutettavuus@traficom.fi", "tillganglighet@traficom.fi", "saavutettavuus@traficom"),
    "telephone": ("029 534 5000", "029 534 5000", "+358 29 534 5000"),
    "limits": ("vain osan esteistä", "bara en del av hindren", "only some of the barriers"),
}
# What is claimed to be tested, and the test that shows it.
CLAIMS = {
    ("axe-core", "axe-core", "axe-core"): (
        "test_accessibility.py::test_a_page_has_no_barrier",
        "test_accessibility.py::test_a_filtered_list_with_suggestions_has_no_barrier",
    ),
    ("pelkällä näppäimistöllä", "enbart tangentbord", "keyboard alone"): (
        "test_focus.py::test_the_tabulator_goes_through_all_of_a_page_and_out_again",
        "test_keyboard.py::test_a_plan_is_found_and_opened_with_the_keyboard_alone",
    ),
    ("400 prosenttiin", "400 procent", "400 per cent"): (
        "test_reflow.py::test_a_page_holds_enlarged_and_widely_spaced_text",
        "test_reflow.py::test_a_wide_table_scrolls_by_keyboard",
    ),
    ("suuren kontrastin", "högkontrastfärger", "high-contrast colours"): (
        "test_preferences.py::test_the_focus_shows_in_forced_colours",
    ),
    ("ilman liikettä", "utan rörelser", "without movement"): (
        "test_preferences.py::test_nothing_moves_for_who_wants_no_movement",
    ),
    ("ruudunlukijalle annettavat", "till skärmläsare", "screen readers are told"): (
        "test_announcements.py::test_the_number_of_suggestions",
        "test_announcements.py::test_what_a_filter_leaves_and_that_nothing_is_left",
        "test_announcements.py::test_how_many_plans_are_compared",
        "test_announcements.py::test_that_something_was_copied_and_nothing_more",
        "test_announcements.py::test_what_the_form_finds_and_does",
    ),
    ("paperille", "på papper", "on paper"): ("test_print.py::test_a_plan_is_printed_whole",),
}
GDPR = {
    "controller": ("rekisterinpitäjä", "personuppgiftsansvarig", "controller"),
    "purpose and basis": ("oikeutettu etu", "berättigat intresse", "legitimate interest"),
    "article": ("6 artiklan 1 kohdan f", "artikel 6.1 f", "Article 6(1)(f)"),
    "log": ("IP-osoite", "IP-adressen", "IP address"),
    "recipients": ("GitHub, Inc.", "GitHub, Inc.", "GitHub, Inc."),
    "transfer": ("EU:n ulkopuolelle", "utanför EU", "out of the EU"),
    "kept": ("| Säilytys |", "| Lagringstid |", "| Kept |"),
    "rights": ("## Oikeutesi", "## Dina rättigheter", "## Your rights"),
    "within": ("kuukauden kuluessa", "inom en månad", "within a month"),
    "supervisor": (
        "[tietosuojavaltuutetun toimistoon](https://tietosuoja.fi/)",
        "[dataombudsmannens byrå](https://tietosuoja.fi/sv/)",
        "[Office of the Data Protection Ombudsman](https://tietosuoja.fi/en/)",
    ),
    "no cookies": ("ei käytä evästeitä", "använder inga kakor", "uses no cookies"),
    "no analytics": ("ei ole kävijäseurantaa", "ingen besöksstatistik", "no analytics"),
}
KEY = re.compile(r'"(kuntakesu-[a-z]+)[":]')
STORING = re.compile(r"\b(sessionStorage|indexedDB|document\.cookie|caches\.open)\b")


@cache
def document(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


@cache
def names_in(file: str) -> set[str]:
    module = ast.parse((ROOT / "tests/browser" / file).read_text(encoding="utf-8"))
    return {one.name for one in module.body if isinstance(one, ast.FunctionDef)}


@cache
def scripts() -> str:
    files = sorted((ROOT / "hooks/theme/js").rglob("*.js"))
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


@pytest.mark.parametrize("language", INTERFACE)
@pytest.mark.parametrize("part", REQUIRED)
def test_the_statement_has_what_the_law_asks_for(part: str, language: str) -> None:
    assert REQUIRED[part][INTERFACE.index(language)] in document(STATEMENTS[language])


@pytest.mark.parametrize("language", INTERFACE)
def test_the_statement_names_no_former_supervisor(language: str) -> None:
    former = re.compile(
        "aluehallintovirasto|regionförvaltningsverket|Regional State", re.IGNORECASE
    )
    assert not former.search(document(STATEMENTS[language]))


@pytest.mark.parametrize("language", INTERFACE)
def test_the_day_of_the_review_is_the_same_everywhere(language: str) -> None:
    text = document(STATEMENTS[language])
    assert reviewed(text) == reviewed(document(STATEMENT))
    assert day(reviewed(text), words(language)) in text.splitlines()[-1]


@pytest.mark.parametrize("language", INTERFACE)
@pytest.mark.parametrize("claim", CLAIMS)
def test_what_is_said_to_be_tested_is_tested(claim: tuple[str, str, str], language: str) -> None:
    assert claim[INTERFACE.index(language)] in document(STATEMENTS[language])
    for name in CLAIMS[claim]:
        file, _, test = name.partition("::")
        assert test in names_in(file)


@pytest.mark.parametrize("language", INTERFACE)
def test_every_page_leads_to_the_statement_and_to_feedback(language: str) -> None:
    page = SitePage("a/", language, "A", "")
    say = words(language)("site.footer.feedback")
    for email, address in (("a@example.fi", "mailto:a@example.fi"), ("", "https://g.fi/k/issues")):
        place = Place("https://example.fi/", "https://g.fi/k", email=email)
        footer = frame(page, catalogue(), place).footer
        assert f'href="{address}" rel="external">{say}</a>' in footer
        for name in ("accessibility", "privacy"):
            assert f'"../{addresses.guide(name, language)}"' in footer
    assert say not in frame(page, catalogue(), Place()).footer
    for path in (STATEMENTS[language], PRIVACY[language]):
        assert f"*{say}*" in document(path)


def test_a_statement_is_called_old_after_a_year() -> None:
    text = document(STATEMENT)
    today = reviewed(text)
    assert warning(STATEMENT, text, today + timedelta(days=366)) == ""
    said = warning(STATEMENT, text, today + timedelta(days=367))
    assert said.startswith(f"::warning file={STATEMENT}::")
    assert str(today) in said


def test_the_age_is_looked_at_each_time_the_site_is_published() -> None:
    workflow = document(".github/workflows/publish.yml")
    assert "scripts/statement_age.py" in workflow


@pytest.mark.parametrize("language", INTERFACE)
@pytest.mark.parametrize("part", GDPR)
def test_the_privacy_page_has_what_the_regulation_asks_for(part: str, language: str) -> None:
    assert GDPR[part][INTERFACE.index(language)] in document(PRIVACY[language])


@pytest.mark.parametrize("language", INTERFACE)
def test_the_privacy_page_names_all_that_a_browser_keeps(language: str) -> None:
    named = set(re.findall(r"`(kuntakesu-[a-z]+)`", document(PRIVACY[language])))
    assert named == set(KEY.findall(scripts()))
    assert named == {"kuntakesu-scheme", "kuntakesu-draft", "kuntakesu-checks"}
    assert not STORING.search(scripts())
