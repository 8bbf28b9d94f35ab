"""A plan's Markdown made into safe HTML.

Plans come from strangers, so they have a Markdown instance of their own: raw HTML is shown as
text, no extension reads files or sets attributes, heading ids have a prefix that no part of the
site uses, and everything passes through nh3 with a list of what is allowed.
"""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as etree  # noqa: N813 (its usual name)
from dataclasses import dataclass

from markdown import Markdown
from markdown.inlinepatterns import HTML_RE, InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.serializers import to_html_string
from markdown.util import AtomicString

from kuntakesu.alignment import AlignedCells
from kuntakesu.body import Fragment
from kuntakesu.cost import DEEPEST, Excess, excess, too_deep
from kuntakesu.hyperlinks import OUTWARD, is_web
from kuntakesu.sanitise import plain_text, sanitise
from kuntakesu.vocabulary.names import slug

HEADING = re.compile(r"h[1-6]")
# Markdown removes \x02 and \x03 from its input, so nobody can write such a mark.
MARK = re.compile("\x02L(\\d+)\x03")
ATX = re.compile(r" {0,3}#{1,6}[ \t]*")
# What Markdown knows as HTML, and a comment whose end it does not find.
RAW_HTML = f"{HTML_RE}|<!--"
# Named in full below: the short names need what an installer wrote, which a browser does not have.
EXTENSIONS = ("tables", "fenced_code", "footnotes", "def_list", "sane_lists")
UNDERLINE = re.compile(r"(?:=+|-+)\s*")


@dataclass(frozen=True)
class Picture:
    """A picture in a body: its address and its alternative text."""

    address: str
    text: str


@dataclass(frozen=True)
class Document:
    """A body as a tree of elements.

    Attributes:
        blocks: The top-level elements; headings have an `id` and a `data-line`.
        links: The addresses of all links.
        pictures: All pictures.
        raw_html: The tags and comments that were written as HTML.
        excess: Of what the body has so much that it stands here as written, or None.
    """

    blocks: tuple[etree.Element, ...]
    links: tuple[str, ...]
    pictures: tuple[Picture, ...]
    raw_html: tuple[str, ...]
    excess: Excess | None = None


class _RawHtml(InlineProcessor):
    """Shows HTML as the text it is, and remembers it."""

    def __init__(self, markdown: Markdown) -> None:
        super().__init__(RAW_HTML, markdown)
        self.found: list[str] = []

    def handleMatch(  # type: ignore[override]  # noqa: N802 (the library's name)
        self, m: re.Match[str], _data: str
    ) -> tuple[str, int, int]:
        self.found.append(MARK.sub("", m.group(0)))
        return AtomicString(m.group(0)), m.start(0), m.end(0)


class _LineMarks(Preprocessor):
    """Puts its line number at the start of each heading."""

    first_line = 1

    def run(self, lines: list[str]) -> list[str]:
        following = [*lines[1:], ""]
        return [
            self._marked(line, after, number)
            for number, (line, after) in enumerate(
                zip(lines, following, strict=True), self.first_line
            )
        ]

    @staticmethod
    def _marked(line: str, after: str, number: int) -> str:
        if match := ATX.match(line):
            return f"{match[0]}\x02L{number}\x03{line[match.end() :]}"
        if UNDERLINE.fullmatch(after) and line.strip() and not line.startswith((" ", "|", "-")):
            return f"\x02L{number}\x03{line}"
        return line


class Renderer:
    """Makes documents of Markdown texts, one at a time, with one Markdown instance."""

    def __init__(self) -> None:
        self._markdown = Markdown(
            extensions=[*(f"markdown.extensions.{name}" for name in EXTENSIONS), AlignedCells()],
            extension_configs={"markdown.extensions.footnotes": {"BACKLINK_TITLE": "↩ {}"}},
            output_format="html",
        )
        self._markdown.preprocessors.deregister("html_block")
        self._raw_html = _RawHtml(self._markdown)
        self._markdown.inlinePatterns.register(self._raw_html, "html", 90)
        self._marks = _LineMarks(self._markdown)
        # Before fenced code is taken out, since the lines are counted as they stand in the file.
        self._markdown.preprocessors.register(self._marks, "line_marks", 28)
        self._written: etree.Element | None = None

    def document(self, text: str, first_line: int) -> Document:
        """Read a body.

        Args:
            text: The Markdown.
            first_line: The number that its first line has in its file, 1-based.
        """
        self._markdown.reset()
        self._raw_html.found.clear()
        self._marks.first_line = first_line
        self._written = None
        root, found = self._tree(text, first_line)
        ids = _HeadingIds(first_line)
        for element in root.iter():
            if HEADING.fullmatch(str(element.tag)):
                ids.mark(element, self.fragment([element]).text)
            if element.tag == "a" and (address := element.get("href")) is not None:
                element.set("href", address := self._plain(address))
                element.attrib |= {"rel": OUTWARD} if is_web(address) else {}
            if element.tag == "img":
                element.set("src", self._plain(element.get("src", "")))
        links = tuple(element.get("href", "") for element in root.iter("a"))
        pictures = tuple(
            Picture(element.get("src", ""), self._plain(element.get("alt", "")))
            for element in root.iter("img")
        )
        for element, picture in zip(root.iter("img"), pictures, strict=True):
            # The plan's page is a folder of its own beside the picture.
            element.set("src", f"../{picture.address}")
        return Document(tuple(root), links, pictures, tuple(self._raw_html.found), found)

    def fragment(self, elements: list[etree.Element]) -> Fragment:
        """Safe HTML and plain text of some elements of the document read last."""
        if elements == [self._written]:
            return _written_fragment(elements[0])
        markup = "\n".join(to_html_string(element).strip() for element in elements)
        for postprocessor in self._markdown.postprocessors:
            markup = postprocessor.run(markup)
        markup = MARK.sub("", markup)
        return Fragment(sanitise(markup), plain_text(markup))

    def _tree(self, text: str, first_line: int) -> tuple[etree.Element, Excess | None]:
        lines = text.split("\n")
        if found := excess(lines, first_line):
            return self._as_written(text), found
        try:
            root = self._parsed(lines)
        except RecursionError:
            self._markdown.parser.state.clear()  # `reset` leaves it as the failure left it
            root = None
        if root is not None and _depth(root) <= DEEPEST:
            return root, None
        self._raw_html.found.clear()
        return self._as_written(text), too_deep(lines, first_line)

    def _as_written(self, text: str) -> etree.Element:
        """The text as it stands, for one that Markdown is not asked to make elements of."""
        root = etree.Element("div")
        self._written = etree.SubElement(root, "pre")
        code = etree.SubElement(self._written, "code")
        shown = text.replace("\x02", "").replace("\x03", "")
        code.text = AtomicString(html.escape(shown, quote=False))
        return root

    def _parsed(self, lines: list[str]) -> etree.Element:
        for preprocessor in self._markdown.preprocessors:
            lines = preprocessor.run(lines)
        root = etree.Element("div")
        self._markdown.parser.parseChunk(root, "\n".join(lines))
        for treeprocessor in self._markdown.treeprocessors:
            changed = treeprocessor.run(root)
            root = root if changed is None else changed
        return root

    def _plain(self, value: str) -> str:
        for postprocessor in self._markdown.postprocessors:
            value = postprocessor.run(value)
        return html.unescape(MARK.sub("", value))


class _HeadingIds:
    def __init__(self, first_line: int) -> None:
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = {}
        self._line = str(first_line)

    def mark(self, heading: etree.Element, text: str) -> None:
        """Give a heading its id and line, and keep `h1` for the page's own title.

        A heading without a mark (one underlined within a list) gets the line of the one before.
        """
        found = next((mark for part in heading.itertext() for mark in MARK.finditer(part)), None)
        self._line = found[1] if found else self._line
        heading.set("data-line", self._line)
        heading.set("id", self._free(f"s-{slug(text) or 'otsikko'}"))
        heading.tag = "h2" if heading.tag == "h1" else heading.tag

    def _free(self, wanted: str) -> str:
        found, number = wanted, self._numbers.get(wanted, 1)
        while found in self._taken:
            number += 1
            found = f"{wanted}-{number}"
        self._numbers[wanted] = number
        self._taken.add(found)
        return found


def _depth(root: etree.Element) -> int:
    level, depth = [root], 0
    while level:
        level, depth = [child for element in level for child in element], depth + 1
    return depth


def _written_fragment(block: etree.Element) -> Fragment:
    """A text as it stands, past nh3, whose time grows with the square of the signs `&` and `<`."""
    text = block[0].text or ""
    return Fragment(f"<pre><code>{text}</code></pre>", " ".join(html.unescape(text).split()))
