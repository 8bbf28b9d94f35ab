"""Finnish words, read by Voikko's transducer in its pure-Python wrapper pyvoikko.

A noun in -minen and a participle go to their verb (kehittäminen, kehitetty, kehittää), so that
they find each other. A word that Voikko does not know is taken as a compound whose end it knows,
or is stemmed.
"""

from __future__ import annotations

import functools
import importlib
import re
from collections.abc import Iterator, Sequence
from types import ModuleType
from typing import TYPE_CHECKING

import snowballstemmer

from kuntakesu.search.reading import Reading, plain, reading

if TYPE_CHECKING:
    from pyvoikko.analysis import VoikkoAnalysis

_LONGEST = 48
"""Letters of the longest word that is analysed; no real one is longer."""
_SHORTEST_START, _SHORTEST_END = 3, 5
"""Letters of an unknown beginning, and of the known word after it."""
_LONGEST_CHAIN = 4
"""Parts of the longest compound whose neighbouring parts are put together."""

_SAYS_NOTHING = "etuliite"
# Many of these are adjectives of their own: kestävä, toimiva.
_ADJECTIVE_TOO = "present_active"
_CAN_END = {"nimisana", "laatusana", "nimisana_laatusana"}
# Exclamations and people's names, imperatives, "my" and "your", the agent participle (suunnitelma
# laatima): a reading of this kind counts only where there is no other.
_ODD = re.compile(r"\[(?:Lh|Les|Lee|Tk|O[12]y|Rm)\]")
# The participles that go to their verb; the negative one (-maton) does not.
_OF_VERB = re.compile(r"\[R[avutm]\]|\[Ll\]v\[Xj\]")


def read(form: str) -> Reading:
    """The reading of a form in lower case."""
    kept = _analyses(form)
    if not kept:
        return _guessed(form)
    return reading(_lemmas(kept), (part for one in kept for part in _parts(one)))


def cut(form: str) -> tuple[str, str] | None:
    """A compound in lower case, as written, cut after its first part; None for no compound."""
    for one in _analyses(form):
        if one.COMPOUND_PARTS:
            start = len(one.COMPOUND_PARTS[0].FORM)
            return form[:start], form[start:]
    return None


def _lemmas(analyses: Sequence[VoikkoAnalysis]) -> list[str]:
    adjectives = {_bare(one.BASEFORM) for one in analyses if one.PARTICIPLE == _ADJECTIVE_TOO}
    return sorted({_lemma(one) for one in analyses} | adjectives)


@functools.lru_cache(maxsize=1024)
def _analyses(form: str) -> tuple[VoikkoAnalysis, ...]:
    """The likeliest analyses: no odd one beside another, and those of the fewest parts."""
    if len(form) > _LONGEST:
        return ()
    found = sorted(_voikko().analyse(form), key=lambda one: (*_rank(one), one.FSTOUTPUT))
    return tuple(one for one in found if _rank(one) == _rank(found[0]))


@functools.cache
def _voikko() -> ModuleType:
    """The analyser, which fills a quarter of a gigabyte when it is imported: not before a word."""
    return importlib.import_module("pyvoikko")


def _rank(analysis: VoikkoAnalysis) -> tuple[bool, int]:
    return bool(_ODD.search(analysis.FSTOUTPUT)), len(analysis.COMPOUND_PARTS or ())


def _lemma(analysis: VoikkoAnalysis) -> str:
    """The base form, or that of the verb for a participle."""
    output = analysis.FSTOUTPUT
    last = output.rpartition("[Bc]")[2]
    if _OF_VERB.search(last) and last.count("[L") > 1:
        verb = _voikko().analysis.VoikkoAnalysis.from_voikko_analysis(output[: output.rindex("[L")])
        if verb.CLASS == "teonsana":
            return _bare(verb.BASEFORM)
    return _bare(analysis.BASEFORM)


def _bare(base: str) -> str:
    """A base form without Voikko's sign between the parts of a word that it knows as a whole."""
    return base.replace("=", "").lower()


def _parts(analysis: VoikkoAnalysis) -> Iterator[str]:
    """Each part, and neighbouring parts together: koulutus, kuntayhtymä, kunta, yhtymä."""
    parts = analysis.COMPOUND_PARTS or []
    longest = len(parts) - 1 if len(parts) <= _LONGEST_CHAIN else 1
    for start in range(len(parts)):
        for end in range(min(start + longest, len(parts)), start, -1):
            before = "".join(part.FORM for part in parts[start : end - 1])
            if before or parts[start].CLASS != _SAYS_NOTHING:
                yield before + _lemma(parts[end - 1])


def _guessed(form: str) -> Reading:
    """The reading of an unknown form: its stems, and as a compound with a known end."""
    stems = _stems(plain(form))
    last = len(form) - _SHORTEST_END if len(form) <= _LONGEST else 0
    for at in range(_SHORTEST_START, last + 1):
        start, ends = form[:at], [one for one in _analyses(form[at:]) if one.CLASS in _CAN_END]
        if ends:
            lemmas = _lemmas(ends)
            parts = [*lemmas, *(part for one in ends for part in _parts(one))]
            wholes = [start + lemma for lemma in lemmas]
            return reading([wholes[0], *stems[-1:], *wholes[1:]], [plain(start), *parts])
    return reading(stems)


@functools.cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("finnish")


def _stems(folded: str) -> list[str]:
    """The stem of a folded form, and what is left when it is stemmed until nothing more goes.

    The first is what the browser makes of a word that it never saw; the other brings forms
    together: `omnian` gives `omnia` and `omn`, which is what `omnia` gives.
    """
    stems = [folded]
    while (stem := str(_stemmer().stemWord(stems[-1]))) not in stems:
        stems.append(stem)
    return list(dict.fromkeys([*stems[1:2], stems[-1]]))
