"""A plan names a municipality that does not exist.

A municipality is written with its Finnish or Swedish name in the basic form (Espoo, Esbo), or
with its three-digit code. A plan of several municipalities lists them all. The name of the
organiser, such as a joint authority, goes to `provider`.

Passes:

    municipality: Espoo

Fails:

    municipality: Espoon kaupunki
"""

from collections.abc import Iterator

from kuntakesu.diagnostics import Finding, Severity
from kuntakesu.languages import INTERFACE
from kuntakesu.lookalikes import in_latin
from kuntakesu.rules import Context
from kuntakesu.submission import Submission, read_place
from kuntakesu.suggest import closest, several, shown
from kuntakesu.vocabulary.names import fold, phrase
from kuntakesu.vocabulary.register import Register
from kuntakesu.vocabulary.stems import base_form

SEVERITY = Severity.ERROR
# Each takes some milliseconds, and a list may have thousands of values.
MOST_SUGGESTIONS = 100
JOINT_AUTHORITY = ("kuntayhtyma", "samkommun", "joint authority")
REGION_WORDS = frozenset({"maakunta", "maakunnan", "landskap", "landskapet", "region"})


def check(submission: Submission, context: Context) -> Iterator[Finding]:
    """Find municipalities that the register does not know."""
    register = context.register
    unknown = (
        stated
        for stated in submission.header.values.get("municipality", ())
        if not read_place(stated, submission.period, register)
    )
    for number, stated in enumerate(unknown):
        name = stated.text.strip()
        variant = _variant(name, register)
        is_asked = variant == "unknown" and number < MOST_SUGGESTIONS
        suggestion = _meant(name, register) if is_asked else ""
        yield Finding(stated.span, {"found": shown(name), "suggestion": suggestion}, variant)


def _variant(name: str, register: Register) -> str:
    """`joint` or `region` where the name is another body's, else `unknown`."""
    folded = fold(name)
    if any(word in folded for word in JOINT_AUTHORITY):
        return "joint"
    named = (fold(one.name(language)) for one in register.regions for language in INTERFACE)
    is_region = folded in named or not REGION_WORDS.isdisjoint(folded.split())
    return "region" if is_region else "unknown"


def _meant(name: str, register: Register) -> str:
    """The municipality meant, several of them as a list, or an empty string."""
    if name.isascii() and name.isdigit():
        place = register.current(name.zfill(3))
        return place.code if place else ""
    today, past = _names_today(register), _names_past(register)
    by_phrase = {phrase(one): one for one in (*past, *today)}
    parts = [base_form(part, by_phrase) for part in several(name)]
    if len(parts) > 1 and all(parts):
        return f"[{', '.join(parts)}]"
    plain = in_latin(name)
    if plain != name and register.current(plain):
        return plain
    return base_form(name, by_phrase) or closest(name, today) or closest(name, past)


def _names_today(register: Register) -> tuple[str, ...]:
    """All names in use, the Sámi and Swedish ones first, so that the Finnish ones prevail."""
    sami = [name for one in register.municipalities for _, name in one.names_sami]
    swedish = [one.name_sv for one in register.municipalities]
    return (*sami, *swedish, *(one.name_fi for one in register.municipalities))


def _names_past(register: Register) -> tuple[str, ...]:
    names = (name for one in register.former for name in (one.name_sv, one.name_fi))
    return tuple(name for name in names if name)
