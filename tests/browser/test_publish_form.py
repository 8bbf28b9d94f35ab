"""The form: from an empty page to a file on its way, and back from a published plan."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from kuntakesu import addresses
from kuntakesu.fields import all_fields
from kuntakesu.languages import INTERFACE, words
from kuntakesu.submission import Submission
from tests.browser import word
from tests.browser.conftest import NewPage, Watch
from tests.browser.form import (
    PATIENCE,
    add_target,
    catch_host,
    downloaded,
    fill_facts,
    findings,
    open_form,
    open_plan,
    paste_html,
    sent,
    start_checks,
    wait_for_checks,
)
from tests.browser.listing import add_style
from tests.browser.probes import overflow
from tests.browser.test_accessibility import LOOKS, violations
from tests.making import ROOT, submission

# The tests' own clock is a script, which the frame of the preview refuses as it refuses any other.
REFUSED = "Blocked script execution in 'about:"
PLAN = "tuusulan-kunta/2022-2025"
NEW = "https://github.com/kuntakesu/kuntakesu/new/main"
say = words("fi")


@pytest.fixture(autouse=True)
def _frame_without_scripts(watch: Watch) -> None:
    watch.awaited.append(REFUSED)


def published(name: str) -> str:
    return (ROOT / "plans" / f"{name}.md").read_bytes().decode("utf-8")


def test_a_plan_is_written_mended_seen_and_sent(page: Page) -> None:
    open_form(page)
    fill_facts(page, period="2030-2027")
    add_target(page, "oppiminen", "Lukutaito", goals="Kaikki lukevat.\n\nJa kirjoittavat.")
    expect(page.get_by_role("checkbox", name=say("values.theme.oppiminen"))).to_be_checked()
    start_checks(page)

    # Found at its field, in the checker's words, with a link that leads there.
    expect(page.locator("[data-said=period]")).to_contain_text("(period-order)")
    expect(page.locator("[data-said=period]")).to_contain_text("2027-2030")
    assert findings(page) == ["period-order"]
    expect(page.locator("#f-period")).to_have_attribute("aria-invalid", "true")
    page.locator("[data-findings-list] a").click()
    expect(page.locator("#f-period")).to_be_focused()

    # Mended, and shown as its page will be.
    page.locator("#f-period").fill("2027-2030")
    expect(page.locator("[data-checks-status]")).to_have_text(say("form.script.findings_none"))
    expect(page.locator("[data-said=period]")).to_be_empty()
    frame = page.frame_locator("[data-preview-frame]")
    expect(frame.locator("h1")).to_have_text("Mallilan suunnitelma")
    expect(frame.locator(".kk-part--goals")).to_contain_text("Ja kirjoittavat.")
    page.locator("#f-title").fill("Toinen nimi")
    expect(frame.locator("h1")).to_have_text("Toinen nimi")

    # What is downloaded is what the prefilled address holds, and is a sound plan.
    name, text = downloaded(page)
    assert name == "mallilan-kunta-2027-2030.md"
    read = submission(text, "mallilan-kunta/2027-2030")
    assert read.plan
    assert read.plan.title == "Toinen nimi"
    catch_host(page)
    page.locator("[data-way=host]").click()
    address, given = sent(page)
    assert address == NEW
    assert given == {"filename": "plans/mallilan-kunta/2027-2030.md", "value": text}


def test_a_finding_waits_until_its_field_is_left(page: Page) -> None:
    open_form(page)
    fill_facts(page)
    add_target(page, "johtaminen", "Kohde", goals="Hyvä.")
    start_checks(page)
    expect(page.locator("[data-checks-status]")).to_have_text(say("form.script.findings_none"))
    page.locator("#f-period").fill("2030-20")
    expect(page.locator("[data-findings]")).to_be_visible()
    expect(page.locator("[data-said=period]")).to_be_empty()
    page.locator("#f-title").focus()
    expect(page.locator("[data-said=period]")).to_contain_text("(period-form)")


def test_nothing_is_lost_in_a_reload_and_all_can_be_erased(page: Page) -> None:
    open_form(page)
    fill_facts(page)
    add_target(page, "hyvinvointi", "Kouluruoka", actions="- yksi\n- kaksi")
    page.locator("[data-text=intro]").fill("Alkusanat.")
    before = downloaded(page)
    page.reload()
    page.wait_for_selector("[data-publish][data-ready]")
    expect(page.locator("[data-status]")).to_have_text(say("form.script.restored"))
    assert downloaded(page) == before

    page.locator("[data-erase]").click()
    expect(page.locator("#f-title")).to_have_value("")
    assert page.evaluate("localStorage.length") == 0
    page.get_by_role("button", name=say("form.script.undo")).click()
    assert downloaded(page) == before
    page.locator("[data-erase]").click()
    page.reload()
    page.wait_for_selector("[data-publish][data-ready]")
    expect(page.locator("#f-title")).to_have_value("")
    expect(page.locator(".kk-form__target")).to_have_count(0)


def test_targets_are_moved_removed_and_brought_back(page: Page) -> None:
    open_form(page)
    for title in ("Yksi", "Kaksi", "Kolme"):
        add_target(page, "osaaminen", title, goals=f"{title}.")
    targets = page.locator(".kk-theme--osaaminen .kk-form__target")

    def titles() -> list[str]:
        return re.findall(r"^### (.+)$", downloaded(page)[1], re.MULTILINE)

    targets.nth(2).get_by_role("button", name=say("form.text.up")).click()
    targets.nth(1).get_by_role("button", name=say("form.text.up")).click()
    expect(targets.nth(0).get_by_role("button", name=say("form.text.down"))).to_be_focused()
    assert titles() == ["Kolme", "Yksi", "Kaksi"]
    targets.nth(1).get_by_role("button", name=say("form.text.remove")).click()
    assert titles() == ["Kolme", "Kaksi"]
    page.get_by_role("button", name=say("form.script.undo")).click()
    assert titles() == ["Kolme", "Yksi", "Kaksi"]


def test_a_published_plan_is_changed_only_where_it_was_changed(page: Page) -> None:
    page.goto(addresses.plan(PLAN))
    page.get_by_role("link", name=say("form.plan.update")).click()
    opened = say("form.script.plan_opened", name=PLAN)
    expect(page.locator("[data-status]")).to_have_text(opened, timeout=PATIENCE)
    wait_for_checks(page)
    assert findings(page) == []
    assert downloaded(page)[1] == published(PLAN)
    page.locator("[data-part=goals]").first.fill("Muutettu tavoite.")
    _, text = downloaded(page)
    pairs = zip(published(PLAN).splitlines(), text.splitlines(), strict=True)
    changed = [after for before, after in pairs if before != after]
    assert changed == ["**Tavoitteet:** Muutettu tavoite."]


@pytest.mark.parametrize("shown", ["copied", "not copied"])
def test_a_change_goes_by_the_clipboard(new_page: NewPage, shown: str) -> None:
    granted = ["clipboard-read", "clipboard-write"] if shown == "copied" else []
    page = new_page(permissions=granted)
    open_plan(page, PLAN)
    page.locator("#f-title").fill("Uusi nimi")
    if shown == "not copied":
        page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject('no'); }")
    page.locator("[data-way=host]").click()
    expect(page.locator("[data-way-status]")).to_have_text(say("form.script.sent_change"))
    link = page.get_by_role("link", name=say("form.script.open_host"))
    expect(link).to_have_attribute("href", re.compile(f"/edit/main/plans/{PLAN}.md$"))
    text = downloaded(page)[1]
    if shown == "copied":
        assert page.evaluate("navigator.clipboard.readText()") == text
        expect(page.locator("#way-text")).to_be_hidden()
    else:
        expect(page.locator("#way-text")).to_have_value(text)


def test_a_plan_is_said_to_be_current_with_one_press(page: Page) -> None:
    page.goto(addresses.plan(PLAN))
    page.get_by_role("link", name=say("form.plan.reviewed")).click()
    expect(page.locator("#text-whole")).to_be_visible()
    text = downloaded(page)[1]
    added = [line for line in text.splitlines() if line.startswith("reviewed: ")]
    assert len(added) == 1
    assert text.replace(f"{added[0]}\n", "") == published(PLAN)
    assert page.evaluate("localStorage.length") == 0


def test_a_plan_that_is_not_there_is_said_and_a_new_one_can_be_written(
    page: Page, watch: Watch
) -> None:
    watch.awaited.append("Failed to load resource")
    open_form(page, query="?plan=mallilan-kunta/1999")
    missing = say("form.script.plan_missing", name="mallilan-kunta/1999")
    expect(page.locator("[data-status]")).to_have_text(missing)
    fill_facts(page)
    assert downloaded(page)[0] == "mallilan-kunta-2027-2030.md"


def test_a_long_plan_goes_by_the_clipboard(new_page: NewPage) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    open_form(page)
    fill_facts(page)
    add_target(page, "oppiminen", "Pitkä", goals="Pitkä tavoite. " * 500)
    page.locator("[data-way=host]").click()
    expect(page.locator("[data-way-status]")).to_have_text(say("form.script.sent_long"))
    link = page.get_by_role("link", name=say("form.script.open_host"))
    expected = f"{NEW}?filename=plans%2Fmallilan-kunta%2F2027-2030.md"
    expect(link).to_have_attribute("href", expected)
    assert page.evaluate("navigator.clipboard.readText()") == downloaded(page)[1]


def test_a_plan_that_would_take_anothers_place_is_led_to_it(page: Page) -> None:
    open_form(page)
    fill_facts(page)
    expect(page.locator("[data-path]")).to_have_text("plans/mallilan-kunta/2027-2030.md")
    expect(page.locator("[data-taken]")).to_be_hidden()
    page.locator("#f-provider").fill("Tuusulan kunta")
    page.locator("#f-period").fill("2022-2025")
    page.locator("[data-taken]").get_by_role("link").click()
    opened = say("form.script.plan_opened", name=PLAN)
    expect(page.locator("[data-status]")).to_have_text(opened, timeout=PATIENCE)
    expect(page.locator("[data-taken]")).to_be_hidden()


def test_a_plan_without_a_place_is_not_sent(page: Page) -> None:
    open_form(page)
    catch_host(page)
    page.locator("[data-way=host]").click()
    expect(page.locator("[data-way-status]")).to_have_text(say("form.script.need_path"))
    expect(page.locator("#f-provider")).to_be_focused()
    assert page.evaluate("window.opened") == []


WORD = """<h2>Otsikko</h2>
<p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span
 style="mso-list:Ignore">·<span>&nbsp;</span></span>Eka</p>
<p class="MsoListParagraph" style="mso-list:l0 level2 lfo1"><span
 style="mso-list:Ignore">o</span>Alla</p>
<p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span
 style="mso-list:Ignore">·</span>Toka <b>lihava</b></p>
<p style="color:red">Kappale, <a href="javascript:x">linkki</a> ja
 <a href="https://example.fi/">toinen</a>&lt;b&gt;<script>x</script><img src="https://e.fi/a.png"></p>
<table><tr><td><p>Tavoite</p></td><td>Vastuu</td></tr>
<tr><td><p>a</p><p>b</p></td><td><ul><li>x</li><li>y</li></ul></td></tr></table>"""
MARKDOWN = """- Eka
    - Alla
- Toka **lihava**

Kappale, linkki ja [toinen](https://example.fi/)&lt;b>

| Tavoite | Vastuu |
| --- | --- |
| a b | x; y |"""


def paste(page: Page, selector: str, html: str) -> None:
    paste_html(page, selector, html)
    expect(page.locator("[data-status]")).to_have_text(say("form.script.pasted"))


def test_a_paste_keeps_headings_lists_and_tables(page: Page) -> None:
    open_form(page)
    paste(page, "[data-text=intro]", WORD)
    expect(page.locator("[data-text=intro]")).to_have_value(f"## Otsikko\n\n{MARKDOWN}")
    add_target(page, "oppiminen", "Kohde")
    paste(page, "[data-part=goals]", WORD)
    expect(page.locator("[data-part=goals]").first).to_have_value(f"**Otsikko**\n\n{MARKDOWN}")
    read = submission(downloaded(page)[1])
    [section] = [one for one in read.body.sections if one.theme]
    [goals] = section.targets[0].goals
    assert "<table>" in goals.html
    assert goals.html.count("<ul>") == 2


def test_a_word_file_fills_the_themes_and_loses_nothing(page: Page, tmp_path: Path) -> None:
    file = word.write(
        tmp_path / "suunnitelma.docx",
        word.heading(1, "Mallilan suunnitelma"),
        word.paragraph("Alkusanat <ennen> kaikkea."),
        word.heading(1, "Tausta"),
        word.paragraph("Taustaa."),
        word.heading(1, "1. Oppilaiden oppiminen"),
        word.paragraph("Yleistä."),
        word.heading(2, "Lukutaito"),
        word.paragraph(" Kaikki lukevat.", label="Tavoitteet:"),
        word.paragraph(" Rehtorit", label="Vastuu:"),
        word.heading(2, "Matematiikka"),
        word.table(("Toimenpide", "Aikataulu"), ("Kerho", "2027")),
        word.heading(1, "Johtaminen"),
        word.heading(2, "Yhteistyö"),
        word.paragraph("Vapaata tekstiä."),
    )
    open_form(page)
    page.locator("[data-file]").set_input_files(file)
    read_it = say("form.script.file_read", name=file.name)
    expect(page.locator("[data-status]")).to_contain_text(read_it, timeout=PATIENCE)
    learning = page.locator(".kk-theme--oppiminen .kk-form__target")
    expect(learning.nth(0).locator("[data-title]")).to_have_value("Lukutaito")
    expect(learning.nth(0).locator("[data-part=goals]")).to_have_value("Kaikki lukevat.")
    expect(learning.nth(0).locator("[data-part=responsible]")).to_have_value("Rehtorit")
    expect(page.locator(".kk-form__other [data-intro]")).to_have_value("## Tausta\n\nTaustaa.")
    text = downloaded(page)[1]
    read = submission(text)
    assert read.header.texts("themes") == ("oppiminen", "johtaminen")
    assert [section.theme for section in read.body.sections] == ["oppiminen", "johtaminen", ""]
    _, second = read.body.sections[0].targets
    assert [part.kind for part in second.parts] == ["actions", "schedule"]
    for told in ("Alkusanat", "Yleistä.", "Kerho", "2027", "Vapaata tekstiä."):
        assert told in text


def test_a_word_file_gives_the_plan_that_the_command_line_gives(page: Page, tmp_path: Path) -> None:
    file = word.write(
        tmp_path / "suunnitelma.docx",
        word.heading(1, "Mallilan kunnan kehittämissuunnitelma 2027–2030"),
        word.paragraph("Suunnitelma koskee Tuusulan kouluja."),
        word.paragraph("Sivistyslautakunta 12.3.2027 § 25"),
        word.heading(2, "Oppilaiden oppiminen"),
        word.table(
            ("Kehittämiskohde", "Tavoite", "Toimenpide", "Vastuu", "Aikataulu", "Mittari"),
            ("Lukutaito", "Kaikki lukevat", "Lukutunnit", "Rehtorit", "2028", "Lukutesti"),
            ("Matematiikka", "Laskutaito", "Kerhot", "Opettajat", "2029", "Koe"),
        ),
        word.heading(2, "Johtaminen"),
        word.heading(3, "Yhteistyö"),
        word.paragraph(" Rehtorit tapaavat.", label="Toimenpiteet:"),
    )
    command = [sys.executable, "scripts/import_plan.py", str(file), "--language", "fi"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    open_form(page)
    page.locator("[data-file]").set_input_files(file)
    read_it = say("form.script.file_read", name=file.name)
    expect(page.locator("[data-status]")).to_contain_text(read_it, timeout=PATIENCE)
    expect(page.locator("[data-import-report]")).to_contain_text(say("importing.look"))
    by_form, by_command = submission(downloaded(page)[1]), submission(said.stdout)
    for key, field in all_fields():
        if not field.fields:
            assert by_form.header.texts(key) == by_command.header.texts(key), key
    assert by_command.header.text("approved.date") == "2027-03-12"
    assert len(by_command.body.sections[0].targets) == 2
    assert told(by_form) == told(by_command)


def told(read: Submission) -> list[object]:
    """What a plan says, without how it is written."""
    targets = [
        (section.theme, target.title, [(part.kind, part.content.text) for part in target.parts])
        for section in read.body.sections
        for target in section.targets
    ]
    texts = [section.intro.text for section in read.body.sections]
    return [read.body.intro.text, texts, targets]


def test_a_file_that_is_no_word_file_is_said_and_nothing_is_lost(
    page: Page, tmp_path: Path
) -> None:
    open_form(page)
    page.locator("#f-title").fill("Tallessa")
    file = tmp_path / "vanha.docx"
    file.write_bytes(b"\xd0\xcf\x11\xe0 not a docx")
    page.locator("[data-file]").set_input_files(file)
    failed = say("form.script.file_failed", name=file.name)
    expect(page.locator("[data-status]")).to_have_text(failed, timeout=PATIENCE)
    expect(page.locator("#f-title")).to_have_value("Tallessa")


def test_the_form_is_filled_and_sent_with_the_keyboard_alone(page: Page) -> None:
    open_form(page)
    keys = page.keyboard

    def go_to(selector: str) -> None:
        here = page.locator(selector).first
        for _ in range(80):
            if here.evaluate("one => one === document.activeElement"):
                return
            keys.press("Tab")
        raise AssertionError(selector)

    for selector, typed in (("#f-title", "Nimi"), ("#f-provider", "Mallilan kunta")):
        go_to(selector)
        keys.type(typed)
    go_to("#f-municipality")
    keys.type("Turussa")
    expect(page.locator(".kk-option").first).to_be_visible()
    keys.press("ArrowDown")
    keys.press("Enter")
    expect(page.locator(".kk-form__place")).to_have_text("Turku ×")
    go_to("#f-period")
    keys.type("2027-2030")
    go_to("#f-status")
    keys.press("ArrowDown")
    go_to(".kk-theme--osaaminen [data-add-target]")
    keys.press("Enter")
    expect(page.locator(".kk-theme--osaaminen [data-title]")).to_be_focused()
    keys.type("Koulutus")
    keys.press("Tab")
    keys.type("Osaava henkilöstö.")
    catch_host(page)
    go_to("[data-way=host]")
    keys.press("Enter")
    _, given = sent(page)
    read = submission(given["value"], "mallilan-kunta/2027-2030")
    assert read.plan
    assert read.header.texts("municipality") == ("Turku",)
    assert [part.kind for part in read.body.sections[0].targets[0].parts] == ["goals"]


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("language", INTERFACE)
def test_the_form_in_use_has_no_barrier(new_page: NewPage, language: str, look: str) -> None:
    page = new_page(**LOOKS[look])
    open_form(page, language)
    add_style(page, "* { transition: none !important; }")
    page.locator("#f-title").fill("Nimi")
    page.locator("#f-provider").fill("Mallilan kunta")
    page.locator("#f-period").fill("2030-2027")
    page.locator("#f-municipality").fill("Espoo")
    page.locator(".kk-option").first.click()
    page.locator("#f-language").select_option("fi")
    page.locator("#f-status").select_option("approved")
    add_target(page, "oppiminen", "Kohde", goals="Hyvä <b>.")
    page.locator(".kk-form__fold > summary").first.click()
    page.locator("[data-checks-start]").click()
    wait_for_checks(page, language)
    page.locator("#f-title").focus()
    expect(page.locator("[data-said=period]")).not_to_be_empty()
    assert findings(page) == ["period-order", "raw-html"]
    expect(page.frame_locator("[data-preview-frame]").locator("h1")).to_have_text("Nimi")
    page.locator("[data-way=host]").click(trial=True)
    assert violations(page) == []
    assert overflow(page) <= 0


@pytest.mark.parametrize("language", INTERFACE)
def test_without_scripts_the_page_says_what_to_do(new_page: NewPage, language: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(addresses.form(language))
    expect(page.locator("[data-form]")).to_be_hidden()
    note = page.locator("[data-without-script]")
    expect(note).to_contain_text(words(language)("form.without_script"))
    expect(note.get_by_role("link")).to_have_count(2)
    note.get_by_role("link").first.click()
    expect(page.locator("h1")).to_have_text(words(language)("site.template.title"))


def test_the_choice_of_checks_is_remembered(page: Page) -> None:
    open_form(page)
    start_checks(page)
    page.reload()
    page.wait_for_selector("[data-publish][data-ready]")
    wait_for_checks(page)
    expect(page.locator("[data-checks-offer]")).to_be_hidden()
