"""The file is in the wrong place.

A plan's place is its permanent address: a folder named after the provider, and in it a file named
after the period. The folder is the provider's name in small letters, å and ä as a, ö as o, and a
hyphen in place of all else. Another language version of the same plan has the language in its
name and lies beside the plan that it translates.

Beside plans there are only their pictures in the folder. A text with another ending than .md would
not be shown, and a name that some computers can't have would keep people from copying plans.

Passes:

    plans/mallilan-kunta/2027-2030.md
    plans/mallilan-kunta/2027-2030.sv.md

Fails:

    plans/Mallila/suunnitelma.md
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from kuntakesu.diagnostics import Finding, Severity, Span
from kuntakesu.fields import LANGUAGES
from kuntakesu.lookalikes import in_latin
from kuntakesu.naming import name_fault
from kuntakesu.rules import Context
from kuntakesu.source import ROOM
from kuntakesu.submission import Submission
from kuntakesu.suggest import shown
from kuntakesu.vocabulary.names import slug

SEVERITY = Severity.ERROR
LOOKS_AROUND = True
MOST_FILES = 200


def check(submission: Submission, context: Context) -> Iterator[Finding]:
    """Find a file whose folder or name does not follow from its provider, period and language."""
    header, period, source = submission.header, submission.period, submission.source
    is_plain = source.fault in ("", "name")
    if is_plain and (fault := name_fault(source.path)):
        path = f"{PurePosixPath(shown(source.path)).stem.removesuffix('.md')}.md"
        yield Finding(Span(), {"name": shown(source.path.rpartition("/")[2]), "path": path}, fault)
        return
    if len(context.files_in.get(source.path.rpartition("/")[0], ())) > MOST_FILES:
        yield Finding(Span(), {"most": MOST_FILES}, "many")
    translated = header.text("translation_of")
    folder = translated.partition("/")[0] or slug(in_latin(header.text("provider")))
    if not folder or period is None or period.end < period.start:
        return
    plain = f"{folder}/{period}"
    suffix = _suffix(source.name)
    has_suffix = bool(suffix) or translated == plain
    language = header.text("language")
    if has_suffix and not language:
        return
    name = f"{plain}.{language}" if has_suffix else plain
    # Where only case differs from a plan that is there, that is said by another rule.
    taken = name in context.others and source.address == name
    if taken or (source.name == name and source.path.endswith(".md")):
        return
    variant = _variant(source.name, folder, str(period), suffix)
    key = {"folder": "translation_of" if translated else "provider", "language": "language"}
    arguments = {"path": f"{ROOM}/{name}.md", "folder": folder, "name": name.partition("/")[2]}
    yield Finding(header.span(key.get(variant, "period")), arguments, variant)


def _suffix(name: str) -> str:
    """The language that a plan's name ends with, or an empty string."""
    suffix = name.rpartition("/")[2].partition(".")[2]
    return suffix if suffix in LANGUAGES else ""


def _variant(name: str, folder: str, period: str, suffix: str) -> str:
    """What is wrong: `place` (no folder or too many), `folder`, `period` or `language`."""
    parts = name.split("/")
    if len(parts) != 2:
        return "place"
    if parts[0] != folder:
        return "folder"
    return "language" if parts[1] in (period, f"{period}.{suffix}") else "period"
