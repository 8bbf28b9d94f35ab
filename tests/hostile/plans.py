"""Plans that have a text of the corpus in every place where an author may write freely."""

from __future__ import annotations

import json

from kuntakesu.languages import words
from kuntakesu.source import CONTROL
from kuntakesu.vocabulary.terms import parts, themes
from tests.hostile.payload import Payload

MOST = 200
PERIOD = "2025-2029"
say = words("fi")
# Names that a provider's folder may have where no rule refuses it, by the payload that has them.
FOLDERS = {
    "prototype": "__proto__",
    "prototype-constructor": "constructor",
    "prototype-text": "toString",
    "script": "<script>alert(1)<",
    "handler-out-of-double-quotes": '" onfocus="alert(1)" autofocus x="',
    "handler-1": "<img src=x onerror=alert(1)>",
    "address-1": "javascript:alert(1)",
    "address-40": "%2e%2e",
    "terminal-1": "\x1b[31m",
    "workflow-4": "x\n::error::y",
    "cell-1": '=HYPERLINK("https:',
    "device-name": "con",
    "rightward": "\u202egpj",
    "template-1": "{{ 7*7 }}{% for",
}


def folder(payload: Payload) -> str:
    """The folder of the payload's plan."""
    return FOLDERS.get(payload.name, f"vihamielinen-{payload.name}")


def name(payload: Payload) -> str:
    """The name of the payload's plan."""
    return f"{folder(payload)}/{PERIOD}"


def quoted(text: str) -> str:
    """The text as YAML."""
    return json.dumps(text, ensure_ascii=False)


def refused(payload: Payload) -> str:
    """A plan's file with the payload as it is in every field and every place of the body."""
    fields = (
        "title provider municipality period language themes status levels kind summary "
        "published_by partners contact translation_of replaces reviewed"
    ).split()
    lines = [f"{key}: {quoted(payload.text)}" for key in fields]
    for key, inner in (("approved", "date body decision url"), ("source", "title url year")):
        lines += [f"{key}:", *(f"  {one}: {quoted(payload.text)}" for one in inner.split())]
    lines += [f"{quoted(payload.text)}: x", f"title: {payload.line}"]
    return "\n".join(["---", *lines, "---", "", body(payload, payload.text)])


def let_through(payload: Payload, municipality: str, text: str = "") -> str:
    """A plan's file that is a plan for the reader, whatever the rules say.

    Args:
        payload: What stands in it.
        municipality: The name of one.
        text: What stands in the payload's place, if something else does.
    """
    block = text or CONTROL.sub("", payload.text)
    line = block[:MOST] if block.strip() else "tyhjä"
    value, address = quoted(line), quoted(f"https://evil.example/{''.join(line.split())}")
    header = f"""---
title: {value}
provider: {value}
municipality: {municipality}
period: {PERIOD}
language: fi
themes: [{", ".join(themes().codes)}]
status: approved
approved: {{date: 2025-01-15, body: {value}, decision: {value}, url: {address}}}
summary: {value}
published_by: editor
source: {{title: {value}, url: {address}, year: 2024}}
partners: [{value}, {value}]
contact: {value}
---
"""
    return f"{header}\n{body(payload, block)}"


def body(payload: Payload, block: str) -> str:
    """A body with the payload in every place that Markdown has."""
    line = " ".join(block.split()) or "tyhjä"
    cell = line.replace("|", "\\|")
    first, *others = themes().codes
    labelled = "\n\n".join(f"**{say('values.part.' + kind)}:** {line}" for kind in parts().codes)
    sections = "\n\n".join(
        f"## {say('values.theme.' + code)}\n\n### {line}\n\n{line}" for code in others
    )
    return f"""{line}

## {line}

## {say("values.theme." + first)}

### {line}

{labelled}

#### {line}

- {line}
- *{line}*
    1. **{line}**

> {line}

| {cell} | x |
| :-- | --: |
| {cell} | {cell} |

[{line}](https://example.fi/)
[x]({line})
[x](<{line}> "{line}")
[x](https://example.fi/ "{line}")
[x](https://example.fi/ '{line}')
[x][viite]
<{line}>

![{line}](kuva.png)
![x]({line})
![x](<{line}> "{line}")

Alaviite[^1] ja toinen[^{line}].

[^1]: {line}
[^{line}]: {line}
[viite]: {line} "{line}"

{line}
:   {line}

`{line}`

``` {line}
{block}
```

    {line}

{sections}

## Muuta

{block}
"""
