"""What a site of hostile plans is made of, read by the parsers of each format."""

from __future__ import annotations

import csv
import json
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from io import StringIO
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from lxml import etree, html
from rdflib import Graph

from kuntakesu.plan import Plan
from tests.browser.hostile_markup import strange
from tests.building import DATA_BLOCKS
from tests.hostile import plans
from tests.hostile.corpus import PAYLOADS
from tests.hostile.payload import Payload
from tests.hostile.site import PLACES, place
from tests.making import submission

# rdflib's own reader of JSON-LD uses what rdflib has renamed.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
BARE = re.compile(r"(?:sv/|en/)?(?:kunnat|kommuner|municipalities)/([^/]+)/index\.html")
FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
ATOM = "{http://www.w3.org/2005/Atom}"
RIS = re.compile(r"(?:TY|AU|TI|PY|PB|N1|LA|UR|ER)  - .*")
BIBTEX = re.compile(r"  [a-z]+ = \{.*\},?")
DEVICE = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")


@cache
def published() -> dict[str, tuple[Payload, Plan]]:
    """The plans as the reader reads them, by name."""
    found = {}
    for payload in PAYLOADS:
        written = plans.let_through(payload, PLACES[place(payload)].name_fi)
        plan = submission(written, plans.name(payload)).plan
        assert plan, payload.name
        found[plan.name] = payload, plan
    return found


@cache
def pages(site: Path) -> dict[str, Any]:
    """Pages of the site, but for those of municipalities of which there is no plan."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    towns = {place.slug for place in PLACES}
    found = {}
    for file in sorted(site.rglob("*.html")):
        address = file.relative_to(site).as_posix()
        town = BARE.fullmatch(address)
        if not town or town[1] in towns:
            page = html.document_fromstring(file.read_bytes(), parser=parser)
            found[address.removesuffix("index.html")] = page
    return found


def plan_pages(site: Path) -> Iterator[tuple[Plan, Any]]:
    for name, (_, plan) in published().items():
        yield plan, pages(site)[f"suunnitelmat/{name}/"]


def files(site: Path, *suffixes: str) -> list[Path]:
    return [file for file in sorted(site.rglob("*")) if file.name.endswith(suffixes)]


def test_every_payload_has_its_pages(hostile_folder: Path) -> None:
    for name, (_, plan) in published().items():
        assert f"suunnitelmat/{name}/" in pages(hostile_folder)
        assert f"suunnitelmat/{name}/versiot/" in pages(hostile_folder)
        assert f"suunnitelmat/{plan.provider_slug}/" in pages(hostile_folder)


def test_pages_have_nothing_that_is_not_the_sites_own(hostile_folder: Path) -> None:
    found = {
        (address, one)
        for address, page in pages(hostile_folder).items()
        for one in strange(page, address)
    }
    assert found == set()


def test_what_stands_in_a_page_as_data_is_data_and_ends_nowhere_else(hostile_folder: Path) -> None:
    count = 0
    for address, page in pages(hostile_folder).items():
        for block in page.iter("script"):
            if block.get("type") in DATA_BLOCKS:
                assert json.loads(block.text), address
                assert not re.search(r"</|<!--|<script", block.text, re.IGNORECASE), address
                count += 1
    assert count > len(PAYLOADS)


def test_titles_are_shown_as_they_were_written(hostile_folder: Path) -> None:
    for plan, page in plan_pages(hostile_folder):
        shown = [page.findtext(".//title"), page.find(".//h1").text_content()]
        written = " ".join(plan.title.split())
        assert " ".join(shown[0].split()).startswith(written), plan.name
        assert " ".join(shown[1].split()) == written, plan.name
        told = json.loads(page.find(".//script[@type='application/ld+json']").text)
        assert told["name"] == plan.title


def test_only_pictures_are_published_beside_plans(hostile_folder: Path) -> None:
    beside = [file for file in (hostile_folder / "suunnitelmat").rglob("*.*") if file.is_file()]
    assert {file.suffix for file in beside} <= {".html", ".png", ".jpg", ".jpeg", ".webp", ".gif"}
    assert {file.name for file in beside if file.suffix == ".html"} == {"index.html"}
    named = {file.name for file in hostile_folder.rglob("*") if "evil" in file.name}
    assert named == set()
    assert not list(hostile_folder.rglob("mkdocs.yml"))


def test_data_is_json_with_the_texts_as_they_were_written(hostile_folder: Path) -> None:
    for file in files(hostile_folder, ".json", ".jsonld"):
        assert json.loads(file.read_bytes()), file
    listed = json.loads((hostile_folder / "data/v1/plans.json").read_bytes())["plans"]
    titles = {plan["name"]: plan["title"] for plan in listed}
    for name, (_, plan) in published().items():
        assert titles[name] == plan.title
        own = hostile_folder / f"data/v1/plans/{name}"
        assert json.loads(own.with_name(f"{own.name}.json").read_bytes())["title"] == plan.title
        assert own.with_name(f"{own.name}.md").read_bytes() == plan.source


def test_the_index_is_taken_apart_where_it_was_put_together(hostile_folder: Path) -> None:
    index = [json.loads(file.read_bytes()) for file in (hostile_folder / "data/search").glob("*")
             if file.is_file()]  # fmt: skip
    pages = [content for content in index if "terms" in content]
    assert len(pages) == len(index) - 1  # the manifest
    for content in pages:
        count = len(content["terms"].split(" "))
        assert count == len(content["forms"].split("|")) == len(content["postings"].split(" "))


def test_feeds_and_maps_are_xml_with_the_texts_as_they_were_written(hostile_folder: Path) -> None:
    titles = {plan.title for _, plan in published().values()}
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    told = set()
    for file in files(hostile_folder, ".xml"):
        root = etree.parse(file, parser).getroot()
        for entry in root.iter(f"{ATOM}entry"):
            assert {child.tag.removeprefix(ATOM) for child in entry} <= {
                *("id", "title", "updated", "category", "link", "summary")
            }
            told.add(entry.findtext(f"{ATOM}title").partition(": ")[2])
        for link in root.iter(f"{ATOM}link"):
            assert re.match(r"https?://[a-z0-9.:]+/", link.get("href"))
    assert len(titles & told) > len(PAYLOADS) / 2


def test_cells_are_no_formulas_and_are_read_back_as_they_were_written(hostile_folder: Path) -> None:
    for name in ("plans.csv", "targets.csv"):
        text = (hostile_folder / f"data/v1/{name}").read_text(encoding="utf-8-sig")
        # Also for who reads it as a program that knows no quotation marks would.
        cells = [cell for row in csv.reader(StringIO(text, newline="")) for cell in row]
        assert len(cells) > len(PAYLOADS)
        assert [cell for cell in cells if FORMULA.match(cell)] == []
    text = (hostile_folder / "data/v1/plans.csv").read_text(encoding="utf-8-sig")
    titles = {row["name"]: row["title"] for row in csv.DictReader(StringIO(text, newline=""))}
    for name, (_, plan) in published().items():
        stripped = name if name in titles else f"'{name}"
        assert titles[stripped] in (plan.title, f"'{plan.title}")


def test_the_description_is_read_alike_in_both_writings(hostile_folder: Path) -> None:
    data = hostile_folder / "data/v1"
    turtle = Graph().parse(data / "catalog.ttl", format="turtle")
    linked = Graph().parse(data / "catalog.jsonld", format="json-ld")
    assert len(turtle) == len(linked) > 50
    assert not [one for one in turtle.all_nodes() if "evil.example" in str(one)]


def test_the_archive_unpacks_into_a_folder_of_its_own_on_every_system(hostile_folder: Path) -> None:
    with zipfile.ZipFile(hostile_folder / "data/v1/all.zip") as archive:
        names = archive.namelist()
        assert archive.testzip() is None
    assert len(names) == len(set(names)) > 2 * len(PAYLOADS)
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert not re.search(r'[\x00-\x1f<>:"\\|?*]', name), name
        for part in PurePosixPath(name).parts:
            assert part not in ("", ".", "..", "/")
            assert not DEVICE.fullmatch(part), name


def test_citations_have_no_field_or_line_that_is_not_ours(hostile_folder: Path) -> None:
    for plan, page in plan_pages(hostile_folder):
        sources = [
            one.text_content() for one in page.iter("pre") if "kk-source" in one.get("class", "")
        ]
        *styles, bibtex, ris, csl = sources
        assert all("\n" not in style for style in styles)
        first, *fields, last = bibtex.split("\n")
        assert re.fullmatch(r"@misc\{[A-Za-z0-9-]+,", first), plan.name
        assert last == "}"
        assert all(map(BIBTEX.fullmatch, fields)), plan.name
        assert _is_balanced(bibtex), plan.name
        assert len(ris.split("\n")) == len([*filter(RIS.fullmatch, ris.split("\n"))]) <= 9
        assert [line[:2] for line in ris.split("\n")].count("ER") == 1
        [item] = json.loads(csl)
        assert item["title"] == plan.title


def _is_balanced(entry: str) -> bool:
    """Whether the entry ends with its last sign and nowhere before."""
    depth = 0
    for at, sign in enumerate(re.sub(r"\\[{}]", "", entry)):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth == 0 and at > 5 and sign == "}":
            return at == len(re.sub(r"\\[{}]", "", entry)) - 1
    return False
