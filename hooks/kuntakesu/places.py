"""Where the texts that a document holds stand in the lines that it was made of."""

from __future__ import annotations

import html
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from kuntakesu.diagnostics import Span

EMPTY_ADDRESS = "]()"
# Each of these searches may go through the whole body.
MOST_SEARCHES = 100
# No source has such characters (`source.CONTROL`), so no text is found across them.
CODE = b"\x01"
TAKEN = b"\x02"


class Places:
    """Finds texts in a body, outside `code` and never where another has been found.

    The same text is looked for once more behind its last place. Of different texts the first
    hundred are looked for from the start, in whatever order the document has them; those that
    follow, behind the one found before. What was written with entities (`&#58;`) is found with
    its whole line.
    """

    def __init__(self, lines: Sequence[str], first_line: int) -> None:
        self._lines = lines
        self._first = first_line
        written = [line.encode() for line in lines]
        self._starts = [0, *accumulate(len(line) + 1 for line in written)]
        self._text = bytearray(b"\n".join(map(_without_code, written)))
        self._ends: dict[str, int] = {}
        self._decoded_lines: dict[str, Span | None] = {}
        self._onward = 0

    def of(self, texts: Iterable[str]) -> Iterator[tuple[str, Span | None]]:
        """Each of the texts with its place, or None where it can't be found."""
        for text in texts:
            wanted = text.partition("\n")[0] or EMPTY_ADDRESS
            yield text, self._next(text, wanted.encode()) or self._decoded_line(wanted)

    def _next(self, text: str, wanted: bytes) -> Span | None:
        start = self._text.find(wanted, self._begin(text))
        if start < 0:
            self._ends[text] = len(self._text)
            return None
        self._ends[text] = self._onward = end = start + len(wanted)
        self._text[start:end] = TAKEN * len(wanted)
        return self._span(start, len(wanted.decode()))

    def _begin(self, text: str) -> int:
        if text in self._ends or len(self._ends) < MOST_SEARCHES:
            return self._ends.get(text, 0)
        return self._onward if len(self._decoded_lines) < MOST_SEARCHES else len(self._text)

    def _span(self, start: int, length: int) -> Span:
        index = bisect_right(self._starts, start) - 1
        before = self._lines[index].encode()[: start - self._starts[index]]
        column = len(before.decode()) + 1
        return Span(self._first + index, column, column + length)

    def _decoded_line(self, wanted: str) -> Span | None:
        found = self._decoded_lines
        if wanted not in found:
            found[wanted] = self._find_decoded(wanted) if len(found) < MOST_SEARCHES else None
        return found[wanted]

    def _find_decoded(self, wanted: str) -> Span | None:
        place = self._decoded.find(wanted)
        if place < 0:
            return None
        index = self._decoded.count("\n", 0, place)
        return Span(self._first + index, 1, len(self._lines[index]) + 1)

    @cached_property
    def _decoded(self) -> str:
        return "\n".join(html.unescape(line).replace("\n", " ") for line in self._lines)


def _without_code(line: bytes) -> bytes:
    parts = line.split(b"`")
    parts[1::2] = (CODE * len(part) for part in parts[1::2])
    return b"`".join(parts)
