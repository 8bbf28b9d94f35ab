"""What a change does to the plans, in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from kuntakesu.fields import all_fields
from kuntakesu.languages import Words
from kuntakesu.plan import Plan
from kuntakesu.published import PATH
from kuntakesu.review.changes import ChangeKind, PlanChange, Proposal
from kuntakesu.review.quoting import plain, quoted, said
from kuntakesu.vocabulary.register import Register


def told(proposal: Proposal, chosen: Words, register: Register) -> Iterator[str]:
    """A line of Markdown for each plan, and one for each kind of other file."""
    for change in proposal.plans:
        yield from _plan(change, chosen, register)
    files = [path for path in proposal.files if path != PATH]
    if len(files) < len(proposal.files):
        yield said(chosen.raw("review.published"), path=quoted(PATH))
    if files:
        shown = ", ".join(quoted(path) for path in files[:5])
        yield said(_of(chosen, "review.files", len(files)), paths=shown)
    if proposal.elsewhere:
        yield said(_of(chosen, "review.elsewhere", len(proposal.elsewhere)))


def _plan(change: PlanChange, chosen: Words, register: Register) -> Iterator[str]:
    kind, shown = change.file.kind, change.new or change.old
    what = _called(shown.plan if shown else None, change.file.path, chosen, register)
    template = chosen.raw(f"review.change.{kind}")
    if kind is ChangeKind.ADDED:
        what += _size(change.new.plan if change.new else None, chosen)
    paths = {"plan": what, "before": quoted(change.file.before), "after": quoted(change.file.path)}
    yield said(template, **paths)
    if change.old and change.new and kind is not ChangeKind.DELETED:
        details = [*_fields(change, chosen), *_targets(change, chosen), *_lines(change, chosen)]
        yield from (f"  - {detail}" for detail in details)


def _called(plan: Plan | None, path: str, chosen: Words, register: Register) -> str:
    """Whose plan it is and of which years; the file's path where it can't be read."""
    if plan is None:
        return said(chosen.raw("review.unread"), path=quoted(path))
    years = str(plan.period).replace("-", "–")
    if len(plan.codes) == 1:
        name = register.municipality(plan.codes[0]).name(chosen.language)
        return plain(f"{name} {years}")
    return f"{quoted(plan.provider)} {plain(years)}"


def _size(plan: Plan | None, chosen: Words) -> str:
    if plan is None:
        return ""
    counts = (
        chosen("review.themes", count=len(plan.themes)),
        chosen("review.targets", count=_target_count(plan)),
    )
    return plain(f", {', '.join(counts)}")


def _fields(change: PlanChange, chosen: Words) -> Iterator[str]:
    """The facts in the header that differ, by their labels."""
    if not change.old or not change.new or change.new.front_matter.fault:
        return
    before, after = change.old.header, change.new.header
    labels = [
        chosen(f"fields.{key}.label")
        for key, _ in all_fields()
        if before.texts(key) != after.texts(key)
    ]
    if labels:
        yield plain(chosen("review.fields", fields=", ".join(labels)))


def _targets(change: PlanChange, chosen: Words) -> Iterator[str]:
    old, new = (one.plan if one else None for one in (change.old, change.new))
    if old and new and _target_count(old) != _target_count(new):
        counts = {"before": _target_count(old), "after": _target_count(new)}
        yield plain(chosen("review.targets_changed", **counts))


def _lines(change: PlanChange, chosen: Words) -> Iterator[str]:
    written = len(change.file.touched.lines)
    if written or change.file.touched.gaps:
        yield plain(chosen("review.lines", count=written))


def _target_count(plan: Plan) -> int:
    return len(plan.outline)


def _of(chosen: Words, key: str, count: int) -> str:
    """A text that depends on a number and has other slots, which are left open."""
    form = chosen.raw(f"{key}.{'one' if count == 1 else 'other'}")
    return form.replace("{count}", chosen.number(count))
