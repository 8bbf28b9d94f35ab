"""The plan does not begin with its facts.

A plan begins with the line `---`, then facts about the plan, one `field: value` a line, then again
the line `---`. The text of the plan follows. Without these facts the plan can't be listed.

Passes:

    ---
    title: Mallilan kehittämissuunnitelma 2027–2030
    provider: Mallilan kunta
    ---

Fails:

    # Mallilan kehittämissuunnitelma 2027–2030
"""

from collections.abc import Iterator

from kuntakesu.diagnostics import Finding, Severity
from kuntakesu.fields import FIELDS, example_line
from kuntakesu.rules import Context
from kuntakesu.submission import Submission

SEVERITY = Severity.ERROR
FENCE_LIKE = ("---", "----", "—", "–-", "-–", "–", "***", "+++")


def check(submission: Submission, _context: Context) -> Iterator[Finding]:
    """Find a plan without facts at its beginning, or with something else in their place."""
    fault = submission.front_matter.fault
    if submission.source.fault or fault is None or fault.kind not in ("none", "open", "shape"):
        return
    required = "\n".join(example_line(field) for field in FIELDS if field.required)
    arguments = {"example": f"---\n{required}\n---"}
    variant = _variant_of_none(submission.source.lines) if fault.kind == "none" else fault.kind
    yield Finding(fault.span, arguments, variant)


def _variant_of_none(lines: tuple[str, ...]) -> str:
    """`late` where the front matter only begins further down, `fence` where its line is odd."""
    first = next((line.strip() for line in lines if line.strip()), "")
    if first == "---":
        return "late"
    return "fence" if first in FENCE_LIKE else "none"
