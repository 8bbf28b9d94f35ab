"""A Chromium is found by its name on PATH or by the variable CHROMIUM."""

from pathlib import Path

from chromium import explanation, find_chromium


def program(folder: Path, name: str) -> str:
    """Write an empty program and return its path."""
    path = folder / name
    path.touch(mode=0o755)
    return str(path)


def test_names_are_tried_in_order(tmp_path: Path) -> None:
    program(tmp_path, "google-chrome")
    wanted = program(tmp_path, "chromium")
    assert find_chromium({"PATH": str(tmp_path)}) == wanted


def test_variable_goes_first(tmp_path: Path) -> None:
    program(tmp_path, "chromium")
    wanted = program(tmp_path, "mine")
    assert find_chromium({"PATH": str(tmp_path), "CHROMIUM": wanted}) == wanted


def test_wrong_variable_is_not_passed_over(tmp_path: Path) -> None:
    program(tmp_path, "chromium")
    environment = {"PATH": str(tmp_path), "CHROMIUM": str(tmp_path / "none")}
    assert find_chromium(environment) is None
    assert "CHROMIUM names" in explanation(environment)


def test_none_is_explained(tmp_path: Path) -> None:
    environment = {"PATH": str(tmp_path), "CHROMIUM": ""}
    assert find_chromium(environment) is None
    assert "apt-get install chromium" in explanation(environment)
