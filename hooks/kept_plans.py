"""Reads plans, each text once: what was made of it is kept between builds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path

from deadline import limited
from kuntakesu.body import Body
from kuntakesu.check import alone
from kuntakesu.digest import Digest
from kuntakesu.memory import Key, key_of
from kuntakesu.plan import Text, WholeText
from kuntakesu.reader import Reader, given_up
from kuntakesu.search.documents import document_key
from kuntakesu.source import Source, read_source
from kuntakesu.submission import Submission
from kuntakesu.vocabulary.register import Register
from reading_beside import Task, read_beside
from store import Store

# A process that reads beside this one needs half a second to begin.
FEW = 100
# Plans that follow each other are looked at one after the other, some of them together.
NEAR = 32


@dataclass(frozen=True)
class KeptText:
    """A plan's text that is fetched whenever somebody looks at it; see `plan.Text`."""

    fetch: Callable[[], Text]

    @property
    def body(self) -> Body:
        """What the plan says below its front matter."""
        return self.fetch().body

    @property
    def source(self) -> bytes:
        """The whole file, in UTF-8."""
        return self.fetch().source


class KeptReader(Reader):
    """Reads files that nobody has read before, and remembers the others."""

    def __init__(
        self, register: Register, store: Store, root: Path, words: Path | None = None
    ) -> None:
        """Take what files are read with.

        Args:
            register: The municipalities.
            store: The memory for plans.
            root: The checkout in which the files lie.
            words: The file of the memory for words, where those of plans are wanted as well.
        """
        super().__init__(register, limited)
        self._store = store
        self._root = root
        self._words = words
        self._fetched = lru_cache(NEAR)(self._fetch)

    def read(self, source: Source) -> Submission:
        """Read a file as far as it can be read, and say what is wrong with it alone."""
        known, text = self._store.recall(digest_key(source), Digest), self._text(source)
        if known and text:
            return known.submission(source, text)
        submission = super().read(source)
        findings = limited(lambda: alone(submission, self.register))
        if findings is None:
            return given_up(source)
        if submission.plan and (digest := Digest.of(submission, findings)):
            self._store.keep(digest_key(source), digest)
            self._store.keep(text_key(source), submission.plan.text)
        return replace(submission, findings=findings)

    def read_all(self, sources: Iterable[Source]) -> Iterator[Submission]:
        """Read many files, in their order."""
        ordered = list(sources)
        unknown = [source for source in ordered if not source.fault and self._is_new(source)]
        if len(unknown) > FEW:
            for source, made in read_beside(map(self._task, unknown), self._words):
                self._store.keep_raw(digest_key(source), made.digest)
                self._store.keep_raw(text_key(source), made.text)
                if made.words:
                    self._store.keep_raw(_words_key(source), made.words)
        return map(self.read, ordered)

    def _task(self, source: Source) -> Task:
        digest, text = (self._store.raw(key(source)) for key in (digest_key, text_key))
        return Task(source, digest, text)

    def _text(self, source: Source) -> Text | None:
        key = text_key(source)
        if not self._store.has(key):
            return None
        return KeptText(partial(self._fetched, key, source.path, source.digest))

    def _fetch(self, key: Key, path: str, digest: str) -> Text:
        if kept := self._store.recall(key, WholeText):
            return kept
        again = super().read(read_source(self._root / path, path)).plan
        if again is None or again.digest != digest:
            raise OSError(f"{path}: it was changed while the site was built; build once more")
        return again.text

    def _is_new(self, source: Source) -> bool:
        keys = (digest_key, text_key, *([_words_key] if self._words else []))
        return not all(self._store.has(key(source)) for key in keys)


def digest_key(source: Source) -> Key:
    """By which a file's digest is kept."""
    return key_of("digest", source.path, source.digest)


def text_key(source: Source) -> Key:
    """By which a plan's text is kept."""
    return key_of("text", source.path, source.digest)


def _words_key(source: Source) -> Key:
    return document_key(source.name, source.digest)
