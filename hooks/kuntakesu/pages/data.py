"""The page that documents the open data, made of the tables that the files are made of."""

from __future__ import annotations

from collections.abc import Iterator

from kuntakesu import addresses
from kuntakesu.fields import FIELDS
from kuntakesu.pages.linked_data import data_sets
from kuntakesu.pages.view import SitePage, View
from kuntakesu.records import files
from kuntakesu.records.rows import Edition
from kuntakesu.records.tables import OWN_TARGETS, SECTIONS

# On the page itself, which is as good as what it links to.
QUERY = """SELECT provider, title, indicators
FROM read_csv('{address}')
WHERE theme = 'hyvinvointi' AND plan_in_force;"""


def pages(view: View) -> Iterator[SitePage]:
    """The page in one language."""
    address = addresses.guide("data", view.language)
    edition = Edition(view.catalogue, view.site_url)
    html = view.render(
        "data.html",
        address,
        files=files.FILES,
        plan_file=files.PLAN_JSON,
        catalog_files=(files.CATALOG_TURTLE, files.CATALOG_JSON_LD),
        tables=[(table, table.count(view.catalogue)) for table in files.TABLES.values()],
        sections=SECTIONS,
        targets=OWN_TARGETS,
        vocabulary={field.key: field.vocabulary for field in FIELDS if field.choices},
        pattern=view.site_url + addresses.plan_data("<name>", "json"),
        query=QUERY.format(address=edition.url(files.TARGETS_CSV.address)),
    )
    yield SitePage(
        address,
        view.language,
        view.words("data.title"),
        html,
        description=view.words("data.lead"),
        alternates=addresses.in_all_languages(addresses.guide, "data"),
        linked_data=data_sets(edition, view.language),
    )
