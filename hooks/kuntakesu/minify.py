"""The site's scripts as they are published: without comments and needless spaces."""

from __future__ import annotations

import rjsmin

LUNR_NOTICE = "/*! lunr.js 2.3.9, Oliver Nightingale, MIT licence */"


def minified(script: str, notice: str = "") -> str:
    """The script with its comments taken out.

    Args:
        script: The source.
        notice: A comment that must stay, such as a licence's.
    """
    return f"{notice}\n{rjsmin.jsmin(script)}\n".lstrip("\n")
