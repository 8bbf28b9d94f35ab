"""Whatever a file holds, the checker says something of it and never raises."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.constructions import Construction, bodies, headers
from tests.making import ROOT
from tests.test_validate import SOUND
from tests.whole import everything

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


# What Markdown, YAML and browsers read in ways of their own.
HOSTILE = [
    *"[ ![ ]( []( [^1] [^1]: [a]: <b> <!-- --> <![CDATA[ <? &# &#x0; &amp; \\ ` ``` ~~~ *".split(),
    *"** ___ > - 1. # ## ### #### === --- | |-| : ::: {: } {% {{ $ \u202e \u200b \ufeff".split(),
    '<![><img src="]>',
    "## Johtaminen\n\n### Kohde\n\n**Tavoite:** ",
    "[x](javascript:alert(1))",
    "![](kuva.png)",
    "![x](data:image/png;base64,AA==)",
    "</code></pre><script>",
    "010190-900P",
    "matti.meikalainen@example.fi",
    "    ",
    "\t",
    "\n\n",
    "\n",
    " ",
    "sana",
]
PATH = "plans/mallilan-kunta/2025-2029.md"
FILES = sorted((ROOT / "tests/cases").glob("*/*.md"))
WHOLE = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def say(raw: bytes, path: str) -> str:
    """All that is said of a file, in every format and language, and its page."""
    return everything(raw, path)[1]


@WHOLE
@given(st.binary(max_size=200), st.text(max_size=20))
def test_no_bytes_raise(raw: bytes, path: str) -> None:
    assert say(raw, path)


@WHOLE
@given(st.text(max_size=200))
def test_no_header_raises(header: str) -> None:
    assert say(f"---\n{header}\n---\n".encode(errors="replace"), "plans/a/b.md")


@WHOLE
@given(st.lists(st.sampled_from(PIECES), max_size=25), st.sampled_from(["\n", "", " "]))
def test_no_shuffled_plan_raises(pieces: list[str], joint: str) -> None:
    said = say(f"---\n{joint.join(pieces)}\n---\n\n## Johtaminen\n".encode(), "plans/a/2025.sv.md")
    said.encode()


@WHOLE
@given(st.sampled_from(SOUND.split("\n")[1:8]), st.text(max_size=40))
def test_no_value_raises(line: str, value: str) -> None:
    changed = SOUND.replace(line, f"{line.partition(':')[0]}: {json.dumps(value)}")
    assert say(changed.encode(errors="replace"), "plans/mallilan-kunta/2025-2029.md")


@WHOLE
@given(st.lists(st.sampled_from(HOSTILE), max_size=40))
def test_no_text_of_a_sound_plan_raises_and_none_becomes_markup(pieces: list[str]) -> None:
    report, said = everything(f"{SOUND}{''.join(pieces)}\n".encode(), PATH)
    assert said.encode()
    assert "<script>" not in said.rpartition("</h1>")[2].replace("::", "")
    assert report.submissions[0].plan


@WHOLE
@given(
    st.sampled_from(FILES), st.randoms(use_true_random=False), st.lists(st.sampled_from(HOSTILE))
)
def test_no_damaged_file_raises(file: Path, chance: random.Random, pieces: list[str]) -> None:
    raw = bytearray(file.read_bytes())
    for piece in pieces:
        place = chance.randint(0, len(raw))
        raw[place : place + chance.randint(0, 20)] = piece.encode()
    assert say(bytes(raw), PATH)


@pytest.mark.parametrize("made", [dict(bodies()), dict(headers())], ids=["bodies", "headers"])
def test_no_construction_raises(made: dict[str, Construction]) -> None:
    for name, construction in made.items():
        piece = construction(120)
        raw = f"---\n{piece}\n---\n{piece}" if name.startswith("header") else SOUND + piece
        assert say(raw.encode(), PATH), name
