"""What is wrong with a plan, as data: no sentence, no colour, no language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Arguments = Mapping[str, str | int]


class Severity(StrEnum):
    """How grave a diagnostic is: an error keeps the plan out, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """A stretch of one line.

    Attributes:
        line: 1-based.
        column: 1-based, in characters.
        end: The column after the last one, never before `column` + 1.
    """

    line: int = 1
    column: int = 1
    end: int = 2

    def overlaps(self, other: Span) -> bool:
        """Whether the two have a character in common."""
        return self.line == other.line and self.column < other.end and other.column < self.end


@dataclass(frozen=True)
class Finding:
    """What a rule found at one place of one file.

    Attributes:
        arguments: Values for the sentence's placeholders.
        variant: Which of the rule's sentences to use; most rules have one, the empty one.
        private: What stands at the span must not be repeated: no diagnostic of the file, by
            whatever rule, shows it.
        reads: How that reads, where the file writes it otherwise (`&commat;`).
    """

    span: Span
    arguments: Arguments = field(default_factory=dict)
    variant: str = ""
    private: bool = False
    reads: str = ""


@dataclass(frozen=True)
class Diagnostic:
    """A finding with where it is, by which rule and how grave.

    Attributes:
        path: Where the plan is, as `plans/<provider>/<period>.md`.
        code: The rule's code, which names its module, its cases and its page.
        language: The language to report in when nobody asks for another: the plan's own.
        excerpt: The line that the span lies on, without its line break.
    """

    path: str
    span: Span
    code: str
    severity: Severity
    arguments: Arguments
    variant: str
    language: str
    excerpt: str

    @property
    def order(self) -> tuple[str, Span, str]:
        """A key that sorts diagnostics as their places stand in the files."""
        return self.path, self.span, self.code


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of the diagnostics keeps its plan out."""
    return any(found.severity is Severity.ERROR for found in diagnostics)
