#!/usr/bin/env python3
"""Feed the reader of plans with what breaks readers: `fuzz.py FOLDER [libFuzzer's options]`.

Inputs are changed at random and kept where they reach code that none before them did. FOLDER gets
the cases of the tests and the plans to begin with. Whatever raises, takes 30 seconds or more than
2 GB ends the run with an exit status that is not 0; the input lies in FOLDER then. The last line
says how many inputs were run.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "hooks")]

with atheris.instrument_imports(include=["kuntakesu", "markdown", "yaml"]):
    from tests.whole import everything

SOURCES = ("tests/cases/**/*.md", "plans/**/*.md")
LONGEST = 1024
OPTIONS = (
    "-seed=1",
    f"-max_len={LONGEST}",
    "-timeout=30",
    "-rss_limit_mb=2048",
    "-print_final_stats=0",
    "-verbosity=1",
)
PATH = "plans/mallilan-kunta/2025-2029.md"
HEADER = b"""---
title: Mallilan suunnitelma
provider: Mallilan kunta
municipality: Espoo
period: 2025-2029
language: fi
themes: [oppiminen]
status: approved
---
## Oppilaiden oppiminen
"""


def read(raw: bytes) -> None:
    """Do all with a file; what does not begin like one becomes a plan's text."""
    everything(raw if raw.startswith(b"---") else HEADER + raw, PATH)


def seed(folder: Path) -> None:
    """Put into a folder what is known to be of interest, whole and without its header."""
    for pattern in SOURCES:
        for number, file in enumerate(sorted(ROOT.glob(pattern))):
            raw = file.read_bytes()
            body = raw.split(b"\n---\n", 1)[-1]
            for part, content in (("whole", raw), ("body", body)):
                name = f"{file.parent.name}-{number}-{part}"
                (folder / name).write_bytes(content[:LONGEST])


def main() -> None:
    """Seed the folder and run."""
    folder = Path(sys.argv[1])
    seed(folder)
    found = f"-artifact_prefix={folder}/found-"
    atheris.Setup([sys.argv[0], str(folder), *OPTIONS, found, *sys.argv[2:]], read)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
