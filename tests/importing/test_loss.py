"""Nothing of a document's text is lost, whatever it is made of."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kuntakesu.importing.blocks import (
    Block,
    Document,
    Heading,
    Item,
    Listing,
    Paragraph,
    Table,
    texts,
)
from kuntakesu.importing.draft import make_draft
from kuntakesu.vocabulary.register import read_register
from kuntakesu.vocabulary.terms import columns
from tests.importing.making import read_again, renderer, words_of

# A document's frame, in which an import might lose what stands between.
FRAME = [
    "Oppilaiden oppiminen", "JOHTAMINEN", "1. Henkilöstön osaaminen",
    "Teema 3: Kestävä hyvinvointi",
    "Tavoitteet", "Tavoite", "Toimenpiteet", "Vastuu", "Mittari/seuranta", "Kehittämiskohde",
    "Nykytila", "Johdanto", "Muu", "Ansvar", "Tavoite 1", "Mallilan kunta", "2027–2030",
    "Sivistyslautakunta 12.3.2027 § 25", "Johdanto ...... 3",
]  # fmt: skip
MARKS = "abcåÄ 1.:;–-#*_>|[](){}<&`~=+\\/!\n\"'§"
WILD = st.text(st.sampled_from(MARKS), max_size=25)
TEXT = st.one_of(
    st.sampled_from(FRAME),
    WILD,
    st.tuples(st.sampled_from(FRAME), st.sampled_from([": ", " – ", " "]), WILD).map("".join),
)
BOLD = st.sampled_from([0, 0, 7, 400])
BLOCK: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, TEXT, st.integers(1, 4), st.booleans()),
    st.builds(lambda text, bold: Paragraph(text, min(bold, len(text))), TEXT, BOLD),
    st.builds(
        Listing,
        st.lists(st.builds(Item, TEXT, st.integers(0, 3)), min_size=1, max_size=4).map(tuple),
        st.booleans(),
    ),
    st.integers(1, 4)
    .flatmap(lambda width: st.lists(st.tuples(*[TEXT] * width), min_size=1, max_size=4))
    .map(lambda rows: Table(tuple(rows))),
)
# These words are told by the place of what they stand before, and numbers before headings are
# the document's own.
STRUCTURE = {
    word
    for kind in ("theme", "target")
    for names in columns().names[kind].values()
    for name in names
    for word in words_of(name)
}


def is_kept(word: str) -> bool:
    return word not in STRUCTURE and not word.isdigit()


@settings(max_examples=400)
@given(st.lists(BLOCK, max_size=9), st.lists(BLOCK, max_size=2))
def test_every_word_stands_in_the_plan(blocks: list[Block], asides: list[Block]) -> None:
    document = Document(tuple(blocks), asides=tuple(asides))
    made = make_draft(document, {}, read_register())
    read = read_again(made)
    assert not read.front_matter.fault
    shown = renderer().fragment(list(renderer().document(made.body, 1).blocks)).text
    there = words_of(f"{read.header.text('title')} {shown}")
    wanted = {
        word
        for block in (*blocks, *asides)
        for text in texts(block)
        for word in words_of(text)
        if is_kept(word)
    }
    assert wanted - set(there) == set()


@settings(max_examples=200)
@given(WILD)
def test_no_mark_of_a_document_means_anything(text: str) -> None:
    made = make_draft(
        Document((Heading("Johtaminen"), Paragraph(f"a {text}"))), {"title": "X"}, read_register()
    )
    read = read_again(made)
    assert read.document.raw_html == ()
    assert read.document.links == ()
    assert read.document.pictures == ()
    told = read.body.sections[0]
    assert [section.title for section in read.body.sections] == ["Johtaminen"]
    assert "".join(told.intro.text.split()) == "".join(f"a {text}".split())
