"""The order that a body's headings and labels make: themes, targets and parts."""

from __future__ import annotations

import copy
import re
import xml.etree.ElementTree as etree  # noqa: N813 (its usual name)
from collections.abc import Iterator
from itertools import pairwise

from kuntakesu.body import Body, Part, Section, Target
from kuntakesu.render import HEADING, MARK, Document, Renderer
from kuntakesu.vocabulary import terms

CONTINUING = frozenset({"ul", "ol", "dl", "table", "blockquote"})
Elements = list[etree.Element]


def read_body(document: Document, renderer: Renderer) -> Body:
    """Take a document apart. `renderer` is the one that read it."""
    blocks = [block for block in document.blocks if not _is_footnotes(block)]
    notes = [block for block in document.blocks if _is_footnotes(block)]
    before, groups = _split(blocks, "h2")
    return Body(
        renderer.fragment(before),
        tuple(_section(group, renderer) for group in groups),
        renderer.fragment(notes),
    )


def _section(group: Elements, renderer: Renderer) -> Section:
    heading, rest = group[0], group[1:]
    title = _title(heading)
    theme = terms.themes().code(title) or ""
    intro, targets = _split(rest, "h3") if theme else (rest, [])
    return Section(
        title,
        heading.get("id", ""),
        int(heading.get("data-line", "0")),
        theme,
        renderer.fragment(intro),
        tuple(_target(target, renderer) for target in targets),
    )


def _target(group: Elements, renderer: Renderer) -> Target:
    heading = group[0]
    parts = tuple(
        Part(kind, renderer.fragment(elements)) for kind, elements in _parts(group[1:]) if elements
    )
    return Target(_title(heading), heading.get("id", ""), parts)


def _parts(elements: Elements) -> Iterator[tuple[str, Elements]]:
    """Cut a target into parts.

    A `####` heading with a known label holds all up to the next heading. A paragraph that
    begins with a label in bold holds itself and the lists and tables that follow; where the
    label stands alone, also the paragraph after it.
    """
    kind, under_heading = "", False
    taken: Elements = []
    for element in elements:
        tag = str(element.tag)
        if HEADING.fullmatch(tag):
            yield kind, taken
            kind = terms.parts().code(_title(element)) or ""
            under_heading = bool(kind)
            taken = [] if kind else [element]
        elif tag == "p" and (found := _labelled(element)):
            yield kind, taken
            kind, rest = found
            taken, under_heading = ([rest] if _has_content(rest) else []), False
        elif not kind or under_heading or tag in CONTINUING or not taken:
            taken.append(element)
        else:
            yield kind, taken
            kind, taken = "", [element]
    yield kind, taken


def _labelled(paragraph: etree.Element) -> tuple[str, etree.Element] | None:
    """The part that a paragraph's label names, and the paragraph without the label."""
    if (paragraph.text or "").strip() or not len(paragraph):
        return None
    strong, tail = paragraph[0], paragraph[0].tail or ""
    label = "".join(strong.itertext())
    if strong.tag != "strong" or not (label.rstrip().endswith(":") or tail.startswith(":")):
        return None
    kind = terms.parts().code(label)
    if kind is None:
        return None
    rest = copy.deepcopy(paragraph)
    rest.remove(rest[0])
    rest.text = tail.removeprefix(":").lstrip()
    return kind, rest


def _split(elements: Elements, tag: str) -> tuple[Elements, list[Elements]]:
    """What stands before the first element with `tag`, and a group for each such element."""
    starts = [index for index, element in enumerate(elements) if element.tag == tag]
    bounds = [*starts, len(elements)]
    return elements[: bounds[0]], [elements[start:end] for start, end in pairwise(bounds)]


def _title(heading: etree.Element) -> str:
    return re.sub(r"\s+", " ", MARK.sub("", "".join(heading.itertext()))).strip()


def _has_content(element: etree.Element) -> bool:
    return bool(len(element) or (element.text or "").strip())


def _is_footnotes(element: etree.Element) -> bool:
    return element.tag == "div" and element.get("class") == "footnote"
