"""The built site as a visitor's browser gets it, page by page and link by link."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import pytest

from kuntakesu import addresses
from kuntakesu.languages import INTERFACE
from kuntakesu.pages.policy import page_policy
from kuntakesu.workspace import check_tree
from tests.building import SITE_URL, Page, build, checkout, local, walked, write_plan
from tests.making import ROOT, text

LINK = "{http://www.w3.org/1999/xhtml}link"
DRAFT = text(title="Salainen luonnos", provider="Luonnoksen kunta", status="draft")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this checkout, to which a draft was added."""
    folder = tmp_path_factory.mktemp("built")
    root = checkout(folder / "checkout")
    write_plan(root, "luonnoksen-kunta/2025-2029", DRAFT)
    ran = build(root, folder / "site")
    assert ran.returncode == 0, ran.stdout
    (folder / "site.log").write_text(ran.stdout, encoding="utf-8")
    return folder / "site"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Page]:
    return walked(site)


def test_the_build_ends_by_saying_what_it_built(site: Path, pages: dict[str, Page]) -> None:
    log = site.with_suffix(".log").read_text(encoding="utf-8")
    count = len(list((ROOT / "plans").glob("*/*.md")))
    said = re.search(r"Built (\d+) plans, (\d+) municipalities, ([\d,]+) pages, [\d.]+ seconds$",
                     log.strip())  # fmt: skip
    assert said, log
    assert int(said[1]) == count
    assert int(said[3].replace(",", "")) == len(pages) - 1  # the page that is missing
    assert "WARNING" not in log


def test_the_page_kinds_are_all_there(pages: dict[str, Page]) -> None:
    for language in INTERFACE:
        for kind, slug in (("municipalities", "turku"), ("regions", "kainuu"),
                           ("themes", "johtaminen")):  # fmt: skip
            assert addresses.listing(kind, language) in pages
            assert addresses.item(kind, slug, language) in pages
        for name in (*addresses.GUIDES, *addresses.NOTICES):
            assert addresses.guide(name, language) in pages
    municipal = [one for one in pages if re.fullmatch(r"kunnat/[^/]+/", one)]
    assert len(municipal) == 308
    assert {"404.html", addresses.ARCHITECTURE} <= set(pages)


def test_every_plan_has_its_page(pages: dict[str, Page]) -> None:
    report = check_tree(ROOT)
    assert len(report.sound_plans()) >= 13
    for one in report.sound_plans():
        page = pages[addresses.plan(one.name)]
        assert page.title.startswith(one.title)
        assert page.language == (one.language if one.language in INTERFACE else "fi")


def test_every_page_is_in_the_language_of_its_address(pages: dict[str, Page]) -> None:
    for address, page in pages.items():
        if not re.fullmatch(r"suunnitelmat/[^/]+/\d{4}.*/", address):
            expected = next((one for one in ("sv", "en") if address.startswith(f"{one}/")), "fi")
            assert page.language == expected, address


def test_every_page_has_one_main_heading_and_no_id_twice(pages: dict[str, Page]) -> None:
    for address, page in pages.items():
        assert page.headings == 1, address
        assert [one for one, times in Counter(page.ids).items() if times > 1] == [], address


def test_titles_tell_pages_apart(pages: dict[str, Page]) -> None:
    counts = Counter((page.language, page.title) for page in pages.values())
    assert [title for title, times in counts.items() if times > 1] == []
    assert all(page.title.strip() for page in pages.values())


def test_every_link_leads_somewhere(site: Path, pages: dict[str, Page]) -> None:
    broken = []
    for page in pages.values():
        for link in {*page.resources, *(link for link, _ in page.links)}:
            url = page.target(link)
            path = local(url)
            if path is None:
                continue
            file = site / unquote(path)
            if not (file / "index.html" if file.is_dir() else file).is_file():
                broken.append((page.address, link))
            fragment = unquote(urlsplit(url).fragment)
            if fragment and fragment not in pages[path].ids:
                broken.append((page.address, link))
    assert broken == []


def test_a_broken_link_would_be_seen(pages: dict[str, Page]) -> None:
    page = pages["kunnat/turku/"]
    assert local(page.target("../espoo/")) == "kunnat/espoo/"
    assert local(page.target("../../#x")) == ""
    assert local(page.target("https://other.fi/")) is None
    assert len(page.links) > 30


def test_nothing_is_loaded_from_elsewhere(site: Path, pages: dict[str, Page]) -> None:
    for page in pages.values():
        assert page.resources, page.address
        assert [one for one in page.resources if local(page.target(one)) is None] == []
    for file in site.rglob("*.css"):
        found = re.findall(
            r"url\(\s*[\"']?(?!data:)([^\"')]+)|@import[^;]+", file.read_text("utf-8")
        )
        assert [one for one in found if re.match(r"(?:https?:)?//", one)] == [], file.name
    for file in (site / "js").rglob("*.js"):
        if file.name != "lunr.js":
            assert not re.search(r"[\"'`](?:https?:)?//\w", file.read_text("utf-8")), file.name


def test_links_to_other_sites_say_so(pages: dict[str, Page]) -> None:
    led = [
        (page.address, link)
        for page in pages.values()
        for link, rel in page.links
        if local(page.target(link)) is None
        and urlsplit(page.target(link)).scheme in ("http", "https")
        and not {"external", "text"}.intersection(rel.split())
    ]
    assert led == []
    assert any(rel == "text" for page in pages.values() for _, rel in page.links)


def test_no_page_runs_a_script_of_its_own(pages: dict[str, Page]) -> None:
    assert [(page.address, page.running) for page in pages.values() if page.running] == []


def test_every_page_has_its_policy_before_anything_is_loaded(pages: dict[str, Page]) -> None:
    found = {address: page.policy for address, page in pages.items()}
    assert found == {address: (page_policy(address), 0) for address in pages}


def test_the_site_map_lists_the_pages(site: Path, pages: dict[str, Page]) -> None:
    raw = (site / "sitemap.xml").read_bytes()
    assert gzip.decompress((site / "sitemap.xml.gz").read_bytes()) == raw
    name = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
    listed = [one.text for one in ElementTree.fromstring(raw).iter(name)]
    assert len(listed) == len(set(listed))
    assert set(listed) == {page.url for page in pages.values() if page.robots != "noindex"}
    links = [one.get("href") for one in ElementTree.fromstring(raw).iter(LINK)]
    assert set(links) <= {page.url for page in pages.values()}
    assert len(links) > 2 * len(listed)


def test_the_missing_page_works_at_any_depth(pages: dict[str, Page]) -> None:
    page = pages["404.html"]
    for link in {*page.resources, *(link for link, _ in page.links)}:
        assert link.startswith(("/kk/", "https://", "#")), link
    assert page.robots == "noindex"


def test_a_draft_is_in_no_file(site: Path) -> None:
    files = [file for file in site.rglob("*") if file.is_file() and file.suffix != ".gz"]
    assert len(files) > 1000
    for file in files:
        content = file.read_bytes().lower()
        assert b"luonnoksen" not in content, file
        assert b"salainen luonnos" not in content, file
    assert not list(site.rglob("luonnoksen*"))


def test_no_source_but_that_of_plans_is_published(site: Path) -> None:
    files = [file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()]
    suffixes = {Path(file).suffix for file in files if not file.startswith("data/v1/")}
    assert suffixes.isdisjoint({".md", ".py", ".yml", ".csv", ".pyc", ".data"})
    assert not (site / "template").exists()
    sources = {file for file in files if file.endswith(".md")}
    assert sources == {
        addresses.plan_data(plan.name, "md") for plan in check_tree(ROOT).sound_plans()
    }


def test_open_data_is_that_of_the_pages(site: Path, pages: dict[str, Page]) -> None:
    records = json.loads((site / "data/v1/plans.json").read_text(encoding="utf-8"))
    assert records["on"] == "2026-06-15"
    assert len(records["plans"]) == len(check_tree(ROOT).sound_plans())
    for record in records["plans"]:
        assert record["url"].removeprefix(SITE_URL) in pages
        for address in (record["json_url"], record["markdown_url"]):
            assert (site / address.removeprefix(SITE_URL)).is_file()


def test_a_plans_source_is_published_to_the_byte(site: Path) -> None:
    for file in (ROOT / "plans").glob("*/*.md"):
        name = f"{file.parent.name}/{file.stem}"
        assert (site / addresses.plan_data(name, "md")).read_bytes() == file.read_bytes()


def test_pages_of_plans_can_be_proposed_a_change(site: Path) -> None:
    file = sorted((ROOT / "plans").glob("*/*.md"))[0]
    name = f"{file.parent.name}/{file.stem}"
    page = (site / addresses.plan(name) / "index.html").read_text(encoding="utf-8")
    assert f"/edit/main/plans/{name}.md" in page
    assert f"{SITE_URL}{addresses.plan(name)}" in page
