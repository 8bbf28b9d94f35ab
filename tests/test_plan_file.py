"""A written plan's file says what it was made of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuntakesu.plan_file import plan_file
from tests.making import HEADER, submission

# What a browser's text field or a document can give; YAML has no place for other controls.
TEXTS = st.text(
    st.characters(blacklist_categories=["Cs", "Cc", "Co", "Cn"], blacklist_characters="\ufeff"),
    min_size=1,
    max_size=60,
).filter(str.strip)


def test_values_stand_in_the_tables_order_and_lists_of_one_as_one() -> None:
    values = {
        "title": "Mallila: kouluille # hyvää",
        "municipality": ["Mallila"],
        "themes": ["oppiminen", "johtaminen"],
        "approved.decision": "§ 12",
        "approved.date": "2026-12-15",
        "partners": ["Mallilan, Esimerkin ja Kokeen kuntayhtymä", "Osaava-verkosto"],
        "summary": "",
    }
    remarks = {"approved.date": "Arvattu:\ntarkista."}
    assert plan_file(values, "\n## Teema\n\n", remarks) == (
        "---\n"
        'title: "Mallila: kouluille # hyvää"\n'
        "municipality: Mallila\n"
        "themes: [oppiminen, johtaminen]\n"
        "approved:\n"
        "  # Arvattu: tarkista.\n"
        "  date: 2026-12-15\n"
        "  decision: § 12\n"
        'partners: ["Mallilan, Esimerkin ja Kokeen kuntayhtymä", Osaava-verkosto]\n'
        "---\n\n## Teema\n"
    )


def test_a_key_that_is_no_field_is_our_mistake() -> None:
    with pytest.raises(ValueError, match="titel"):
        plan_file({"titel": "x"}, "")


@given(title=TEXTS, partners=st.lists(TEXTS, min_size=1, max_size=3), body=TEXTS)
def test_what_is_written_is_read_again(title: str, partners: list[str], body: str) -> None:
    values = HEADER | {"themes": ["oppiminen"], "title": title, "partners": partners}
    read = submission(plan_file(values, body))
    assert not read.front_matter.fault
    assert read.header.text("title") == " ".join(title.split())
    assert read.header.texts("partners") == tuple(" ".join(one.split()) for one in partners)
