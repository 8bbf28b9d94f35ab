"""Facets, their counts and names, and the browser's twin of them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections import Counter
from datetime import date
from typing import Any

import pytest

from kuntakesu.catalogue import STANDINGS, Catalogue
from kuntakesu.exports import facets as exported
from kuntakesu.facets import FACETS, Facet, options
from kuntakesu.fields import STATUSES
from kuntakesu.languages import INTERFACE, words
from kuntakesu.plan import Period
from tests.making import ROOT, catalogue, plan

SCRIPTS = ROOT / "hooks/theme/js"
BY_NAME = {facet.name: facet for facet in FACETS}
PLANS = (
    plan("a/2024-2027", municipality="[Turku, Espoo]", levels="[lukio]"),
    plan("b/2021-2023", municipality="Turku", themes="[johtaminen]", levels="[lukio, esiopetus]"),
    plan("c/2030", municipality="Ähtäri", language="sv", kind="verkosto"),
    plan("d/2025-2026", municipality="Alajärvi", status="proposed", language="se"),
    plan("e/2025-2026", municipality="Eckerö", status="withdrawn"),
)
HELD = catalogue(*PLANS)


def counts(name: str, held: Catalogue = HELD, language: str = "fi") -> list[tuple[str, int]]:
    found = options(BY_NAME[name], held, words(language))
    return [(option.label, option.count) for option in found]


def test_each_facet_is_named_once_as_in_the_address() -> None:
    assert list(BY_NAME) == [
        "municipality", "region", "theme", "period", "level", "language", "kind"]  # fmt: skip


def test_a_joint_plan_counts_in_each_of_its_municipalities_and_regions() -> None:
    assert counts("municipality") == [
        ("Alajärvi", 1), ("Eckerö", 1), ("Espoo", 1), ("Turku", 2), ("Ähtäri", 1)]  # fmt: skip
    assert counts("region", language="en") == [
        ("South Ostrobothnia", 2), ("Southwest Finland", 2), ("Uusimaa", 1), ("Åland", 1),
    ]  # fmt: skip


def test_values_come_in_the_order_of_their_meaning() -> None:
    assert counts("theme", language="en") == [("Pupils' learning", 4), ("Leadership", 1)]
    assert counts("level", language="en") == [
        ("Pre-primary education", 1), ("General upper secondary education", 2)]  # fmt: skip
    period = options(BY_NAME["period"], HELD, words("fi"))
    assert [option.value for option in period] == [
        "in-force", "coming", "ended", "proposed", "withdrawn"]  # fmt: skip
    assert [option.value for option in options(BY_NAME["language"], HELD, words("fi"))] == [
        "fi", "sv", "se"]  # fmt: skip


@pytest.mark.parametrize("facet", FACETS, ids=lambda facet: facet.name)
def test_counts_are_those_of_the_plans(facet: Facet) -> None:
    stated = Counter(value for one in HELD.plans for value in facet.values(one, HELD))
    assert stated
    for language in INTERFACE:
        found = options(facet, HELD, words(language))
        assert {option.value: option.count for option in found} == stated
        assert all(option.label for option in found)


def test_an_empty_catalogue_has_no_options() -> None:
    assert [options(facet, catalogue(), words("fi")) for facet in FACETS] == [()] * len(FACETS)


def run(script: str, **given: object) -> Any:
    """What a script gives that imports the site's modules and has `given` as constants."""
    node = shutil.which("node", path=f"{ROOT / '.venv/bin'}{os.pathsep}{os.environ['PATH']}")
    assert node, "no node"
    modules = {"facets": "facets", "state": "browse-state", "standing": "standing"}
    imports = [
        f'import * as {name} from "{(SCRIPTS / file).as_uri()}.js";'
        for name, file in modules.items()
    ]
    constants = [f"const {name} = {json.dumps(value)};" for name, value in given.items()]
    code = "\n".join([*imports, *constants, f"console.log(JSON.stringify({script}))"])
    ran = subprocess.run(
        [node, "--input-type=module", "-e", code], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def test_the_browser_knows_the_same_standings() -> None:
    plans = [
        plan(status=status, period=str(Period(start, end)))
        for status in STATUSES
        for start, end in ((2024, 2024), (2024, 2026), (2026, 2026), (2025, 2027), (2027, 2030))
    ]
    for year in (2023, 2026, 2031):
        rows = [[one.status, one.period.start, one.period.end, year] for one in plans]
        held = [catalogue(on=day) for day in (date(year, 1, 1), date(year, 12, 31))]
        told = run("rows.map((row) => standing.standingOf(...row))", rows=rows)
        assert [[one.standing(plan) for plan in plans] for one in held] == [told] * 2
        assert set(told) <= set(STANDINGS)


def test_the_browser_selects_and_counts_as_the_pages_do() -> None:
    data = json.loads(exported.export(HELD))
    script = """(() => {
      const all = facets.withStanding(data, 2026);
      const chosen = (pairs) => new Map(pairs.map(([name, of]) => [name, new Set(of)]));
      const plain = (counts) => Object.fromEntries(
        [...counts].map(([name, of]) => [name, Object.fromEntries(of)]));
      const names = (pairs) => facets.select(all, chosen(pairs), () => true)
        .map((at) => names_of[at]);
      return {
        counts: plain(facets.count(all, new Map(), () => true)),
        turku: names([["municipality", ["853"]]]),
        either: names([["municipality", ["853", "005"]]]),
        both: names([["municipality", ["853"]], ["level", ["esiopetus"]]]),
        none: names([["municipality", ["000"]]]),
        within: plain(facets.count(all, chosen([["municipality", ["853"]]]), () => true)),
        sorted: ["municipality", "period", "newest", "?"].map(
          (by) => facets.sort(all, [...all.status.keys()], by, new Map())),
        scored: facets.sort(all, [0, 1, 2], "relevance", new Map([[1, 5], [2, 7]])),
      };
    })()"""
    found = run(script, data=data, names_of=[one.name for one in HELD.plans])
    assert found["counts"] == {
        facet.name: Counter(value for one in HELD.plans for value in facet.values(one, HELD))
        for facet in FACETS
    }
    assert sorted(found["turku"]) == ["a/2024-2027", "b/2021-2023"]
    assert sorted(found["either"]) == ["a/2024-2027", "b/2021-2023", "d/2025-2026"]
    assert (found["both"], found["none"]) == (["b/2021-2023"], [])
    # A choice leaves the counts of its own facet, and narrows those of the others.
    assert found["within"]["municipality"] == found["counts"]["municipality"]
    assert found["within"]["level"] == {"lukio": 2, "esiopetus": 1}
    starts, ends = data["start"], data["end"]
    positions = list(range(len(PLANS)))
    newest = sorted(positions, key=lambda at: (-starts[at], -ends[at], at))
    earliest = sorted(positions, key=lambda at: (starts[at], ends[at], at))
    assert found["sorted"] == [positions, earliest, newest, positions]
    assert found["scored"] == [2, 1, 0]


def test_the_address_says_what_is_chosen_and_is_read_back() -> None:
    facets = list(BY_NAME)
    script = """addresses.map((address) => {
      const read = state.readState(address, facetNames);
      const chosen = Object.fromEntries([...read.chosen].map(([name, of]) => [name, [...of]]));
      return [read.text, chosen, read.sort, state.writeState(read)];
    })"""
    addresses = [
        "",
        "?q=%C3%85bo&municipality=853&theme=oppiminen&theme=johtaminen&sort=newest",
        "?q=++&municipality=&xyz=1&level=lukio",
        "?q=a%26b%3Dc",
    ]
    assert run(script, addresses=addresses, facetNames=facets) == [
        ["", {}, "", ""],
        [
            "Åbo",
            {"municipality": ["853"], "theme": ["oppiminen", "johtaminen"]},
            "newest",
            addresses[1],
        ],
        ["", {"level": ["lukio"]}, "", "?level=lukio"],
        ["a&b=c", {}, "", "?q=a%26b%3Dc"],
    ]
