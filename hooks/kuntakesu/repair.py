"""Ways to mend a line that makes the front matter unreadable, each tried before it is offered."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kuntakesu.fields import all_fields
from kuntakesu.front_matter import FENCE, Fault, read_front_matter

KEY = r"(\s*(?:- )?[A-Za-z_][\w-]*:)"
KEYS = frozenset(key.rpartition(".")[2] for key, _ in all_fields())
LIST = re.compile(r"(?:[&!]\S*\s+)?[\[{].*[\]}]")
CLOSING = {"[": "]", "{": "}"}
LONGEST = 2000


@dataclass(frozen=True)
class Repair:
    """A line that makes the front matter readable, at least up to a later line.

    Attributes:
        problem: What was wrong: `tab`, `quote`, `bracket`, `bare` (a key without a colon),
            `space`, `indent` or `value` (one that must be in quotation marks).
        line: 1-based number of the line to be changed.
        text: The line as it should be.
    """

    problem: str
    line: int
    text: str


def repair(lines: tuple[str, ...], fault: Fault) -> Repair | None:
    """The first way of changing one line by which the fault goes away, or None."""
    end = next((number for number, line in enumerate(lines[1:], 2) if line.rstrip() == FENCE), 0)
    for number in _suspects(lines, fault, end):
        if len(lines[number - 1]) > LONGEST:
            continue
        for problem, mend in WAYS.items():
            text = mend(lines[number - 1], _before(lines, number))
            if text and _helps(lines[: end + 1], fault, Repair(problem, number, text)):
                return Repair(problem, number, text)
    return None


def _suspects(lines: tuple[str, ...], fault: Fault, end: int) -> Iterator[int]:
    """The lines that may have caused the fault, the likeliest first."""
    found = [fault.span.line]
    if fault.begun and fault.begun.line > 2:
        found.insert(0, fault.begun.line)
    elif fault.begun:
        found.append(fault.begun.line)
    above = range(min(fault.span.line, len(lines)) - 1, 1, -1)
    found += [next((number for number in above if lines[number - 1].strip()), 0)]
    yield from (number for number in dict.fromkeys(found) if 1 < number < end)


def _before(lines: tuple[str, ...], number: int) -> str:
    """The last line before a line that is not empty."""
    return next((line for line in reversed(lines[1 : number - 1]) if line.strip()), "")


def _helps(lines: tuple[str, ...], fault: Fault, tried: Repair) -> bool:
    changed = (*lines[: tried.line - 1], tried.text, *lines[tried.line :])
    left = read_front_matter(changed).fault
    return left is None or (left.span.line > tried.line and left.span != fault.span)


def _spaces_for_tabs(line: str, _before: str) -> str:
    indent = line[: len(line) - len(line.lstrip())]
    mended = indent.replace("\t", "  ") + line.lstrip()
    return mended if mended != line and re.match(rf"{KEY}|\s*- ", line) else ""


def _close_quote(line: str, _before: str) -> str:
    match = re.fullmatch(rf"{KEY}\s+([\"'])(.*?)\s*", line)
    if match is None or match[2] in match[3]:
        return ""
    return f"{match[1]} {match[2]}{match[3]}{match[2]}"


def _close_bracket(line: str, _before: str) -> str:
    match = re.fullmatch(rf"{KEY}\s+([\[{{])([^\[\]{{}}]*?),?\s*", line)
    return f"{match[1]} {match[2]}{match[3]}{CLOSING[match[2]]}" if match else ""


def _space_after_colon(line: str, _before: str) -> str:
    match = re.fullmatch(rf"{KEY}(\S.*)", line)
    return f"{match[1]} {match[2]}" if match else ""


def _colon_after_key(line: str, _before: str) -> str:
    match = re.fullmatch(r"(\s*)(\w+)(?:\s*=\s*|\s+)(\S.*)", line)
    return f"{match[1]}{match[2]}: {match[3]}" if match and match[2] in KEYS else ""


def _indent_as_before(line: str, before: str) -> str:
    indent = before[: len(before) - len(before.lstrip())]
    mended = indent + line.lstrip()
    return mended if mended != line and re.match(KEY, line) else ""


def _quote_value(line: str, _before: str) -> str:
    match = re.fullmatch(rf"({KEY}|\s*-)\s+(\S.*?)\s*", line)
    if match is None:
        return ""
    if LIST.fullmatch(match[3]):
        return f"{match[1]} {_quote_items(match[3])}" if "?" in match[3] else ""
    return f"{match[1]} {_quoted(match[3])}"


def _quote_items(written: str) -> str:
    """A list whose items with a question mark, which ends a bare item, are in quotation marks."""
    items = (item.strip() for item in written[1:-1].split(","))
    mended = (_quoted(item) if "?" in item else item for item in items)
    return f"{written[0]}{', '.join(mended)}{written[-1]}"


def _quoted(value: str) -> str:
    inner = value[1:-1] if value[0] in "\"'" and value[0] == value[-1] else value
    if '"' in inner or "\\" in inner:
        return "'" + inner.replace("'", "''") + "'"
    return f'"{inner}"'


WAYS: dict[str, Callable[[str, str], str]] = {
    "tab": _spaces_for_tabs,
    "quote": _close_quote,
    "bracket": _close_bracket,
    "bare": _colon_after_key,
    "space": _space_after_colon,
    "indent": _indent_as_before,
    "value": _quote_value,
}
