"""What scripts load of others: lunr.js; and for the form the Python package and npm packages.

`make site` installs the npm packages into `hooks/browser/node_modules`. Where they are missing,
the site is built without them, and the form says what it can't do.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from kuntakesu.javascript import NOTICE, minified

HERE = Path(__file__).parent
PACKAGES = HERE / "browser" / "node_modules"
FOLDER = "js/packages"
PYTHON = f"{FOLDER}/kuntakesu.zip"
# Rooms of the package that nothing in the form needs.
LEFT_OUT = ("exports", "javascript", "review", "search", "stylesheet")
LIBRARIES = ("jinja2", "markdown", "markupsafe", "phonenumbers", "rapidfuzz", "yaml")
# What phonenumbers reads for emergency numbers and the like alone.
NOT_LOADED = ("phonenumbers/shortdata/region_",)
SUFFIXES = {".py", ".yml", ".csv", ".html"}
# Where each file of the npm packages lies below the site's `js/packages/`.
COPIED = {
    "pyodide.mjs": "pyodide/pyodide.mjs",
    "pyodide.asm.mjs": "pyodide/pyodide.asm.mjs",
    "pyodide.asm.wasm": "pyodide/pyodide.asm.wasm",
    "pyodide-lock.json": "pyodide/pyodide-lock.json",
    "python_stdlib.zip": "pyodide/python_stdlib.zip",
    "purify.js": "dompurify/dist/purify.es.mjs",
    "mammoth.js": "mammoth/mammoth.browser.min.js",
}
TURNDOWN = "turndown/lib/turndown.browser.es.js"
COMMON_JS = {"turndown-gfm.js": "@joplin/turndown-plugin-gfm/lib/turndown-plugin-gfm.cjs.js"}
# What the checks load of them; the rest is for a pasted text or a Word file.
LOADED = ("kuntakesu", "pyodide", "python", "purify")
Made = dict[str, Any]
"""What a site engine makes a file of: an `abs_src_path`, or a `content`."""
EARLIEST = (1980, 1, 1, 0, 0, 0)


def are_installed() -> bool:
    """Whether the npm packages are there."""
    return all(
        (PACKAGES / path).is_file() for path in (*COPIED.values(), *COMMON_JS.values(), TURNDOWN)
    )


def browser_files() -> Iterator[tuple[str, Made]]:
    """Addresses below the site, with what a site engine makes each file of.

    There is none for the form where nothing is installed.
    """
    yield "js/lunr.js", {"content": minified(_lunr().read_text(encoding="utf-8"), NOTICE)}
    if not are_installed():
        return
    yield PYTHON, {"content": python_zip()}
    for name, path in COPIED.items():
        yield f"{FOLDER}/{name}", {"abs_src_path": str(PACKAGES / path)}
    script = (PACKAGES / TURNDOWN).read_text(encoding="utf-8")
    yield f"{FOLDER}/turndown.js", {"content": _without_trial(script)}
    for name, path in COMMON_JS.items():
        script = (PACKAGES / path).read_text(encoding="utf-8")
        yield f"{FOLDER}/{name}", {"content": _as_module(script)}


def _lunr() -> Path:
    """lunr.js as the mkdocs package has it."""
    spec = find_spec("mkdocs")
    folder = Path(spec.origin).parent if spec and spec.origin else HERE
    return folder / "contrib/search/templates/search/lunr.js"


def megabytes(files: Mapping[str, Made]) -> int:
    """What the checks and the preview load of these files at most; 0 where they are not there."""
    loaded = (made for name, made in files.items() if Path(name).name.startswith(LOADED))
    return -(-sum(map(_size, loaded)) // 1_000_000)


def _size(made: Made) -> int:
    content = made.get("content")
    return len(content) if content is not None else Path(made["abs_src_path"]).stat().st_size


def python_zip() -> bytes:
    """The package and what it imports, the same bytes for the same files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, file in sorted(_python_files()):
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, file.read_bytes())
    return made.getvalue()


def _python_files() -> Iterator[tuple[str, Path]]:
    yield "nh3.py", HERE / "browser" / "nh3.py"
    for file in _files(HERE / "kuntakesu"):
        below = file.relative_to(HERE / "kuntakesu").as_posix()
        if not below.startswith(LEFT_OUT):
            yield f"kuntakesu/{below}", file
    for library in LIBRARIES:
        spec = find_spec(library)
        folder = Path(spec.origin).parent if spec and spec.origin else HERE / library
        for file in _files(folder):
            name = f"{library}/{file.relative_to(folder).as_posix()}"
            if not name.startswith(NOT_LOADED):
                yield name, file


def _files(folder: Path) -> Iterator[Path]:
    for file in folder.rglob("*"):
        if file.suffix in SUFFIXES and "__pycache__" not in file.parts:
            yield file


def _without_trial(script: str) -> bytes:
    """Turndown without its trial of the browser's parser, which the site's policy refuses.

    It parses nothing here: the form gives it documents.
    """
    before, trial, after = script.partition("canParseHTMLNatively() ?")
    if not trial:
        raise ValueError(f"{TURNDOWN}: no trial of the parser")
    return f"{before}true ?{after}".encode()


def _as_module(script: str) -> bytes:
    """A CommonJS file that imports nothing, as the module that a browser loads."""
    return f"const exports = {{}};\n{script}\nexport {{ gfm }};\n".encode()
