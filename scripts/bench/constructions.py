"""Texts made to keep a reader of Markdown or YAML busy, each of any length."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count

Construction = Callable[[int], str]

HEADER = """---
title: Mallilan kehittämissuunnitelma 2025–2029
provider: Mallilan kunta
municipality: Espoo
period: 2025-2029
language: fi
themes: [oppiminen]
status: approved
---

"""

# What is written over and over without a line break; `·` is a space.
RUNS = """[ ![ ]( []( [a]( [a] [a][ [[] ] ( [a](b· [a](< [a](b·" [a](· < <!-- <a· <a·b= <a·b=' <a
</ <? <! <![CDATA[ <![ <a> <b>x</b> <http://a <a@b <x@y.fi> <https://x.fi> <!--·x·--> * _ **a·*a·
__a·_a· *a·**a· *a·_a· **a ***a· *a* _a_· **a** ***a**· ***a*· **x* _x__ *·* a*b* ` `a· ``a`· `a`·
\\` `\\ ~ ~~a· & &amp; &#58; &a &# &#x3 \\ \\* \\[ \\\\[ | |· a@ a@a. a. a.a@b. abcdefg· x · 0 04·
040·12· FI21· 12· # > >· -· -·-·-· *·*· 1.· +· = - :· ! [^1] [^ [^a] http:// www.a ' " { } $ ^ é 🙂
a*b_c`d· &lt; __a_ [a]:· <a·href="javascript:b">""".split()
# Lines; `↵` is a line break.
LINES = """[ -·[ #·a ##·a ###·a ### a↵= a↵- -·a 1.·a *·a +·a >·a > >>>·a -·-·a >·-·>·a :·a a↵:·b
a↵:·b↵ ``` ```·a↵b↵``` ~~~ ```·x{ ````↵``` --- *** -·-·- *·*·*x |·a·| a|b↵-|- ↵a|b↵-|-↵c|d↵ ····a
-·a↵↵········b↵ [a]:·b [^1]:·x [^1]:·x↵ a·b·c↵ **Tavoite:**·a↵ ##·Johtaminen
###·T↵↵**Tavoite:**·x↵ ####·Tavoite <b> <!-- <br>↵ ![](a.png) ![](a.png)↵ [x](javascript:a)↵
[x](www.a)↵ ![x](http://a/b.png) a.b@b.fi 040·123·4567 131052-308T FI21·1234·5600·0007·85 -·a↵
-·a↵··b -·a↵↵··b↵ -·a↵↵····b↵ 1.·a↵↵····-·b↵ >·a↵ & \\ x↵:···y↵↵····z↵ ##·a↵ ##·a↵↵x↵ *[a]:·b a··
<a -·a↵#·b >·a↵#·b -·a↵1.·b >·>·a↵-·b ####·T↵↵a↵""".split()
# The same with a number in place of `%`.
NUMBERED = """#·a% ##·a% ##·a·%↵ a%↵=== a%↵--- [^%] [^%]:·x [^%]↵↵[^%]:·x↵ [a%]:·b [a%]:·b↵↵[a%]
[a%][] <a%> <t%>x</t%>↵ [x](javascript:%)↵ [x](www.x%)↵ [a](www.a%)· ![](a%.png)↵
![](http://x/a%.png)↵ a%↵:·b%↵ %.·a &#%; **Tavoite:**·a%↵ a.b@c%.fi a.b@c%.fi· <https://x.fi/%>↵
<b%>&amp; &lt;b%&gt;·<b%> [x](java&#%;script:a)↵ 04·123·45% ###·T%↵↵**Mittari:**·%↵""".split()
SIGNS = "`*_~<[&\\>#|-=+:!("
NESTED = (
    ("- a", "  "), ("- a", "    "), ("1. a", "   "), ("> a", "> "), ("> a", ">"),
    ("a\n: b", "    "), ("- a\n", "    "), ("> - a", "> "), ("x", "    "), ("- a", "\t"),
)  # fmt: skip
HEADER_RUNS = """[ { ?· -· a:· " ' &a· *a· !a· #· ,· x [a,· {a:· | %· \\ "\\x [a],""".split()
HEADER_LINES = """a:·b -·a title:·b a a: [ { ?·a #·c title:·[a ' " title:·"a ·a | a:·| a:·> ... %a
!a &a title:·[x?,·y] themez:·a language:·fi ---·a -·-·a""".split()
HEADER_LISTS = ("municipality:·[%]", "partners:·[%]", "themes:·[%]", "title:·[%]", "titel:·{%}")


def bodies() -> Iterator[tuple[str, Construction]]:
    """What a plan's text can be made of, each with a name."""
    for unit in RUNS:
        yield f"run {unit}", _over(_written(unit))
    for unit in LINES:
        yield f"lines {unit}", _over(f"{_written(unit)}\n")
    for unit in NUMBERED:
        yield f"numbered {unit}", _numbered(f"{_written(unit)}\n")
        yield f"numbered, paragraphs {unit}", _numbered(f"{_written(unit)}\n\n")
    for sign in SIGNS:
        for name, gap in (("", " "), ("lines ", "\n"), ("paragraphs ", "\n\n")):
            yield f"growing {name}{sign}", _growing(sign, gap)
    for unit, step in NESTED:
        yield f"nested {step + unit!r}", _nested(unit, step)
        yield f"nested to 50 {step + unit!r}", _nested(unit, step, 50)
    for columns in (1, 10, 100, 1000):
        yield f"table of {columns} columns", _table(columns)
    yield "table with short rows", _short_rows
    yield "table with a row of code", lambda size: "a|b\n-|-\n" + "`|" * (size // 2)
    yield "table with rows of code", lambda size: "a|b\n-|-\n" + ("`|" * 400 + "\n") * (size // 801)
    yield "deep quotations", _over("> " * 59 + "a\n\n")
    yield "deep lists", _over("- " * 59 + "a\n\n")
    yield "references to a note", lambda size: "[^1]: a\n\n" + "[^1]\n\n" * (size // 6)
    yield "open code", _over("\\``")
    yield "empty lines", _over("\n")


def headers() -> Iterator[tuple[str, Construction]]:
    """What a plan's front matter can be made of, each with a name."""
    for unit in HEADER_RUNS:
        yield f"header run {unit}", _over(_written(unit))
    for unit in HEADER_LINES:
        yield f"header lines {unit}", _over(f"{_written(unit)}\n")
    for unit in ("a%: b", "- a%", "titl%: b"):
        yield f"header numbered {unit}", _numbered(f"{unit}\n")
    for unit in HEADER_LISTS:
        yield f"header list {unit}", _listed(_written(unit), lambda _: "Espo")
        yield f"header list numbered {unit}", _listed(_written(unit), lambda number: f"es?{number}")
    yield "header nested", _nested("a:", " ")
    yield "header empty lines", _over("\n")


def with_header(body: str) -> str:
    """A plan's file with a sound header and this text."""
    return f"{HEADER}{body}\n"


def as_header(header: str) -> str:
    """A plan's file with this header and a word."""
    return f"---\n{header}\n---\n\nSana\n"


def _written(unit: str) -> str:
    return unit.replace("↵", "\n").replace("·", " ")


def _over(unit: str) -> Construction:
    return lambda size: (unit * (size // len(unit) + 1))[:size]


def _filled(pieces: Iterator[str], size: int) -> str:
    taken, length = [], 0
    for piece in pieces:
        length += len(piece)
        if length > size:
            break
        taken.append(piece)
    return "".join(taken)


def _numbered(unit: str) -> Construction:
    return lambda size: _filled((unit.replace("%", str(number)) for number in count(1)), size)


def _growing(sign: str, gap: str) -> Construction:
    return lambda size: _filled((sign * number + gap for number in count(1)), size)


def _nested(unit: str, step: str, deepest: int = 10**6) -> Construction:
    return lambda size: _filled(
        (f"{step * (number % deepest)}{unit}\n" for number in count()), size
    )


def _listed(around: str, item: Callable[[int], str]) -> Construction:
    return lambda size: around.replace(
        "%", _filled((f"{item(number)}, " for number in count(1)), size)
    )


def _table(columns: int) -> Construction:
    row = "|" + "a|" * columns + "\n"
    head = row + "|" + "-|" * columns + "\n"
    return lambda size: head + row * ((size - len(head)) // len(row))


def _short_rows(size: int) -> str:
    columns = int(size**0.5)
    return "|" + "a|" * columns + "\n|" + "-|" * columns + "\n" + "|\n" * (size // 4)
