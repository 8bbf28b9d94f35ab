"""What a stranger's Markdown may become."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kuntakesu import hyperlinks
from kuntakesu.body import Fragment
from kuntakesu.cost import search_length
from kuntakesu.render import Document, Renderer
from kuntakesu.sanitise import sanitise

RENDERER = Renderer()
TAG = re.compile(r"<[^>]*>")
# Bits of which a hostile text is made, and words.
BITS = st.sampled_from(
    "[ ] ( ) ! < > / = \" ' ` ``` ~~~ * ** _ # ## {: } : | --- === \\ & &#58; &lt; \n \n\n - 1. "
    "<script> </script> <img <svg/onload=x> onerror=alert(1) javascript: data: //x.fi [^1] [^1]: "
    "\x02 \x03 \x02L5\x03 \u0000 https://x.fi <a@b.fi> kuva.png <!-- --> + ^ a ä kunta".split(" ")
)
HOSTILE = st.lists(BITS, max_size=40).map("".join) | st.text(max_size=200)
WORDS = st.lists(st.text("abcdefghijklmnopqrsåäö", min_size=1, max_size=12), min_size=1)


def read(text: str, first_line: int = 1) -> tuple[Document, Fragment]:
    document = RENDERER.document(text, first_line)
    return document, RENDERER.fragment(list(document.blocks))


def markup(text: str) -> str:
    return read(text)[1].html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "<iframe src=https://x.fi></iframe>",
        "<style>p{}</style>",
        "text <b onclick='x'>bold</b>",
        "<div\nonclick=x>",
        "```\n<script>alert(1)</script>\n```",
        "``` {.python onclick=alert(1)}\n<script>\n```",
        "| a |\n|---|\n| <script> |",
        "[^1]\n\n[^1]: <script>alert(1)</script>",
        '![a](kuva.png "x\\" onerror=alert(1)")',
        '[a](https://x.fi "x\\" onclick=alert(1)")',
        "## Otsikko <script> {: onclick=alert(1) }",
    ],
)
def test_no_html_of_the_author_takes_effect(text: str) -> None:
    html = markup(text)
    assert_harmless(html)


def assert_harmless(html: str) -> None:
    for tag in TAG.findall(html):
        # A quoted value may hold anything, since nothing in it can end it.
        bare = re.sub(r'"[^"]*"', '""', tag).lower()
        assert not re.match(r"</?(?:script|style|iframe|svg|object|embed|form|base|meta)\b", bare)
        assert not re.search(r"\son\w*\s*=", bare)
        for address in re.findall(r'\s(?:href|src)="([^"]*)"', tag):
            assert hyperlinks.scheme(address) in {*hyperlinks.SCHEMES, "", "//"}


def test_html_shows_as_the_text_it_is_and_is_remembered() -> None:
    document, fragment = read("Tämä on <b>tärkeä</b>.\n\n<!-- muistio -->\n\n<!-- auki")
    assert fragment.text == "Tämä on <b>tärkeä</b>. <!-- muistio --> <!-- auki"
    assert "<b>" not in fragment.html
    assert sorted(document.raw_html) == ["<!--", "<!-- muistio -->", "</b>", "<b>"]


def test_html_in_code_is_no_raw_html() -> None:
    assert read("`<br>`\n\n```\n<b>\n```")[0].raw_html == ()


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "javascript&#58;alert(1)",
        "java&#10;script:alert(1)",
        "&#1;javascript:alert(1)",
        "&#x20;javascript:alert(1)",
        "vbscript:x",
        "data:text/html;base64,PHNjcmlwdD4=",
        "file:///etc/passwd",
    ],
)
def test_a_dangerous_link_loses_its_address_and_is_told_of(address: str) -> None:
    document, fragment = read(f"[teksti]({address})")
    assert fragment.text == "teksti"
    assert "href" not in fragment.html
    assert [hyperlinks.is_safe(link) for link in document.links] == [False]


@pytest.mark.parametrize(
    "address",
    ["https://x.fi/a?b=1:2", "http://x.fi", "mailto:a@x.fi", "tel:040", "../a/", "#s-a:b", "?q=:"],
)
def test_a_harmless_link_is_kept(address: str) -> None:
    document, fragment = read(f"[teksti]({address})")
    assert document.links == (address,)
    assert f'href="{address}"' in fragment.html


@pytest.mark.parametrize(
    ("address", "vouched"),
    [("https://x.fi/", False), ("HTTP://x.fi", False), ("mailto:a@x.fi", True), ("../a/", True),
     ("#s-a", True)],
)  # fmt: skip
def test_nobody_gains_by_a_link_out_of_a_plan(address: str, vouched: bool) -> None:
    _, fragment = read(f"[teksti]({address})")
    rel = ' rel="external nofollow noopener noreferrer ugc"'
    assert fragment.html == f'<p><a href="{address}"{"" if vouched else rel}>teksti</a></p>'


def test_cells_are_aligned_by_classes_alone() -> None:
    _, fragment = read("|a|b|c|d|\n|-|-:|:-:|:-|\n|1|2|3|4|")
    assert "style" not in fragment.html
    for tag in ("th", "td"):
        found = re.findall(rf"<{tag}\b(.*?)>", fragment.html)
        named = [f' class="kk-align-{side}"' for side in ("right", "center", "left")]
        assert found == ["", *named]


@pytest.mark.parametrize(
    "address", ["//x.fi/", "/\\x.fi/", "\\\\x.fi\\a", "/\t/x.fi", "ftp://x.fi"]
)
def test_an_address_of_another_site_is_seen_through(address: str) -> None:
    assert not hyperlinks.is_safe(address)
    assert hyperlinks.is_remote(address)


@pytest.mark.parametrize(
    "address", ["kuva.png", "../a/kuva.png", "https://x.fi/kuva.png", "data:image/png;base64,AA=="]
)
def test_a_picture_is_looked_for_nowhere_but_within_the_site(address: str) -> None:
    document, fragment = read(f"![kuva]({address})")
    assert [(picture.address, picture.text) for picture in document.pictures] == [(address, "kuva")]
    assert f'src="../{address}"' in fragment.html


def test_heading_ids_have_a_prefix_and_differ() -> None:
    html = markup("## __config\n\n## config\n\n# Config\n\n## …")
    assert re.findall(r'id="([^"]*)"', html) == [
        "s-config",
        "s-config-2",
        "s-config-3",
        "s-otsikko",
    ]
    assert "<h1" not in html


def test_attribute_lists_are_text() -> None:
    html = markup("## Otsikko {: #__config onclick=alert(1) }\n\nKappale\n{: .iso }")
    assert "{: #__config onclick=alert(1) }" in html
    assert "{: .iso }" in html


@settings(max_examples=300, deadline=None)
@given(HOSTILE)
def test_any_text_renders_harmless_and_sanitising_again_changes_nothing(text: str) -> None:
    html = markup(text)
    assert_harmless(html)
    assert sanitise(html) == html


@settings(deadline=None)
@given(HOSTILE)
def test_a_document_does_not_depend_on_the_one_before(text: str) -> None:
    first = read(text)[1]
    read("[^1] ja [a]\n\n[^1]: alaviite\n\n[a]: https://x.fi\n\n## Otsikko")
    assert read(text)[1] == first


@settings(deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=8))
def test_no_word_is_lost(paragraphs: list[list[str]]) -> None:
    text = "\n\n".join(" ".join(words) for words in paragraphs)
    assert read(text)[1].text.split() == text.split()


@settings(deadline=None)
@given(WORDS, WORDS, WORDS)
def test_words_survive_in_every_kind_of_block(
    heading: list[str], item: list[str], cell: list[str]
) -> None:
    shown = [" ".join(words) for words in (heading, item, cell)]
    text = "## {0}\n\n- {1}\n- {1}\n\n| {2} | b |\n|---|---|\n| {2} | b |".format(*shown)
    words = read(text)[1].text.split()
    expected = f"{shown[0]} {shown[1]} {shown[1]} {shown[2]} b {shown[2]} b".split()
    assert words == expected


@pytest.mark.parametrize(
    "text",
    [
        '<![><img src="]>',
        "> " * 2000,
        "\n".join("    " * depth + "- a" for depth in range(300)),
        "a\n: b\n" * 2000,
        "[^1]: [^1]\n\n[^1]",
    ],
    ids=["declaration", "quotes", "lists", "definitions", "footnotes"],
)
def test_what_trips_the_markdown_reader_stops_nobody(text: str) -> None:
    assert_harmless(markup(text))


def test_text_nested_too_deeply_is_shown_as_written() -> None:
    text = "\n".join("    " * depth + f"- sana{depth} &lt;" for depth in range(100))
    assert read(text)[1].text.split() == text.split()
    assert markup("- a\n- b").count("<li>") == 2


@pytest.mark.parametrize(
    "text", ["[" * 20_000, "![" * 10_000, "[" * 8000 + "]" * 8000, "[a](" * 9000]
)
def test_brackets_do_not_stall_the_reader(text: str) -> None:
    started = time.process_time()
    shown = read(text)[1].text
    assert time.process_time() - started < 5
    assert shown == text


def test_search_length_counts_from_each_bracket_to_its_pair() -> None:
    assert search_length("[ab] [c") == 3 + 2
    assert search_length("ei sulkeita ]") == 0
    assert search_length("[ab](cd) [](ef") == 3 + 2 + 1 + 2


def test_links_survive_beside_the_bracket_guard() -> None:
    text = "\n".join(f"- [linkki {number}](https://x.fi/{number})" for number in range(2000))
    assert len(read(text)[0].links) == 2000
