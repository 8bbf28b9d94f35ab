"""Renewing the municipal register from files of the classification service."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kuntakesu.vocabulary.register import FOLDER, TABLES, rows
from refresh_register import main

TABLE = {
    "municipalities": """code,name_fi,name_sv,names_sami,language_status,region
005,Alala,Alala,,fi,01
016,Mallila,Mallby,se:Málle,fi+sv,01
890,Pohjola,Pohjola,,fi,19
""",
    "former_municipalities": """code,name_fi,name_sv,event,date,successors
006,Vanhala,Gammalby,merged,1970-01-01,005
""",
    "regions": """code,name_fi,name_sv,name_en
01,Etelämaa,Sydland,South Land
19,Pohjanmaa,Nordland,North Land
""",
    "locations": """code,latitude,longitude,column,row
005,60.5,24.5,6,20
016,60.75,25.0,7,20
890,69.0,27.0,11,0
""",
}
FINNISH = "code,classificationItemName\n005,Alala\n016,Mallila\n890,Pohjola\n"
SWEDISH = "koodi,nimi\n005,Alala\n016,Mallby\n890,Pohjola\n"
KEY = (
    "sourceCode,sourceName,targetCode,targetName\n"
    "005,Alala,01,Etelämaa\n016,Mallila,01,Etelämaa\n890,Pohjola,19,Pohjanmaa\n"
)
MERGED = "code,name_fi,name_sv,event,date,successors\n005,Alala,Alala,merged,2027-01-01,016\n"


class Desk:
    """A folder of tables, and of downloaded files to renew them from."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.tables = folder / "tables"
        self.tables.mkdir()
        for name, content in TABLE.items():
            (self.tables / f"{name}.csv").write_text(content, encoding="utf-8")

    def put(self, name: str, content: str | bytes) -> str:
        file = self.folder / name
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(file)

    def run(
        self,
        *more: str,
        finnish: str | bytes = FINNISH,
        swedish: str | bytes = SWEDISH,
        key: str | bytes = KEY,
        changes: str = "",
    ) -> int:
        arguments = ["--tables", str(self.tables)]
        arguments += ["--municipalities", self.put("kunta.csv", finnish)]
        arguments += ["--municipalities-sv", self.put("kommun.csv", swedish)] if swedish else []
        arguments += ["--regions", self.put("avain.csv", key)]
        arguments += ["--changes", self.put("muutokset.csv", changes)] if changes else []
        return main([*arguments, *more])

    def table(self, name: str) -> str:
        return (self.tables / f"{name}.csv").read_text(encoding="utf-8")

    def place(self, row: str) -> None:
        file = self.tables / "locations.csv"
        file.write_text(f"{TABLE['locations']}{row}\n", encoding="utf-8")

    @property
    def untouched(self) -> bool:
        return all(self.table(name) == content for name, content in TABLE.items())


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def exported(text: str) -> str:
    """The file with its values in quotation marks and its codes in apostrophes, behind ;"""
    lines = [line.split(",") for line in text.splitlines()]
    cells = [[f"'{cell}'" if cell.isdigit() else cell for cell in line] for line in lines]
    return "".join(";".join(f'"{cell}"' for cell in line) + "\r\n" for line in cells)


def without_zeros(text: str) -> str:
    return text.replace("\n0", "\n").replace(",0", ",").replace("\n0", "\n")


@pytest.mark.parametrize("write", [
    pytest.param(str, id="plain"),
    pytest.param(lambda text: "\ufeff" + text, id="byte order mark"),
    pytest.param(lambda text: text.encode("latin-1"), id="Latin-1"),
    pytest.param(exported, id="semicolons and apostrophes"),
    pytest.param(lambda text: text.replace(",", "\t"), id="tabs"),
    pytest.param(lambda text: f"Kunnat 2027\n\n{text}", id="lines above the titles"),
    pytest.param(lambda text: text.replace("\n", "\n\n"), id="empty lines"),
    pytest.param(without_zeros, id="zeros eaten"),
])  # fmt: skip
def test_the_forms_that_an_export_comes_in(
    desk: Desk, write: Callable[[str], str | bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    result = desk.run(finnish=write(FINNISH), swedish=write(SWEDISH), key=write(KEY))
    assert result == 0
    assert capsys.readouterr().out.splitlines() == [
        "kunta.csv: columns code, classificationItemName; 3 rows",
        "kommun.csv: columns koodi, nimi; 3 rows",
        "avain.csv: columns sourceCode, targetCode, targetName; 3 rows",
        "Nothing changes.",
    ]
    assert desk.untouched


def test_the_committed_tables_stay_as_they_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in TABLES:
        shutil.copy(FOLDER / f"{name}.csv", tmp_path)
    region_names = {row["code"]: row["name_fi"] for row in rows(FOLDER / "regions.csv")}
    finnish, swedish, key = ["code;name"], ["code;name"], ["sourceCode;targetCode;targetName"]
    for row in rows(FOLDER / "municipalities.csv"):
        finnish.append(f"{row['code']};{row['name_fi']}")
        swedish.append(f"{row['code']};{row['name_sv']}")
        key.append(f"{row['code']};{row['region']};{region_names[row['region']]}")
    arguments = ["--tables", str(tmp_path), "--check"]
    for option, lines in (
        ("--municipalities", finnish), ("--municipalities-sv", swedish), ("--regions", key),
    ):  # fmt: skip
        file = tmp_path / f"{option}.csv"
        file.write_text("\n".join(lines), encoding="utf-8")
        arguments += [option, str(file)]
    assert main(arguments) == 0
    assert "Nothing changes." in capsys.readouterr().out


def test_what_the_files_do_not_tell_is_kept(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    key = KEY.replace("016,Mallila,01,Etelämaa", "016,Mallila,19,Pohjanmaa")
    swedish = SWEDISH.replace("Mallby", "Mallköping")
    assert desk.run(swedish=swedish, key=key) == 0
    assert "016,Mallila,Mallköping,se:Málle,fi+sv,19\n" in desk.table("municipalities")
    assert desk.table("regions") == TABLE["regions"]
    out = capsys.readouterr().out
    assert "municipality 016 Mallila: renamed, name_sv: Mallby -> Mallköping\n" in out
    assert "municipality 016 Mallila: moved to another region: 01 -> 19\n" in out
    assert "municipalities.csv: written\n" in out


def test_without_the_swedish_file_the_swedish_names_stay(desk: Desk) -> None:
    assert desk.run(swedish="") == 0
    assert desk.untouched


def test_check_writes_nothing_and_says_that_something_would_change(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert desk.run("--check", swedish=SWEDISH.replace("Mallby", "Mallköping")) == 1
    assert "Mallby -> Mallköping" in capsys.readouterr().out
    assert desk.untouched


def test_a_municipality_that_ends_must_be_told(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {
        "finnish": FINNISH.replace("005,Alala\n", ""),
        "swedish": SWEDISH.replace("005,Alala\n", ""),
        "key": KEY.replace("005,Alala,01,Etelämaa\n", ""),
    }
    assert desk.run(**files) == 1
    out = capsys.readouterr().out
    assert "municipality 005 Alala (Alala): removed\n" in out
    assert "005 Alala is no more (merged or split): give its row by --changes\n" in out
    assert desk.untouched

    assert desk.run(**files, changes=exported(MERGED)) == 0
    assert "005" not in desk.table("municipalities")
    assert "005" not in desk.table("locations")
    # What had once joined it now leads to where it went.
    assert desk.table("former_municipalities") == (
        "code,name_fi,name_sv,event,date,successors\n"
        "006,Vanhala,Gammalby,merged,1970-01-01,016\n"
        "005,Alala,Alala,merged,2027-01-01,016\n"
    )
    out = capsys.readouterr().out
    assert "former municipality 006 Vanhala: now 016, before 005\n" in out

    assert desk.run(**files, changes=MERGED) == 0, "the same file once more"
    assert "Nothing changes." in capsys.readouterr().out


def test_an_old_name_must_be_told(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    finnish = FINNISH.replace("Alala", "Uusila")
    assert desk.run(finnish=finnish) == 1
    assert "005 Alala is no more (renamed): give its row" in capsys.readouterr().out
    assert desk.untouched
    row = MERGED.replace("merged", "renamed").replace("016", "005")
    assert desk.run(finnish=finnish, changes=row) == 0
    assert "005,Uusila,Alala,,fi,01" in desk.table("municipalities")
    assert "005,Alala,Alala,renamed,2027-01-01,005" in desk.table("former_municipalities")


def test_a_new_municipality_needs_its_language_status(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {
        "finnish": FINNISH + "901,Uusila\n",
        "swedish": SWEDISH + "901,Nyby\n",
        "key": KEY + "901,Uusila,19,Pohjanmaa\n",
    }
    assert desk.run(**files) == 1
    out = capsys.readouterr().out
    assert "901 Uusila is new: give --language 901=fi" in out
    assert "901 Uusila is new: add it to locations.csv by hand" in out
    assert desk.untouched
    desk.place("901,61.0,25.5,7,20")
    assert desk.run("--language", "901=fi+sv", **files) == 1
    assert "901 and 016 have the same column and row" in capsys.readouterr().out
    desk.place("901,61.0,25.5,8,20")
    assert desk.run("--language", "901=fi+sv", **files) == 0
    assert desk.table("municipalities").endswith("901,Uusila,Nyby,,fi+sv,19\n")


def test_a_new_region_needs_its_other_names(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert desk.run(key=KEY.replace("19,Pohjanmaa", "20,Lounamaa")) == 1
    out = capsys.readouterr().out
    assert "region 19 Pohjanmaa (Nordland): removed\n" in out
    assert "region 20 Lounamaa is new: add it to regions.csv by hand\n" in out
    assert desk.untouched


@pytest.mark.parametrize(("was", "becomes", "said"), [
    (",016\n", ",777\n", "former municipality 005 Alala: no municipality has the code 777"),
    ("merged", "joined", "its event is 'joined', not merged or split or renamed"),
    ("2027-01-01", "1.1.2027", "former_municipalities.csv or locations.csv could not be read"),
])  # fmt: skip
def test_changes_that_make_no_sense(
    desk: Desk, was: str, becomes: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert desk.run(changes=MERGED.replace(was, becomes)) == 1
    assert said in capsys.readouterr().out
    assert desk.untouched


@pytest.mark.parametrize(("files", "said"), [
    ({"finnish": "id,label\n005,Alala\n"}, "kunta.csv: no column is called code or koodi"),
    ({"finnish": "id,label\n005,Alala\n"}, "Its columns are: id, label"),
    ({"finnish": ""}, "Its columns are: none"),
    ({"key": FINNISH}, "avain.csv: no column is called targetcode"),
    ({"finnish": "code,name\nKU1,Alala\n"}, "not a municipality's code and value: 'KU1', 'Alala'"),
    ({"finnish": FINNISH + "016,Malliila\n"}, "kunta.csv: 016 is both Mallila and Malliila"),
    ({"finnish": FINNISH + "901,Uusila\n"}, "not of the same year: 901 not in all"),
    ({"key": KEY.replace("005,Alala,01", "005,Alala,")}, "code and value: '005', ''"),
])  # fmt: skip
def test_files_that_cannot_be_used(desk: Desk, files: dict[str, str], said: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        desk.run(**files)
    assert said in str(stopped.value)
    assert desk.untouched


def test_a_file_that_is_not_there(desk: Desk) -> None:
    with pytest.raises(SystemExit, match="No such file"):
        main(["--municipalities", str(desk.folder / "no.csv"), "--regions", "no.csv"])
