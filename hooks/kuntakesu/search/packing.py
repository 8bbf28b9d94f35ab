"""A lunr index of names in the fewest bytes, for the way to the browser and back.

lunr's own form of an index tells everything twice and takes two thirds of what is sent. Packed,
it keeps only what cannot be worked out again: which terms a document has beside its own phrase,
each as the number of letters to take off the phrase and the letters to add (lahti 2de: lahde).
Nothing is lost: `pack` makes sure that `unpack` gives the very same index.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import takewhile
from typing import Any, TypedDict


class Packed(TypedDict):
    """A packed index.

    Attributes:
        version: The version of lunr.js that the index is for.
        field: The index's only field.
        scores: lunr's score for a term, by the number of documents that have it.
        terms: The terms of each document beside its phrase.
    """

    version: str
    field: str
    scores: dict[str, float]
    terms: list[str]


def pack(index: dict[str, Any], phrases: Sequence[str]) -> Packed:
    """The index (in lunr's serialized form) packed.

    Args:
        index: One field, no pipeline, scores that depend on the term alone; document
            references are the numbers of `phrases`, whose phrase is the document's first term.
        phrases: The documents' phrases.

    Raises:
        ValueError: The index is of another kind.
    """
    postings = dict(index["invertedIndex"])
    by_number = sorted(postings, key=lambda term: int(postings[term]["_index"]))
    field = index["fields"][0]
    scores: dict[str, float] = {}
    terms: list[str] = []
    for (_, vector), phrase in zip(index["fieldVectors"], phrases, strict=True):
        own = [by_number[number] for number in vector[::2]]
        scores |= {
            str(len(postings[term][field])): score
            for term, score in zip(own, vector[1::2], strict=True)
        }
        terms.append(" ".join(_change(phrase, term) for term in own if term != phrase))
    packed = Packed(version=index["version"], field=field, scores=scores, terms=terms)
    if unpack(packed, phrases) != json.loads(json.dumps(index)):
        raise ValueError("this index cannot be packed")
    return packed


def unpack(packed: Packed, phrases: Sequence[str]) -> dict[str, Any]:
    """The index in lunr's serialized form."""
    field, scores = packed["field"], packed["scores"]
    documents = [
        [phrase, *(_changed(phrase, change) for change in changes.split())]
        for phrase, changes in zip(phrases, packed["terms"], strict=True)
    ]
    postings: dict[str, list[int]] = {}
    for reference, terms in enumerate(documents):
        for term in terms:
            postings.setdefault(term, []).append(reference)
    number = {term: position for position, term in enumerate(postings)}
    vectors = (
        [
            part
            for term in sorted(terms, key=lambda term: number[term])
            for part in (number[term], scores[str(len(postings[term]))])
        ]
        for terms in documents
    )
    return {
        "version": packed["version"],
        "fields": [field],
        "fieldVectors": [
            [f"{field}/{reference}", vector] for reference, vector in enumerate(vectors)
        ],
        "invertedIndex": [
            [term, {field: {str(name): {} for name in postings[term]}, "_index": number[term]}]
            for term in sorted(postings)
        ],
        "pipeline": [],
    }


def _change(phrase: str, term: str) -> str:
    kept = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(phrase, term, strict=False))
    )
    return f"{len(phrase) - kept}{term[kept:].replace(' ', '_')}"


def _changed(phrase: str, change: str) -> str:
    added = change.lstrip("0123456789")
    taken = int(change.removesuffix(added))
    return phrase[: len(phrase) - taken] + added.replace("_", " ")
