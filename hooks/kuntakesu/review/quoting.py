"""Texts of strangers, and ours, written so that GitHub's Markdown shows them and does no more.

A stranger's text could mention people, link, load a picture, close a quotation or begin HTML.
Every sign that Markdown or its extensions give a meaning is written as a character reference,
which they do not; mentions and references to issues are made later, of the finished page, but
never within `<code>`. So what is not ours stands within `<code>`, and nothing else does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kuntakesu.diagnostics import Diagnostic
from kuntakesu.languages import Words
from kuntakesu.published import PATH, Remark
from kuntakesu.reporters import sentence

LONGEST = 160
MOST_LINES = 8
# All that is harmless anywhere, and what besides is so in our own sentences, which link nowhere.
PLAIN = re.compile(r"[^\W_]| ")
OURS = re.compile(r"[^\W_]|[- .,:;!?()/'\"–”“…]")
SLOT = re.compile("\ue000(\\d+)\ue000")
# These turn the direction of what follows, or are not there to be seen.
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ue000-\uf8ff]")


def quoted(text: str) -> str:
    """A stranger's text; several lines stay so, and what is too long is cut."""
    lines = UNSEEN.sub("", text).rstrip().split("\n")
    shown = [_cut(line) for line in lines[:MOST_LINES]] + ["…"] * (len(lines) > MOST_LINES)
    return "<br>".join(f"<code>{_references(line) or '&nbsp;'}</code>" for line in shown)


def plain(text: str) -> str:
    """Our own text, such as has no Markdown in it; the lines of a list stay lines."""
    return "<br>".join(_references(line, OURS) for line in text.split("\n"))


def said(template: str, **arguments: str) -> str:
    """One of our texts whose `{placeholders}` are filled with Markdown that is finished."""
    slots = {name: f"\ue000{number}\ue000" for number, name in enumerate(arguments)}
    values = list(arguments.values())
    written = plain(template.format(**slots))
    return SLOT.sub(lambda match: values[int(match[1])], written)


def message(found: Diagnostic, language: str) -> str:
    """What was found, with what the author wrote quoted."""
    return _sentence(found, language, sentence.message)


def hint(found: Diagnostic, language: str) -> str:
    """How to mend it; empty where the message says all."""
    return _sentence(found, language, sentence.hint)


def remark(found: Remark, chosen: Words) -> str:
    """What is to be mended in the list of published addresses."""
    stated = {"path": PATH, "line": str(found.line), "text": found.text, "target": found.target}
    shown = {name: quoted(value) for name, value in stated.items()}
    return said(chosen.raw(f"published.{found.kind}"), **shown)


def bounded(lines: Iterable[str], most: int, chosen: Words) -> Iterator[str]:
    """As many of the lines as there is room for, and how many more there are."""
    left, more = most, 0
    for line in lines:
        left -= len(line) + 1
        if left < 0:
            more += not line.startswith(" ")
        else:
            yield line
    if more:
        yield f"- {plain(chosen('review.more', count=more))}"


def _sentence(found: Diagnostic, language: str, tell: sentence.Sentence) -> str:
    values = [one for one in found.arguments.values() if isinstance(one, str) and one]
    slots = {
        name: f"\ue000{values.index(one)}\ue000" if isinstance(one, str) and one else one
        for name, one in found.arguments.items()
    }
    written = plain(tell(replace(found, arguments=slots), language))
    return SLOT.sub(lambda match: quoted(values[int(match[1])]), written)


def _cut(line: str) -> str:
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"


def _references(line: str, harmless: re.Pattern[str] = PLAIN) -> str:
    """The line on which each sign that could do harm is a character reference."""
    line = "".join(sign if sign.isprintable() or sign == "\ue000" else " " for sign in line)
    found = "".join(
        sign if harmless.fullmatch(sign) or ord(sign) > 0xBF else f"&#{ord(sign)};" for sign in line
    )
    return re.sub("  +", lambda match: "&#160;" * len(match[0]), found).strip(" ")
