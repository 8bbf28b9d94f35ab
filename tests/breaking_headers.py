"""Headers of plans that are broken, each in one way alone."""

from __future__ import annotations

from collections.abc import Iterator

from tests.making import BODY, HEADER, text

WRONG = (
    "[a, b]", "{a: b}", "[[a]]", "''", "~", "!!str x", "&x y", "*x", "'", '"', "[", "{a", "x: y",
    "| \n  a\n  b", "@x", "`x`", "%x", "x" * 1200, '"\\u0000"', '"\\u202e"', '"a\\x07b"',
)  # fmt: skip
# Of a field that takes any text these are values like others.
FINE = {
    "title": ("| \n  a\n  b",), "provider": ("| \n  a\n  b",), "summary": ("| \n  a\n  b",),
    "contact": ("| \n  a\n  b",), "themes": (), "partners": ("[a, b]", "| \n  a\n  b"),
}  # fmt: skip
OPTIONAL = (
    "levels", "kind", "published_by", "translation_of", "replaces", "reviewed", "summary",
    "partners", "contact",
)  # fmt: skip
EMPTY = ("''", "~")


def values() -> Iterator[tuple[str, bytes]]:
    """Every field with every kind of value that it does not take."""
    for key in (*HEADER, *OPTIONAL):
        for number, value in enumerate(WRONG):
            is_fine = value in FINE.get(key, ()) or (key in OPTIONAL and value in EMPTY)
            if not is_fine:
                yield f"{key}-{number}", text(**{key: value}).encode()
    own = {
        "period": ("2029-2025", "2025–2029", "25-29", "2025-", "2025-2029-2030", "0x7E9", "1e3"),
        "language": ("suomi", "FI", "no", "fi, sv"),
        "municipality": ("Espoon kaupunki", "Uusimaa", "5", "08", "0o20", "[Espoo, Espoo]", "Ei"),
        "themes": ("oppimine", "[oppiminen, oppiminen]", "kaikki", "Oppiminen"),
        "status": ("hyväksytty", "no", "true", "Approved"),
        "reviewed": ("2024-02-30", "1.1.2024", "2024-W01-1", "20240101", "2024-1-1", "eilen"),
        "kind": ("KuntaKesu", "ohjelma"),
        "translation_of": ("mallilan-kunta/1999", "../../etc/passwd", "x"),
        "replaces": ("mallilan-kunta/1999", "https://example.fi/", "x"),
    }
    for key, values in own.items():
        for number, value in enumerate(values):
            yield f"{key}-own-{number}", text(**{key: value}).encode()
    for key in ("date", "body", "decision", "url"):
        for number, value in enumerate(("[a]", "{a: b}", '"\\u200b"', "x" * 1200)):
            yield f"approved-{key}-{number}", text(approved=f"\n  {key}: {value}").encode()
    for address in (
        "javascript:alert(1)",
        "www.example.fi",
        "file:///etc/passwd",
        "http://",
        "//x",
    ):
        yield f"url-{address[:4]}-{len(address)}", text(source=f"\n  url: {address}").encode()


def headers() -> Iterator[tuple[str, bytes]]:
    """Lines that are missing, doubled or out of their place."""
    for key in HEADER:
        yield f"without-{key}", text(**{key: ""}).encode()
        yield f"twice-{key}", text(**{key: f"{HEADER[key]}\n{key}: {HEADER[key]}"}).encode()
        yield f"quoted-twice-{key}", text(**{key: f'{HEADER[key]}\n"{key}": x'}).encode()
        yield (
            f"capital-{key}",
            text(**{key: ""}).replace("---", f"---\n{key.title()}: x", 1).encode(),
        )
        yield f"no-colon-{key}", text().replace(f"{key}:", f"{key} ", 1).encode()
        yield f"indented-{key}", text().replace(f"{key}:", f"   {key}:", 1).encode()
        yield f"tab-{key}", text().replace(f"{key}:", f"\t{key}:", 1).encode()
    yield "line-above", b"\n" + text().encode()
    yield "space-above", b" " + text().encode()
    yield "four-hyphens", b"-" + text().encode()
    yield "plus-fence", text().encode().replace(b"---", b"+++")
    yield "no-end", text().encode().replace(b"\n---\n", b"\n")
    yield "body-alone", BODY.encode()
    yield "fence-alone", b"---\n---\n"
    yield "list", b"---\n- a\n- b\n---\n" + BODY.encode()
    yield "text", b"---\nvain teksti\n---\n" + BODY.encode()
    yield "json-list", b"---\n[1, 2]\n---\n" + BODY.encode()


def yaml_oddities() -> Iterator[tuple[str, bytes]]:
    """What YAML has and a plan may not."""
    nested = "[" * 50 + "]" * 50
    odd = {
        "python-object": "x: !!python/object/apply:os.system [id]",
        "python-name": "x: !!python/name:os.system",
        "own-tag": "x: !tag y",
        "binary": "x: !!binary aGVp",
        "set": "x: !!set {a, b}",
        "anchor": "x: &a b",
        "alias-of-none": "x: *a",
        "alias-of-itself": "x: &a [*a]",
        "bomb": "a: &a [x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\nd: [*c, *c, *c]",
        "merge": "<<: {title: y}",
        "merge-alias": "approved: &a {body: x}\nsource:\n  <<: *a",
        "deep": f"x: {nested}",
        "deep-mapping": "x: " + "{a: " * 30 + "b" + "}" * 30,
        "wide": "x: [" + "a, " * 6000 + "]",
        "directive": "%YAML 1.1",
        "tag-directive": "%TAG ! tag:example.fi,2026:",
        "document-end": "...\nx: y",
        "complex-key": "? [a]\n: b",
        "mapping-as-key": "? {a: b}\n: c",
        "empty-key": ": x",
        "null-key": "~: x",
        "number-key": "3: x",
        "block-key": "? |\n  a\n: b",
        "template": "template: redirect.html",
        "hide": "hide: 3",
        "search": "search: foo",
        "search-mapping": "search:\n  exclude: true",
        "icon": "icon: material/school",
        "redirect": "redirect: https://example.com/",
        "location": "location: https://example.com/",
        "status-twice-nested": "approved:\n  body: a\n  body: b",
        "tab-in-mapping": "approved:\n\tbody: a",
        "unfinished-quote": 'x: "a',
        "bad-escape": 'x: "\\q"',
        "nul-escape": 'summary: "a\\0b"',
        "bell-escape": 'summary: "a\\ab"',
        "surrogate-escape": 'summary: "a\\ud800b"',
        "big-escape": 'summary: "a\\UFFFFFFFFb"',
        "block-in-flow": "x: [|\n a]",
        "comma-first": "x: [,]",
        "reserved": "x: @a",
        "comment-in-value": "status: #approved",
        "two-values": "x: a: b",
    }
    for name, lines in odd.items():
        yield f"yaml-{name}", text().replace("\n---\n", f"\n{lines}\n---\n", 1).encode()
