#!/usr/bin/env python3
"""Make a plan's file of a document: `import_plan.py FILE [--municipality …] [--output FILE]`.

The plan is written to the standard output, or to `--output`, and what a human should look at to the
standard error. Exit status: 0 the plan is written, 1 the document can't be understood as one, 2 the
import could not do its work.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "scripts")]

from conversion.faults import UnreadableError  # noqa: E402 (the path is set just above)
from conversion.reading import MEGABYTES, READERS, read  # noqa: E402
from kuntakesu.fields import LANGUAGES  # noqa: E402
from kuntakesu.importing.draft import make_draft  # noqa: E402
from kuntakesu.importing.report import report  # noqa: E402
from kuntakesu.languages import INTERFACE, words  # noqa: E402
from kuntakesu.reporters.harmless import harmless  # noqa: E402
from kuntakesu.vocabulary.register import read_register  # noqa: E402

GIVEN = ("title", "provider", "municipality", "period", "language")
"""The fields that may be given; the import guesses the rest."""


def main(arguments: list[str] | None = None) -> int:
    """Import a document and return the exit status."""
    options = _parser().parse_args(arguments)
    language = options.report_language or options.language or "fi"
    try:
        document = read(options.file)
    except UnreadableError as error:
        return _fail(error.reason, options.file, language, status=1)
    except OSError as error:
        return _fail("unreadable", options.file, language, reason=str(error.strerror))
    given = {key: value for key in GIVEN if (value := getattr(options, key))}
    draft = make_draft(document, given, read_register())
    try:
        if options.output == "-":
            sys.stdout.buffer.write(draft.text().encode())
        else:
            _write(Path(options.output), draft.text(), force=options.force)
    except FileExistsError:
        return _fail("exists", Path(options.output), language)
    except OSError as error:
        return _fail("unreadable", Path(options.output), language, reason=str(error.strerror))
    told = report(draft, options.report_language or draft.language)
    sys.stderr.buffer.write(f"{harmless(told)}\n".encode())
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, help=f"a document: {', '.join(READERS)}")
    for key in GIVEN:
        choices = LANGUAGES if key == "language" else None
        number = "+" if key == "municipality" else None
        parser.add_argument(f"--{key}", choices=choices, nargs=number, help=f"the plan's {key}")
    parser.add_argument("--output", default="-", help="the file to write; - is standard output")
    parser.add_argument("--force", action="store_true", help="replace a file that is there")
    parser.add_argument("--report-language", choices=INTERFACE)
    return parser


def _write(file: Path, text: str, *, force: bool) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb" if force else "xb") as opened:
        opened.write(text.encode())


def _fail(failure: str, file: Path, language: str, *, status: int = 2, reason: str = "") -> int:
    """Say why there is no plan."""
    told = words(language)(
        f"importing.failure.{failure}",
        file=file.name,
        kinds=", ".join(READERS),
        megabytes=MEGABYTES,
        reason=reason,
    )
    sys.stderr.buffer.write(f"{harmless(told)}\n".encode())
    return status


if __name__ == "__main__":
    sys.exit(main())
