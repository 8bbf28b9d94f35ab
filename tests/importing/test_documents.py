"""Documents made of known plans in every kind and layout, and what of them comes back.

`make bench-import` measures more of them; here is a smaller number with a floor.
"""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import docx
import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from bench.documents.drawing import Bullets, Drawing, Grid, Heading, Text, Title
from bench.documents.known import KnownPlan, read_known
from bench.documents.layouts import HELD_OUT, LAYOUTS, Layout
from bench.documents.marks import Marks, marked
from bench.documents.writers import KINDS, write_docx
from conversion import word
from conversion.reading import read
from import_plan import main
from kuntakesu.check import check
from kuntakesu.diagnostics import Severity
from kuntakesu.importing.draft import make_draft
from kuntakesu.importing.markup import read_html
from kuntakesu.vocabulary.register import read_register
from tests.importing.making import renderer
from tests.making import ROOT, context, submission

PLANS = ROOT / "tests/search/plans"
KNOWN = ("mantsalan-kunta/2018", "kokkolan-kaupunki/2022-2025.sv", "tuusulan-kunta/2022-2025")
EVERY = [
    (layout, kind, KNOWN[number % len(KNOWN)])
    for number, layout in enumerate((*LAYOUTS, *HELD_OUT))
    for kind in KINDS
]
# Per kind of layout, what must come back of themes, targets and parts. What is reached is told by
# `make bench-import`; PDF pages with tables in two columns are the weakest.
FLOOR = (0.95, 0.95, 0.85)
FULL = {
    "title": "Mallilan kehittämissuunnitelma 2027–2030",
    "provider": "Mallilan kunta",
    "municipality": "Espoo",
    "period": "2027-2030",
}
SKETCH: Drawing = (
    Title("Mallilan kehittämissuunnitelma 2027–2030"),
    Text("Hyväksytty sivistyslautakunnassa 12.3.2027 § 25"),
    Text("Suunnitelma koskee kunnan esi- ja perusopetusta ja ohjaa koulujen työtä."),
    Heading(1, "Oppilaiden oppiminen"),
    Heading(2, "Lukutaito"),
    Text("Tavoitteet: Kaikki lukevat.", "Tavoitteet:"),
    Bullets((Text("Toimenpiteet: Lukutunti joka viikko"), Text("Vastuu: Rehtorit"))),
    Heading(1, "Johtaminen"),
    Grid((("Kehittämiskohde", "Tavoite", "Mittari"), ("Yhteistyö", "Tavataan", "Kokoukset"))),
)


@cache
def known(name: str) -> KnownPlan:
    return read_known(PLANS / f"{name}.md", renderer())


@cache
def imported(layout: Layout, kind: str, name: str, folder: Path) -> Marks:
    file = folder / f"{layout.__name__}-{kind.replace(' ', '-')}.{kind.split(maxsplit=1)[0]}"
    KINDS[kind](layout(known(name)), file)
    draft = make_draft(read(file), {}, read_register())
    return marked(known(name), draft, renderer())


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("documents")


def test_there_are_enough_documents() -> None:
    assert len(EVERY) >= 60
    assert {kind.split()[0] for _, kind, _ in EVERY} >= {"docx", "odt", "pdf"}


@pytest.mark.parametrize("kind", KINDS)
def test_themes_targets_and_parts_come_back(kind: str, folder: Path) -> None:
    found = [imported(*one, folder) for one in EVERY if one[1] == kind]
    assert len(found) == len(LAYOUTS) + len(HELD_OUT)
    shares = sum(found[1:], start=found[0]).shares
    assert all(share >= floor for share, floor in zip(shares, FLOOR, strict=True)), shares


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
@pytest.mark.parametrize("kind", ["docx", "odt", "html"])
def test_what_has_its_own_structure_comes_back_whole(
    kind: str, layout: Layout, folder: Path
) -> None:
    marks = next(imported(*one, folder) for one in EVERY if one[:2] == (layout, kind))
    assert marks.found == marks.known
    assert marks.known[2] > 3


def test_marks_are_lost_where_a_part_is_elsewhere() -> None:
    plan = known(KNOWN[0])
    draft = make_draft(read_html("<h1>Johtaminen</h1><p>Tavoite: muu</p>"), {}, read_register())
    marks = marked(plan, draft, renderer())
    assert marks.found == (1, 0, 0)
    assert marks.known[0] == len(plan.themes) == 4


# The command line


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> tuple[int, str, str]:
    out, err = io.BytesIO(), io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(out, write_through=True))
    monkeypatch.setattr("sys.stderr", io.TextIOWrapper(err, write_through=True))
    status = main(list(arguments))
    return status, out.getvalue().decode(), err.getvalue().decode()


def given() -> list[str]:
    return [piece for key, value in FULL.items() for piece in (f"--{key}", value)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_becomes_a_plan_without_an_error(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, plan = (
        tmp_path / f"a.{kind.split(maxsplit=1)[0]}",
        tmp_path / "mallilan-kunta/2027-2030.md",
    )
    KINDS[kind](SKETCH, file)
    status, out, err = run(monkeypatch, str(file), *given(), "--output", str(plan))
    assert (status, out) == (0, "")
    assert "Teemoja tunnistettiin 2." in err
    read_plan = submission(plan.read_text(encoding="utf-8"), "mallilan-kunta/2027-2030")
    found = check((read_plan,), context()).diagnostics
    assert [one for one in found if one.severity is Severity.ERROR] == []
    assert read_plan.plan
    assert read_plan.plan.approval.body == "Sivistyslautakunta"
    targets = [target.title for theme in read_plan.body.themes for target in theme.targets]
    assert targets == ["Lukutaito", "Yhteistyö"]


def test_nothing_is_replaced_unasked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, plan = tmp_path / "a.docx", tmp_path / "plan.md"
    write_docx(SKETCH, file)
    plan.write_text("oma", encoding="utf-8")
    status, _, err = run(monkeypatch, str(file), "--output", str(plan))
    assert (status, plan.read_text(encoding="utf-8")) == (2, "oma")
    assert "--force" in err
    assert run(monkeypatch, str(file), "--output", str(plan), "--force")[0] == 0
    assert "## Johtaminen" in plan.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.docx", b"PK\x03\x04 not a document", "rikki"),
        ("a.docx", bytes.fromhex("d0cf11e0a1b11ae1") + b"x", "salasanalla"),
        ("a.doc", b"x", ".docx"),
        ("a.odt", b"", "rikki"),
        ("a.pptx", b"hello", "rikki"),
        ("a.pdf", b"%PDF-1.4 broken", "rikki"),
        ("a.txt", b" \n ", "ei ole tekstiä"),
        ("a.txt", b"a\0b\0", "rikki"),
        ("a.html", b"<p></p>", "ei ole tekstiä"),
        ("a.xls", b"x", ".odt"),
    ],
)
def test_what_is_no_document_is_said_plainly(
    name: str, content: bytes, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / name).write_bytes(content)
    status, out, err = run(monkeypatch, str(tmp_path / name))
    assert (status, out) == (1, "")
    assert told in err
    assert "Traceback" not in err


def test_a_scanned_pdf_and_a_locked_one_are_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Image.new("RGB", (50, 50), "white").save(tmp_path / "p.png")
    scan = Canvas(str(tmp_path / "scan.pdf"))
    scan.drawImage(str(tmp_path / "p.png"), 0, 0, 500, 700)
    scan.save()
    locked = Canvas(str(tmp_path / "locked.pdf"), encrypt=StandardEncryption("salasana"))
    locked.drawString(100, 100, "teksti")
    locked.save()
    assert "skannattu" in run(monkeypatch, str(tmp_path / "scan.pdf"))[2]
    assert "salasanalla" in run(monkeypatch, str(tmp_path / "locked.pdf"))[2]


def test_a_missing_file_is_our_callers_fault_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    status, _, err = run(monkeypatch, "/nowhere/a.docx", "--report-language", "en")
    assert status == 2
    assert "cannot be opened" in err


def test_notes_and_running_heads_of_word_are_not_lost_unsaid(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_paragraph("Teksti")
    made.sections[0].header.paragraphs[0].text = "Mallilan kunta"
    made.save(str(tmp_path / "a.docx"))
    document = word.read(tmp_path / "a.docx")
    assert [(one.kind, one.text) for one in document.dropped] == [("running", "Mallilan kunta")]


def test_what_runs_over_the_pages_of_a_pdf_is_left_out_and_said(tmp_path: Path) -> None:
    long = (*SKETCH, *(Text(f"Kappale {n} " + "jatkuu pitkään. " * 30) for n in range(30)))
    KINDS["pdf one column"](long, tmp_path / "a.pdf")
    document = read(tmp_path / "a.pdf")
    dropped = [one for one in document.dropped if one.kind == "running"]
    assert dropped[0].count >= 4
    assert "Mallilan kehittämissuunnitelma" in dropped[0].text
