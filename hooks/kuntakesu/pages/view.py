"""What every page needs: its language's words, links from where it lies, and templates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from kuntakesu import addresses
from kuntakesu.addresses import Alternates
from kuntakesu.catalogue import Catalogue
from kuntakesu.languages import Words, words
from kuntakesu.plan import Period, Plan

YEARS = re.compile(r"\d{4}–\d{4}")
TEMPLATES = Path(__file__).parent.parent / "templates"


@dataclass(frozen=True)
class SitePage:
    """A finished page, to be put into the site's frame.

    Attributes:
        address: Below the site's root, with a slash at the end; empty for the first page.
        language: The language of the page's frame.
        title: As plain text.
        description: One sentence for search engines, plain text; may be empty.
        html: The content of `main`.
        alternates: The address of the same page by language, its own included.
        crumbs: Titles and addresses of the pages above.
        section: Which item of the main navigation it belongs to.
        source: The file that readers may edit, from the checkout's root; empty where there is none.
        indexed: Whether search engines should list it.
        linked_data: What it tells search engines of its content; may be empty.
        data: The address of the same as data, by media type.
        feed: The address of the feed that tells of its changes; empty where only that of all does.
    """

    address: str
    language: str
    title: str
    html: str
    description: str = ""
    alternates: Alternates = field(default_factory=dict)
    crumbs: tuple[tuple[str, str], ...] = ()
    section: str = ""
    source: str = ""
    indexed: bool = True
    linked_data: Mapping[str, Any] = field(default_factory=dict)
    data: Mapping[str, str] = field(default_factory=dict)
    feed: str = ""


@dataclass(frozen=True)
class View:
    """One language's look at the catalogue.

    Attributes:
        site_url: The site's address with a slash at the end, or empty.
        root: What links begin with on a page that may be shown anywhere; other pages have
            relative links.
    """

    catalogue: Catalogue
    language: str
    site_url: str = ""
    root: str = ""

    @classmethod
    def of_plan(cls, plan: Plan, catalogue: Catalogue, site_url: str) -> View:
        """The look of a plan's own pages: its language, where that is one of the site's."""
        return cls(catalogue, words(plan.language).language, site_url)

    @property
    def words(self) -> Words:
        """The language's words."""
        return words(self.language)

    def render(self, template: str, address: str, **values: object) -> str:
        """Fill a template for the page at `address`; every value is escaped."""
        return (
            _environment()
            .get_template(template)
            .render(
                t=self.words,
                language=self.language,
                catalogue=self.catalogue,
                site_url=self.site_url,
                addresses=addresses,
                url=lambda target: (
                    f"{self.root}{target}" if self.root else addresses.relative(target, address)
                ),
                day=lambda when: day(when, self.words),
                period=period,
                **values,
            )
        )

    def crumb(self, kind: str) -> tuple[str, str]:
        """The link to the page that lists all of a kind."""
        return self.words(f"site.nav.{kind}"), addresses.listing(kind, self.language)


def day(when: date, chosen: Words) -> str:
    """A date as written in running text."""
    month = chosen(f"site.month.{when.month}")
    return chosen("site.date", day=str(when.day), month=month, year=str(when.year))


def period(value: Period) -> str:
    """A period as written in running text, with an en dash."""
    return str(value).replace("-", "–")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["safe_fragment"] = lambda fragment: Markup(fragment.html)  # noqa: S704 (sanitised by render.py)
    environment.filters["years_together"] = years_together
    return environment


def years_together(text: str) -> Markup:
    """Text in which no line breaks within a period such as 2022–2025."""
    return Markup(YEARS.sub(r'<span class="kk-nowrap">\g<0></span>', str(escape(text))))  # noqa: S704
