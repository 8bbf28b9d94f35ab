"""Every rule over every file handed in, in one run."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from types import ModuleType

from kuntakesu import rules
from kuntakesu.diagnostics import Arguments, Diagnostic, Finding, Severity, has_errors
from kuntakesu.mask import Mask
from kuntakesu.plan import Plan
from kuntakesu.reader import Limit, given_up, unlimited
from kuntakesu.rules import Context
from kuntakesu.source import Source
from kuntakesu.submission import Found, Submission
from kuntakesu.vocabulary.register import Register


@dataclass(frozen=True)
class Rule:
    """A rule as its module states it.

    Attributes:
        code: The module's name with hyphens.
        about: The module's docstring: the rule's page in English.
        looks_around: Whether what it finds depends on other files too.
    """

    code: str
    about: str
    severity: Severity
    check: Callable[[Submission, Context], Iterator[Finding]]
    looks_around: bool = False


@dataclass(frozen=True)
class Report:
    """What a run found.

    Attributes:
        submissions: The files, in the order of their paths.
        diagnostics: All findings, in the order of their places.
    """

    submissions: tuple[Submission, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def passed(self) -> bool:
        """Whether no plan has an error."""
        return not has_errors(self.diagnostics)

    def sound_plans(self) -> tuple[Plan, ...]:
        """The plans of the files that have no error."""
        return tuple(submission.plan for submission in self._sound() if submission.plan)

    def sound_sources(self) -> tuple[Source, ...]:
        """The files of these plans."""
        return tuple(submission.source for submission in self._sound())

    def _sound(self) -> Iterator[Submission]:
        broken = {found.path for found in self.diagnostics if found.severity is Severity.ERROR}
        return (one for one in self.submissions if one.plan and one.source.path not in broken)


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, in the order of codes."""
    names = sorted(module.name for module in pkgutil.iter_modules(rules.__path__))
    return tuple(_rule(importlib.import_module(f"{rules.__name__}.{name}")) for name in names)


def check(
    submissions: tuple[Submission, ...], context: Context, limit: Limit = unlimited
) -> Report:
    """Check files against all rules.

    Args:
        submissions: The files to report on.
        context: What the rules may look things up in; it holds the other files too.
        limit: What checks each file, or gives it up.
    """
    ordered = tuple(sorted(submissions, key=lambda submission: submission.source.path))
    found = chain.from_iterable(_checked(submission, context, limit) for submission in ordered)
    return Report(ordered, tuple(sorted(found, key=lambda diagnostic: diagnostic.order)))


def _checked(submission: Submission, context: Context, limit: Limit) -> tuple[Diagnostic, ...]:
    found = limit(lambda: tuple(_examined(submission, context)))
    return tuple(_examined(given_up(submission.source), context)) if found is None else found


def alone(submission: Submission, register: Register) -> tuple[Found, ...]:
    """What the rules find that look at nothing but the file."""
    return tuple(_found(submission, Context(register), looks_around=False))


def _found(submission: Submission, context: Context, *, looks_around: bool) -> Iterator[Found]:
    for rule in all_rules():
        if rule.looks_around == looks_around:
            for finding in rule.check(submission, context):
                yield rule.code, finding


def _examined(submission: Submission, context: Context) -> Iterator[Diagnostic]:
    own = submission.findings
    if own is None:
        own = alone(submission, context.register)
    found = [*own, *_found(submission, context, looks_around=True)]
    private = [finding for _, finding in found if finding.private]
    mask = Mask(chain.from_iterable(_marked(submission, finding) for finding in private))
    severities = _severities()
    for code, finding in found:
        yield Diagnostic(
            path=submission.source.path,
            span=finding.span,
            code=code,
            severity=severities[code],
            arguments=_without(mask, finding.arguments),
            variant=finding.variant,
            language=submission.language,
            excerpt=mask.cover(submission.source.line(finding.span.line)),
        )


@cache
def _severities() -> dict[str, Severity]:
    return {rule.code: rule.severity for rule in all_rules()}


def _marked(submission: Submission, finding: Finding) -> tuple[str, str]:
    span = finding.span
    return submission.source.line(span.line)[span.column - 1 : span.end - 1], finding.reads


def _without(mask: Mask, arguments: Arguments) -> Arguments:
    return {
        name: mask.cover(value) if isinstance(value, str) else value
        for name, value in arguments.items()
    }


def _rule(module: ModuleType) -> Rule:
    return Rule(
        code=module.__name__.rpartition(".")[2].replace("_", "-"),
        about=(module.__doc__ or "").strip(),
        severity=module.SEVERITY,
        check=module.check,
        looks_around=getattr(module, "LOOKS_AROUND", False),
    )
