"""The hook in its engine: what stops a build, its day, and what a preview shows."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import unquote

import pytest

from day import build_day
from kuntakesu.pages.policy import page_policy
from kuntakesu.reporters import text as reporter
from kuntakesu.workspace import check_tree
from tests.building import build, checkout, write_plan
from tests.making import ROOT, text
from tests.serving import Preview, served

NAME = "mallilan-kunta/2025-2029"
BROKEN = text(period="2029-2025")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the checkout with a single plan of ours."""
    made = checkout(tmp_path / "checkout")
    shutil.rmtree(made / "plans")
    write_plan(made, NAME, text())
    return made


@pytest.mark.parametrize(
    ("epoch", "day"),
    # The last second of 2029 in Finland, and the first of 2030.
    [("1893448799", date(2029, 12, 31)), ("1893448800", date(2030, 1, 1))],
)
def test_a_build_is_of_its_day_in_finland(
    epoch: str, day: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert build_day() == day
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert abs(build_day() - date.today()) <= timedelta(days=1)  # noqa: DTZ011


def test_an_error_stops_the_build_with_the_checkers_words(root: Path, tmp_path: Path) -> None:
    write_plan(root, "mallilan-kunta/2024", BROKEN)
    write_plan(root, "mallilan-kunta/2023", "")
    ran = build(root, tmp_path / "site")
    assert ran.returncode not in (0, 2)
    assert "Traceback" not in ran.stdout
    report = check_tree(root)
    for diagnostic in report.diagnostics:
        assert reporter.one_diagnostic(diagnostic, None) in ran.stdout
    assert len(report.diagnostics) > 1
    assert reporter.closing_line(report, None) in ran.stdout
    assert not (tmp_path / "site" / "index.html").exists()


def test_a_catalogue_without_plans_is_built(root: Path, tmp_path: Path) -> None:
    shutil.rmtree(root / "plans" / "mallilan-kunta")
    ran = build(root, tmp_path / "site")
    assert ran.returncode == 0, ran.stdout
    assert "Built 0 plans, 0 municipalities" in ran.stdout


def test_plans_out_of_the_ordinary(root: Path, tmp_path: Path) -> None:
    body = "## Oppiminen\n\n![Neljä teemaa](nelj%C3%A4%20teemaa.png)\n\n![Toinen](../muut/b.png)\n"
    folder = write_plan(root, NAME, text(body, themes="[oppiminen, johtaminen]")).parent
    picture = b"\x89PNG\r\n\x1a\nnot much of a picture"
    (folder.parent / "muut").mkdir()
    for name in ("neljä teemaa.png", "turha.png", "../muut/b.png"):
        (folder / name).write_bytes(picture)
    engines = text('{{ config }}\n\n## __config\n\n--8<-- "mkdocs.yml"\n', period="2024")
    write_plan(root, "mallilan-kunta/2024", engines)
    ran = build(root, tmp_path / "site")
    assert ran.returncode == 0, ran.stdout

    # A warning is told and stops nothing.
    assert "warning[theme-without-section]" in ran.stdout

    # A plan's pictures lie where its page asks for them, and no other file does.
    site = tmp_path / "site/suunnitelmat"
    page = (site / NAME / "index.html").read_text(encoding="utf-8")
    for source in ("../nelj%C3%A4%20teemaa.png", "../../muut/b.png"):
        assert f'src="{source}"' in page
        assert (site / NAME / unquote(source)).read_bytes() == picture
    assert not list(site.rglob("turha.png"))

    # The engine takes a plan's text for nothing of its own.
    page = (site / "mallilan-kunta/2024/index.html").read_text(encoding="utf-8")
    assert "{{ config }}" in page
    assert 'id="__config"' not in page
    assert "custom_dir" not in page


@pytest.fixture
def preview(root: Path, tmp_path: Path) -> Iterator[Preview]:
    """`mkdocs serve` of the copy, to which a draft and a broken plan were added."""
    write_plan(root, "mallilan-kunta/2030", text(period="2030", status="draft", title="Luonnos"))
    write_plan(root, "mallilan-kunta/2024", BROKEN)
    with served(root, tmp_path / "serve.log") as found:
        yield found


def test_a_preview_shows_drafts_and_goes_on_without_broken_plans(
    root: Path, preview: Preview
) -> None:
    draft = "suunnitelmat/mallilan-kunta/2030/"
    preview.wait(lambda: bool(preview.get(draft)))
    assert "kk-notice--draft" in preview.get(draft)
    listing = preview.get("suunnitelmat/")
    assert 'data-plan="mallilan-kunta/2030"' in listing
    assert f'data-plan="{NAME}"' in listing
    assert "mallilan-kunta/2024" not in listing
    assert preview.get("suunnitelmat/mallilan-kunta/2024/") == ""
    # The engine's own script, which loads a page anew, may run here and in no site that is built.
    assert "livereload(" in listing
    assert page_policy("suunnitelmat/", live=True) in listing
    assert "error[period-order]" in preview.said()
    assert "Traceback" not in preview.said()

    # What the author changes is there a moment later: mended, renamed, removed.
    write_plan(root, "mallilan-kunta/2024", text(period="2024", title="Korjattu suunnitelma"))
    write_plan(root, NAME, text(title="Nimetty uudelleen"))
    (root / "plans/mallilan-kunta/2030.md").unlink()
    mended = "suunnitelmat/mallilan-kunta/2024/"
    preview.wait(lambda: "Korjattu suunnitelma" in preview.get(mended))
    preview.wait(lambda: "Nimetty uudelleen" in preview.get(f"suunnitelmat/{NAME}/"))
    preview.wait(lambda: preview.get(draft) == "")
    assert "Traceback" not in preview.said()

    # A text alone is shown before the whole site is built; in a pause, the rest follows.
    built = preview.said().count("Built ")
    write_plan(root, NAME, text(title="Pikaisesti nimetty"))
    preview.wait(lambda: "Pikaisesti nimetty" in preview.get(f"suunnitelmat/{NAME}/"))
    assert preview.said().count("Built ") == built
    preview.wait(lambda: "Pikaisesti nimetty" in preview.get("suunnitelmat/"))
    write_plan(root, NAME, text(period="2029-2025"))
    preview.wait(lambda: preview.said().count("error[period-order]") > 1)
    assert "Pikaisesti nimetty" in preview.get(f"suunnitelmat/{NAME}/")
    assert "Traceback" not in preview.said()


def test_one_plan_is_previewed_alone(root: Path, tmp_path: Path) -> None:
    (root / "scripts").mkdir()
    shutil.copy(ROOT / "scripts/preview.yml", root / "scripts")
    file = write_plan(root, NAME, text(status="draft", themes="[oppiminen, johtaminen]"))
    write_plan(root, "muu/2025", text(period="2025"))
    own = f"suunnitelmat/{NAME}/"
    with served(root, tmp_path / "log", "-f", "scripts/preview.yml", PLAN=str(file)) as shown:
        shown.wait(lambda: bool(shown.get(own)))
        assert "kk-notice--draft" in shown.get(own)
        assert "assets/kuntakesu." in shown.get(own)
        assert shown.get("suunnitelmat/muu/2025/") == ""
        assert own in shown.said()
        assert "warning[theme-without-section]" in shown.said()
        # A plan with faults is shown as far as it can be read.
        write_plan(root, NAME, text("## Oppiminen\n\nUusi teksti.\n", period="2029-2025"))
        shown.wait(lambda: "Uusi teksti." in shown.get(own))
        shown.wait(lambda: "error[period-order]" in shown.said())
        write_plan(root, NAME, "")
        shown.wait(lambda: "error[no-front-matter]" in shown.said())
        assert "Uusi teksti." in shown.get(own)
    assert "Traceback" not in shown.said()
