"""An inverted index read off lunr.py's own builder, so that its scoring is lunr's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lunr.builder import Builder

from kuntakesu.search.documents import BOOSTS, Fields


@dataclass(frozen=True)
class Posting:
    """That a term stands in a field of a document.

    Attributes:
        document: The document's position.
        frequency: How often the term stands there.
        length: How many terms the field has in that document.
    """

    document: int
    frequency: int
    length: int


@dataclass(frozen=True)
class Inversion:
    """All postings, and what scoring must know of the whole.

    Attributes:
        postings: Per term and field, in the order of documents.
        averages: Per field, the average number of terms in a document.
        count: The number of documents.
    """

    postings: Mapping[str, Mapping[str, tuple[Posting, ...]]]
    averages: Mapping[str, float]
    count: int


def builder_of(documents: Iterable[Fields]) -> Builder:
    """lunr.py's builder with the documents added; no pipeline runs."""
    builder = Builder()
    builder.ref("id")
    for name, boost in BOOSTS.items():
        builder.field(name, boost)
    for position, fields in enumerate(documents):
        builder.add({"id": position, **fields})
    return builder


def invert(builder: Builder) -> Inversion:
    """Read the postings off a builder; its vectors and token set are not made."""
    postings: dict[str, dict[str, list[Posting]]] = {}
    totals = dict.fromkeys(BOOSTS, 0)
    for reference, frequencies in builder.field_term_frequencies.items():
        name, _, document = reference.partition("/")
        length = builder.field_lengths[reference]
        totals[name] += length
        for term, frequency in frequencies.items():
            found = postings.setdefault(term, {}).setdefault(name, [])
            found.append(Posting(int(document), frequency, length))
    count = builder.document_count
    return Inversion(
        {term: _in_order(fields) for term, fields in postings.items()},
        {name: total / count if count else 0.0 for name, total in totals.items()},
        count,
    )


def _in_order(fields: Mapping[str, list[Posting]]) -> dict[str, tuple[Posting, ...]]:
    return {
        name: tuple(sorted(fields[name], key=lambda posting: posting.document))
        for name in BOOSTS
        if name in fields
    }
