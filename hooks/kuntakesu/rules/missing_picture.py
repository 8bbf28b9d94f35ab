"""A picture is missing from the plan's folder, or is of a kind that is not published.

The reader would see a hole in its place. A picture lies in the plan's folder (or elsewhere below
`plans/`) under exactly the name by which the text calls it, and is a PNG, JPEG, WebP or GIF file
of two megabytes at most. What it is is told by its first bytes, not by its name alone.

Passes:

    ![The four themes as a circle](themes.png)

Fails:

    ![The four themes as a circle](themes.pptx)
"""

import posixpath
from collections.abc import Iterator

from kuntakesu import hyperlinks
from kuntakesu.diagnostics import Arguments, Finding, Severity
from kuntakesu.naming import PICTURES
from kuntakesu.picture import MAXIMUM_BYTES
from kuntakesu.rules import Context
from kuntakesu.source import ROOM, plain_form
from kuntakesu.submission import Submission
from kuntakesu.suggest import closest, shown

SEVERITY = Severity.ERROR
LOOKS_AROUND = True


def check(submission: Submission, context: Context) -> Iterator[Finding]:
    """Find pictures without a file. A plan outside `plans/` is not asked for its files."""
    folder = posixpath.dirname(submission.source.path)
    addresses = (picture.address for picture in submission.document.pictures)
    own = [address for address in addresses if not hyperlinks.is_remote(address)]
    if not own:
        return
    beside = tuple(_beside(folder, context))
    for address, span in submission.places(own):
        file = posixpath.normpath(posixpath.join(folder, hyperlinks.file_path(address)))
        variant = _variant(address, file, folder, context)
        if variant:
            is_itself = variant in ("twin", "large", "content")
            meant = "" if is_itself else closest(hyperlinks.file_path(address), beside)
            arguments: Arguments = {
                "address": shown(address),
                "folder": folder,
                "kinds": ", ".join(PICTURES),
                "maximum": MAXIMUM_BYTES // 1024,
                "other": _other(file, context),
                "suggestion": meant,
            }
            yield Finding(span, arguments, variant)


def _variant(address: str, file: str, folder: str, context: Context) -> str:
    if not hyperlinks.file_path(address):
        return "empty"
    if not file.lower().endswith(PICTURES):
        return "type"
    if not f"{folder}/".startswith(f"{ROOM}/"):
        return ""
    if not file.startswith(f"{ROOM}/"):
        return "outside"
    return _fault(file, context) if file in context.files else "absent"


def _fault(file: str, context: Context) -> str:
    """What is wrong with the file itself: `twin`, `large` or `content`."""
    if _other(file, context):
        return "twin"
    picture = context.pictures.get(file)
    if picture and picture.size > MAXIMUM_BYTES:
        return "large"
    return "content" if picture and not picture.is_as_named(file) else ""


def _other(file: str, context: Context) -> str:
    """Another file that some computers would take for the same."""
    alike = context.files_by_form.get(plain_form(file), ())
    return next((shown(posixpath.basename(one)) for one in alike if one != file), "")


def _beside(folder: str, context: Context) -> Iterator[str]:
    for file in context.files_in.get(folder, ()):
        if file.lower().endswith(PICTURES):
            yield posixpath.basename(file)
