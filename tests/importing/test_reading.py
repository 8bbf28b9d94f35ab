"""HTML, plain text and divided words."""

from __future__ import annotations

import pytest

from kuntakesu.importing.blocks import Heading, Item, Listing, Paragraph, Table
from kuntakesu.importing.hyphens import joined
from kuntakesu.importing.markup import read_html
from kuntakesu.importing.plain import read_plain


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["opetus-", "suunnitelma"], "opetussuunnitelma"),
        (["esi-", "ja perusopetus"], "esi- ja perusopetus"),
        (["för-", "och grundskola"], "för- och grundskola"),
        (["Etelä-", "Pohjanmaa"], "Etelä-Pohjanmaa"),
        (["2027-", "2030"], "2027-2030"),
        (["linja-", "auto"], "linja-auto"),
        (["KuntaKesu-", "suunnitelma"], "KuntaKesu-suunnitelma"),
        (["SWOT-ana-", "lyysi"], "SWOT-analyysi"),
        (["e-oppi ja e-", "oppi"], "e-oppi ja e-oppi"),
        (["oppi\u00ad", "minen"], "oppiminen"),
        (["Tuki -", "toinen rivi"], "Tuki - toinen rivi"),
        (["yksi", "kaksi"], "yksi kaksi"),
        ([], ""),
    ],
)
def test_divided_words_are_whole_again(lines: list[str], text: str) -> None:
    assert joined(lines) == text


def test_html_is_read_as_blocks() -> None:
    document = read_html(
        "<html><head><title>Sivu</title><script>x</script></head><body><nav>Valikko</nav><main>"
        "<h1>Otsikko</h1><p><strong>Tavoite:</strong> lukea<br>paljon"
        "<ul><li>yksi<ol><li>kaksi</ol><li>kolme</ul>"
        '<p><a href="https://example.fi/a">linkki</a><img src="a.png"></p>'
        "<table><tr><th>A<th>B<tr><td rowspan=2>1<td><p>2</p><ul><li>3</ul><tr><td>4"
        "<tr><td colspan=2>5</table></main><footer>Alaosa</footer></body></html>"
    )
    assert document.title == "Sivu"
    assert document.blocks == (
        Heading("Otsikko", 1),
        Paragraph("Tavoite: lukea\npaljon", 8),
        Listing((Item("yksi"), Item("kaksi", 1), Item("kolme"))),
        Paragraph("linkki <https://example.fi/a>"),
        Table((("A", "B"), ("1", "2\n• 3"), ("", "4"), ("5",))),
    )
    assert [(one.kind, one.count) for one in document.dropped] == [("menu", 2), ("picture", 1)]
    assert "Valikko" in document.dropped[0].text


@pytest.mark.parametrize(
    "markup", ["<table><tr><td>a", "</p><li>a", "<ul>a", "<h1>a", "a<b", "<td>a"]
)
def test_broken_html_keeps_its_text(markup: str) -> None:
    assert "a" in str(read_html(markup).blocks)


def test_plain_text_is_read_as_blocks() -> None:
    text = """Suunnitelma
===========

Lyhyt otsikko

Tavoite: kaikki lukevat ja kirjoit-
tavat hyvin.
Vastuu: rehtorit

- yksi
  jatkuu
  - kaksi
1. kolme

Nimi\tVastuu
Luku\tRehtori
"""
    assert read_plain(text).blocks == (
        Heading("Suunnitelma", 1, sure=False),
        Heading("Lyhyt otsikko", 30, sure=False),
        Paragraph("Tavoite: kaikki lukevat ja kirjoittavat hyvin."),
        Paragraph("Vastuu: rehtorit"),
        Listing((Item("yksi jatkuu"), Item("kaksi", 1), Item("kolme"))),
        Table((("Nimi", "Vastuu"), ("Luku", "Rehtori"))),
    )
