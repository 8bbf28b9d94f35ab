"""How a teacher's own plan (OpeKesu) is recognised by its name."""

from __future__ import annotations

import re

from kuntakesu.vocabulary.names import fold

# As folded by names.fold: no capitals, accents or punctuation.
OWN = re.compile(
    r"\bope ?kesu"
    r"|\bopettajan (?:oma|henkilokohtai)\w* (?:kehittamis|kehittymis)\w*"
    r"|\blararens (?:egen|egna|personliga) (?:kompetens)?utvecklingsplan"
    r"|\bteacher ?s (?:own|personal) (?:\w+ )?development plan"
)
SHARED = re.compile(r"\b(?:kunta|koulu) ?kesu")


def is_own_plan(text: str) -> bool:
    """Whether a title, a kind or a summary says that the plan is a teacher's own.

    One that names KuntaKesu or KouluKesu beside it speaks of the whole, and is not.
    """
    folded = fold(text)
    return bool(OWN.search(folded)) and not SHARED.search(folded)
