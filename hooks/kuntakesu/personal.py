"""Traces of a person in a text: identity codes, e-mail addresses, telephone and account numbers.

A catalogue is public and copied by others, so what is once published can't be taken back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kuntakesu.telephone import telephones
from kuntakesu.written import bare

# The Digital and Population Data Services Agency: the personal identity code. The sign between
# the parts tells the century; those beside + - A came into use in 2023.
CENTURIES = {"+": 1800, **dict.fromkeys("-YXWVU", 1900), **dict.fromkeys("ABCDEF", 2000)}
CHECK_CHARACTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
DASHES = "‐‑‒–−"
# A line with nothing of this has no trace; most lines are such.
SUSPECT = re.compile(r"[\d@＠&]|%40|\b(?:at|ät)\b|[(\[{]\s?(?:at|ät|a|ä|miuku)", re.I)
IDENTITY = re.compile(
    rf"(?<!\w)(\d{{6}})(?:([-+A-FU-Y{DASHES}])|\s([-+{DASHES}])\s?|([-+{DASHES}])\s)"
    r"(\d{3})([0-9A-Y])(?!\w)",
    re.I,
)

# The signs are also written in words, so that programs would not find the address.
_AT = r"(?:\s?@\s?|\s?[(\[{]\s?(?:at|ät|a|ä|@|miukumauku)\s?[)\]}]\s?|\s(?:at|ät)\s)"
_DOT = r"(?:\.|\s?[(\[{]\s?(?:dot|piste|punkt|\.)\s?[)\]}]\s?|\s(?:dot|piste)\s)"
EMAIL = re.compile(
    rf"(?<![\w.+-])([\w+-]+(?:{_DOT}[\w+-]+){{0,5}}){_AT}([\w-]+(?:{_DOT}[\w-]+){{1,5}})", re.I
)
DOT = re.compile(_DOT, re.I)
NAME = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?:[._][^\W\d_]+(?:-[^\W\d_]+)*)+\d*")
# Where people have addresses of their own, whatever stands before the @ sign.
PRIVATE = re.compile(
    r"(?:gmail|googlemail|hotmail|outlook|live|msn|icloud|yahoo|protonmail|proton|luukku|kolumbus"
    r"|elisanet|saunalahti|suomi24|inet|welho|dnainternet|netti)\.(?:com|fi|net|me|se)",
    re.I,
)
# How the addresses of offices begin a word of theirs or end it, and the words of the pattern by
# which an organisation explains its addresses.
OFFICE = re.compile(
    r"(?:^|[.-])(?:(?:posti|info|stads?|etunimi|sukunimi|förnamn|fornamn|efternamn|firstname|"
    r"lastname)(?![^\W_])|kirjaamo|registr|asiakas|palvel|toimisto|hallinto|virasto|lautakunta|"
    r"neuvonta|viestint|sivisty|opetus|perusope|esiope|koulu|kasvatus|varhais|oppilas|nuoriso|"
    r"opisto|lukio|kunta|kaupun|johto|rehtori|tietosuoja|hanke|verkosto|bildning|skol|gymnasi|"
    r"undervisning|utbildning|fostran|småbarn|smabarn|dagvård|kansli|nämnd|namnd|kommun|"
    r"förvaltning|tjänst|office|service|school|education|contact|support|project)"
    r"|(?:kirjaamo|palvelut?|toimisto|virasto|koulu|kasvatus|opetus|lukio|opisto|kunta|kaupunki|"
    r"skolan?|gymnasiet|kommun|office)(?=$|[.-])",
    re.I,
)

IBAN_START = re.compile(r"(?<!\w)[A-Z]{2}\d\d(?=[ \u00a0]?[A-Z0-9])", re.I)
# Length by country (the SWIFT registry's entries for the single euro payments area).
IBAN_LENGTHS = {
    entry[:2]: int(entry[2:])
    for entry in (
        "AD24 AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GI23 GR27 HR21 "
        "HU28 IE22 IS26 IT27 LI21 LT20 LU20 LV21 MC27 MT31 NL18 NO15 PL28 PT25 RO24 SE24 SI19 "
        "SK24 SM27"
    ).split()
}


@dataclass(frozen=True)
class Trace:
    """Something that belongs to a person.

    Attributes:
        kind: `identity`, `email`, `phone` or `iban`.
        start: Where it begins in the line, 0-based.
        end: The place after its last character.
        text: How it reads, which is not always how it is written in the line.
    """

    kind: str
    start: int
    end: int
    text: str = ""


def traces(line: str) -> tuple[Trace, ...]:
    """What of a person stands in a line, in its order; nothing is found twice.

    It is found too where it is written with entities, marks of Markdown or invisible characters.
    """
    if not SUSPECT.search(line):
        return ()
    written = bare(line)
    found: list[Trace] = []
    taken = bytearray(len(written.text))
    for finder in (_identity_codes, _accounts, _emails, _phones):
        for trace in finder(written.text):
            if not any(taken[trace.start : trace.end]):
                taken[trace.start : trace.end] = b"\1" * (trace.end - trace.start)
                found.append(trace)
    placed = (
        Trace(one.kind, *written.place(one.start, one.end), written.text[one.start : one.end])
        for one in found
    )
    return tuple(sorted(placed, key=lambda trace: trace.start))


def _identity_codes(line: str) -> Iterator[Trace]:
    for match in IDENTITY.finditer(line):
        born, number, check = match[1], match[5], match[6].upper()
        sign = (match[2] or match[3] or match[4]).upper()
        century = CENTURIES["-" if sign in DASHES else sign]
        expected = CHECK_CHARACTERS[int(born + number) % len(CHECK_CHARACTERS)]
        if check == expected and int(number) >= 2 and _is_day(born, century):
            yield Trace("identity", *match.span())


def _is_day(born: str, century: int) -> bool:
    try:
        date(century + int(born[4:]), int(born[2:4]), int(born[:2]))
    except ValueError:
        return False
    return True


def _emails(line: str) -> Iterator[Trace]:
    for match in EMAIL.finditer(line):
        name, host = DOT.sub(".", match[1]), DOT.sub(".", match[2])
        is_name = NAME.fullmatch(name) or PRIVATE.fullmatch(host)
        if is_name and not OFFICE.search(name):
            yield Trace("email", *match.span())


def _phones(line: str) -> Iterator[Trace]:
    return (Trace("phone", *place) for place in telephones(line))


def _accounts(line: str) -> Iterator[Trace]:
    for match in IBAN_START.finditer(line):
        length = IBAN_LENGTHS.get(match[0][:2].upper(), 0)
        end, account = _collected(line, match.start(), length)
        if account and len(account) == length and _has_right_checksum(account):
            yield Trace("iban", match.start(), end)


def _collected(line: str, start: int, length: int) -> tuple[int, str]:
    """The next `length` letters and digits with single spaces between, if a word ends there."""
    taken, place = "", start
    while place < len(line) and len(taken) < length:
        character = line[place]
        if character.isascii() and character.isalnum():
            taken += character
        elif character not in " \u00a0" or line[place - 1] in " \u00a0":
            break
        place += 1
    ends = place == len(line) or not line[place].isalnum()
    return place, taken.upper() if ends else ""


def _has_right_checksum(account: str) -> bool:
    turned = account[4:] + account[:4]
    return int("".join(str(int(character, 36)) for character in turned)) % 97 == 1
