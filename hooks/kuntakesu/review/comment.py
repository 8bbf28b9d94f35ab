"""The comment that a proposed change gets: what it does, what was found, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator

from kuntakesu import addresses
from kuntakesu.diagnostics import Diagnostic
from kuntakesu.languages import INTERFACE, Words, words
from kuntakesu.reporters.sentence import severity
from kuntakesu.review.findings import Review
from kuntakesu.review.quoting import bounded, hint, message, plain, quoted, remark, said
from kuntakesu.review.telling import told
from kuntakesu.vocabulary.register import Register

MARKER = "<!-- kuntakesu: tarkistus, granskning, review -->"
"""The first line, by which the comment is found again; readers do not see it."""
LONGEST = 60_000
"""The host takes no comment over 65,536 characters."""
MOST_FOR_CHANGES = 5_000
MOST_FOR_FINDINGS = 10_000
OTHER_LANGUAGE = "en"


def comment(review: Review, register: Register, preview: str = "") -> str:
    """The comment as Markdown, in the languages of the plans and in English.

    Args:
        review: What was found.
        register: The municipalities, for their names.
        preview: The web address from which the built site can be fetched, or empty.
    """
    spoken = {change.language for change in review.proposal.plans} or {"fi"}
    first = [language for language in INTERFACE if language in spoken]
    lines = [MARKER]
    for language in first:
        lines += _in_language(review, words(language), register, preview)
    if OTHER_LANGUAGE not in first:
        chosen = words(OTHER_LANGUAGE)
        lines += ["<details>", f"<summary>{plain(chosen('review.in_this_language'))}</summary>", ""]
        lines += [*_in_language(review, chosen, register, preview), "</details>"]
    return "\n".join(lines).rstrip() + "\n"


def _in_language(review: Review, chosen: Words, register: Register, preview: str) -> Iterator[str]:
    verdict = "passed" if review.passed else "failed"
    yield from (f"### {plain(chosen(f'review.title.{verdict}'))}", "")
    yield from (f"**{plain(chosen('review.changes'))}**", "")
    changes = (f"- {line}" if line[0] != " " else line for line in _told(review, chosen, register))
    yield from (*bounded(changes, MOST_FOR_CHANGES, chosen), "")
    if review.blocking:
        yield from (f"**{plain(chosen('review.blocking', count=len(review.blocking)))}**", "")
        found = (_finding(one, chosen) for one in review.blocking)
        yield from (*bounded(found, MOST_FOR_FINDINGS, chosen), "")
    if review.endings:
        yield from (f"**{plain(chosen('review.endings', count=len(review.endings)))}**", "")
        ends = (f"- {remark(one, chosen)}" for one in review.endings)
        yield from (*bounded(ends, MOST_FOR_CHANGES, chosen), "")
    if review.remarks:
        yield from (f"**{plain(chosen('review.remarks', count=len(review.remarks)))}**", "")
        found = (_finding(one, chosen) for one in review.remarks)
        yield from (*bounded(found, MOST_FOR_CHANGES, chosen), "")
    yield from _preview(review, chosen, preview)
    yield from (plain(chosen(f"review.next.{verdict}")), "")


def _told(review: Review, chosen: Words, register: Register) -> list[str]:
    return list(told(review.proposal, chosen, register)) or [plain(chosen("review.nothing"))]


def _finding(found: Diagnostic, chosen: Words) -> str:
    place = quoted(f"{found.path}:{found.span.line}")
    name = plain(severity(found, chosen.language))
    lines = [f"- {place} {name} {plain(f'({found.code})')}: {message(found, chosen.language)}"]
    if how := hint(found, chosen.language):
        lines.append(f"  <br>{plain(chosen('review.hint'))} {how}")
    return "\n".join(lines)


def _preview(review: Review, chosen: Words, preview: str) -> Iterator[str]:
    if not review.passed:
        yield from (plain(chosen("review.preview.none")), "")
    if not review.passed or not preview:
        return
    link = f"[{plain(chosen('review.preview.link'))}]({preview})"
    first = next((change.new.plan for change in review.proposal.plans if change.new), None)
    page = f"{addresses.plan(first.name) if first else ''}index.html"
    yield from (said(chosen.raw("review.preview.text"), link=link, page=quoted(page)), "")
