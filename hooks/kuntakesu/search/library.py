"""lunr.js as it is published: without its comments, which are three quarters of it."""

from __future__ import annotations

import rjsmin

NOTICE = "/*! lunr.js 2.3.9, Oliver Nightingale, MIT licence */\n"


def minified(script: str) -> str:
    """The script with comments and needless spaces taken out, and its licence named."""
    return f"{NOTICE}{rjsmin.jsmin(script)}\n"
