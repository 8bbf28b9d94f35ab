#!/usr/bin/env python3
"""Begin a plan: `new_plan.py [--municipality … --period …]`.

Asks for what is missing, if there is somebody to ask, and writes a file with the required facts
and the themes' headings at its right place below `plans/`. A file that is there already is left
alone. Exit status: 0 written, 1 a fact is wrong or missing or the file is there, 2 it could not be
written.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from kuntakesu.fields import Field  # noqa: E402 (the path is set just above)
from kuntakesu.languages import Words, words  # noqa: E402
from kuntakesu.plan_file import Value  # noqa: E402
from kuntakesu.reporters.harmless import harmless  # noqa: E402
from kuntakesu.reporters.sentence import hint, message  # noqa: E402
from kuntakesu.skeleton import (  # noqa: E402
    faults,
    place,
    read_value,
    required_fields,
    skeleton,
    usual,
)
from kuntakesu.vocabulary.register import read_register  # noqa: E402


class RefusalError(Exception):
    """What keeps the plan from being begun, in words for its author."""


def main(arguments: list[str] | None = None) -> int:
    """Collect the facts, write the file, and return the exit status."""
    options = _parser().parse_args(arguments)
    values: dict[str, Value] = {}
    chosen = words(options.language or "fi")
    try:
        for field in required_fields():
            given = getattr(options, field.key)
            values[field.key] = (
                _checked(field, given, values, chosen)
                if given is not None
                else _asked(field, values, chosen)
            )
            chosen = words(str(values["language"]))
        file = options.root / place(values)
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as opened:
            opened.write(skeleton(values))
    except FileExistsError:
        return _said(chosen("new_plan.exists", path=place(values)), 1)
    except RefusalError as refusal:
        return _said(str(refusal), 1)
    except (EOFError, KeyboardInterrupt):
        return _said(f"\n{chosen('new_plan.stopped')}", 1)
    except OSError as error:
        return _said(f"new_plan: {error}", 2)
    print(chosen("new_plan.written", path=place(values)))
    return 0


def _asked(field: Field, values: dict[str, Value], chosen: Words) -> Value:
    """Ask until there is an answer that the rules do not fault."""
    if not sys.stdin.isatty():
        raise RefusalError(chosen("new_plan.missing", option=_option(field)))
    print(f"\n{chosen(f'fields.{field.key}.label')}. {chosen(f'fields.{field.key}.help')}")
    for number, choice in enumerate(field.choices, 1):
        print(f"  {number}  {choice}: {chosen(f'values.{field.vocabulary}.{choice}')}")
    if field.many:
        print(chosen("new_plan.several"))
    if not field.choices:
        own = f"fields.{field.key}.example"
        example = chosen.raw(own) if chosen.has(own) else ", ".join(field.example)
        print(chosen("new_plan.example", example=example))
    default = usual(field)
    prompt = f"[{default}] > " if default else "> "
    while True:
        try:
            return _checked(field, input(prompt).strip() or default, values, chosen)
        except RefusalError as refusal:
            print(harmless(str(refusal)), file=sys.stderr)


def _checked(field: Field, text: str, values: dict[str, Value], chosen: Words) -> Value:
    """The value of a field, if no rule has a fault to find with it."""
    value = read_value(field, text)
    if not any(sign.isalnum() for sign in "".join(value)):
        raise RefusalError(chosen("new_plan.missing", option=_option(field)))
    found = faults({**values, field.key: value}, field.key, read_register())
    if found:
        language = chosen.language
        told = (f"{message(one, language)}\n  {hint(one, language)}".rstrip() for one in found)
        raise RefusalError(
            "\n".join(f"{chosen(f'fields.{field.key}.label')}: {one}" for one in told)
        )
    return value


def _option(field: Field) -> str:
    return f"--{field.key}"


def _said(text: str, status: int) -> int:
    print(harmless(text), file=sys.stderr)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    english = words("en")
    for field in required_fields():
        told = english(f"fields.{field.key}.help").replace("%", "%%")
        parser.add_argument(_option(field), help=told)
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    sys.exit(main())
