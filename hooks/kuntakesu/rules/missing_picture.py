"""A picture is missing from the plan's folder, or is of a kind that is not published.

The reader would see a hole in its place. A picture lies in the plan's folder (or elsewhere below
`plans/`) under exactly the name by which the text calls it, and is a PNG, JPEG, WebP or GIF file.

Passes:

    ![The four themes as a circle](themes.png)

Fails:

    ![The four themes as a circle](themes.pptx)
"""

import posixpath
from collections.abc import Iterator

from kuntakesu import hyperlinks
from kuntakesu.diagnostics import Finding, Severity
from kuntakesu.rules import Context
from kuntakesu.source import ROOM
from kuntakesu.submission import Submission
from kuntakesu.suggest import closest, shown

SEVERITY = Severity.ERROR


def check(submission: Submission, context: Context) -> Iterator[Finding]:
    """Find pictures without a file. A plan outside `plans/` is not asked for its files."""
    folder = posixpath.dirname(submission.source.path)
    addresses = (picture.address for picture in submission.document.pictures)
    own = (address for address in addresses if not hyperlinks.is_remote(address))
    for address, span in submission.places(own):
        file = posixpath.normpath(posixpath.join(folder, hyperlinks.file_path(address)))
        variant = _variant(address, file, folder, context)
        if variant:
            arguments = {
                "address": shown(address),
                "folder": folder,
                "kinds": ", ".join(hyperlinks.PICTURES),
                "suggestion": closest(hyperlinks.file_path(address), _beside(folder, context)),
            }
            yield Finding(span, arguments, variant)


def _variant(address: str, file: str, folder: str, context: Context) -> str:
    if not hyperlinks.file_path(address):
        return "empty"
    if not hyperlinks.is_picture(file):
        return "type"
    if not f"{folder}/".startswith(f"{ROOM}/"):
        return ""
    if not file.startswith(f"{ROOM}/"):
        return "outside"
    return "" if file in context.files else "absent"


def _beside(folder: str, context: Context) -> Iterator[str]:
    for file in sorted(context.files):
        if posixpath.dirname(file) == folder and hyperlinks.is_picture(file):
            yield posixpath.basename(file)
