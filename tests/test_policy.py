"""The policy: one table, and what the page for hosts says of it."""

from __future__ import annotations

import re

import pytest

from kuntakesu import addresses
from kuntakesu.languages import INTERFACE
from kuntakesu.pages.policy import (
    ASKED_ANEW,
    FORM,
    FORMS,
    HEADERS,
    KEPT,
    NAMED,
    OPEN_HEADERS,
    PAGE,
    TYPES,
    WORKER,
    caching,
    header_policy,
    headers,
    page_policy,
)
from tests.making import ROOT

HOSTING = (ROOT / "docs/en/hosting.md").read_text(encoding="utf-8")
EXAMPLES = dict(re.findall(r"(?ms)^## (nginx|Apache|Caddy)\n.*?^```\w*\n(.*?)^```", HOSTING))
SCRIPTS = ROOT / "hooks/theme/js"
# What makes markup or a running script of a text; `trusted.js` alone may.
SINKS = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser"
    r"|\.srcdoc\b|setHTMLUnsafe|createPolicy|\beval\(|new Function|\.setAttribute\([\"']on"
)
ADDRESSES = re.compile(r"new Worker\(|\bimport\((?!\")|\bscript\.src\s*=|importScripts\(")
CHECKED = re.compile(r"(?:new Worker\(|\bimport\(|\bscript\.src\s*=\s*)ownScript\(")


def directives(policy: str) -> dict[str, list[str]]:
    return {name: values for name, *values in (one.split() for one in policy.split(";"))}


@pytest.mark.parametrize("address", ["", "suunnitelmat/", *FORMS, WORKER, "404.html", "data/v1/"])
def test_nothing_unsafe_is_allowed_anywhere(address: str) -> None:
    for policy in (page_policy(address), header_policy(address)):
        allowed = directives(policy)
        assert allowed["default-src"] == ["'none'"]
        assert allowed["base-uri"] == ["'none'"]
        assert allowed["require-trusted-types-for"] == ["'script'"]
        assert allowed["trusted-types"] == ["kuntakesu"]
        values = {value for name, of in allowed.items() if name.endswith("-src") for value in of}
        assert values <= {"'none'", "'self'", "'wasm-unsafe-eval'"}
        assert '"' not in policy


def test_only_the_form_and_its_worker_run_webassembly() -> None:
    assert set(FORMS) == {addresses.form(language) for language in INTERFACE}
    assert (SCRIPTS.parent / WORKER).is_file()
    assert "'wasm-unsafe-eval'" not in " ".join(PAGE.values())
    assert {name for name in FORM if FORM[name] != PAGE.get(name)} == {"script-src", "worker-src"}
    for address in (*FORMS, WORKER):
        assert "'wasm-unsafe-eval'" in page_policy(address)
    assert page_policy("julkaise/x/") == page_policy("")


def test_the_header_has_what_a_page_cannot_say() -> None:
    more = directives(header_policy("")).keys() - directives(page_policy("")).keys()
    assert more == {"frame-ancestors", "upgrade-insecure-requests"}


def test_a_preview_while_writing_has_the_engines_own_script_and_a_site_has_not() -> None:
    assert directives(page_policy("", live=True))["script-src"] == ["'self'", "'unsafe-inline'"]
    assert "unsafe-inline" not in page_policy("") + header_policy("")


@pytest.mark.parametrize("address", ["data/v1/plans.json", "kunnat/turku/atom.xml"])
def test_open_data_is_for_all(address: str) -> None:
    sent = headers(address)
    assert {name: sent[name] for name in OPEN_HEADERS} == OPEN_HEADERS
    assert "Access-Control-Allow-Origin" not in headers("kunnat/turku/")


@pytest.mark.parametrize(
    ("address", "is_kept"),
    [
        ("assets/stylesheets/main.57a0d79d.min.css", True),
        ("data/search/awJU_A.json", True),
        ("data/search/0BtCss/12.1.json", True),
        ("data/search/manifest.json", False),
        ("css/base.css", False),
        ("suunnitelmat/assets/", False),
        ("", False),
    ],
)
def test_only_what_is_named_by_its_content_is_kept(address: str, is_kept: bool) -> None:
    assert (caching(address) == KEPT) is is_kept


def test_the_page_for_hosts_has_an_example_for_each() -> None:
    assert set(EXAMPLES) == {"nginx", "Apache", "Caddy"}


@pytest.mark.parametrize("server", ["nginx", "Apache", "Caddy"])
def test_an_example_says_what_the_table_says(server: str) -> None:
    example = EXAMPLES[server]
    for address in ("", FORMS[0]):
        assert example.count(f'"{header_policy(address)}"') == 1
    for name, value in {**HEADERS, **OPEN_HEADERS}.items():
        assert name in example
        assert f'"{value}"' in example, name
    for path in (*FORMS, WORKER):
        assert path.rstrip("/") in example.replace("\\", "")
    for ending, kind in TYPES.items():
        assert ending in example
        assert kind.partition(";")[0] in example, ending
    assert "unsafe-inline" not in example
    assert f"^/{NAMED}" in example
    assert f'"{KEPT}"' in example


def test_the_table_for_other_hosts_is_the_table() -> None:
    rows = dict(re.findall(r"(?m)^\| `([A-Z][\w-]+)` \| `(.+?)` \|$", HOSTING))
    assert rows == HEADERS
    kinds = dict(re.findall(r"(?m)^\| `\.(\w+)` \| `(.+?)` \|$", HOSTING))
    assert kinds == TYPES


def test_an_upload_to_a_store_says_what_the_table_says() -> None:
    script = (ROOT / "scripts/upload.sh").read_text(encoding="utf-8")
    assert dict(re.findall(r'(?m)^    "(\w+) (.+)"$', script)) == TYPES
    assert dict(re.findall(r'(?m)^(kept|anew)="(.+)"$', script)) == {
        "kept": KEPT,
        "anew": ASKED_ANEW,
    }


def test_one_module_makes_markup_of_text() -> None:
    found = {
        script.relative_to(SCRIPTS).as_posix(): SINKS.findall(script.read_text(encoding="utf-8"))
        for script in SCRIPTS.rglob("*.js")
    }
    assert {name for name, sinks in found.items() if sinks} == {"trusted.js"}
    assert set(found["trusted.js"]) == {"DOMParser", "createPolicy"}


def test_no_address_of_a_script_goes_unchecked() -> None:
    checked = 0
    for script in SCRIPTS.rglob("*.js"):
        code = re.sub(r"\{import\([^)]*\)|typeof import\([^)]*\)", "", script.read_text("utf-8"))
        if script.name != WORKER.rpartition("/")[2]:
            assert len(ADDRESSES.findall(code)) == len(CHECKED.findall(code)), script.name
            checked += len(CHECKED.findall(code))
        else:
            assert ADDRESSES.findall(code) == ["import("]
            assert "import(`${PACKAGES}" in code
    assert checked == 5  # a script element, a worker, DOMPurify, Turndown and its tables
