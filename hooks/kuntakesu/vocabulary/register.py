"""The municipal register: today's municipalities, those that are no more, and the regions.

Source: Statistics Finland, Classification of municipalities 2026 and its regional keys
(CC BY 4.0), the municipalities' language status by the Government decree for 2023–2032.
`scripts/refresh_register.py` renews the tables from a downloaded classification file.
Where the municipalities lie (`locations.csv`) is no part of it: a point inside each, and a place
on a map of hexagons, both our own.
"""

from __future__ import annotations

import csv
import functools
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kuntakesu.vocabulary.names import fold, slug

FOLDER = Path(__file__).parent
TABLES = ("municipalities", "former_municipalities", "regions", "locations")
LAST_LETTERS = str.maketrans("åäö-", "{|} ")

Rows = list[dict[str, str]]


@dataclass(frozen=True)
class Region:
    """A region (maakunta, landskap)."""

    code: str
    name_fi: str
    name_sv: str
    name_en: str

    @property
    def names(self) -> tuple[str, str, str]:
        """The region's names in Finnish, Swedish and English."""
        return self.name_fi, self.name_sv, self.name_en

    @property
    def slug(self) -> str:
        """The region's part of an address, the same in every language."""
        return slug(self.name_fi)

    def name(self, language: str) -> str:
        """The region's name as written in `language` (fi, sv or en)."""
        return {"sv": self.name_sv, "en": self.name_en}.get(language, self.name_fi)


@dataclass(frozen=True)
class Location:
    """Where a municipality lies.

    Attributes:
        latitude: Of a point inside the municipality, in degrees north (WGS 84).
        longitude: Of the same point, in degrees east.
        column: On the tile map, from the west.
        row: On the tile map, from the north; odd columns lie half a row further south.
    """

    latitude: float
    longitude: float
    column: int
    row: int


@dataclass(frozen=True)
class Municipality:
    """A municipality of today.

    Attributes:
        code: Three digits, as text.
        names_sami: Pairs of language (se, smn, sms) and name.
        language_status: `fi`, `sv` or `fi+sv`.
    """

    code: str
    name_fi: str
    name_sv: str
    names_sami: tuple[tuple[str, str], ...]
    language_status: str
    region: Region
    location: Location

    @property
    def slug(self) -> str:
        """The municipality's part of an address, the same in every language."""
        return slug(self.name_fi)

    def name(self, language: str) -> str:
        """The name used in a text in `language`; English uses the majority language's name."""
        if language == "sv" or (language == "en" and self.language_status == "sv"):
            return self.name_sv
        return self.name_fi


@dataclass(frozen=True)
class FormerMunicipality:
    """A municipality, or a name of one, that is no longer in use.

    Attributes:
        event: `merged`, `split` or `renamed`.
        date: The first day on which it was no more.
        successors: Codes of the municipalities of today that its area belongs to; empty
            where the area was ceded.
    """

    code: str
    name_fi: str
    name_sv: str
    event: str
    date: date
    successors: tuple[str, ...]

    def name(self, language: str) -> str:
        """The name used in a text in `language`."""
        return self.name_sv if language == "sv" else self.name_fi

    def lived_in(self, year: int) -> bool:
        """Whether the municipality still existed when `year` began."""
        return date(year, 1, 1) < self.date


@dataclass(frozen=True)
class Register:
    """All municipalities and regions, in the order of their codes."""

    municipalities: tuple[Municipality, ...]
    former: tuple[FormerMunicipality, ...]
    regions: tuple[Region, ...]

    def municipality(self, code: str) -> Municipality:
        """The municipality of today with `code`.

        Raises:
            KeyError: There is none.
        """
        return self._by_code[code]

    def current(self, name: str) -> Municipality | None:
        """The municipality of today that `name` (any of its names, or its code) means."""
        return self._by_code.get(name) or self._by_name.get(fold(name))

    def dissolved(self, name: str) -> tuple[FormerMunicipality, ...]:
        """The former municipalities that bore `name` or had the code `name`, oldest first."""
        folded = fold(name)
        found = (
            former
            for former in self.former
            if name == former.code or folded in (fold(former.name_fi), fold(former.name_sv))
        )
        return tuple(sorted(found, key=lambda former: former.date))

    def former_of(self, code: str) -> tuple[FormerMunicipality, ...]:
        """What now belongs to the municipality with `code`, latest first."""
        found = (former for former in self.former if code in former.successors)
        return tuple(sorted(found, key=lambda former: former.date, reverse=True))

    def in_region(self, code: str, language: str) -> tuple[Municipality, ...]:
        """The municipalities of a region, in the alphabetical order of their names."""
        found = (place for place in self.municipalities if place.region.code == code)
        return tuple(sorted(found, key=lambda place: sort_key(place.name(language))))

    @functools.cached_property
    def _by_code(self) -> dict[str, Municipality]:
        return {place.code: place for place in self.municipalities}

    @functools.cached_property
    def _by_name(self) -> dict[str, Municipality]:
        names: dict[str, Municipality] = {}
        for place in self.municipalities:
            for _, sami in place.names_sami:
                names.setdefault(fold(sami), place)
        for place in self.municipalities:
            names[fold(place.name_sv)] = place
        for place in self.municipalities:
            names[fold(place.name_fi)] = place
        return names


def sort_key(name: str) -> str:
    """A key that sorts names as Finnish and Swedish do: å, ä and ö come last."""
    return name.casefold().translate(LAST_LETTERS)


@functools.cache
def read_register() -> Register:
    """The register as committed beside this module."""
    return make_register(**{table: rows(FOLDER / f"{table}.csv") for table in TABLES})


def make_register(
    municipalities: Rows, former_municipalities: Rows, regions: Rows, locations: Rows
) -> Register:
    """The register that the rows of its four tables make.

    Raises:
        KeyError: A municipality is in a region that is not listed or has no location, or a column
            is missing.
        ValueError: A former municipality's date is not one, or a location no number.
    """
    region_of = {row["code"]: Region(**row) for row in regions}
    location_of = {row["code"]: _location(row) for row in locations}
    places = tuple(
        Municipality(
            code=row["code"],
            name_fi=row["name_fi"],
            name_sv=row["name_sv"],
            names_sami=tuple(_sami(pair) for pair in row["names_sami"].split()),
            language_status=row["language_status"],
            region=region_of[row["region"]],
            location=location_of[row["code"]],
        )
        for row in municipalities
    )
    former = tuple(
        FormerMunicipality(
            code=row["code"],
            name_fi=row["name_fi"],
            name_sv=row["name_sv"],
            event=row["event"],
            date=date.fromisoformat(row["date"]),
            successors=tuple(row["successors"].split()),
        )
        for row in former_municipalities
    )
    return Register(places, former, tuple(region_of.values()))


def rows(path: Path) -> Rows:
    """The rows of a table, each from column title to text."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _location(row: dict[str, str]) -> Location:
    latitude, longitude = float(row["latitude"]), float(row["longitude"])
    return Location(latitude, longitude, int(row["column"]), int(row["row"]))


def _sami(pair: str) -> tuple[str, str]:
    language, _, name = pair.partition(":")
    return language, name
