"""Makes the history of the plans out of what is remembered of their files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from kuntakesu.history.difference import Draft, difference
from kuntakesu.history.record import Life, Moment, Record, lives
from kuntakesu.history.version import Deed, History, Version
from kuntakesu.plan import Period
from kuntakesu.render import Renderer
from kuntakesu.source import Source, decode
from kuntakesu.submission import read_place
from kuntakesu.vocabulary.register import Register
from kuntakesu.vocabulary.terms import themes

SUFFIX = ".md"
# So many files are asked for at once: few questions, and never all contents in memory.
AT_ONCE = 400


def read_history(record: Record | None, files: Iterable[Source], register: Register) -> History:
    """The history of all plans.

    Args:
        record: What is remembered, or None where nothing is.
        files: The files of the plans that are published today.
        register: The municipalities that plans name.
    """
    today = {source.name: source for source in files}
    teller = _Teller(register)
    if record is None:
        return History(plans={name: (_first(source),) for name, source in today.items()})
    plans: dict[str, tuple[Version, ...]] = {}
    changes: list[tuple[int, Version]] = []
    for life, contents in _with_contents(record):
        told = teller.tell(life, contents)
        name = life[-1].after and _name(life[-1].after)
        if name in today:
            told.lead_to(name)
            plans[name] = teller.with_todays(told, today[name])
        changes += told.versions
    plans |= {name: (_first(source),) for name, source in today.items() if name not in plans}
    changes.sort(key=lambda one: (-one[0], one[1].name, -one[1].number))
    return History(True, plans, tuple(version for _, version in changes))


def _with_contents(record: Record) -> Iterator[tuple[Life, Mapping[str, bytes]]]:
    waiting: list[Life] = []
    every = [life for life in lives(record) if any(map(_is_plan, life))]
    for life in every:
        waiting.append(life)
        if sum(map(len, waiting)) >= AT_ONCE or life is every[-1]:
            contents = record.read(one.identity for found in waiting for one in found if one.after)
            yield from ((found, contents) for found in waiting)
            waiting = []


@dataclass
class _Told:
    """The versions of a file told so far.

    Attributes:
        versions: Each with the place of its commit.
        last: The text of the last one, where it is published.
    """

    versions: list[tuple[int, Version]] = field(default_factory=list)
    last: Draft | None = None
    is_public: bool = False

    @property
    def version(self) -> Version | None:
        return self.versions[-1][1] if self.versions else None

    def add(self, order: int, version: Version) -> None:
        self.versions.append((order, version))
        self.is_public = version.deed is not Deed.REMOVED

    def lead_to(self, name: str) -> None:
        self.versions = [(order, replace(one, heir=name)) for order, one in self.versions]


class _Teller:
    def __init__(self, register: Register) -> None:
        self._register = register
        self._renderer = Renderer()

    def tell(self, life: Life, contents: Mapping[str, bytes]) -> _Told:
        """The published versions of a file."""
        told = _Told()
        for moment in life:
            raw = contents.get(moment.identity)
            if moment.after and raw is None:
                continue
            source = decode(raw or b"", moment.after)
            draft = Draft.of(source, told.last)
            status = draft.header.text("status")
            if not moment.after or not _is_plan(moment) or status == "draft":
                self._remove(told, moment)
            elif status and not source.fault:  # else it is no plan, and was never published
                self._publish(told, moment, source, draft)
        return told

    def with_todays(self, told: _Told, source: Source) -> tuple[Version, ...]:
        """The versions with today's last, which may not be in the record yet."""
        known = tuple(one for _, one in told.versions if one.deed is not Deed.REMOVED)
        if known and known[-1].digest == source.digest:
            return known
        changed = (
            difference(told.last, Draft.of(source, told.last), self._plain) if told.last else None
        )
        number = known[-1].number + 1 if known else 1
        deed = Deed.CHANGED if known else Deed.ADDED
        return (*known, replace(_first(source), number=number, deed=deed, difference=changed))

    def _remove(self, told: _Told, moment: Moment) -> None:
        before = told.version
        if before and told.is_public:
            gone = Version(
                before.name, before.number + 1, "", Deed.REMOVED, moment.day,
                codes=before.codes, themes=before.themes,
            )  # fmt: skip
            told.add(moment.order, gone)
            told.last = None

    def _publish(self, told: _Told, moment: Moment, source: Source, draft: Draft) -> None:
        before = told.version
        deed = _deed(told, source, draft)
        if deed is None:
            return
        header = draft.header
        period = Period.read(header.text("period"))
        stated = header.values.get("municipality", ())
        places = [read_place(one, period, self._register) for one in stated]
        codes = dict.fromkeys(code for place in places if place for code in place.codes)
        stated_themes = header.texts("themes")
        version = Version(
            source.name,
            before.number + 1 if before else 1,
            source.digest,
            deed,
            moment.day,
            before.name if before and deed is Deed.MOVED else "",
            codes=tuple(codes),
            themes=tuple(code for code in themes().codes if code in stated_themes),
            difference=difference(told.last, draft, self._plain) if told.last else None,
        )
        told.add(moment.order, version)
        told.last = draft

    def _plain(self, markdown: str) -> str:
        document = self._renderer.document(markdown, 1)
        return self._renderer.fragment(list(document.blocks)).text


def _deed(told: _Told, source: Source, draft: Draft) -> Deed | None:
    before = told.version
    if before is None or not told.is_public:
        return Deed.ADDED
    if before.name != source.name:
        return Deed.MOVED
    if before.digest == source.digest:
        return None
    status = "withdrawn"
    was = told.last.header.text("status") if told.last else ""
    is_withdrawal = draft.header.text("status") == status != was
    return Deed.WITHDRAWN if is_withdrawal else Deed.CHANGED


def _first(source: Source) -> Version:
    return Version(source.name, 1, source.digest, Deed.ADDED, heir=source.name)


def _is_plan(moment: Moment) -> bool:
    return moment.after.endswith(SUFFIX)


def _name(path: str) -> str:
    return Source(path, "").name
