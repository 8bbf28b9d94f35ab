"""One page of every type, in every language."""

from __future__ import annotations

from kuntakesu import addresses
from kuntakesu.languages import INTERFACE
from tests.browser.entries import PLACES, published

COVERED = {code for entry in published() for code in entry.municipalities}
UNCOVERED = next(place for place in PLACES if place.code not in COVERED)
# By name, where it is in each interface language.
LISTINGS = {
    name: addresses.in_all_languages(addresses.listing, name) for name in addresses.SEGMENTS
}
GUIDES = {
    name: addresses.in_all_languages(addresses.guide, name)
    for name in (*addresses.GUIDES, *addresses.NOTICES)
}
ITEMS = {
    "municipality with plans": ("municipalities", "kokkola"),
    "municipality with a joint plan": ("municipalities", "hankasalmi"),
    "municipality without a plan": ("municipalities", UNCOVERED.slug),
    "municipality with Sámi names": ("municipalities", "inari"),
    "region": ("regions", "keski-suomi"),
    "timeline of a region": ("timeline", "keski-suomi"),
    "timeline of a region without plans": ("timeline", "ahvenanmaa"),
    "theme": ("themes", "hyvinvointi"),
    "provider": ("plans", "kokkolan-kaupunki"),
}
TRANSLATED: dict[str, dict[str, str]] = {
    "home": addresses.in_all_languages(addresses.home),
    **LISTINGS,
    **GUIDES,
    **{name: addresses.in_all_languages(addresses.item, *item) for name, item in ITEMS.items()},
    "changes": addresses.in_all_languages(addresses.changes, 1),
    "form": addresses.in_all_languages(addresses.form),
    "rule": addresses.in_all_languages(addresses.rule, "period-order"),
}
# A plan is in its own language and has one address.
PLANS = {
    "plan": ("fi", addresses.plan("kokkolan-kaupunki/2022-2025")),
    "plan in Swedish": ("sv", addresses.plan("kokkolan-kaupunki/2018-2021.sv")),
    "proposed plan": ("fi", addresses.plan("espoon-seudun-koulutuskuntayhtyma-omnia/2021-2022")),
    "joint plan": ("fi", addresses.plan("osaava-metso-verkosto/2017")),
    "plan without themes": ("fi", addresses.plan("kuopion-kaupunki/2013-2020")),
}
# Name, language and address of each.
ALL: tuple[tuple[str, str, str], ...] = (
    *(
        (name, language, alternates[language])
        for name, alternates in TRANSLATED.items()
        for language in INTERFACE
    ),
    *((name, language, address) for name, (language, address) in PLANS.items()),
    ("not found", "fi", "404.html"),
)
IDS = [f"{name}-{language}" for name, language, _ in ALL]
# The addresses of each type of page, one in each of its languages.
TYPES: dict[str, tuple[str, ...]] = {
    name: tuple(address for other, _, address in ALL if other == name)
    for name in dict.fromkeys(name for name, *_ in ALL)
}
