"""The site's policy is in force, alone and beside a host's headers, and all works under it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from kuntakesu import addresses
from kuntakesu.languages import words
from kuntakesu.pages import policy
from tests.browser import word
from tests.browser.built import served
from tests.browser.conftest import NewPage, Watch
from tests.browser.form import (
    add_target,
    fill_facts,
    findings,
    open_form,
    paste_html,
    start_checks,
    wait_for_checks,
)
from tests.browser.listing import browse, visit
from tests.browser.pages import ALL, IDS
from tests.making import ROOT

# The tests' own clock is a script, which the frame of the preview refuses as it refuses any other.
REFUSED = "Blocked script execution in 'about:"
REPORTS = """() => {
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
        const { dataset } = document.documentElement;
        dataset.refused = `${dataset.refused ?? ""} ${effectiveDirective}`;
    });
}"""
say = words("fi")


@pytest.fixture(scope="session")
def guarded_site(site: str, shared_folder: Path) -> Iterator[str]:
    """The address of the same site on a host that sends all headers."""
    assert site
    with served(shared_folder / "site", policy.headers) as address:
        yield address


@pytest.fixture(params=["by itself", "with headers"])
def guarded(request: pytest.FixtureRequest, new_page: NewPage, watch: Watch) -> Page:
    """A page of the site by itself, and of a host that sends the headers."""
    watch.awaited.append(REFUSED)
    name = "site" if request.param == "by itself" else "guarded_site"
    page = new_page(base_url=request.getfixturevalue(name))
    page.add_init_script(f"({REPORTS})()")
    return page


def refused(page: Page) -> set[str]:
    """The directives by which the policy refused something on the page so far."""
    return set((page.locator("html").get_attribute("data-refused") or "").split())


def await_refusals(watch: Watch) -> None:
    watch.awaited += ["Content Security", "TrustedHTML", "TrustedScript"]


def test_the_headers_are_those_of_the_table(guarded_site: str, page: Page) -> None:
    for address in ("", "julkaise/", "js/publish-worker.js", "data/v1/plans.json", "nowhere/"):
        answer = page.request.get(f"{guarded_site}{address}")
        sent = {name.lower(): value for name, value in policy.headers(address).items()}
        assert sent.items() <= answer.headers.items()


@pytest.mark.parametrize(("name", "language", "address"), ALL, ids=IDS)
def test_no_page_asks_for_what_its_policy_refuses(
    guarded: Page, name: str, language: str, address: str
) -> None:
    visit(guarded, address)
    field = guarded.locator("input[name=q]")
    if field.count():
        field.fill("Turku")
        guarded.get_by_role("option").first.wait_for()
    scheme = guarded.locator("button[data-scheme]")
    before = guarded.evaluate("getComputedStyle(document.body).backgroundColor")
    scheme.click()
    expect(guarded.locator("html")).to_have_attribute("data-scheme", "dark")
    assert guarded.evaluate("getComputedStyle(document.body).backgroundColor") != before
    assert refused(guarded) == set()


def test_lists_comparisons_themes_and_copies_work(guarded: Page) -> None:
    assert browse(guarded, "?q=hyvinvointi")
    expect(guarded.locator("[data-list] mark").first).to_be_visible()
    assert refused(guarded) == set()
    names = ("kokkolan-kaupunki/2022-2025", "tuusulan-kunta/2022-2025")
    guarded.goto(addresses.comparison(names, "fi"))
    expect(guarded.locator("[data-comparison] thead th a")).to_have_count(2)
    assert refused(guarded) == set()
    guarded.goto("teemat/hyvinvointi/")
    guarded.wait_for_selector("[data-targets][data-ready]")
    expect(guarded.locator(".kk-targets .kk-target").first).to_be_visible()
    assert refused(guarded) == set()
    guarded.context.grant_permissions(["clipboard-read", "clipboard-write"])
    guarded.goto(addresses.plan("kokkolan-kaupunki/2022-2025"))
    target = guarded.locator(".kk-target").first
    target.get_by_role("button", name=say("site.theme.words.markdown"), exact=True).click()
    expect(target.get_by_role("button", name=say("site.copied"))).to_be_visible()
    assert guarded.evaluate("navigator.clipboard.readText()").startswith("### ")
    assert refused(guarded) == set()


def test_the_form_works_with_checks_preview_paste_and_word(guarded: Page, tmp_path: Path) -> None:
    open_form(guarded)
    fill_facts(guarded, period="2030-2027")
    add_target(guarded, "oppiminen", "Lukutaito", goals=TEXT)
    start_checks(guarded)
    assert findings(guarded) == ["period-order"]
    frame = guarded.frame_locator("[data-preview-frame]")
    guarded.locator("#f-period").fill("2027-2030")
    expect(frame.locator("h1")).to_have_text("Mallilan suunnitelma")
    # With the site's own looks, in the reader's own colours.
    assert frame.locator("h1").evaluate("(one) => getComputedStyle(one).fontFamily") == (
        guarded.locator("h1").evaluate("(one) => getComputedStyle(one).fontFamily")
    )
    outward = frame.locator("a[href='https://x.fi/']")
    expect(outward).to_have_attribute("target", "_blank")
    expect(outward).to_have_attribute("rel", re.compile("noopener"))
    expect(frame.locator("a[href='#s-a']")).not_to_have_attribute("target", "_blank")
    assert frame.locator("link[rel=stylesheet]").count() == 2
    assert frame.locator("td").evaluate_all(ALIGNED) == ["left", "right", "center"]

    paste_html(guarded, "[data-text=intro]", WORD)
    expect(guarded.locator("[data-text=intro]")).to_have_value(
        '- Eka\n\nstyle=väri > [x](https://x.fi/?style=a ">")'
    )

    file = word.write(
        tmp_path / "plan.docx",
        word.heading(1, "Johtaminen"), word.heading(2, "Verkostot"), word.paragraph("Teksti."),
    )  # fmt: skip
    guarded.locator("[data-file]").set_input_files(file)
    expect(guarded.locator("[data-status]")).to_contain_text("plan.docx")
    expect(guarded.locator(".kk-theme--johtaminen [data-title]").first).to_have_value("Verkostot")
    assert refused(guarded) == set()


TEXT = """[Ulos](https://x.fi/) ja [tänne](#s-a).

| a | b | c |
|---|--:|:-:|
| 1 | 2 | 3 |"""
ALIGNED = "(cells) => cells.map((one) => getComputedStyle(one).textAlign)"


def test_columns_stay_aligned_without_styles(guarded: Page) -> None:
    guarded.goto(addresses.ARCHITECTURE)
    row = guarded.locator("tr", has=guarded.get_by_text("OpenDocument by LibreOffice"))
    assert row.locator("td").evaluate_all(ALIGNED) == ["left", *["right"] * 7]


# As Word puts it, with a style sheet, handlers and a base address that nobody is to take up.
WORD = """<html><head><base href="https://e.fi/"><style>p { color: red }</style></head>
<body onload="window.ran = 1"><p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span
 style='mso-list:Ignore'>·</span>Eka</p><p style=color:red onclick=run()>style=väri &gt;
 <a title=">" href="https://x.fi/?style=a">x</a></p><script>window.ran = 2</script></body></html>"""


ELSEWHERE = "http://localhost:9/"
TYPES = "require-trusted-types-for"
# What to make, what to make of it, and the directive that refuses it.
ELEMENTS: dict[str, tuple[str, str, str]] = {
    "a script": ("script", "one.text = 'window.ran = 1'", TYPES),
    "a script's text": ("script", "one.append('window.ran = 1')", TYPES),
    "a script of another site": ("script", f"one.src = '{ELSEWHERE}x.js'", TYPES),
    "a handler": ("p", "one.setAttribute('onclick', 'window.ran = 1'); one.click()", TYPES),
    "a picture": ("img", f"one.src = '{ELSEWHERE}x.gif'", "img-src"),
    "a frame": ("iframe", "one.src = '/'", "frame-src"),
    "an object": ("object", "one.data = '/images/mark.svg'", TYPES),
    "a film": ("video", f"one.src = '{ELSEWHERE}x.mp4'", "media-src"),
    "a style sheet": (
        "link",
        f"one.href = '{ELSEWHERE}'; one.rel = 'stylesheet'",
        "style-src-elem",
    ),
    "a style": ("style", "one.append('body { display: none }')", "style-src-elem"),
    "a style of its own": ("p", "one.setAttribute('style', 'color: red')", "style-src-attr"),
    "a base": ("base", f"one.href = '{ELSEWHERE}'", "base-uri"),
    "a form": ("form", f"one.action = '{ELSEWHERE}'; one.submit()", "form-action"),
    "a question": ("p", f"fetch('{ELSEWHERE}').catch(() => {{}})", "connect-src"),
    "a text run": ("p", "setTimeout(() => { try { eval('window.ran = 1') } catch {} })", TYPES),
    "a policy": ("p", "trustedTypes.createPolicy('other', {})", "trusted-types"),
    "our policy": ("p", "trustedTypes.createPolicy('kuntakesu', {})", "trusted-types"),
}


@pytest.mark.parametrize("address", ["", "julkaise/"])
@pytest.mark.parametrize(("tag", "deed", "directive"), ELEMENTS.values(), ids=ELEMENTS)
def test_what_is_put_into_a_page_does_nothing(
    guarded: Page, watch: Watch, tag: str, deed: str, directive: str, address: str
) -> None:
    await_refusals(watch)
    watch.awaited.append(f"request: {ELSEWHERE}")
    sent: list[str] = []
    guarded.on("response", lambda answer: sent.append(answer.url))
    guarded.on("requestfailed", lambda one: sent.append(one.url) if one.failure != "csp" else None)
    visit(guarded, address)
    guarded.wait_for_load_state("networkidle")
    sent.clear()
    found = guarded.evaluate(
        f"""async () => {{
            const said = new Promise((resolve) => {{
                document.addEventListener("securitypolicyviolation", resolve, {{ once: true }});
                setTimeout(resolve, 10_000);
            }});
            const one = document.createElement("{tag}");
            document.body.append(one);
            try {{ {deed} }} catch {{ }}
            await said;
            return [document.documentElement.dataset.refused, window.ran];
        }}"""
    )
    # Once for the page's own policy, and once for the header's.
    assert found in [[f" {directive}" * times, None] for times in (1, 2)]
    assert refused(guarded) == {directive}
    assert sent == []


SINKS = {
    "innerHTML": "document.body.innerHTML = '<img>'",
    "outerHTML": "document.querySelector('p').outerHTML = '<img>'",
    "insertAdjacentHTML": "document.body.insertAdjacentHTML('beforeend', '<img>')",
    "write": "document.write('<img>')",
    "srcdoc": "document.createElement('iframe').srcdoc = '<img>'",
    "DOMParser": "new DOMParser().parseFromString('<img>', 'text/html')",
    "script": "document.createElement('script').src = '/js/main.js'",
    "worker": "new Worker('/js/publish-worker.js')",
}


@pytest.mark.parametrize("deed", SINKS.values(), ids=SINKS)
def test_no_text_becomes_markup_or_a_script(guarded: Page, watch: Watch, deed: str) -> None:
    await_refusals(watch)
    visit(guarded, "julkaise/")
    said = guarded.evaluate(f"() => {{ try {{ {deed}; }} catch (error) {{ return error.name; }} }}")
    assert said == "TypeError"


def test_a_script_of_another_site_is_refused_by_our_own_rule(guarded: Page) -> None:
    """As a browser without Trusted Types runs it, too."""
    source = (ROOT / "hooks/theme/js/trusted.js").read_text(encoding="utf-8")
    rule = re.search(r"const rules = \{.*?\n\};", source, re.DOTALL)
    assert rule
    visit(guarded, "julkaise/")
    site = guarded.evaluate("location.origin")
    found = guarded.evaluate(
        f"""(addresses) => {{
            const SITE = `${{location.origin}}/kk/`;
            {rule[0]}
            return addresses.map((one) => {{
                try {{ return rules.createScriptURL(one); }} catch (error) {{ return error.name; }}
            }});
        }}""",
        ["/kk/js/a.js", "/js/a.js", "/kk/../js/a.js", "//x.fi/kk/a.js", "https://x.fi/",
         "data:text/javascript,1", "blob:x", f"{site}.x.fi/kk/"],
    )  # fmt: skip
    assert found == [f"{site}/kk/js/a.js", *["TypeError"] * 7]


def test_no_script_runs_in_the_preview(guarded: Page, watch: Watch) -> None:
    open_form(guarded)
    fill_facts(guarded)
    add_target(guarded, "oppiminen", "Kohde", goals="Teksti.")
    start_checks(guarded)
    frame = guarded.frame_locator("[data-preview-frame]")
    expect(frame.locator("h1")).to_be_visible()
    await_refusals(watch)
    ran = guarded.evaluate(
        """() => {
            const { contentDocument: inner } = document.querySelector("[data-preview-frame]");
            const script = inner.createElement("script");
            script.append("window.ran = parent.ran = 1");
            inner.body.append(script);
            let thrown = "";
            try { inner.body.innerHTML = "<img>"; } catch (error) { thrown = error.name; }
            return [window.ran, inner.defaultView.ran, thrown];
        }"""
    )
    assert ran == [None, None, "TypeError"]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_only_what_the_privacy_page_names_is_stored(
    page: Page, watch: Watch, language: str
) -> None:
    watch.awaited.append(REFUSED)
    notice = ROOT / "docs" / f"{addresses.guide('privacy', language).rstrip('/')}.md"
    named = set(re.findall(r"`(kuntakesu-[\w-]+)`", notice.read_text(encoding="utf-8")))
    visit(page, addresses.home(language))
    page.locator("button[data-scheme]").click()
    page.locator("input[name=q]").fill("Turku")
    page.get_by_role("option").first.wait_for()
    visit(page, addresses.listing("plans", language))
    visit(page, addresses.item("themes", "hyvinvointi", language))
    page.wait_for_selector("[data-targets][data-ready]")
    open_form(page, language)
    page.locator("#f-title").fill("Suunnitelma")
    page.locator("[data-checks-start]").click()
    wait_for_checks(page, language)
    stored = set(page.evaluate("Object.keys(localStorage)"))
    assert {re.sub(r":.*", "", key) for key in stored} == named
    assert page.evaluate("sessionStorage.length") == 0
    assert page.context.cookies() == []
