"""One style sheet for every page, and of Material's no more than is used."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

from kuntakesu.pages.policy import KEPT, caching
from kuntakesu.stylesheet import ORDER, PRINT, joined
from tests.making import ROOT

SHEETS = {
    file.stem: file.read_text(encoding="utf-8") for file in (ROOT / "hooks/theme/css").glob("*.css")
}
# Linked by the page that needs it.
OWN = {"publish"}


def test_every_sheet_is_in_it_or_belongs_to_certain_pages() -> None:
    assert {*ORDER, PRINT} | OWN == SHEETS.keys()


def test_sheets_stand_in_their_order_and_what_is_printed_last() -> None:
    made = {name: f".{name} {{ color: red; }}\n" for name in (*ORDER, PRINT)}
    _, content = joined(made)
    assert re.findall(r"\.(\w+) \{", content) == [*ORDER, PRINT]
    assert content.endswith("@media print {\n.print { color: red; }\n}\n")


def test_it_may_be_kept_and_a_change_gives_it_another_name() -> None:
    address, _ = joined(SHEETS)
    assert caching(address) == KEPT
    assert joined(SHEETS)[0] == address
    assert joined({**SHEETS, "base": SHEETS["base"] + "p { margin: 0; }\n"})[0] != address


def test_comments_go_and_the_licence_of_another_stays() -> None:
    _, content = joined(SHEETS)
    assert re.findall(r"/\*[^!]", content) == []
    assert "Martin Donath" in content
    assert content.count("{") == content.count("}")


def test_what_is_taken_of_material_is_as_material_has_it() -> None:
    """A newer theme may have changed its base: look at it, and take it over."""
    theme = find_spec("material")
    assert theme is not None
    assert theme.origin is not None
    folder = Path(theme.origin).parent / "templates/assets/stylesheets"
    (file,) = folder.glob("main.*.min.css")
    whole = _bare(file.read_text(encoding="utf-8"))
    taken = re.findall(r"[^{}]+\{([^{}]*)\}", SHEETS["material"].partition("*/")[2])
    assert len(taken) > 100
    for declarations in taken:
        told = [_bare(one) for one in re.findall(r'(?:"[^"]*"|[^;"])+', declarations)]
        assert [one for one in told if one and one not in whole] == []


def _bare(css: str) -> str:
    return re.sub(r"\s+", "", css)
