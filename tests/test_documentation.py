"""Nothing undocumented: rules, fields, facets, themes and guides have pages in three languages."""

from __future__ import annotations

import ast
import re
from functools import cache

import pytest

from kuntakesu import addresses
from kuntakesu.check import Rule, all_rules
from kuntakesu.facets import FACETS
from kuntakesu.fields import all_fields
from kuntakesu.languages import INTERFACE, words
from kuntakesu.pages import site_pages
from kuntakesu.pages.reference import rule_page
from kuntakesu.pages.view import SitePage, View
from kuntakesu.submission import Submission
from kuntakesu.vocabulary.terms import parts, themes
from tests.making import BODY, ROOT, catalogue, context, plan, submission, text

RULES = {rule.code: rule for rule in all_rules()}
NAME = "mallilan-kunta/2027-2030"
HEADER_LINE = re.compile(r"[a-z_]+:.*")
PATH = re.compile(r"plans/.+\.md")
TOLD = ["README.md", "CONTRIBUTING.md", "CONTRIBUTING.sv.md", "CONTRIBUTING.en.md"]
# Their examples describe a file that a docstring can't hold.
TOLD_ONLY = {"unreadable-text", "personal-identity-code"}


@cache
def pages() -> dict[str, SitePage]:
    return {page.address: page for page in site_pages(catalogue(plan()))}


@pytest.mark.parametrize("language", INTERFACE)
@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_rule_has_its_page(rule: Rule, language: str) -> None:
    page = pages()[addresses.rule(rule.code, language)]
    told = rule_page(rule, View(catalogue(), language))
    assert page.title == told.title
    assert page.description
    assert f"<code>{rule.code}</code>" in page.html
    assert page.html.count("<pre") == 2
    listing = pages()[addresses.guide("rules", language)]
    assert f'{rule.code}/"' in listing.html


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_docstring_is_a_page(rule: Rule) -> None:
    told = rule_page(rule, View(catalogue(), "en"))
    assert rule.about.splitlines()[0].endswith(".")
    assert told.about
    assert told.passes
    assert told.fails


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_the_examples_of_a_rule_pass_and_fail(rule: Rule) -> None:
    told = rule_page(rule, View(catalogue(), "en"))
    if rule.code in TOLD_ONLY:
        assert not PATH.match(told.passes)
        return
    assert findings(rule, told.passes) == 0
    assert findings(rule, told.fails) > 0


def findings(rule: Rule, example: str) -> int:
    """How often a rule alone remarks on a sound plan with an example put in its place."""
    own = examples(rule, example)
    known = [submission(text(period="2023-2026"), "mallilan-kunta/2023-2026")]
    run = {one.source.name: one for one in (*known, *own)}
    around = context(run, "plans/mallilan-kunta/themes.png", "plans/mallilan-kunta/results.png")
    return sum(len(list(rule.check(one, around))) for one in own)


def examples(rule: Rule, example: str) -> list[Submission]:
    """The plans that an example stands for: whole files, paths, facts, or pieces of a body."""
    lines = example.splitlines()
    if rule.code == "no-front-matter":
        return [submission(f"{example}\n\n{BODY}", NAME)]
    if all(PATH.fullmatch(line) for line in lines):
        names = [line.removeprefix("plans/").removesuffix(".md") for line in lines]
        return [submission(plan_at(name), name) for name in names]
    header = [line for line in lines if HEADER_LINE.fullmatch(line)]
    body = "\n".join(line for line in lines if line not in header).strip()
    without = dict.fromkeys((line.partition(":")[0] for line in header), "")
    content = text(body or BODY, **({"period": "2027-2030"} | without))
    return [submission(content.replace("---\n", "\n".join(["---", *header, ""]), 1), NAME)]


def plan_at(name: str) -> str:
    suffix = name.rpartition(".")[2]
    period = "2018-2021" if "2018" in name else "2027-2030"
    return text(period=period, language="sv" if suffix == "sv" else "fi")


@pytest.mark.parametrize("language", INTERFACE)
def test_every_field_is_on_the_page_of_fields(language: str) -> None:
    page = pages()[addresses.guide("fields", language)]
    for key, field in all_fields():
        assert f'id="field-{key}"' in page.html
        assert all(f"<code>{choice}</code>" in page.html for choice in field.choices)


@pytest.mark.parametrize("language", INTERFACE)
def test_every_facet_is_on_the_list_of_plans(language: str) -> None:
    page = pages()[addresses.listing("plans", language)]
    for facet in FACETS:
        assert words(language)(f"facets.{facet.name}") in page.html
        if facet.name != "level":  # the one plan has none
            assert f'name="{facet.name}"' in page.html


@pytest.mark.parametrize("language", INTERFACE)
@pytest.mark.parametrize("code", themes().codes)
def test_every_theme_has_its_page(code: str, language: str) -> None:
    page = pages()[addresses.item("themes", code, language)]
    assert page.title == words(language)(f"values.theme.{code}")
    official = themes().names[code][language][0]
    assert page.title.casefold() == official.casefold()


@pytest.mark.parametrize("language", INTERFACE)
@pytest.mark.parametrize("kind", parts().codes)
def test_every_part_is_known_by_the_name_it_is_shown_under(kind: str, language: str) -> None:
    assert parts().code(words(language)(f"values.part.{kind}")) == kind


@pytest.mark.parametrize("language", INTERFACE)
@pytest.mark.parametrize("name", [*addresses.GUIDES, *addresses.NOTICES])
def test_every_guide_is_there(name: str, language: str) -> None:
    address = addresses.guide(name, language)
    if name in addresses.GUIDES:
        assert (
            f'{addresses.GUIDES[name][language]}/"'
            in pages()[addresses.listing("guides", language)].html
        )
    if address not in pages():
        file = ROOT / "docs" / f"{address.rstrip('/')}.md"
        assert re.search(r"(?m)^# \S", file.read_text(encoding="utf-8"))


def test_the_architecture_page_is_there() -> None:
    assert (ROOT / "docs" / f"{addresses.ARCHITECTURE.rstrip('/')}.md").is_file()


@pytest.mark.parametrize("name", TOLD)
def test_commands_that_are_told_exist(name: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"(?m)^([a-z-]+):.*## ", makefile))
    told = set(re.findall(r"(?:`|^\s*)make ([a-z-]+)", _read(name), re.MULTILINE))
    assert {"site", "serve", "test"} <= told
    assert told <= targets


@pytest.mark.parametrize("name", TOLD)
def test_links_to_files_lead_to_files(name: str) -> None:
    links = re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", _read(name))
    files = [link for link in links if "://" not in link]
    assert files
    assert [file for file in files if not (ROOT / file).exists()] == []


@pytest.mark.parametrize("name", TOLD)
def test_programs_that_are_told_exist(name: str) -> None:
    told = set(re.findall(r"\b((?:scripts|tests|hooks)/[\w/]+\.(?:py|sh))\b", _read(name)))
    assert [path for path in told if not (ROOT / path).is_file()] == []


def test_every_public_name_is_told() -> None:
    for file in sorted((ROOT / "hooks/kuntakesu").rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        assert ast.get_docstring(tree), file
        for node in tree.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
                assert ast.get_docstring(node), f"{file}: {node.name}"


def _read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")
