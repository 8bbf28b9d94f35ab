"""Texts that must not be repeated, covered wherever they stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

SIGN = "•"
# Places are looked at closely only where a secret's first characters stand.
START = 4


class Mask:
    """Covers secrets, in a time that grows with the text and not with how many secrets there are.

    The longest secret that begins at a place is among the sorted secrets the last one that is not
    behind the text from there, or one that this one begins with.
    """

    def __init__(self, secrets: Iterable[str]) -> None:
        self._secrets = sorted(filter(None, set(secrets)))
        self._longest = max(map(len, self._secrets), default=0)
        self._starts = {secret[:START] for secret in self._secrets}
        self._lengths = sorted({len(start) for start in self._starts})
        self._shorter = dict(_beginnings(self._secrets))
        self._done: dict[str, str] = {}

    def cover(self, text: str) -> str:
        """The text with a dot for each character of a secret, so that places stay where they are.

        Where secrets overlap, all of each is covered.
        """
        if not self._secrets:
            return text
        if text not in self._done:
            self._done[text] = self._covered(text)
        return self._done[text]

    def _covered(self, text: str) -> str:
        pieces: list[str] = []
        written = end = 0  # up to where the text is taken over, and where the last secret ends
        for place in range(len(text)):
            if not (length := self._length(text, place)):
                continue
            if place > end:
                pieces += [SIGN * (end - written), text[end:place]]
                written = place
            end = max(end, place + length)
        return "".join([*pieces, SIGN * (end - written), text[end:]])

    def _length(self, text: str, place: int) -> int:
        """How long the longest secret is that begins at a place; 0 where none does."""
        if not any(text[place : place + length] in self._starts for length in self._lengths):
            return 0
        rest = text[place : place + self._longest]
        index = bisect_right(self._secrets, rest) - 1
        secret = self._secrets[index] if index >= 0 else ""
        while secret and not rest.startswith(secret):
            secret = self._shorter[secret]
        return len(secret)


def _beginnings(secrets: list[str]) -> Iterable[tuple[str, str]]:
    """Each secret with the longest other one that it begins with, or an empty text."""
    open_ones: list[str] = []
    for secret in secrets:
        while open_ones and not secret.startswith(open_ones[-1]):
            open_ones.pop()
        yield secret, open_ones[-1] if open_ones else ""
        open_ones.append(secret)
