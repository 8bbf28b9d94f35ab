"""What pages tell search engines of their content, in the words of schema.org."""

from __future__ import annotations

from typing import Any

from kuntakesu import addresses
from kuntakesu.languages import words
from kuntakesu.plan import Plan
from kuntakesu.records.files import CATALOG_JSON_LD, FILES, PLAN_FILES, TABLES
from kuntakesu.records.rows import Edition, PlanRow

Data = dict[str, Any]
CONTEXT = "https://schema.org"


def whole_site(edition: Edition, language: str) -> Data:
    """The site, for its home pages: how it is searched, and the catalogue of its data."""
    say = words(language)
    home = edition.url(addresses.home(language))
    search = edition.url(addresses.listing("plans", language))
    return {
        "@context": CONTEXT,
        "@type": "WebSite",
        "name": say("site.name"),
        "description": say("site.home.lead"),
        "url": home,
        "inLanguage": language,
        "potentialAction": {
            "@type": "SearchAction",
            "target": f"{search}?q={{search_term_string}}",
            "query-input": "required name=search_term_string",
        },
        "hasPart": {
            "@type": "DataCatalog",
            "name": say("data.catalog.title"),
            "url": edition.url(addresses.guide("data", language)),
        },
    }


def data_sets(edition: Edition, language: str) -> Data:
    """The catalogue of the open data, its data sets and their files."""
    say = words(language)
    page = edition.url(addresses.guide("data", language))
    return {
        "@context": CONTEXT,
        "@type": "DataCatalog",
        "name": say("data.catalog.title"),
        "description": say("data.catalog.description"),
        "url": page,
        "inLanguage": language,
        "publisher": _organisation(say("site.name"), edition.url(addresses.home(language))),
        "sameAs": edition.url(CATALOG_JSON_LD),
        "dataset": [
            {
                "@type": "Dataset",
                "name": f"{say('site.name')}: {say(f'data.tables.{name}.title')}",
                "description": say(f"data.tables.{name}.about"),
                "url": f"{page}#{name}",
                "dateModified": edition.catalogue.on.isoformat(),
                "conditionsOfAccess": say(f"data.rights.{name}"),
                "spatialCoverage": {"@type": "Country", "identifier": "FI"},
                "distribution": [
                    {
                        "@type": "DataDownload",
                        "name": file.name,
                        "contentUrl": edition.url(file.address),
                        "encodingFormat": file.media,
                    }
                    for file in FILES
                    if file.table == name
                ],
            }
            for name in TABLES
        ],
    }


def of_plan(row: PlanRow, language: str) -> Data:
    """A plan: who wrote it, where and when it holds, and what it deals with.

    An editors' summary is the catalogue's own text, based on the provider's document.
    """
    say, plan, edition = words(language), row.plan, row.edition
    provider = _organisation(
        plan.provider, edition.url(addresses.item("plans", plan.provider_slug, language))
    )
    catalogue = _organisation(say("site.name"), edition.url(addresses.home(language)))
    is_summary = plan.published_by == "editor"
    found: Data = {
        "@context": CONTEXT,
        "@type": "Report",
        "@id": row.url,
        "url": row.url,
        "name": plan.title,
        "abstract": plan.summary,
        "inLanguage": plan.language,
        "author": catalogue if is_summary else provider,
        "publisher": catalogue,
        "isBasedOn": _original(plan, provider) if is_summary else None,
        "temporalCoverage": f"{plan.period.first_day}/{plan.period.last_day}",
        "spatialCoverage": [
            {
                "@type": "AdministrativeArea",
                "name": place.name(language),
                "identifier": place.code,
            }
            for place in row.places
        ],
        "about": [say(f"values.theme.{theme}") for theme in plan.themes],
        "creativeWorkStatus": say(f"values.standing.{edition.catalogue.standing(plan)}"),
        "translationOfWork": _work(plan.translation_of, edition),
        "encoding": [_encoding(plan.name, suffix, media, edition) for media, suffix in PLAN_FILES],
    }
    return {name: value for name, value in found.items() if value}


def _organisation(name: str, url: str) -> Data:
    return {"@type": "Organization", "name": name, "url": url}


def _original(plan: Plan, provider: Data) -> Data:
    original = plan.original
    found = {
        "@type": "CreativeWork",
        "name": original.title,
        "url": original.url,
        "datePublished": original.year,
        "author": provider,
    }
    return {name: value for name, value in found.items() if value}


def _work(name: str, edition: Edition) -> Data | None:
    return {"@type": "Report", "@id": edition.url(addresses.plan(name))} if name else None


def _encoding(name: str, suffix: str, media: str, edition: Edition) -> Data:
    url = edition.url(addresses.plan_data(name, suffix))
    return {"@type": "MediaObject", "contentUrl": url, "encodingFormat": media}
