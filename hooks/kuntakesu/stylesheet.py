"""The site's style sheet as it is published: the sheets of every page in one file.

A phone asks for ten small sheets in two rounds before it can draw anything. The name is made of the
content, so that a browser need not ask again.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

ORDER = (
    *("material", "base", "layout", "plans", "search", "reading", "country", "follow"),
    "preferences",
)
"""The sheets of every page; a later one has the last word."""
PRINT = "print"
# Those that begin with an exclamation mark, such as a licence, stay.
COMMENT = re.compile(r"^\s*/\*(?!!).*?\*/\n?", re.MULTILINE | re.DOTALL)


def joined(sheets: Mapping[str, str]) -> tuple[str, str]:
    """The address of the one sheet below the site's root, and its content.

    Args:
        sheets: The source of each by its name, those of `ORDER` and `PRINT` among them.
    """
    parts = [COMMENT.sub("", sheets[name]) for name in ORDER]
    parts.append(f"@media print {{\n{COMMENT.sub('', sheets[PRINT])}}}\n")
    content = "".join(parts)
    digest = hashlib.sha256(content.encode()).hexdigest()
    return f"assets/kuntakesu.{digest[:8]}.css", content
