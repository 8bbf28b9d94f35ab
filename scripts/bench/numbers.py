"""Lines of numbers that belong to nobody, such as a real plan is full of."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from bench.text import SEED

# `#` is any digit, `^` one that is not zero; d, m and y are a day, a month and a year.
SORTS = (
    "Hyväksytty {d}.{m}.{y} § ^##, dnro ^###/^#.^#.^#/{y}.",
    "Päätös {y}-{m:02d}-{d:02d}, asianumero D/^###/12.00.01/{y}.",
    "OKM/^##/0##/{y}, OPH-^###-{y}, KV {d:02d}.{m:02d}.{y}.",
    "Määräraha on ^ ### ### euroa, josta ^## ### € vuonna {y} (^#,# %).",
    "Kustannukset 0^# ^## ### €; muutos +^# ### ### eur, yhteensä ^# ### ###.",
    "| {y} | ^#### | ^#,# | – | 0^# | ^### | ^## |",
    "| Oppilaita | ^## ^## ^## ^## ^## ^## | ^#,# |",
    "| 0^# | ^### | ^### ^### | 0^# ^## ### | 0,^# |",
    "Oppilasmäärät ^### ^### ^### ^### ^###; ryhmät ^-^#.",
    "Vuodet {y} {y} {y}, lukuvuosi {y}–{y}, {y}-{y}, 0^ {y}, 0^ {y} {y}.",
    "Avoinna ma–to 0^.00–1^.30, la 10-14, klo 08 - 16, pe 0^:30-15:15.",
    "Kurssit ÄI^, MAA1#, ENA0^ ja ^#####-30##, opintopisteet ^ + ^#.",
    "Vaihde 010 ^## ####, 020 ^## ####, 029 ^## #### ja 030 ^## ####.",
    "Maksuton 0800 ^####, 0295 ^## ###, palvelunumero 0600 ^####, 116 117, 112.",
    "kirjaamo@example.fi, sivistys.toimisto@example.fi, etunimi.sukunimi@example.fi",
    "Koulut koulu^@example.fi, keskuskoulu.mallila@example.fi, rehtori@example.fi",
    "Postinumerot 0^###, ^####, 0^### 0^### ja ^#### ^####; PL ^##, 0^### MALLILA.",
    "Y-tunnus ^######-#, 0^#####-#, ISBN 978-952-^#-####-#, ISSN ^###-####.",
    "Sijainti 6^.####, 2^.#####; N6^##### E^#####; 6^°4#′N, 02^°##′ E.",
    "https://www.example.fi/asiat/^######?id=040^######&sivu=^#",
    "OID 1.2.246.562.10.^##########, oppilaitosnumero 0^###, kuntakoodit 0^#, 0^#, ^##.",
    "Pisteet ^## (^.##), N = ^###, p < 0,0^, ka. ^,##, r = 0.##, kh. 0.^#.",
    "Tila ^##-4##-^#-^##, kiinteistö 0^#-^#-^#-^, laite ^#-##-####.",
    "Tilasto 1.1.{y}–31.12.{y}: ^##### ^##### ### ^###, sija 0^",
)
_SIGN = re.compile(r"[#^]")


class Clerk:
    """Writes dates, sums, decisions and tables; what it writes follows from the plan's number."""

    def __init__(self, number: int) -> None:
        self._random = random.Random(f"{SEED} numbers {number}")  # noqa: S311 (nothing secret)

    def lines(self) -> Iterator[str]:
        """One line of every sort."""
        for sort in SORTS:
            day, month = self._between(1, 28), self._between(1, 12)
            yield _SIGN.sub(self._digit, sort).format(d=day, m=month, y=self._between(2004, 2032))

    def _digit(self, sign: re.Match[str]) -> str:
        return str(self._between(int(sign[0] == "^"), 9))

    def _between(self, least: int, most: int) -> int:
        return self._random.randint(least, most)
