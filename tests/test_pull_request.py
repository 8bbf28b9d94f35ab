"""A proposed change as the host hands it over: two commits of a real repository."""

from __future__ import annotations

from pathlib import Path

import pytest

from kuntakesu.review.comment import MARKER
from tests.changing import OLD, PLAN, SECOND, TUUSULA, Change, cloned, look
from tests.making import BODY, text


@pytest.fixture
def change(tmp_path: Path) -> Change:
    return cloned(tmp_path / "clone")


def test_an_added_plan_is_told_in_plain_words(change: Change) -> None:
    change.put("plans/tuusulan-kunta/2022-2025.md", TUUSULA)
    change.commit()
    seen = look(change, "--preview", "https://example.org/run/1")
    assert (seen.status, seen.output, seen.error) == (0, "", "")
    assert seen.comment.startswith(f"{MARKER}\n### Tarkistus on tehty, eikä korjattavaa ole\n")
    assert "- Lisätty: Tuusula 2022–2025, 4 teemaa, 11 kehittämiskohdetta\n" in seen.comment
    assert "- Added: Tuusula 2022–2025, 4 themes, 11 development targets\n" in seen.comment
    assert "[esikatselu](https://example.org/run/1)" in seen.comment
    assert "suunnitelmat/tuusulan-kunta/2022-2025/index.html" in seen.shown


def test_a_changed_plan_says_which_facts_and_how_many_targets(change: Change) -> None:
    change.put(PLAN, text(BODY + SECOND, status="proposed"))
    change.commit()
    seen = look(change)
    assert seen.status == 0
    assert (
        "- Muutettu: Espoo 2025–2029\n"
        "  - alkutiedot, jotka muuttuvat: Tila\n"
        "  - kehittämiskohteita ennen 1, nyt 2\n"
        "  - 5 uutta tai muutettua riviä\n"
    ) in seen.comment


def test_a_renamed_plan_warns_of_its_address(change: Change) -> None:
    change.git("mv", OLD, "plans/mallilan-kunta/2021-2025.md")
    change.put("plans/mallilan-kunta/2021-2025.md", text(period="2021-2025"))
    change.commit()
    seen = look(change)
    assert seen.status == 0
    assert f"- Siirretty: Espoo 2021–2025. Ennen {OLD}, nyt plans" in seen.shown
    assert "  - alkutiedot, jotka muuttuvat: Suunnitelmakausi\n" in seen.comment
    assert "osoite vaihtuu" in seen.comment


def test_a_move_to_a_wrong_place_blocks_though_no_line_is_touched(change: Change) -> None:
    change.git("mv", OLD, "plans/mallilan-kunta/2020-2024.md")
    change.commit()
    seen = look(change)
    assert seen.status == 1
    assert "::error file=plans/mallilan-kunta/2020-2024.md,line=5," in seen.output


def test_a_deleted_plan_is_told(change: Change) -> None:
    (change.folder / OLD).unlink()
    change.commit()
    seen = look(change)
    assert seen.status == 0
    assert "- Poistettu: Espoo 2021–2024. Vanhaan osoitteeseen jää sivu" in seen.comment


def test_to_delete_what_another_plan_names_blocks(change: Change) -> None:
    change.git("checkout", "-q", "main")
    change.put(PLAN, text(replaces="mallilan-kunta/2021-2024"))
    change.commit()
    change.git("checkout", "-q", "-b", "deletion")
    (change.folder / OLD).unlink()
    change.commit()
    seen = look(change, head="deletion")
    assert seen.status == 1
    assert f"::error file={PLAN}," in seen.output
    assert "title=broken-reference" in seen.output


def test_an_error_on_a_touched_line_blocks_and_says_how_to_mend_it(change: Change) -> None:
    change.put(PLAN, text(period="2029-2025"))
    change.commit()
    seen = look(change)
    assert seen.status == 1
    assert f"::error file={PLAN},line=5,endLine=5,col=9,endColumn=18,title=period-order" in (
        seen.output
    )
    assert "### Suunnitelmassa on vielä korjattavaa\n" in seen.comment
    assert "**1 kohta on korjattava ennen julkaisua**" in seen.comment
    assert f"- {PLAN}:5 virhe (period-order): suunnitelmakausi päättyy" in seen.shown
    assert "Korjaus: kirjoita alkuvuosi ensin, esimerkiksi 2025-2029" in seen.shown
    assert "To mend it: write the first year first" in seen.shown


def broken_before(change: Change, **header: str) -> None:
    """The branch begins from a plan that has an error already."""
    change.git("checkout", "-q", "main")
    change.put(PLAN, text(**header))
    change.commit()
    change.git("checkout", "-q", "-B", "change")


def test_an_old_error_on_another_line_is_shown_and_does_not_block(change: Change) -> None:
    broken_before(change, status="adopted")
    change.put(PLAN, text(BODY + SECOND, status="adopted"))
    change.commit()
    seen = look(change)
    assert seen.status == 0
    assert f"::warning file={PLAN},line=8," in seen.output
    assert "**1 huomautus, joka ei estä julkaisua**" in seen.comment


def test_an_old_error_on_a_line_that_moved_does_not_block(change: Change) -> None:
    broken_before(change, status="adopted")
    change.put(PLAN, text(status="adopted").replace("language:", "# Kieli\nlanguage:"))
    change.commit()
    seen = look(change)
    assert seen.status == 0
    assert f"::warning file={PLAN},line=9," in seen.output


def test_an_old_error_on_a_touched_line_blocks(change: Change) -> None:
    broken_before(change, status="adopted")
    change.put(PLAN, text(status="adopted  "))
    change.commit()
    assert look(change).status == 1


@pytest.mark.parametrize(
    ("header", "body", "status"),
    [({"title": "Uusi nimi"}, BODY, 1), ({}, BODY + SECOND, 0)],
    ids=["header touched", "body touched"],
)
def test_a_missing_fact_counts_for_the_header(
    change: Change, header: dict[str, str], body: str, status: int
) -> None:
    broken_before(change, status="")
    change.put(PLAN, text(body, status="", **header))
    change.commit()
    seen = look(change)
    assert seen.status == status
    assert "title=missing-field" in seen.output


def test_to_take_a_fact_away_blocks(change: Change) -> None:
    change.put(PLAN, text(status=""))
    change.commit()
    assert look(change).status == 1


def test_errors_of_plans_that_the_change_leaves_alone_are_not_its_business(change: Change) -> None:
    broken_before(change, status="adopted")
    change.put("plans/tuusulan-kunta/2022-2025.md", TUUSULA)
    change.commit()
    seen = look(change)
    assert (seen.status, seen.output) == (0, "")


def test_the_change_is_judged_upon_the_base_of_today(change: Change) -> None:
    change.put(PLAN, text(replaces="mallilan-kunta/2021-2024"))
    change.commit()
    assert look(change).status == 0
    change.git("checkout", "-q", "main")
    (change.folder / OLD).unlink()
    change.put("plans/tuusulan-kunta/2022-2025.md", TUUSULA)
    change.commit()
    seen = look(change)
    assert seen.status == 1
    assert "Tuusula" not in seen.comment
    assert "Poistettu" not in seen.comment
