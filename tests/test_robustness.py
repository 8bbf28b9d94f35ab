"""Whatever a file holds, the checker says something of it and never raises."""

from __future__ import annotations

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kuntakesu.check import check
from kuntakesu.render import Renderer
from kuntakesu.reporters import github, text
from kuntakesu.reporters import json as as_json
from kuntakesu.rules import Context
from kuntakesu.source import decode
from kuntakesu.submission import read_submission
from kuntakesu.vocabulary.register import read_register
from tests.test_validate import SOUND

RENDERER = Renderer()
PIECES = [
    *SOUND.split("\n"),
    ":",
    "-",
    "[",
    "]",
    "{",
    "}",
    '"',
    "'",
    "\t",
    "#",
    "&a",
    "*a",
    "!x",
    "|",
    "translation_of: mallilan-kunta/2025-2029",
    "replaces: a/2020",
    "approved:",
    "  date: 1.1.2020",
    "period: 2020–2021",
    "municipality: [Esbo, Espoo, Lapväärtti, 5]",
    "levels: lukio; koulu",
    "~",
    "\u2028",
    "\ud7ff",
    "\x85",
    "<b>",
    "![",
    "](",
    "x@y.fi",
    "### T",
    "**Tavoite:** x",
    "{0}",
    "%s",
]


def say(raw: bytes, path: str) -> str:
    """All that the checker says of a file, in every format and language."""
    register = read_register()
    submission = read_submission(decode(raw, path), register, RENDERER)
    found = check((submission,), Context(register, {submission.source.name: submission}))
    languages = ("fi", "sv", "en", None)
    reporters = (text.report, github.report, as_json.report)
    return "".join(report(found, language) for report in reporters for language in languages)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=200), st.text(max_size=20))
def test_no_bytes_raise(raw: bytes, path: str) -> None:
    assert say(raw, path)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=200))
def test_no_header_raises(header: str) -> None:
    assert say(f"---\n{header}\n---\n".encode(errors="replace"), "plans/a/b.md")


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), max_size=25), st.sampled_from(["\n", "", " "]))
def test_no_shuffled_plan_raises(pieces: list[str], joint: str) -> None:
    said = say(f"---\n{joint.join(pieces)}\n---\n\n## Johtaminen\n".encode(), "plans/a/2025.sv.md")
    said.encode()


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(SOUND.split("\n")[1:8]), st.text(max_size=40))
def test_no_value_raises(line: str, value: str) -> None:
    changed = SOUND.replace(line, f"{line.partition(':')[0]}: {json.dumps(value)}")
    assert say(changed.encode(errors="replace"), "plans/mallilan-kunta/2025-2029.md")
