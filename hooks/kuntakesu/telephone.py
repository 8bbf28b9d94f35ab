"""Telephone numbers that a person can have, in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

import phonenumbers
from phonenumbers import PhoneNumberType

REGION = "FI"
# Numbers of an organisation for the whole country (010, 020, 029, 0800 …) are of other types.
TYPES = frozenset(
    {
        PhoneNumberType.FIXED_LINE,
        PhoneNumberType.FIXED_LINE_OR_MOBILE,
        PhoneNumberType.MOBILE,
        PhoneNumberType.PAGER,
        PhoneNumberType.PERSONAL_NUMBER,
        PhoneNumberType.VOIP,
    }
)
DIGITS = range(8, 16)

# What looks like a number, so that few are asked about. A measure behind it makes it a quantity.
_UNIT = r"(?!\s?(?:€|%|e\b|eur|mk\b|kpl\b|st\b|mmk\b))"
_ENDS = r"(?!\d|[.,: \u00a0-]\d|/\d{1,4}(?![ \d]))"
FOREIGN = re.compile(
    rf"(?<![\w+])(?:\+ ?|00(?=358))[1-9](?:[ \u00a0()-]{{0,3}}\d){{6,13}}(?!\d){_UNIT}"
)
NATIONAL = re.compile(
    r"(?<![\w/.,=#%§+-])(?<!\d[ \u00a0:])(?:\(0\d{1,3}\)|0\d{1,3})(?:[ \u00a0-]?\d{2,12}){1,4}"
    rf"{_ENDS}{_UNIT}"
)
LABELLED = re.compile(
    r"(?<!\w)(?:puh|puhelin|puhelinnumero|tel|telefon|tfn|gsm|mobil|phone|matkapuhelin)[.:]{0,2}\s?"
    r"((?:\(0\d{1,3}\)|0\d)(?:[ \u00a0./-]{0,2}\d){5,10})(?!\d)",
    re.I,
)
# 05-08-2025, and years in a row of a table: 08 2025 2026.
DATE = re.compile(r"\d{1,2}(?:[ \u00a0-]\d{1,2})?(?:[ \u00a0-](?:19|20)\d\d)+(?!\d)")
# A region's code has two digits, or three where it begins with 01; no such number is grouped
# like this: 023 825 132.
TORN = re.compile(r"0[2-9]\d[ \u00a0-]")
# Postal codes in a row: 02100 02130.
CODES = re.compile(r"\d{5}(?:[ \u00a0-]\d{5})+")


def telephones(text: str) -> Iterator[tuple[int, int]]:
    """Where the numbers begin and end, 0-based; one may be found twice."""
    for pattern in (FOREIGN, LABELLED, NATIONAL):
        for match in pattern.finditer(text):
            group = pattern.groups
            if _is_telephone(match[group]):
                yield match.span(group)


def _is_telephone(number: str) -> bool:
    if DATE.match(number) or CODES.fullmatch(number):
        return False
    if sum(character.isdigit() for character in number) not in DIGITS:
        return False
    try:
        parsed = phonenumbers.parse(number, REGION)
    except phonenumbers.NumberParseException:
        return False
    if not phonenumbers.is_valid_number(parsed):
        return False
    kind = phonenumbers.number_type(parsed)
    is_torn = kind == PhoneNumberType.FIXED_LINE and TORN.match(number)
    return kind in TYPES and not is_torn
