"""How to name a plan in a text of one's own: in three styles, and as data for reference managers.

The author is the provider; of an editors' summary a note says that it is one. The year is that of
the approval, or else of the original document; where neither is stated, there is none.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from kuntakesu.languages import Words
from kuntakesu.plan import Plan

STYLES = ("apa", "chicago", "mla")
TEX = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$",
    "#": r"\#", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
})  # fmt: skip
BABEL = {"fi": "finnish", "sv": "swedish", "en": "english", "se": "northernsami"}


@dataclass(frozen=True)
class Citation:
    """A plan as a source, named in one of the ways.

    Attributes:
        name: What the way is called, such as `APA 7`.
        text: What to copy.
        style: The style that it is a line in, or empty for data.
    """

    name: str
    text: str
    style: str = ""


def citations(plan: Plan, url: str, say: Words) -> tuple[Citation, ...]:
    """All ways of naming a plan, the styles first."""
    return (
        *(
            Citation(say(f"site.cite.{one}.name"), in_style(one, plan, url, say), one)
            for one in STYLES
        ),
        Citation("BibTeX", bibtex(plan, url, say)),
        Citation("RIS", ris(plan, url, say)),
        Citation("CSL-JSON", csl_json(plan, url, say)),
    )


def in_style(style: str, plan: Plan, url: str, say: Words) -> str:
    """A line for a list of sources. What ends in a full stop gets no second one."""
    year = _year(plan) or say("site.cite.no_date")
    ended = {"provider": plan.provider, "title": told_title(plan, say), "year": year}
    line = say(f"site.cite.{style}.text", address=url, **ended)
    for text in ended.values():
        line = line.replace(f"{text}.", text) if text.endswith(".") else line
    return _line(line)


def told_title(plan: Plan, say: Words) -> str:
    """The title, and that the text is the editors' where it is: a citation is read alone."""
    note = _note(plan, say)
    return f"{plan.title} [{note[:1].lower()}{note[1:]}]" if note else plan.title


def bibtex(plan: Plan, url: str, say: Words) -> str:
    """An entry for LaTeX. Braces keep the provider one name, and capitals as they are."""
    fields = {
        "author": f"{{{_tex(plan.provider)}}}",
        "title": f"{{{_tex(plan.title)}}}",
        "year": _year(plan),
        "howpublished": _tex(say("site.name")),
        "note": _tex(_note(plan, say)),
        "language": BABEL.get(plan.language, ""),
        # Written as it is: in an address, these signs mean themselves.
        "url": re.sub(r"[{}\\\s]", lambda sign: f"%{ord(sign[0]):02X}", url),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return ",\n".join([f"@misc{{{_key(plan)}", *lines]) + "\n}"


def ris(plan: Plan, url: str, say: Words) -> str:
    """A reference that most reference managers import."""
    tags = (
        ("TY", "RPRT"),
        ("AU", plan.provider),
        ("TI", plan.title),
        ("PY", _year(plan)),
        ("PB", say("site.name")),
        ("N1", _note(plan, say)),
        ("LA", plan.language),
        ("UR", url),
    )
    lines = [f"{tag}  - {_line(value)}" for tag, value in tags if value]
    return "\n".join([*lines, "ER  - "])


def csl_json(plan: Plan, url: str, say: Words) -> str:
    """An item for Zotero and other programs that use the Citation Style Language."""
    item: dict[str, Any] = {
        "id": _key(plan),
        "type": "report",
        "author": [{"literal": plan.provider}],
        "title": plan.title,
        "issued": _issued(plan),
        "publisher": say("site.name"),
        "note": _note(plan, say),
        "language": plan.language,
        "URL": url,
    }
    stated = {name: value for name, value in item.items() if value}
    return json.dumps([stated], ensure_ascii=False, indent=1)


def _year(plan: Plan) -> str:
    return str(plan.approval.date.year) if plan.approval.date else plan.original.year


def _issued(plan: Plan) -> dict[str, Any]:
    day = plan.approval.date
    if day:
        return {"date-parts": [[day.year, day.month, day.day]]}
    return {"date-parts": [[int(plan.original.year)]]} if plan.original.year else {}


def _note(plan: Plan, say: Words) -> str:
    return say("site.plan.editor").rstrip(".") if plan.published_by == "editor" else ""


def _key(plan: Plan) -> str:
    return re.sub(r"[^A-Za-z0-9-]+", "-", plan.name)


def _tex(text: str) -> str:
    return _line(text).translate(TEX)


def _line(text: str) -> str:
    return " ".join(text.split())
