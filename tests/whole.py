"""All that is done with a file that somebody handed in, from its bytes to its page."""

from __future__ import annotations

from kuntakesu.catalogue import Catalogue
from kuntakesu.check import Report, check
from kuntakesu.languages import INTERFACE
from kuntakesu.pages.plan import plan_page
from kuntakesu.pages.view import View
from kuntakesu.reader import Reader
from kuntakesu.reporters import github, json, text
from kuntakesu.rules import Context
from kuntakesu.source import decode
from kuntakesu.vocabulary.register import read_register
from tests.making import ON

READER = Reader(read_register())


def everything(raw: bytes, path: str) -> tuple[Report, str]:
    """What the rules find, and all that the reporters and the pages say in every language.

    Pages are also made of a plan that has errors, as the form and a preview make them.
    """
    submission = READER.read(decode(raw, path))
    context = Context(read_register(), {submission.source.name: submission})
    report = check((submission,), context)
    reporters = (text.report, github.report, json.report)
    said = [one(report, language) for one in reporters for language in (*INTERFACE, None)]
    if submission.plan:
        catalogue = Catalogue.of((submission.plan,), read_register(), ON, drafts=True)
        view = View(catalogue, submission.language, "https://example.fi/")
        said.append(plan_page(submission.plan, view).html)
    return report, "".join(said)
