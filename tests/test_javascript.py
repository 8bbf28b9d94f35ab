"""The site's scripts are joined to one file for each that no other imports."""

from __future__ import annotations

import shutil
import subprocess
from graphlib import CycleError
from pathlib import Path

import pytest

from kuntakesu.javascript import published

SOURCES = {
    "main.js": """// Begins here.
import { double, NAME as name } from "./folder/numbers.js";
import { Counter } from "./counter.js";

const element = (/** @type {number} */ value) => `${name} ${double(value)}`;
console.log(element(new Counter().count));
""",
    "counter.js": """import {
  double,
} from "./folder/numbers.js";

const element = 4;

export class Counter {
  count = double(element);
}
""",
    "folder/numbers.js": """import { NAME as own } from "./names.js";

export const NAME = own;
/** @returns {import("./names.js").Name} */
export function double(/** @type {number} */ value) {
  return 2 * value;
}
""",
    "folder/names.js": 'export const NAME = "tulos";\nexport async function unused() {}\n',
    "alone.js": "document.title = 'x'; // no more\n",
}


def test_a_script_has_all_that_it_imports_inside(tmp_path: Path) -> None:
    scripts = dict(published(SOURCES))
    assert list(scripts) == ["alone.js", "main.js"]
    assert scripts["alone.js"] == "document.title='x';\n"
    assert "Begins" not in scripts["main.js"]
    (tmp_path / "main.mjs").write_text(scripts["main.js"], encoding="utf-8")
    node = shutil.which("node")
    assert node, "node is part of the test environment: run make test"
    answer = subprocess.run(
        [node, "main.mjs"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert answer.stdout == "tulos 16\n"


@pytest.mark.parametrize(
    "line",
    [
        'import "./counter.js";',
        'import numbers from "./counter.js";',
        'import * as all from "./counter.js";',
        'export { double } from "./counter.js";',
        "export default 1;",
        'const later = () => import("./counter.js");',
    ],
)
def test_a_shape_that_cannot_be_joined_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"main\.js: not of a shape"):
        list(published({"main.js": line, "counter.js": "export const double = 2;\n"}))


def test_modules_that_import_each_other_are_refused() -> None:
    circle = {
        "main.js": 'import { a } from "./a.js";\na();\n',
        "a.js": 'import { b } from "./b.js";\nexport function a() { b(); }\n',
        "b.js": 'import { a } from "./a.js";\nexport function b() { a(); }\n',
    }
    with pytest.raises(CycleError):
        list(published(circle))
