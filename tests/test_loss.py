"""No word of a text is lost in silence, and the sanitiser keeps all that the renderer makes."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kuntakesu import hyperlinks, render
from kuntakesu.check import check
from kuntakesu.outline import read_body
from kuntakesu.render import Renderer
from kuntakesu.sanitise import sanitise
from kuntakesu.source import decode
from tests.making import ROOT, context, submission, text

# Between any two of these stands a word of its own.
PIECES = [
    *"[ ![ ]( ) ] [^1] [^1]: [a]: [a] <b> </b> <!-- --> <![CDATA[ <? < > &amp; & \\ `".split(),
    *"``` ~~~ * ** _ ___ > - 1. # ## ### #### === --- | |-|-| : ! \" ' ( {".split(),
    '<![><img src="]>',
    "[x](javascript:alert(1))",
    "![](kuva.png)",
    "**Tavoite:**",
    "\n## Johtaminen\n\n### ",
    "\n\n|a|b|\n|-|-|\n|c|",
    "\n    ",
    "\n\t",
    "\n",
    "\n\n",
    "  \n",
]
FILES = [*sorted(ROOT.glob("plans/*/*.md")), *sorted(ROOT.glob("tests/cases/*/*.md"))]


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), max_size=25), st.sampled_from(["", " "]))
def test_every_word_is_shown_or_its_line_is_named(pieces: list[str], gap: str) -> None:
    words = [f"sana{number}q" for number in range(len(pieces))]
    body = gap.join(f"{piece}{gap}{word}" for piece, word in zip(pieces, words, strict=True))
    read = submission(text(f"## Oppilaiden oppiminen\n\n{body}\n"))
    shown = "\n".join(html.unescape(markup) for markup in _markup(read.body))
    named = "\n".join(one.excerpt for one in check((read,), context()).diagnostics)
    joined = re.sub(r"[*_`\\]", "", f"{shown}\n{named}")
    assert [word for word in words if word not in joined] == []


def _markup(body: object) -> list[str]:
    """All HTML and titles of a body, found by what its pieces are and not by their names."""
    if isinstance(body, str):
        return [body]
    if isinstance(body, tuple):
        return [markup for one in body for markup in _markup(one)]
    return [
        markup for one in vars(body).values() if not isinstance(one, int) for markup in _markup(one)
    ]


class _Events(HTMLParser):
    """What a browser makes of some HTML, but for the addresses that no link may have."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.found: list[tuple[str, ...]] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kept = sorted(
            f"{name}={value}"
            for name, value in attrs
            if name != "href" or hyperlinks.scheme(value or "") in {*hyperlinks.SCHEMES, "", "//"}
        )
        self.found.append((tag, *kept))

    def handle_endtag(self, tag: str) -> None:
        self.found.append((f"/{tag}",))

    def handle_data(self, data: str) -> None:
        self.found.append(("text", data))


def test_the_sanitiser_changes_nothing_of_the_renderers_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[str] = []

    def remembering(markup: str) -> str:
        made.append(markup)
        return sanitise(markup)

    monkeypatch.setattr(render, "sanitise", remembering)
    renderer = Renderer()
    for file in FILES:
        body = decode(file.read_bytes(), "").text.partition("\n---\n")[2]
        document = renderer.document(body, 1)
        made.clear()  # headings are also asked for their words, before they have an id
        read_body(document, renderer)
        for markup in made:
            assert _Events(sanitise(markup)).found == _Events(markup).found, file
