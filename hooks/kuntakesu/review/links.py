"""Web addresses that lead out of the catalogue, and a report on those that do not answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kuntakesu.languages import words
from kuntakesu.review.quoting import bounded, plain, quoted

MARKER = "<!-- kuntakesu: linkit, länkar, links -->"
ADDRESS = re.compile(r"https?://[^\s<>\"'`\\{}|^]+")
TRAILING = ".,;:!?*_"
# Reserved for examples, or this very machine.
INVENTED = re.compile(
    r"https?://(?:[^/]*\.)?(?:example\.(?:fi|org|com|net)|127\.0\.0\.1|localhost)\b"
)
LANGUAGES = ("fi", "en")
MOST_IN_A_LANGUAGE = 25_000


@dataclass(frozen=True)
class Answer:
    """What came of asking for an address.

    Attributes:
        state: `works`, `gone` (it is certain that nobody will find it) or `unsure`.
        told: What the server, or the way to it, said.
    """

    state: str
    told: str = ""


def outside_links(text: str) -> Iterator[tuple[str, int]]:
    """Each web address of a text with the number of its line."""
    for number, line in enumerate(text.split("\n"), 1):
        for match in ADDRESS.finditer(line):
            address = _whole(match[0])
            if not INVENTED.match(address):
                yield address, number


def link_report(answers: Mapping[str, Answer], places: Mapping[str, Iterable[str]]) -> str:
    """The report as Markdown: its first line alone where nothing is gone.

    Args:
        answers: By address.
        places: By address, the files and lines where it stands.
    """
    gone, unsure = (
        sorted(address for address, answer in answers.items() if answer.state == state)
        for state in ("gone", "unsure")
    )
    lines = [MARKER]
    for language in LANGUAGES if gone else ():
        chosen = words(language)
        lines += [
            f"# {plain(chosen('review.links.title'))}",
            "",
            plain(chosen("review.links.text")),
        ]
        told = (_line(one, answers[one], places[one]) for one in gone)
        lines += ["", *bounded(told, MOST_IN_A_LANGUAGE, chosen), ""]
        if unsure:
            lines += [plain(chosen("review.links.unsure", count=len(unsure))), ""]
    return "\n".join(lines).rstrip() + "\n"


def _line(address: str, answer: Answer, places: Iterable[str]) -> str:
    shown = ", ".join(quoted(place) for place in list(places)[:3])
    return f"- {quoted(address)} ({quoted(answer.told)}): {shown}"


def _whole(address: str) -> str:
    """The address without what ends the sentence or the link around it."""
    while True:
        shorter = address.rstrip(TRAILING)
        if shorter.endswith(")") and shorter.count("(") < shorter.count(")"):
            shorter = shorter[:-1]
        if shorter == address:
            return address
        address = shorter
