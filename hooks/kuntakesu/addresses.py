"""Where each page is: addresses below the site's root, with a slash at the end.

Addresses never change once published, so this is the only module that makes them.
"""

from __future__ import annotations

from collections.abc import Callable

from kuntakesu.languages import INTERFACE

SEGMENTS = {
    "plans": {"fi": "suunnitelmat", "sv": "planer", "en": "plans"},
    "municipalities": {"fi": "kunnat", "sv": "kommuner", "en": "municipalities"},
    "regions": {"fi": "maakunnat", "sv": "landskap", "en": "regions"},
    "themes": {"fi": "teemat", "sv": "teman", "en": "themes"},
    "guides": {"fi": "ohjeet", "sv": "anvisningar", "en": "guides"},
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
}
CHANGES = {"fi": "muutokset", "sv": "andringar", "en": "changes"}
VERSIONS = "versiot"
FORM = {"fi": "julkaise", "sv": "publicera", "en": "publish"}
ARCHITECTURE = "en/architecture/"
SCHEMA = "data/plan.schema.json"
Alternates = dict[str, str]


def home(language: str) -> str:
    """The home page of a language."""
    return "" if language == "fi" else f"{language}/"


def listing(kind: str, language: str) -> str:
    """The page that lists all plans, municipalities, regions, themes or guides."""
    return f"{home(language)}{SEGMENTS[kind][language]}/"


def item(kind: str, slug: str, language: str) -> str:
    """The page of one municipality, region, theme, or (kind `plans`) provider."""
    return f"{listing(kind, language)}{slug}/"


def list_page(number: int, language: str) -> str:
    """A page of the list of plans; the first is the listing itself."""
    return _numbered(listing("plans", language), number, language)


def theme_page(theme: str, number: int, language: str) -> str:
    """A page of a theme's targets; the first is the theme's own."""
    return _numbered(item("themes", theme, language), number, language)


def _numbered(first: str, number: int, language: str) -> str:
    words = {"fi": "sivu", "sv": "sida", "en": "page"}
    return first if number == 1 else f"{first}{words[language]}-{number}/"


def plan(name: str) -> str:
    """A plan's one permanent address, whatever its language."""
    return f"{SEGMENTS['plans']['fi']}/{name}/"


def plan_source(name: str) -> str:
    """A plan's own file beside its page, which the form reads."""
    return f"{plan(name)}suunnitelma.txt"


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
