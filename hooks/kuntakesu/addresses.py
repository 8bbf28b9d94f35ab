"""Where each page is: addresses below the site's root, with a slash at the end.

Addresses never change once published, so this is the only module that makes them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kuntakesu.languages import INTERFACE

SEGMENTS = {
    "plans": {"fi": "suunnitelmat", "sv": "planer", "en": "plans"},
    "municipalities": {"fi": "kunnat", "sv": "kommuner", "en": "municipalities"},
    "regions": {"fi": "maakunnat", "sv": "landskap", "en": "regions"},
    "themes": {"fi": "teemat", "sv": "teman", "en": "themes"},
    "compare": {"fi": "vertaa", "sv": "jamfor", "en": "compare"},
    "guides": {"fi": "ohjeet", "sv": "anvisningar", "en": "guides"},
    "map": {"fi": "kartta", "sv": "karta", "en": "map"},
    "timeline": {"fi": "aikajana", "sv": "tidslinje", "en": "timeline"},
    "figures": {"fi": "luvut", "sv": "siffror", "en": "figures"},
}
# Pages written by hand or made of the tables; those below `guides` are listed on its page.
GUIDES = {
    "kuntakesu": {"fi": "kuntakesu", "sv": "kuntakesu", "en": "kuntakesu"},
    "publishing": {"fi": "julkaiseminen", "sv": "publicering", "en": "publishing"},
    "template": {"fi": "suunnitelmapohja", "sv": "planmall", "en": "template"},
    "fields": {"fi": "alkutiedot", "sv": "inledningsuppgifter", "en": "fields"},
    "rules": {"fi": "tarkistukset", "sv": "kontroller", "en": "rules"},
    "reviewing": {"fi": "ehdotusten-kasittely", "sv": "granskning", "en": "reviewing"},
}
NOTICES = {
    "about": {"fi": "tietoa", "sv": "om", "en": "about"},
    "accessibility": {"fi": "saavutettavuus", "sv": "tillganglighet", "en": "accessibility"},
    "privacy": {"fi": "tietosuoja", "sv": "dataskydd", "en": "privacy"},
    "data": {"fi": "data", "sv": "data", "en": "data"},
}
CHANGES = {"fi": "muutokset", "sv": "andringar", "en": "changes"}
VERSIONS = "versiot"
FORM = {"fi": "julkaise", "sv": "publicera", "en": "publish"}
ARCHITECTURE = "en/architecture/"
SCHEMA = "data/plan.schema.json"
DATA = "data/v1/"
PLANS_DATA = f"{DATA}plans/"
# The keys by which the address of a comparison names its plans.
COMPARED = ("a", "b", "c", "d")
Alternates = dict[str, str]


def home(language: str) -> str:
    """The home page of a language."""
    return "" if language == "fi" else f"{language}/"


def listing(kind: str, language: str) -> str:
    """The page that lists all plans, municipalities and so on, or shows the whole country."""
    return f"{home(language)}{SEGMENTS[kind][language]}/"


def item(kind: str, slug: str, language: str) -> str:
    """The page of one municipality, theme, provider (kind `plans`), region, or its timeline."""
    return f"{listing(kind, language)}{slug}/"


def list_page(number: int, language: str) -> str:
    """A page of the list of plans; the first is the listing itself."""
    return _numbered(listing("plans", language), number, language)


def theme_page(theme: str, number: int, language: str) -> str:
    """A page of a theme's targets; the first is the theme's own."""
    return _numbered(item("themes", theme, language), number, language)


def theme_data(theme: str) -> str:
    """The file by which a theme's page filters its targets."""
    return f"data/themes/{theme}.json"


def _numbered(first: str, number: int, language: str) -> str:
    words = {"fi": "sivu", "sv": "sida", "en": "page"}
    return first if number == 1 else f"{first}{words[language]}-{number}/"


def plan(name: str) -> str:
    """A plan's one permanent address, whatever its language."""
    return f"{SEGMENTS['plans']['fi']}/{name}/"


def comparison(names: Sequence[str], language: str) -> str:
    """The page that sets these plans side by side, four at most."""
    chosen = "&".join(f"{key}={name}" for key, name in zip(COMPARED, names, strict=False))
    return f"{listing('compare', language)}?{chosen}"


def versions(name: str) -> str:
    """The versions of a plan, beside its page and in its language."""
    return f"{plan(name)}{VERSIONS}/"


def changes(number: int, language: str) -> str:
    """A page of what was added and changed; the first has the newest."""
    return _numbered(f"{home(language)}{CHANGES[language]}/", number, language)


def feed(page: str) -> str:
    """The feed by which the changes that a page is about can be followed."""
    return f"{page}atom.xml"


def picture(name: str) -> str:
    """A picture beside a plan; `name` is its path below `plans/`."""
    return f"{SEGMENTS['plans']['fi']}/{name}"


def form(language: str) -> str:
    """The form by which a plan is published or changed."""
    return f"{home(language)}{FORM[language]}/"


def guide(name: str, language: str) -> str:
    """A guide or a notice."""
    if name in NOTICES:
        return f"{home(language)}{NOTICES[name][language]}/"
    return f"{listing('guides', language)}{GUIDES[name][language]}/"


def data_file(name: str) -> str:
    """A file of the open data, in its first version."""
    return f"{DATA}{name}"


def data_schema(name: str) -> str:
    """The JSON Schema of a file of the open data, such as `plans.csv`."""
    return f"{DATA}schema/{name}.schema.json"


def plan_data(name: str, suffix: str) -> str:
    """A plan as data (`json`) or in its source (`md`)."""
    return f"{PLANS_DATA}{name}.{suffix}"


def opensearch(language: str) -> str:
    """The description by which a browser searches in a language."""
    return f"opensearch.{language}.xml"


def rule(code: str, language: str) -> str:
    """The page of a rule of the checker."""
    return f"{guide('rules', language)}{code}/"


def in_all_languages(address: Callable[..., str], *arguments: str | int) -> Alternates:
    """The address of the same page in each interface language."""
    return {language: address(*arguments, language) for language in INTERFACE}


def relative(target: str, page: str) -> str:
    """A link from one page to another address, or to a file, that works wherever the site lies."""
    up = "../" * page.count("/")
    return f"{up}{target}" or "./"
