"""What files below `plans/` may be called, and what is read of them."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

from kuntakesu.characters import signs
from kuntakesu.source import CONTROL, ROOM

PLAN = ".md"
PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif")
OWN = frozenset({f"{ROOM}/published.txt"})
"""Files below `plans/` that are the catalogue's own."""

DEEPEST = 4
"""How many names a path may have: `plans`, a provider's folder, a folder of pictures, a file."""

# What operating systems and editors leave beside files; nobody means them to be published.
_LEFT = re.compile(
    r"\.DS_Store|Thumbs\.db|desktop\.ini|\.gitkeep|\._.*|\.#.*|#.*#|.*~|\..*\.sw[a-p]",
    re.IGNORECASE,
)
# What Windows takes for something else than a name, so that no copy can be made there.
_REFUSED = re.compile(r'[\\:*?"<>|\t\n]')
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
_TEXT = (PLAN, ".markdown", ".mdown", ".mkd", ".txt", ".text")


def is_plan(path: str) -> bool:
    """Whether a file at that path is read as a plan."""
    return path.startswith(f"{ROOM}/") and path.endswith(PLAN) and not is_left(path)


def is_picture(path: str) -> bool:
    """Whether a file at that path can be a picture of a plan."""
    return path.startswith(f"{ROOM}/") and path.lower().endswith(PICTURES)


def is_left(path: str) -> bool:
    """Whether it is a file that a program has left there, which nobody need be told of."""
    return bool(_LEFT.fullmatch(PurePosixPath(path).name))


def name_fault(path: str) -> str:
    """Why no file below `plans/` may be called that, or an empty string.

    Returns:
        `characters`, `ends`, `device`, `hidden` or `form` for a name that not every computer
        can have, `deep`, `suffix` (a text under another ending), or `stray`.
    """
    names = path.split("/")
    if names[0] != ROOM or path in OWN or is_left(path):
        return ""
    faults = filter(None, map(_fault, names[1:]))
    if found := next(faults, ""):
        return found
    if is_plan(path):
        return ""
    if not is_picture(path):
        return "suffix" if path.lower().endswith(_TEXT) else "stray"
    return "deep" if len(names) > DEEPEST else ""


def _fault(name: str) -> str:
    if CONTROL.search(name) or _REFUSED.search(name) or next(signs(name), None):
        return "characters"
    if name in ("", ".", "..") or name != name.strip() or name.endswith("."):
        return "ends"
    if _DEVICE.fullmatch(name):
        return "device"
    if name.startswith("."):
        return "hidden"
    return "" if unicodedata.is_normalized("NFC", name) else "form"
