"""The invented plans that the search is measured on: the same every time, and like real ones."""

import re
from collections import Counter
from pathlib import Path

import pytest

from bench import corpus
from bench.forms import noun, substantive
from bench.queries import LATER, scripts
from bench.text import writers
from kuntakesu.plan import Plan
from kuntakesu.workspace import check_tree

COUNT = 60
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
KINDS = {"goals", "actions", "responsible", "schedule"}
FORMS = """
kunta/kunna       | gen kunnan | part kuntaa | ill kuntaan | plgen kuntien | pline kunnissa
opettaja          | ade opettajalla | plpart opettajia | plill opettajiin | inepx opettajassaan
koulutus          | ine koulutuksessa | plgen koulutusten | nompx koulutuksensa | nomkin koulutuskin
oppiminen         | ela oppimisesta | tra oppimiseksi | plpart oppimisia
kausi/kaude/kautta | gen kauden | ill kauteen | plade kausilla
lapsi/lapse/lasta | part lasta | plall lapsille
hyvinvointi/hyvinvoinni | gen hyvinvoinnin | ill hyvinvointiin | plgen hyvinvointien
hanke/hankkee     | part hanketta | ill hankkeeseen | plgen hankkeiden
terveys           | gen terveyden | ill terveyteen
metsä             | ine metsässä | plablat metsiltä
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bench") / "checkout"
    corpus.write(COUNT, folder)
    return folder


@pytest.fixture(scope="module")
def plans(root: Path) -> tuple[Plan, ...]:
    return tuple(check_tree(root).sound_plans())


def content(root: Path) -> dict[str, bytes]:
    """What each file of plans holds."""
    return {str(file.relative_to(root)): file.read_bytes() for file in root.glob("plans/*/*.md")}


def test_same_bytes_every_time(root: Path, tmp_path: Path) -> None:
    corpus.write(COUNT, tmp_path / "again")
    assert content(tmp_path / "again") == content(root)


def test_a_larger_catalogue_begins_with_the_smaller_one(root: Path, tmp_path: Path) -> None:
    corpus.write(COUNT + 5, tmp_path / "larger")
    larger = content(tmp_path / "larger")
    assert len(larger) == COUNT + 5
    assert content(root).items() <= larger.items()


def test_a_plan_does_not_depend_on_those_before_it(root: Path) -> None:
    last = corpus.headings(COUNT)[-1]
    text = corpus.plan(last, writers()[last.language])
    assert text.encode() == (root / f"plans/{last.name}.md").read_bytes()


def test_every_plan_passes_the_checks(root: Path) -> None:
    report = check_tree(root)
    assert report.diagnostics == ()
    assert len(tuple(report.sound_plans())) == COUNT


def test_plans_have_themes_targets_and_labelled_parts(plans: tuple[Plan, ...]) -> None:
    for plan in plans:
        sections = plan.body.themes
        assert tuple(section.theme for section in sections) == corpus.THEMES
        targets = [target for section in sections for target in section.targets]
        assert len(targets) == 12
        for target in targets:
            assert {part.kind for part in target.parts} >= KINDS


def test_length_of_a_plan(root: Path) -> None:
    lengths = [len(WORD.findall(text.decode())) for text in content(root).values()]
    assert 1_100 < sum(lengths) / len(lengths) < 1_400


def test_all_municipalities_periods_and_both_languages() -> None:
    headings = corpus.headings(10_000)
    assert len({one.name for one in headings}) == 10_000
    assert {one.municipality.code for one in headings[:308]} == {
        one.municipality.code for one in headings
    }
    assert {one.start for one in headings[:COUNT]} == set(corpus.STARTS)
    swedish = sum(one.language == "sv" for one in headings) / len(headings)
    assert 0.06 < swedish < 0.1


def test_more_plans_than_there_are_names_for() -> None:
    with pytest.raises(ValueError, match="no more than"):
        corpus.headings(100_000)


def test_words_are_drawn_as_unevenly_as_in_real_text() -> None:
    pens = writers()
    texts = (corpus.plan(one, pens[one.language]) for one in corpus.headings(80))
    found = Counter(word for text in texts for word in WORD.findall(text.lower()))
    assert found.total() > 90_000
    assert 18_000 < len(found) < 32_000
    once = sum(times == 1 for times in found.values())
    assert 0.45 < once / len(found) < 0.8


@pytest.mark.parametrize("line", FORMS.strip().splitlines())
def test_finnish_forms(line: str) -> None:
    word, *forms = (part.strip() for part in line.split("|"))
    for case, form in (pair.split() for pair in forms):
        assert noun(word).form(case) == form


def test_compounds() -> None:
    made = noun("ympäristö").compound(noun("oppiminen").prefix())
    assert made.form("ine") == "oppimisympäristössä"
    assert noun("arvio").compound("kunta").form("nom") == "kunta-arvio"
    assert substantive("plan/3").compound("utvecklings").form("plgen") == "utvecklingsplanernas"


def test_queries_stand_in_the_plans(root: Path) -> None:
    asked = scripts(root, COUNT, 3)
    assert asked == scripts(root, COUNT, 3)
    texts = [text.decode().lower() for text in content(root).values()]
    for one in asked:
        assert len(one.later) == LATER
        assert any(f"{one.name.lower()}n" in text for text in texts)
        for words in (one.words, *one.later):
            assert any(all(word in text for word in words.split()) for text in texts)
