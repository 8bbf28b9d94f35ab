"""The site's scripts as they are published: each page's in one file, without comments.

A browser that fetches two dozen small modules waits longer for them than for a search. The modules
keep to a shape that is easily joined: imports by name at the beginning of a line, and exports of
what is declared on the spot.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from graphlib import TopologicalSorter

import rjsmin

NOTICE = "/*! lunr.js 2.3.9, Oliver Nightingale, MIT licence */"
"""What must stay of lunr.js's comments."""

IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.[^"]+)";$', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const) (\w+))", re.MULTILINE)
# An address that is only known to the reader's browser may be imported when it is needed.
OTHER = re.compile(r"""\b(?:import|export)\b[\s{*"'].{,60}|\bimport\(["'].{,60}""")

Sources = Mapping[str, str]
"""Scripts by their path."""


def published(sources: Sources) -> Iterator[tuple[str, str]]:
    """Every script that no other imports, with all that it imports inside, minified.

    Args:
        sources: Modules of the shape above, and plain scripts.

    Raises:
        ValueError: A module has an import or export of another shape.
        graphlib.CycleError: Modules import each other in a circle.
    """
    imports = {name: _imports(name, text) for name, text in sources.items()}
    imported = {path for paths in imports.values() for path in paths}
    for name in sorted(set(sources) - imported):
        script = minified(_joined(name, sources, imports))
        if other := OTHER.search(script):
            raise ValueError(f"{name}: not of a shape that can be joined: {other[0]}")
        yield name, script


def minified(script: str, notice: str = "") -> str:
    """The script with its comments taken out.

    Args:
        script: The source.
        notice: A comment that must stay, such as a licence's.
    """
    return f"{notice}\n{rjsmin.jsmin(script)}\n".lstrip("\n")


def _imports(name: str, text: str) -> list[str]:
    """The paths of what a module imports."""
    folder = posixpath.dirname(name)
    return [posixpath.normpath(posixpath.join(folder, path)) for _, path in IMPORT.findall(text)]


def _joined(entry: str, sources: Sources, imports: Mapping[str, list[str]]) -> str:
    """A script behind all that it needs; each of these is a function's value, called once."""
    order = list(TopologicalSorter(_needed(entry, imports)).static_order())
    number = {name: place for place, name in enumerate(order)}
    parts = []
    for name in order:
        exports = ", ".join(EXPORT.findall(sources[name]))
        body = _alone(sources[name], [number[path] for path in imports[name]])
        whole = f"const $${number[name]} = (() => {{\n{body}\nreturn {{ {exports} }};\n}})();"
        parts.append(body if name == entry else whole)
    return "\n".join(parts)


def _needed(entry: str, imports: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """What a script imports, and what that imports in turn."""
    found: dict[str, list[str]] = {}
    waiting = [entry]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = imports[name]
            waiting += imports[name]
    return found


def _alone(text: str, numbers: list[int]) -> str:
    """A module with its imports taken from the values of other modules."""
    places = iter(numbers)
    text = IMPORT.sub(
        lambda found: f"const {{{found[1].replace(' as ', ': ')}}} = $${next(places)};", text
    )
    return EXPORT.sub("", text)
