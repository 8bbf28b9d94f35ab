"""Who approved a plan, when and by which decision, and whether anybody has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

Found = dict[str, tuple[str, str]]

DATE = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)(?!\d)")
# § 25 or 25 §, but no year before it: 12.3.2027 § 25.
SECTION = re.compile(r"(?<![\d.])\d{1,3}\s?§(?!\s?\d{1,3}(?![\d.]))|§\s?\d{1,4}(?![\d.])")
# A body's name in any case: the beginning that stays, and how the nominative goes on.
BODIES = (
    (re.compile(r"((?:[\w-]+- (?:ja|sekä) )?[\w-]*lautakun)(?:ta|na|ta|nassa|nan|nalle)\b"), "ta"),
    (re.compile(r"([\w-]*valtuusto)(?:n|ssa|lle)?\b"), ""),
    (re.compile(r"([\w-]*hallitu)(?:s|ksen|ksessa|kselle)\b"), "s"),
    (re.compile(r"([\w-]*jaosto)(?:n|ssa|lle)?\b"), ""),
    (re.compile(r"([\w-]*johtokun)(?:ta|nan|nassa|nalle)\b"), "ta"),
    (re.compile(r"([\w-]*nämnden(?: för [\w-]+(?:(?:,| och) [\w-]+)*)?)"), ""),
    (re.compile(r"([\w-]*(?:fullmäktige|styrelsen|direktionen|sektionen))\b"), ""),
    (re.compile(r"((?:[A-Z][\w-]+ (?:and |of |for )*)*(?:Committee|Board|Council))\b"), ""),
)
APPROVED = re.compile(r"hyväksy|vahvist|godkän|fastställ|antag|approved|adopted", re.I)
PROPOSED = re.compile(r"\b(?:ehdotus|esitys|förslag|proposal)", re.I)
DRAFT = re.compile(r"\b(?:luonno|utkast|draft)", re.I)


def approval(lines: Mapping[int, str]) -> tuple[Found, tuple[int, ...]]:
    """The approval that one of the lines tells, and that line's number.

    It is a line with a body, and a date or a section of minutes; the word for approving makes
    up for one of them.
    """
    for number, text in lines.items():
        body, day, section = _body(text), _day(text), SECTION.search(text)
        told = [bool(body), bool(day or section), bool(APPROVED.search(text))]
        if sum(told) < 2 or not (day or section):
            continue
        found = {"approved.date": day, "approved.body": body}
        found["approved.decision"] = section[0] if section else ""
        return {key: (value, text) for key, value in found.items() if value}, (number,)
    return {}, ()


def standing(title: str, lines: Mapping[int, str], decided: Found) -> Found:
    """Whether the plan is approved, proposed or a draft; nothing where the text doesn't say."""
    told = next((told for _, told in decided.values()), "")
    if told:
        return {"status": ("approved", told)}
    cover = [title, *list(lines.values())[:10]]
    for status, words in (("draft", DRAFT), ("proposed", PROPOSED)):
        if found := next((text for text in cover if words.search(text)), ""):
            return {"status": (status, found)}
    return {}


def _body(text: str) -> str:
    for pattern, ending in BODIES:
        if match := pattern.search(text):
            name = match[1] + ending
            return name[0].upper() + name[1:]
    return ""


def _day(text: str) -> str:
    match = DATE.search(text)
    if not match:
        return ""
    try:
        return date(int(match[3]), int(match[2]), int(match[1])).isoformat()
    except ValueError:
        return ""
