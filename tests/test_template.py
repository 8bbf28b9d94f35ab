"""The template of a plan: what a newcomer copies passes the checker once it is filled in."""

from __future__ import annotations

import re

import pytest

from kuntakesu.check import Report, check
from kuntakesu.fields import FIELDS, all_fields
from kuntakesu.languages import INTERFACE, words
from kuntakesu.submission import Submission
from kuntakesu.template import plan_template
from kuntakesu.vocabulary import terms
from kuntakesu.vocabulary.names import slug
from tests.making import ROOT, context, submission, text


def name_of(content: str) -> str:
    """Where the file belongs by what it says."""
    header = submission(content).header
    return f"{slug(header.text('provider'))}/{header.text('period')}"


def filled(language: str) -> str:
    """The template with the one invented name replaced that the register must know."""
    return re.sub(r"(?m)^municipality: .*$", "municipality: Espoo", plan_template(language))


def with_optional_facts(content: str) -> str:
    """The template with the mark taken off each fact that may be left out."""
    keys = "|".join(field.key for field in FIELDS)
    return re.sub(rf"(?m)^#((?:{keys}|  \w+):)", r"\1", content)


def checked(content: str, *others: Submission) -> Report:
    own = submission(content, name_of(content))
    run = {one.source.name: one for one in (own, *others)}
    return check((own,), context(run))


def other(name: str, language: str = "fi") -> Submission:
    period = name.partition("/")[2].partition(".")[0]
    return submission(text(period=period, language=language), name)


@pytest.mark.parametrize("language", INTERFACE)
def test_the_template_passes_without_a_remark(language: str) -> None:
    report = checked(filled(language))
    assert report.diagnostics == ()
    (plan,) = report.sound_plans()
    assert plan.language == language
    assert plan.themes == terms.themes().codes


@pytest.mark.parametrize("language", INTERFACE)
def test_only_the_municipality_is_left_to_be_made_real(language: str) -> None:
    report = checked(plan_template(language))
    assert [found.code for found in report.diagnostics] == ["unknown-municipality"]


@pytest.mark.parametrize("language", INTERFACE)
def test_the_template_passes_with_every_optional_fact(language: str) -> None:
    content = with_optional_facts(filled(language))
    header = submission(content).header
    assert set(header.keys) == {key for key, _ in all_fields()}
    # The example refers to the plan's own address, which is for its translations to do.
    own = header.text("translation_of")
    assert own == name_of(content)
    content = content.replace(f"translation_of: {own}", f"translation_of: {own}.se")
    others = (other(f"{own}.se", "se"), other(header.text("replaces")))
    report = checked(content, *others)
    assert report.diagnostics == ()
    (plan,) = report.sound_plans()
    assert plan.approval.is_known
    assert plan.reviewed
    assert plan.original.year


@pytest.mark.parametrize("language", INTERFACE)
def test_the_template_as_the_second_language_version_passes(language: str) -> None:
    content = filled(language).replace("#translation_of:", "translation_of:")
    first = other(name_of(content), "se")
    own = submission(content, f"{first.source.name}.{language}")
    run = {one.source.name: one for one in (own, first)}
    assert check((own,), context(run)).diagnostics == ()


@pytest.mark.parametrize("language", INTERFACE)
def test_the_template_names_every_theme_and_part(language: str) -> None:
    (plan,) = checked(filled(language)).sound_plans()
    assert tuple(section.theme for section in plan.body.sections) == terms.themes().codes
    for section in plan.body.sections:
        (target,) = section.targets
        assert tuple(part.kind for part in target.parts) == terms.parts().codes
        assert all(part.content.text for part in target.parts)


@pytest.mark.parametrize("language", INTERFACE)
def test_every_field_is_explained_with_its_values(language: str) -> None:
    content = plan_template(language)
    for field in FIELDS:
        assert words(language)(f"fields.{field.key}.label") in content
        need = words(language)("template.required" if field.required else "template.optional")
        mark = "" if field.required else "#"
        assert re.search(rf"\({need}\)\..*\n(?:# .*\n)?{mark}{field.key}:", content), field.key
        if field.choices:
            assert ", ".join(field.choices) in content


@pytest.mark.parametrize("language", INTERFACE)
def test_the_committed_template_is_fresh(language: str) -> None:
    file = ROOT / f"docs/template/plan.{language}.md"
    assert file.read_text(encoding="utf-8") == plan_template(language)
