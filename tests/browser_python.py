"""The package as it runs in the reader's browser: in Pyodide, here under Node."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import browser_files

SCRIPT = Path(__file__).parent / "ask_browser_python.mjs"
Question = tuple[str, str, list[str]]


def node() -> str:
    """The Node that the tests run scripts with."""
    found = shutil.which("node")
    assert found, "no node: run the tests with `make test`"
    return found


def answers(questions: list[Question], folder: Path) -> list[str]:
    """What the functions say in Pyodide, each named by module and name, to these values."""
    archive, asked, said = folder / "package.zip", folder / "asked.json", folder / "said.json"
    archive.write_bytes(browser_files.python_zip())
    listed = [
        {"module": module, "name": name, "values": values} for module, name, values in questions
    ]
    asked.write_text(json.dumps(listed), encoding="utf-8")
    command = [
        node(),
        str(SCRIPT),
        str(browser_files.PACKAGES),
        str(archive),
        str(asked),
        str(said),
    ]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    # A traceback from Pyodide follows the line of the script, which is all of Pyodide.
    assert ran.returncode == 0, ran.stderr[-2000:]
    found: list[str] = json.loads(said.read_text(encoding="utf-8"))
    return found
