"""Every word on the site comes from `languages/`, is there in each language, and is used."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from string import Formatter

import pytest

from kuntakesu.catalogue import STANDINGS
from kuntakesu.check import all_rules
from kuntakesu.diagnostics import Severity
from kuntakesu.facets import FACETS
from kuntakesu.fields import (
    FIELDS,
    KINDS,
    LANGUAGES,
    LEVELS,
    PUBLISHERS,
    STATUSES,
    Kind,
    all_fields,
)
from kuntakesu.history.version import Deed
from kuntakesu.languages import INTERFACE, words
from kuntakesu.pages.citations import STYLES
from kuntakesu.records.columns import Type
from kuntakesu.records.files import FILES, TABLES
from kuntakesu.review.changes import ChangeKind
from kuntakesu.succession import FATES
from kuntakesu.vocabulary.register import read_register
from kuntakesu.vocabulary.terms import parts, themes
from tests.making import ROOT

PACKAGE = ROOT / "hooks/kuntakesu"
JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
SPOKEN = ("alt", "aria-label", "content", "placeholder", "title")
# Of a language alone: the example values of the template, and a rule's page, which in English is
# the rule's own docstring.
OWN = re.compile(r"fields\..+\.example|rules\.[\w-]+\.(?:title|about)")
KEYS_OF = {
    "facets": [facet.name for facet in FACETS],
    "values.theme": themes().codes,
    "site.notes": ("unknown", "unknownMany", "near", "any", "only", "failed", "quoted"),
    "values.part": parts().codes,
    "site.fate": FATES,
    "values.standing": STANDINGS,
    "values.status": STATUSES,
    "values.level": LEVELS,
    "values.language": LANGUAGES,
    "values.in_language": LANGUAGES,
    "values.kind": KINDS,
    "values.published_by": PUBLISHERS,
    "template.part": parts().codes,
    "checker.severity": [str(severity) for severity in Severity],
    "importing.mask": ("email", "iban", "identity", "phone"),
    "site.month": [str(month) for month in range(1, 13)],
    "site.theme.about": themes().codes,
    "site.map.about": ("now", "theme", "year"),
    "site.fields.kinds": [str(kind) for kind in Kind],
    "site.rules.severity": [str(severity) for severity in Severity],
    "site.plan.notice": [status for status in STATUSES if status != "approved"],
    "site.changes.deed": [str(deed) for deed in Deed],
    "site.versions.kind": ("removed", "added", "end"),
    "review.change": [str(kind) for kind in ChangeKind],
    "review.title": ("passed", "failed"),
    "review.next": ("passed", "failed"),
    "data.types": [str(kind) for kind in Type],
    "data.files": [file.about.removeprefix("data.files.") for file in FILES],
    "data.keywords": ("plan", "municipality", "education", "target"),
    "site.municipality.event": sorted({former.event for former in read_register().former}),
}
# Keys that the code puts together, beside those above.
MADE = re.compile(
    rf"site\.nav\.\w+|site\.municipality\.similar\.(?:region|near)|site\.municipality\.(?:{'|'.join(STANDINGS)})|rules\..+"
    r"|site\.(?:kuntakesu|publishing|template|fields|rules|reviewing)\.(?:title|lead)"
    r"|site\.(?:compare|theme)\.words\.\w+"
    r"|fields\.[\w.]+\.(?:label|help|example)"
    r"|site\.tombstone\.(?:moved|gone)(?:_text)?|published\.(?:fault|ending|done)\.\w+"
    r"|importing\.(?:found|report|failure)\..+"
    rf"|data\.tables\.(?:{'|'.join(TABLES)})\.(?:title|about|count\.\w+)"
    rf"|data\.rights\.(?:{'|'.join(TABLES)})|data\.reading\.\w+"
    rf"|site\.cite\.(?:{'|'.join(STYLES)})\.(?:name|text)"
)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_language_has_the_same_keys(language: str) -> None:
    keys, own = (
        {key for key in words(one).texts if not OWN.fullmatch(key)} for one in ("fi", language)
    )
    assert own - keys == set()
    assert keys - own == set()


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_text_has_the_same_placeholders(language: str) -> None:
    finnish, other = words("fi").texts, words(language).texts
    for key in finnish.keys() & other.keys():
        if not key.endswith(".one"):  # one plan, or {count} plan: as the language has it
            assert placeholders(finnish[key]) == placeholders(other[key]), key
        assert placeholders(other[key]) - {"count"} == placeholders(finnish[key]) - {"count"}, key


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", INTERFACE)
def test_no_text_is_empty_or_unfinished(language: str) -> None:
    for key, text in words(language).texts.items():
        assert text.strip(), key
        assert not re.search(r"\b(?:TODO|FIXME|XXX)\b|\?\?|  +\S", text.replace("\n  ", "\n")), key


@pytest.mark.parametrize("language", INTERFACE)
def test_a_number_has_both_its_forms(language: str) -> None:
    texts = words(language).texts
    ones = {
        key.removesuffix(".one") for key in texts if key.endswith(".one") and "rules." not in key
    }
    others = {key.removesuffix(".other") for key in texts if key.endswith(".other")}
    assert len(ones) > 10
    assert ones <= others
    assert {key for key in others - ones if not key.startswith("rules.")} == set()


@pytest.mark.parametrize("language", INTERFACE)
@pytest.mark.parametrize("prefix", KEYS_OF)
def test_each_thing_has_its_word_and_no_word_is_left_over(prefix: str, language: str) -> None:
    assert sorted(words(language).under(prefix)) == sorted(KEYS_OF[prefix])


@pytest.mark.parametrize("language", INTERFACE)
def test_every_field_has_its_words(language: str) -> None:
    keys = set(words(language).under("fields"))
    wanted = {f"{key}.{word}" for key, _ in all_fields() for word in ("label", "help")}
    assert wanted <= keys
    assert {key.removesuffix(".example") for key in keys - wanted} <= {
        key for key, _ in all_fields()
    }
    for field in FIELDS:
        for choice in field.choices:
            assert words(language).has(f"values.{field.vocabulary}.{choice}")


@pytest.mark.parametrize("language", INTERFACE)
def test_every_rule_has_its_words_and_no_other_has(language: str) -> None:
    chosen, codes = words(language), {rule.code for rule in all_rules()}
    assert {key.partition(".")[0] for key in chosen.under("rules")} == codes
    for code in codes:
        for word in ("title", "about"):
            assert chosen.has(f"rules.{code}.{word}") == (language != "en"), code
        assert chosen.has(f"rules.{code}.message") or chosen.under(f"rules.{code}.message")


def form_scripts() -> str:
    folder = ROOT / "hooks/theme/js"
    files = [folder / "publish.js", *(folder / "publish").glob("*.js")]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def test_every_word_is_used() -> None:
    sources = [
        *(file for file in PACKAGE.rglob("*") if file.suffix in (".py", ".html")),
        ROOT / "hooks/publish.py",
        *(ROOT / "scripts").glob("*.py"),
        *(ROOT / "hooks/theme").rglob("*.html"),
    ]
    code = "\n".join(file.read_text(encoding="utf-8") for file in sources)
    named = set(re.findall(r"""["']([a-z_]+(?:\.[\w-]+)+)["']""", code))
    spoken_by_form = re.findall(r"""\btexts(?:\.(\w+)|\["([\w.]+)"\])""", form_scripts())
    named |= {f"form.script.{one or other}" for one, other in spoken_by_form}
    prefixes = tuple(f"{prefix}." for prefix in KEYS_OF)
    unused = {
        key
        for key in words("fi").texts
        if not key.startswith(prefixes)
        and not MADE.fullmatch(key)
        and not {key, re.sub(r"\.(?:one|other)$", "", key)} & named
    }
    assert unused == set()


@pytest.mark.parametrize(
    "file", sorted((PACKAGE / "templates").glob("*.html")), ids=lambda file: file.stem
)
def test_no_template_has_a_word_of_its_own(file: object) -> None:
    assert spoken((PACKAGE / "templates" / str(file)).read_text(encoding="utf-8")) == []
    assert spoken('<p>{{ t("a") }} Hei</p><a title="Hei {{ b }}">') == ["Hei", "Hei"]


class _Spoken(HTMLParser):
    """Collects what a reader of a page would read or hear."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        technical = tag == "meta" and ("name", "description") not in attrs
        self.found += [value for name, value in attrs if name in SPOKEN and value and not technical]


def spoken(template: str) -> list[str]:
    """The words that stand in a template itself."""
    parser = _Spoken()
    parser.feed(JINJA.sub("", template))
    return [text.strip() for text in parser.found if re.search(r"[^\W\d_]", text)]
