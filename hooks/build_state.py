"""What one build of the site remembers from its first event to its last."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from kuntakesu.catalogue import Catalogue
from kuntakesu.pages.frame import Place
from kuntakesu.pages.view import SitePage
from kuntakesu.vocabulary.register import read_register
from quick import Built
from store import Store, no_store


@dataclass
class Build:
    """What one build needs from its first event to its last.

    Attributes:
        site: Where the site is written; the engine writes into `scratch`.
        memory: What is known of plans from before.
        context: What the engine gives a template that is no page.
        megabytes: How much the form's checks load.
        guides: The hand-written pages.
    """

    serving: bool = False
    started: float = 0.0
    site: Path = Path()
    scratch: TemporaryDirectory[str] | None = None
    catalogue: Catalogue = field(default_factory=lambda: Catalogue((), read_register(), date.min))
    place: Place = field(default_factory=Place)
    memory: Store = field(default_factory=no_store)
    context: dict[str, Any] = field(default_factory=dict)
    megabytes: int = 0
    guides: list[SitePage] = field(default_factory=list)
    summary: str = ""
    built: Built | None = None
