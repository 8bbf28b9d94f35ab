"""Hostile texts in a browser, behind the checker's back and with no policy of the page to help."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, Route

from kuntakesu import hyperlinks
from kuntakesu.render import Renderer
from tests.browser.conftest import NewPage, Watch
from tests.browser.form import PATIENCE, add_target, fill_facts, open_form, open_plan, start_checks
from tests.browser.hostile_canary import Canary
from tests.conftest import TRIED
from tests.hostile import plans
from tests.hostile.corpus import PAYLOADS
from tests.hostile.payload import Payload
from tests.hostile.site import PLACES, PLAN

Record = Callable[[str, object], None]
NAMES = [plans.name(payload) for payload in PAYLOADS]
MADE_UP = '"><img src=x onerror=window.__fired=1>'
REFUSED = "Blocked script execution in 'about:"
# Typed into the form: each takes a while to be checked and shown.
TYPED = [payload for payload in PAYLOADS if payload.name in {
    "script", "handler-1", "handler-5", "handler-by-mutation", "attribute-list", "cdata", "frame",
    "style", "address-5", "link-with-entity", "picture-of-data", "prototype",
}]  # fmt: skip
SEARCH = """async (texts) => {
  const form = document.querySelector("[data-search]");
  const box = form.querySelector("input");
  const heading = document.querySelector("[data-heading]");
  let seen = 0;
  for (const text of texts) {
    const said = new Promise((resolve) => {
      const observer = new MutationObserver(() => { observer.disconnect(); resolve(); });
      observer.observe(heading, { childList: true, characterData: true, subtree: true });
    });
    box.value = text;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    form.requestSubmit();
    await said;
    seen += document.querySelectorAll("[data-list] mark").length > 0;
  }
  return seen;
}"""
MORE = """async () => {
  const more = document.querySelector("[data-more]");
  const list = document.querySelector("[data-list]");
  while (!more.hidden) {
    const grown = new Promise((resolve) => {
      const observer = new MutationObserver(() => { observer.disconnect(); resolve(true); });
      observer.observe(list, { childList: true });
      setTimeout(() => resolve(false), 5000);
    });
    more.querySelector("button").click();
    if (!await grown) break;
    await new Promise((resolve) => setTimeout(resolve));
  }
  return list.children.length;
}"""
COPY = """async () => {
  const copied = [];
  const clipboard = { writeText: (text) => copied.push(text) };
  Object.defineProperty(navigator, "clipboard", { value: clipboard });
  for (const button of document.querySelectorAll(".kk-copy")) button.click();
  await new Promise((resolve) => setTimeout(resolve));
  return copied;
}"""
PASTE = """async (texts) => {
  const area = document.querySelector("textarea[data-paste]");
  let taken = 0;
  for (const text of texts) {
    area.value = "";
    const changed = new Promise((resolve) => {
      area.addEventListener("input", resolve, { once: true });
      setTimeout(resolve, 400);
    });
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", `<p><b>x</b></p>${text}`);
    clipboardData.setData("text/plain", text);
    const how = { clipboardData, bubbles: true, cancelable: true };
    area.dispatchEvent(new ClipboardEvent("paste", how));
    await changed;
    taken += area.value !== "";
  }
  return taken;
}"""


@pytest.fixture
def page(new_page: NewPage, hostile_site: str) -> Page:
    """A page of the site of hostile plans, of which the browser minds no policy."""
    return new_page(base_url=hostile_site, bypass_csp=True)


@pytest.fixture
def canary(page: Page, watch: Watch) -> Canary:
    return Canary(page, watch)


def address(name: str) -> str:
    return f"suunnitelmat/{quote(name)}/"


def test_every_plans_page(canary: Canary, page: Page, record_property: Record) -> None:
    copied: list[str] = []
    for name in NAMES:
        page.goto(address(name), wait_until="load")
        assert canary.found() == [], name
        copied += page.evaluate(COPY)
    as_markdown = [text for text in copied if text.startswith("### ")]
    assert len(as_markdown) > len(NAMES)
    renderer = Renderer()
    for text in as_markdown:
        read = renderer.document(text, 1)
        assert read.raw_html == (), text
        assert read.pictures == (), text
        assert all(map(hyperlinks.is_safe, read.links)), text
    record_property(TRIED, f"plans' pages, with copied citations and targets: {len(NAMES)}")


@pytest.mark.parametrize("kind", ["versions", "providers"])
def test_pages_about_each_plan(
    canary: Canary, page: Page, record_property: Record, kind: str
) -> None:
    page.goto("tietoa/")
    own = [f"{address(name)}versiot/" for name in NAMES]
    folders = [address(name.rpartition("/")[0]) for name in NAMES]
    addresses = own if kind == "versions" else folders
    root = page.url.removesuffix("tietoa/")
    assert canary.open_all([f"{root}{one}" for one in addresses]) == []
    record_property(TRIED, f"pages of {kind}: {len(addresses)}")


def test_pages_that_list_plans(canary: Canary, page: Page, record_property: Record) -> None:
    listings = ["", "sv/", "en/", "suunnitelmat/", "sv/planer/", "en/plans/", "muutokset/",
                "kunnat/", "maakunnat/", "kartta/", "aikajana/", "luvut/", "teemat/", "vertaa/",
                "data/", "julkaise/"]  # fmt: skip
    for one in [*listings, *(f"kunnat/{place.slug}/" for place in PLACES)]:
        page.goto(one, wait_until="load")
        assert canary.found() == [], one
    record_property(TRIED, f"lists, {len(PLACES)} municipalities and other pages: {len(PAYLOADS)}")


def test_searches_for_the_words_of_every_title(
    canary: Canary, page: Page, record_property: Record
) -> None:
    page.goto("suunnitelmat/")
    page.wait_for_selector("[data-browse][data-ready]")
    texts = [payload.line[:200] for payload in PAYLOADS if payload.line]
    seen = page.evaluate(SEARCH, texts)
    assert canary.found() == []
    # Many are signs alone, in which there is no word to search for.
    assert seen > len(PAYLOADS) / 2
    record_property(TRIED, f"searches typed: {len(texts)}, of which {seen} showed excerpts")


@pytest.mark.parametrize(
    "query",
    [
        *(f"{key}={name}" for key in ("sort", "municipality", "region", "theme", "provider", "q")
          for name in ("__proto__", "constructor", "toString")),
        f"q={quote(MADE_UP)}&titles",
        f"municipality={quote(MADE_UP)}",
    ],
)  # fmt: skip
def test_an_address_of_the_list_that_a_stranger_made_up(
    canary: Canary, page: Page, query: str
) -> None:
    page.goto(f"suunnitelmat/?{query}")
    page.wait_for_selector("[data-browse][data-ready]")
    assert canary.found() == []
    assert "undefined" not in page.locator("main, #content").first.inner_text()


@pytest.mark.parametrize("theme", ["oppiminen", "johtaminen"])
def test_all_targets_of_a_theme_in_full(
    canary: Canary, page: Page, record_property: Record, theme: str
) -> None:
    page.goto(f"teemat/{theme}/")
    page.wait_for_selector("[data-targets][data-ready]")
    shown = page.evaluate(MORE)
    assert canary.found() == []
    assert shown > len(PAYLOADS) - 30
    record_property(TRIED, f"targets in full, {theme}: {shown}")


def test_plans_side_by_side(canary: Canary, page: Page, record_property: Record) -> None:
    shown = 0
    for at in range(0, len(NAMES), 4):
        some = zip("abcd", NAMES[at : at + 4], strict=False)
        page.goto(f"vertaa/?{'&'.join(f'{key}={quote(name)}' for key, name in some)}&full")
        page.wait_for_selector("[data-compare][data-ready]")
        assert canary.found() == [], NAMES[at]
        shown += page.locator("[data-comparison] table").first.locator("thead th").count()
    assert shown == sum(bool(PLAN.fullmatch(name)) for name in NAMES)
    record_property(TRIED, f"plans side by side: {shown}")


@pytest.mark.parametrize(
    "name",
    ["../evil", "//evil.example/x", "x/..%2F..%2Fevil", "x/evil.html?", "__proto__/x", "\\evil"],
)
def test_only_plans_are_compared(canary: Canary, page: Page, watch: Watch, name: str) -> None:
    page.goto(f"vertaa/?a={quote(name)}")
    page.wait_for_selector("[data-compare][data-ready]")
    assert canary.found() == []
    assert page.locator("thead th").count() == 0


def test_what_is_pasted_and_typed_into_the_form(
    canary: Canary, page: Page, watch: Watch, record_property: Record
) -> None:
    watch.awaited.append(REFUSED)
    open_form(page)
    fill_facts(page)
    add_target(page, "oppiminen", "Lukutaito", goals="Kaikki lukevat.")
    pasted = [payload.text for payload in PAYLOADS]
    taken = page.evaluate(PASTE, pasted)
    assert taken > len(pasted) / 2
    assert canary.found() == []
    record_property(TRIED, f"texts pasted into the form: {len(pasted)}")
    add_target(page, "johtaminen", "Yksi")
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    start_checks(page)
    for number, payload in enumerate(TYPED):
        _type(page, payload, f"Tunnus {number}")
        assert canary.found() == [], payload.name
    record_property(TRIED, f"texts typed into the form, checked and previewed: {len(TYPED)}")


def _type(page: Page, payload: Payload, mark: str) -> None:
    """Type it into fields and texts, and wait until the preview shows them."""
    page.locator("#f-title").fill(payload.line[:150])
    page.locator("#f-summary").fill(payload.line[:250])
    target = page.locator(".kk-theme--johtaminen .kk-form__target").last
    target.locator("[data-part=goals]").fill(f"{payload.text}\n\n{payload.line}")
    target.locator("[data-title]").fill(f"{mark} {payload.line}"[:200])
    frame = page.frame_locator("[data-preview] iframe")
    frame.get_by_text(mark).first.wait_for(state="attached", timeout=PATIENCE)


def test_a_hostile_plan_opened_in_the_form(
    canary: Canary, page: Page, watch: Watch, record_property: Record
) -> None:
    watch.awaited.append(REFUSED)
    [payload] = [one for one in PAYLOADS if one.name == "handler-by-mutation"]
    open_plan(page, plans.name(payload))
    page.frame_locator("[data-preview] iframe").locator("h1").wait_for(
        state="attached", timeout=PATIENCE
    )
    assert canary.found() == []
    record_property(TRIED, "published plans opened in the form: 1")


FIRING = {
    "fired": "<img src=x onerror='window.__fired=1'>",
    "dialog": "<script>alert(1)</script>",
    "request": "<img src='http://127.0.0.1:9/x'>",
    "<iframe>": "<iframe srcdoc=x></iframe>",
    "away": "<script>location = 'about:blank'</script>",
}


@pytest.mark.parametrize("sign", FIRING)
def test_the_canary_sings_where_a_text_is_let_into_a_page_as_it_is(
    browser: Browser, hostile_site: str, sign: str
) -> None:
    watch = Watch(hostile_site)
    context = browser.new_context(base_url=hostile_site, bypass_csp=True)
    watch.follow(context)
    page = context.new_page()

    def let_in(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("</h1>", f"</h1>{FIRING[sign]}"))

    page.route("**/tietoa/", let_in)
    page.goto("tietoa/", wait_until="load")
    page.wait_for_load_state("networkidle")
    sung = Canary(page, watch).found()
    context.close()
    assert [one for one in sung if one.startswith(sign)], sung
