"""Reads plans, each text once: what was made of it is kept between builds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from errno import EBUSY
from functools import lru_cache, partial
from itertools import starmap
from pathlib import Path

from deadline import limited
from kuntakesu.body import Body
from kuntakesu.digest import Digest
from kuntakesu.memory import Key, key_of
from kuntakesu.plan import Text, WholeText
from kuntakesu.reader import PlanFile, Reader
from kuntakesu.search.documents import document_key
from kuntakesu.source import Source, decode
from kuntakesu.submission import Submission
from kuntakesu.vocabulary.register import Register
from reading_beside import Made, Task, examined, file_key, read_beside, unchanged
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
        self._fetched = lru_cache(NEAR)(self._fetch)

    def read_all(self, files: Iterable[PlanFile]) -> Iterator[Submission]:
        """Read many files as far as they can be read, and say what is wrong with each alone."""
        keyed = [(file, file_key(file.path, file.raw())) for file in files]
        known = {file.path: self._known(file, key) for file, key in keyed}
        unknown = [(file, key) for file, key in keyed if key and self._is_new(known[file.path])]
        if len(unknown) > FEW:
            for key, made in read_beside(starmap(self._task, unknown), self._words):
                self._keep(key, made)
        return (known[file.path] or self._read(file, key) for file, key in keyed)

    def _read(self, file: PlanFile, key: Key) -> Submission:
        if kept := self._known(file, key):
            return kept
        raw = file.raw()
        key, source = file_key(file.path, raw), decode(raw, file.path) if raw else file.read()
        submission = examined(source, self)
        if submission.plan and (digest := Digest.of(submission)):
            self._store.keep(digest_key(key), digest)
            self._store.keep(text_key(key), submission.plan.text)
        return submission

    def _known(self, file: PlanFile, key: Key) -> Submission | None:
        digest = self._store.recall(digest_key(key), Digest) if key else None
        if digest is None or not self._store.has(text_key(key)):
            return None
        text = KeptText(partial(self._fetched, file, key))
        return digest.submission(file.path, partial(_read_again, file, key), text)

    def _is_new(self, known: Submission | None) -> bool:
        if known is None or self._words is None:
            return known is None
        return not self._store.has(document_key(known.source.name, known.source.digest))

    def _task(self, file: PlanFile, key: Key) -> Task:
        return Task(file, key, *(self._store.raw(of(key)) for of in (digest_key, text_key)))

    def _keep(self, key: Key, made: Made) -> None:
        self._store.keep_raw(digest_key(key), made.digest)
        self._store.keep_raw(text_key(key), made.text)
        if made.words:
            self._store.keep_raw(document_key(made.name, made.sum), made.words)

    def _fetch(self, file: PlanFile, key: Key) -> Text:
        if kept := self._store.recall(text_key(key), WholeText):
            return kept
        again = self.read(_read_again(file, key)).plan
        if again is None:
            raise _changed(file)
        return again.text


def _read_again(file: PlanFile, key: Key) -> Source:
    if source := unchanged(file, key):
        return source
    raise _changed(file)


def _changed(file: PlanFile) -> OSError:
    return OSError(EBUSY, "changed while the site was built; build once more", file.path)


def digest_key(key: Key) -> Key:
    """By which the digest of a file with that key is kept."""
    return key_of("digest", key)


def text_key(key: Key) -> Key:
    """By which the text of a plan whose file has that key is kept."""
    return key_of("text", key)
