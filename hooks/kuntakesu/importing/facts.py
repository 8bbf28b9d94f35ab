"""What a document says of itself: its name, years, language, municipality and approval."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kuntakesu.importing.approval import approval, standing
from kuntakesu.importing.blocks import Block, Document, Heading, Listing, Paragraph, Table, texts
from kuntakesu.importing.labels import theme_named, unnumbered
from kuntakesu.plan import Period
from kuntakesu.plan_file import Value
from kuntakesu.vocabulary.names import phrase
from kuntakesu.vocabulary.register import Register
from kuntakesu.vocabulary.stems import base_form

COVER = 30
"""How many blocks may belong to a cover."""
LONGEST_FACT = 160
LONGEST_PERIOD = 15
PLAN = re.compile(
    r"kuntakesu|koulukesu|kehittämis(?:suunnitelm|ohjelm)|(?:utvecklings|kommun)plan|"
    r"development plan",
    re.I,
)
YEARS = re.compile(r"(?<![\d.])((?:19|20)\d\d)\s?[–—-]\s?((?:19|20)\d\d)(?![\d.])")
YEAR = re.compile(r"(?<![\d.–—-])((?:19|20)\d\d)(?![\d.–—-])")
# A name and what it is: Mallilan kunta, Karleby stad.
PROVIDER = re.compile(
    r"([A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)?) "
    r"(?:(kun)(?:ta|nan|nassa|nalle)|(kaupun)(?:ki|gin|gissa|gille)|(stad|kommun)s?)(?!\w)"
)
PROVIDER_WORDS = {"kun": "kunta", "kaupun": "kaupunki"}
CAPITALISED = re.compile(r"[A-ZÅÄÖ][\w-]+")
# Short words that are in every text of a language and in none of the others.
COMMON = {
    "fi": frozenset("ja on että sekä ovat ei tai myös kun joka mukaan kanssa osana se".split()),
    "sv": frozenset("och att för av som är på med det den ett till inte eller samt".split()),
    "en": frozenset("the and of to in for with that are be by from as is or".split()),
}


@dataclass(frozen=True)
class Facts:
    """Values of the front matter, as far as the document tells them.

    Attributes:
        values: By dotted key.
        told: By dotted key, the words of the document that a value was taken from.
        places: The blocks that hold nothing but such facts.
        title: The block that is the title, or -1.
    """

    values: Mapping[str, Value]
    told: Mapping[str, str]
    places: frozenset[int]
    title: int


def read_facts(document: Document, blocks: Sequence[Block], register: Register) -> Facts:
    """Find what the front matter asks for, headings being known."""
    place = _title_place(blocks)
    title = _text(blocks[place]) if place >= 0 else document.title
    found: dict[str, tuple[str, str]] = {}
    if title:
        found["title"] = (unnumbered(" ".join(title.split())), title)
    cover = [title, *(text for block in _cover(blocks) for text in texts(block))]
    found |= _period(cover) | _places(cover, register)
    if language := spoken(blocks):
        found["language"] = (language, "")
    lines = _lines(blocks)
    decided, where = approval(lines)
    where = tuple(one for one in where if one >= 0)
    found |= decided | standing(title, lines, decided)
    return Facts(
        {key: value for key, (value, _) in found.items()},
        {key: told for key, (_, told) in found.items()},
        frozenset(where) - {place} | _bare_facts(blocks, found, place),
        place,
    )


def spoken(blocks: Sequence[Block]) -> str:
    """The language of the blocks' texts, or an empty string."""
    return _language([text for block in blocks for text in texts(block)])


def _title_place(blocks: Sequence[Block]) -> int:
    """The first short text that speaks of a plan, or else the first heading that is no theme."""
    first = next((n for n, one in enumerate(blocks) if _is_theme(one)), len(blocks))
    candidates = [n for n in range(min(first, COVER)) if _may_be_title(blocks[n])]
    named = [n for n in candidates if PLAN.search(_text(blocks[n]))]
    dated = [n for n in named if YEARS.search(_text(blocks[n])) or YEAR.search(_text(blocks[n]))]
    headed = [n for n in candidates if isinstance(blocks[n], Heading)]
    return next(iter([*dated, *named, *headed[:1], *(n for n in candidates[:1] if n == 0)]), -1)


def _is_theme(block: Block) -> bool:
    return isinstance(block, Heading) and theme_named(block.text)[1]


def _may_be_title(block: Block) -> bool:
    text = _text(block)
    return bool(text) and len(text) <= LONGEST_FACT and not text.endswith((".", ":", ";"))


def _lines(blocks: Sequence[Block]) -> dict[int, str]:
    """Short lines by their places; those within lists and tables have none, and come below 0."""
    alone = {number: _text(block) for number, block in enumerate(blocks)}
    inner = (
        text
        for block in blocks[:COVER]
        if isinstance(block, Listing | Table)
        for text in texts(block)
    )
    lines = {**alone, **{-number: text for number, text in enumerate(inner, 1)}}
    return {place: text for place, text in lines.items() if 0 < len(text) <= LONGEST_FACT}


def _text(block: Block) -> str:
    return block.text if isinstance(block, Heading | Paragraph) else ""


def _cover(blocks: Sequence[Block]) -> Sequence[Block]:
    return [block for block in blocks[:COVER] if isinstance(block, Heading | Paragraph)]


def _period(cover: Sequence[str]) -> dict[str, tuple[str, str]]:
    """The first years of a period; in the title and lines about a plan, also a single year."""
    for text in cover:
        for match in YEARS.finditer(text):
            found = Period.read(f"{match[1]}-{match[2]}")
            if found and 0 <= int(match[2]) - int(match[1]) <= LONGEST_PERIOD:
                return {"period": (f"{match[1]}-{match[2]}", match[0])}
    for number, text in enumerate(cover):
        if (number == 0 or PLAN.search(text)) and (year := YEAR.search(text)):
            return {"period": (year[1], year[0])}
    return {}


def _places(cover: Sequence[str], register: Register) -> dict[str, tuple[str, str]]:
    """The municipality, and the provider where the document calls it a town or a municipality.

    Many names are also common words, so that a name is taken beside such a word or, with a
    capital, in the title.
    """
    names = _names(register)
    for text in cover:
        for match in PROVIDER.finditer(text):
            word = PROVIDER_WORDS.get(match[2] or match[3] or "", match[4] or "")
            for named in (match[1], match[1].split()[-1]):
                if name := base_form(named, names):
                    provider = f"{named} {word}"
                    return {"municipality": (name, match[0]), "provider": (provider, match[0])}
    for text in cover[:2]:
        for match in CAPITALISED.finditer(text):
            if name := base_form(match[0], names):
                return {"municipality": (name, match[0])}
    return {}


def _names(register: Register) -> Mapping[str, str]:
    swedish = [one.name_sv for one in register.municipalities]
    names = [*swedish, *(one.name_fi for one in register.municipalities)]
    return {phrase(name): name for name in names}


def _language(told: Sequence[str]) -> str:
    """The language whose short words there are most of; empty where there are hardly any."""
    words = re.findall(r"[^\W\d_]+", " ".join(told).casefold())
    counts = {language: sum(word in few for word in words) for language, few in COMMON.items()}
    best = max(counts, key=lambda language: counts[language])
    return best if counts[best] else ""


def _bare_facts(
    blocks: Sequence[Block], found: Mapping[str, tuple[str, str]], title: int
) -> frozenset[int]:
    """Lines of a cover with nothing but a fact: `Mallilan kunta`, `2027–2030`."""
    told = {" ".join(text.split()) for value in found.values() for text in value}
    first = next((n for n, one in enumerate(blocks) if isinstance(one, Heading)), len(blocks))
    last = max(title, first if title < 0 else title) + 5
    return frozenset(
        number
        for number, block in enumerate(blocks[: min(last, COVER)])
        if isinstance(block, Paragraph) and number != title and block.text in told
    )
