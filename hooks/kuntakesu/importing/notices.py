"""What an import says of itself, as data: no sentence, no language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Notice:
    """Something that a human should look at.

    Attributes:
        code: The key of its sentence: `importing.report.<code>`.
        arguments: Values for the sentence's placeholders; one that begins with `values.` or
            `fields.` is itself the key of a word.
    """

    code: str
    arguments: Mapping[str, str | int] = field(default_factory=dict)
