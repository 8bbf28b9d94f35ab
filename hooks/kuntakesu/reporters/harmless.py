"""Texts of strangers on their way to a terminal or into a host's log.

A terminal obeys escape sequences, and signs that turn the direction of writing hide what a line
says. The host that runs the checks obeys lines that begin with `::` after any spaces, and `##[`
wherever it stands.
"""

from __future__ import annotations

import re

SHOWN = "\ufffd"
KEPT = "\n\u00a0"
COMMAND = re.compile(r"^(\s*)(?=::)|(?<=##)(?=\[)", re.MULTILINE)
RAW = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)


def printable(text: str) -> str:
    """The text with a mark for each sign that is not there to be seen, so that places stay."""
    return text if text.isprintable() else "".join(map(_shown, text))


def harmless(text: str) -> str:
    r"""Lines for a terminal and a log: printable, and no command, `\::`."""
    return COMMAND.sub(lambda found: f"{found[0]}\\", printable(text))


def escaped_json(text: str) -> str:
    r"""JSON in which such signs are escapes, `\u202e`."""
    return RAW.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _shown(sign: str) -> str:
    if sign.isprintable() or sign in KEPT:
        return sign
    return " " if sign == "\t" else SHOWN
