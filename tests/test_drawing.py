"""Where hexagons and bars are drawn."""

from __future__ import annotations

import re
from datetime import date
from math import dist

import pytest

from kuntakesu import drawing
from kuntakesu.drawing import Axis, Cell
from kuntakesu.plan import Period
from kuntakesu.vocabulary.register import read_register

CELLS: dict[Cell, str] = {
    (place.location.column, place.location.row): place.region.code
    for place in read_register().municipalities
}
MIDDLE: Cell = (3, 3)
# An odd column lies half a row lower, so its neighbours beside it are in its own row and the next.
AROUND = [(3, 2), (4, 3), (4, 4), (3, 4), (2, 4), (2, 3)]


def numbers(path: str) -> list[int]:
    return [int(number) for number in re.findall(r"-?\d+", path)]


def test_neighbours_are_equally_far_and_others_farther() -> None:
    middle = drawing.centre(MIDDLE)
    near = [dist(middle, drawing.centre(cell)) for cell in AROUND]
    assert max(near) - min(near) < 1
    others = [(c, r) for c in range(7) for r in range(7) if (c, r) not in {MIDDLE, *AROUND}]
    assert min(dist(middle, drawing.centre(cell)) for cell in others) > 1.4 * max(near)


def test_the_drawing_holds_every_tile() -> None:
    width, height = drawing.size(CELLS)
    for x, y in map(drawing.centre, CELLS):
        assert drawing.SIDE <= x <= width - drawing.SIDE
        assert drawing.HALF <= y <= height - drawing.HALF
    assert drawing.size([]) == (23, 20)


def test_many_tiles_are_one_path_each_where_its_cell_is() -> None:
    path = drawing.tiles([(0, 0), MIDDLE])
    assert path.count("M") == path.count("z") == 2
    first, second = (numbers(part) for part in path.split("M")[1:])
    x, y = drawing.centre(MIDDLE)
    assert second[:2] == [x - drawing.CORNER, y]
    assert first[2:] == second[2:]
    assert drawing.tiles([]) == ""


def test_a_border_is_drawn_once_between_two_groups_and_none_within_or_outside() -> None:
    assert drawing.borders(dict.fromkeys([MIDDLE, *AROUND], "a")) == ""
    assert drawing.borders({MIDDLE: "a"}) == ""
    path = drawing.borders({**dict.fromkeys(AROUND, "a"), MIDDLE: "b"})
    assert path.count("M") == 6


@pytest.mark.parametrize("other", AROUND)
def test_a_border_lies_between_its_cells(other: Cell) -> None:
    ax, ay, bx, by = numbers(drawing.borders({MIDDLE: "a", other: "b"}))
    here, there = drawing.centre(MIDDLE), drawing.centre(other)
    middle = ((ax + bx) / 2, (ay + by) / 2)
    assert dist(middle, ((here[0] + there[0]) / 2, (here[1] + there[1]) / 2)) < 1
    assert dist((ax, ay), (bx, by)) == pytest.approx(drawing.SIDE, abs=1)


def test_bars_fill_the_axis() -> None:
    axis = Axis(Period(2018, 2025))
    assert (axis.at(2018), axis.wide(Period(2018, 2025))) == ("0%", "100%")
    assert (axis.at(2022), axis.wide(Period(2022, 2022))) == ("50%", "12.5%")
    assert Axis(Period(2018, 2020)).at(2019) == "33.33%"


def test_a_day_lies_within_its_year_and_nowhere_outside() -> None:
    axis = Axis(Period(2018, 2025))
    assert axis.day(date(2018, 1, 1)) == axis.at(2018)
    assert axis.day(date(2022, 1, 1)) == axis.at(2022)
    assert 50 < float(axis.day(date(2022, 7, 2)).rstrip("%")) < 62.5
    assert float(axis.day(date(2025, 12, 31)).rstrip("%")) < 100
    assert (axis.day(date(2017, 12, 31)), axis.day(date(2026, 1, 1))) == ("", "")


@pytest.mark.parametrize(
    ("span", "marks"),
    [
        (Period(2018, 2018), (2018,)),
        (Period(2018, 2025), (2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025)),
        (Period(2017, 2026), (2018, 2020, 2022, 2024, 2026)),
        (Period(2004, 2025), (2005, 2010, 2015, 2020)),
        (Period(2004, 2029), (2005, 2010, 2015, 2020, 2025)),
        (Period(1900, 2099), (1900, 1950, 2000, 2050)),
    ],
)
def test_marks_are_round_and_few(span: Period, marks: tuple[int, ...]) -> None:
    assert Axis(span).marks() == marks


def test_shares_of_a_whole() -> None:
    assert [drawing.share(*pair) for pair in ((0, 4), (1, 3), (4, 4), (0, 0))] == [
        "0%", "33.33%", "100%", "0%"]  # fmt: skip
