"""Traces of invented persons, written in every way that hides them from a plain search."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from kuntakesu.personal import CHECK_CHARACTERS

# Numbers above 899 are given to nobody.
BORN = (("010190", "-9"), ("131052", "-9"), ("290204", "A9"), ("311299", "Y9"), ("050615", "D9"))
EMAILS = (
    "maija.mallikas@example.fi",
    "m.mallikas@edu.example.fi",
    "maija-liisa.mallikas@mallila.example.fi",
    "matti.esimerkki2@example.com",
    "åsa.öberg@example.fi",
    "maija_mallikas@example.fi",
    "mallikas@gmail.com",
)
PHONES = (
    "040 123 4567",
    "040-1234567",
    "0501234567",
    "0457 123 4567",
    "+358 40 123 4567",
    "+358 (0)50 123 4567",
    "00358 40 123 4567",
    "(09) 310 1234",
    "09 310 1234",
    "014 266 0000",
    "018-12345",
    "+46 70 123 45 67",
    "+372 5123 4567",
    "+49 30 123456",
)
ACCOUNTS = ("FI21 1234 5600 0007 85", "FI2112345600000785", "SE45 5000 0000 0583 9825 7466")


@dataclass(frozen=True)
class Planted:
    """A trace in a plan.

    Attributes:
        kind: As `personal.traces` names it.
        writing: How it is hidden.
        line: The line it stands in.
        in_header: Whether that is a value of the header.
    """

    kind: str
    writing: str
    line: str
    in_header: bool = False


def planted() -> Iterator[Planted]:
    """Every trace in every writing that it can have."""
    for kind, values in traces().items():
        for value in values:
            for writing, write in WRITINGS.items():
                yield Planted(kind, writing, write(value))
            for writing, write in OF_KIND.get(kind, {}).items():
                yield Planted(kind, writing, write(value))
            yield Planted(kind, "header", f"contact: '{value}'", in_header=True)
            escaped = value.replace(value[3], f"\\u{ord(value[3]):04x}", 1)
            yield Planted(kind, "escape of YAML", f'contact: "{escaped}"', in_header=True)


def traces() -> dict[str, tuple[str, ...]]:
    """The traces by kind."""
    codes = [f"{day}{sign}{number:02d}" for day, sign in BORN for number in (1, 42)]
    return {
        "identity": tuple(code + _check(code) for code in codes),
        "email": EMAILS,
        "phone": PHONES,
        "iban": ACCOUNTS,
    }


def _check(code: str) -> str:
    return CHECK_CHARACTERS[int(code[:6] + code[7:]) % len(CHECK_CHARACTERS)]


def _middle(value: str, mark: str) -> str:
    """The value with a mark inside a run of letters or digits."""
    place = len(value) - 3
    return f"{value[:place]}{mark}{value[place:]}"


WRITINGS: dict[str, Callable[[str], str]] = {
    "plain": lambda value: f"Lisätietoja antaa {value}, arkisin.",
    "end of line": lambda value: f"Yhteys: {value}",
    "bullet": lambda value: f"* {value}",
    "table cell": lambda value: f"| Maija Mallikas | {value} | rehtori |",
    "narrow cell": lambda value: f"|{value}|",
    "footnote": lambda value: f"[^1]: Kysy: {value}",
    "picture text": lambda value: f"![Kuvassa {value}](kuva.png)",
    "code": lambda value: f"Kysy `{value}`",
    "all bold": lambda value: f"Kysy **{value}** tai",
    "italic": lambda value: f"Kysy _{value}_ tai",
    "bold inside": lambda value: f"Kysy {_middle(value, '**')}** tai",
    "entities": lambda value: f"Kysy {''.join(f'&#{ord(sign)};' for sign in value)} tai",
    "entity in hex": lambda value: f"Kysy {value[:4]}&#x{ord(value[4]):x};{value[5:]} tai",
    "named entity": lambda value: "Kysy " + value.replace("@", "&commat;").replace(".", "&period;"),
    "soft hyphen": lambda value: f"Kysy {_middle(value, chr(0xAD))} tai",
    "zero-width space": lambda value: f"Kysy {_middle(value, chr(0x200B))} tai",
    "soft hyphen as entity": lambda value: f"Kysy {_middle(value, '&shy;')} tai",
    "non-breaking": lambda value: "Kysy " + value.replace(" ", "\u00a0").replace("-", "\u2011"),
    "escaped": lambda value: "Kysy " + value.replace("-", r"\-").replace(".", r"\."),
    "in brackets": lambda value: f"(Mallikas, {value})",
}
OF_KIND: dict[str, dict[str, Callable[[str], str]]] = {
    "email": {
        "mailto": lambda value: f"[Maija](mailto:{value})",
        "mailto encoded": lambda value: f"[Maija](mailto:{quote(value, safe='')})",
        "angle brackets": lambda value: f"<{value}>",
        "(at)": lambda value: value.replace("@", "(at)"),
        "(a)": lambda value: value.replace("@", " (a) "),
        "[at] [dot]": lambda value: value.replace("@", " [at] ").replace(".fi", " [dot] fi"),
        "full-width sign": lambda value: value.replace("@", "＠"),
    },
    "phone": {
        "tel": lambda value: f"[Soita](tel:{value.replace(' ', '')})",
        "tel encoded": lambda value: f"[Soita](tel:{quote(value, safe='')})",
        "with label": lambda value: f"puh. {value}",
        "short label": lambda value: f"Maija Mallikas, p. {value}",
    },
}
