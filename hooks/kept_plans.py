"""Reads plans, each text once: what was made of it is kept between builds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from deadline import limited
from kuntakesu.check import alone
from kuntakesu.digest import Digest
from kuntakesu.memory import Key, key_of
from kuntakesu.reader import Reader, given_up
from kuntakesu.search.documents import document_key
from kuntakesu.source import Source
from kuntakesu.submission import Submission
from kuntakesu.vocabulary.register import Register
from reading_beside import read_beside
from store import Store

# A process that reads beside this one needs half a second to begin.
FEW = 100


class KeptReader(Reader):
    """Reads files that nobody has read before, and remembers the others."""

    def __init__(self, register: Register, store: Store, words: Path | None = None) -> None:
        """Take what files are read with.

        Args:
            register: The municipalities.
            store: The memory for plans.
            words: The file of the memory for words, where those of plans are wanted as well.
        """
        super().__init__(register, limited)
        self._store = store
        self._words = words

    def read(self, source: Source) -> Submission:
        """Read a file as far as it can be read, and say what is wrong with it alone."""
        if known := self._store.recall(digest_key(source), Digest):
            return known.submission(source)
        submission = super().read(source)
        findings = limited(lambda: alone(submission, self.register))
        if findings is None:
            return given_up(source)
        if digest := Digest.of(submission, findings):
            self._store.keep(digest_key(source), digest)
        return replace(submission, findings=findings)

    def read_all(self, sources: Iterable[Source]) -> Iterator[Submission]:
        """Read many files, in their order."""
        ordered = list(sources)
        unknown = [source for source in ordered if not source.fault and self._is_new(source)]
        if len(unknown) > FEW:
            tasks = [(source, self._store.raw(digest_key(source))) for source in unknown]
            for source, digest, words in read_beside(tasks, self._words):
                self._store.keep_raw(digest_key(source), digest)
                if words:
                    self._store.keep_raw(_words_key(source), words)
        return map(self.read, ordered)

    def _is_new(self, source: Source) -> bool:
        has = self._store.has
        return not (has(digest_key(source)) and (not self._words or has(_words_key(source))))


def digest_key(source: Source) -> Key:
    """By which a file's digest is kept."""
    return key_of("digest", source.path, source.text)


def _words_key(source: Source) -> Key:
    return document_key(source.name, source.text.encode())
