"""Plans broken in every way that we know of, each in one way alone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.breaking_headers import headers, values, yaml_oddities
from tests.making import BODY, ROOT, text

ERROR = re.compile(r"^plans/[^/\n]*/?([^/\n]*)\.md:\d+:\d+: error\[", re.MULTILINE)
CASES = ROOT / "tests/cases"
PERIOD = "2025-2029"
PROVIDER = b"Mallilan kunta"


@dataclass(frozen=True)
class BrokenPlan:
    """A plan with one thing wrong.

    Attributes:
        reason: What is wrong, in a word or two.
        raw: The file.
        file: Its name without the ending, which is as it should be.
    """

    reason: str
    raw: bytes
    file: str = PERIOD

    def lay(self, root: Path, number: int) -> str:
        """Put it below `root` where its provider, made one of its own, belongs; the path."""
        path = f"plans/kunta-{number}/{self.file}.md"
        (root / path).parent.mkdir(parents=True)
        (root / path).write_bytes(self.raw.replace(PROVIDER, f"Kunta {number}".encode()))
        return path


SOUND = text().encode()


def broken_plans() -> Iterator[BrokenPlan]:
    """All of them; no two are the same."""
    seen: set[bytes] = set()
    for maker in (_bytes, values, headers, yaml_oddities, _bodies, _characters):
        for reason, raw in maker():
            if raw not in seen:
                seen.add(raw)
                yield BrokenPlan(reason, raw)
    for case in _golden():
        if case.raw not in seen:
            seen.add(case.raw)
            yield case


def _bytes() -> Iterator[tuple[str, bytes]]:
    middle = len(SOUND) // 2
    yield "empty", b""
    yield "line-break-alone", b"\n"
    yield "utf-16", SOUND.decode().encode("utf-16")
    yield "utf-16-big", SOUND.decode().encode("utf-16-be")
    yield "utf-32", SOUND.decode().encode("utf-32")
    yield "latin-1", SOUND.decode().encode("latin-1")
    yield "mac-roman", SOUND.decode().encode("mac-roman")
    yield "code-page-850", SOUND.decode().encode("cp850")
    yield "utf-8-twice", SOUND.decode().encode().decode("latin-1").encode()
    yield "two-byte-order-marks", b"\xef\xbb\xbf\xef\xbb\xbf" + SOUND
    yield "too-large", SOUND + b"a" * (1024 * 1024)
    yield "zip", b"PK\x03\x04" + SOUND
    yield "pdf", b"%PDF-1.7\n" + SOUND
    yield "program", b"\x7fELF\x02\x01\x01" + bytes(64)
    for byte in (*range(0x09), *range(0x0E, 0x20), 0x7F):
        yield f"control-{byte:02x}", SOUND[:middle] + bytes([byte]) + SOUND[middle:]
    for byte in (0x80, 0xA0, 0xC0, 0xC1, 0xE4, 0xF5, 0xF6, 0xFE, 0xFF):
        yield f"byte-{byte:02x}", SOUND + bytes([byte]) + b"a\n"
    for name, raw in (("surrogate", b"\xed\xa0\x80"), ("overlong", b"\xc0\xaf"), ("cut", b"\xe2")):
        yield f"utf-8-{name}", SOUND + raw
    for code in range(0x80, 0xA0, 4):
        yield f"control-{code:x}", SOUND + chr(code).encode()
    for share in (3, 9, 40, 80, 120):
        yield f"cut-after-{share}", SOUND[:share]


def _bodies() -> Iterator[tuple[str, bytes]]:
    odd = {
        "script": "<script>alert(1)</script>",
        "style": "<style>body{display:none}</style>",
        "iframe": '<iframe src="https://example.com/"></iframe>',
        "form": '<form action="https://example.com/"><input name="a"></form>',
        "handler": '<img src="x" onerror="alert(1)">',
        "svg": "<svg onload=alert(1)>",
        "object": '<object data="x"></object>',
        "meta": '<meta http-equiv="refresh" content="0;url=https://example.com/">',
        "base": '<base href="https://example.com/">',
        "link": '<link rel="stylesheet" href="https://example.com/a.css">',
        "comment": "<!-- piilossa -->",
        "open-comment": "<!-- auki",
        "bold": "<b>lihava</b>",
        "javascript": "[a](javascript:alert(1))",
        "javascript-entity": "[a](&#106;avascript:alert(1))",
        "javascript-break": "[a](java&#10;script:alert(1))",
        "data": "[a](data:text/html,x)",
        "vbscript": "[a](vbscript:x)",
        "file": "[a](file:///etc/passwd)",
        "slashes": "[a](//example.com/)",
        "autolink": "<javascript:alert(1)>",
        "reference": "[a][b]\n\n[b]: javascript:alert(1)",
        "remote-picture": "![a](https://example.com/a.png)",
        "data-picture": "![a](data:image/svg+xml;base64,AAAA)",
        "missing-picture": "![a](puuttuu.png)",
        "outside-picture": "![a](../../../etc/passwd.png)",
        "typed-picture": "![a](kuva.svg)",
        "empty-picture": "![a]()",
        "identity-code": "Tunnus 010190-900P.",
        "identity-code-in-cells": "| a | b |\n| --- | --- |\n| Tunnus | 010190-**900P** |",
        "identity-code-in-note": "Teksti.[^1]\n\n[^1]: Tunnus 010190&#45;900P",
        "identity-code-in-picture": "![010190-900P](kuva.png)",
    }
    for name, lines in odd.items():
        yield f"body-{name}", text(f"{BODY}\n{lines}\n").encode()


MISLEADING = (
    0x61C, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0x115F,
    0x1160, 0x3164, 0xFFA0, 0x2800, 0xFFF9, 0xFFFA, 0xFFFB, 0xFDD0, 0x1FFFE, 0xE0001, 0xE0041,
    0xE007F,
)  # fmt: skip
NO_CHARACTERS = (0xFDD0, 0x1FFFE)
"""No entity makes anything of these."""
HIDDEN = (
    0xAD,
    0x200B,
    0x200C,
    0x200D,
    0x200E,
    0x2028,
    0x2029,
    0x2060,
    0xFE0F,
    0xFEFF,
    0xFFFD,
    0xE000,
)


def _characters() -> Iterator[tuple[str, bytes]]:
    for code in MISLEADING:
        yield f"character-{code:x}", text(f"{BODY}\nEsi{chr(code)}merkki\n").encode()
        if code not in NO_CHARACTERS:
            yield f"entity-{code:x}", text(f"{BODY}\nEsi&#{code};merkki\n").encode()
    for code in HIDDEN:
        yield f"title-{code:x}", text(title=f"Malli{chr(code)}lan suunnitelma").encode()
        yield f"provider-{code:x}", text(provider=json.dumps(f"Mallilan{chr(code)} kunta")).encode()
    for number, (latin, other) in enumerate(zip("aeopcyxKMHOT", "аеорсухКМНОТ", strict=True)):
        word = "kaeopcyxKMHOTk".replace(latin, other, 1)
        yield f"lookalike-{number}", text(f"{BODY}\n{word}\n").encode()
    yield "lookalike-place", text(municipality="Esp\u043eo").encode()
    yield "lookalike-provider", text(provider="M\u0430llilan kunta").encode()


def _golden() -> Iterator[BrokenPlan]:
    """Golden cases that are broken by what stands in them alone."""
    for file in sorted(CASES.glob("*/*.md")):
        said = file.with_suffix(".txt")
        alone = not any(file.with_suffix(f".{of}").exists() for of in ("files", "other.md"))
        if file.parent.name == "file-name" or not alone or not said.exists():
            continue
        found = ERROR.search(said.read_text(encoding="utf-8"))
        if found:
            yield BrokenPlan(f"case-{file.parent.name}-{file.stem}", file.read_bytes(), found[1])
