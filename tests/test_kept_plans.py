"""A plan that is known from before is as one that is read anew, and so is what is wrong with it."""

from __future__ import annotations

import ast
import inspect
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

import kept_plans
from kept_plans import KeptReader, text_key
from kuntakesu.catalogue import Catalogue
from kuntakesu.check import all_rules, check
from kuntakesu.digest import Digest
from kuntakesu.languages import INTERFACE
from kuntakesu.pages import DRAFTERS, drafts
from kuntakesu.pages.draft import Draft, Ingredients
from kuntakesu.pages.view import View
from kuntakesu.plan import Plan, WholeText
from kuntakesu.reader import PlanFile, Reader
from kuntakesu.rules import Context
from kuntakesu.search.analysis import Analyser
from kuntakesu.search.documents import Document, document, document_key
from kuntakesu.source import decode
from kuntakesu.vocabulary.register import read_register
from reading_beside import Made, Task, examined, file_key, read_beside
from store import Store, encoded, open_plans, words_of
from tests.making import BODY, catalogue, plan, text
from tests.test_cases import FILES

REGISTER = read_register()


def put(root: Path, name: str, content: bytes) -> PlanFile:
    file = PlanFile(f"plans/{name}.md", root / f"plans/{name}.md")
    file.file.parent.mkdir(parents=True, exist_ok=True)
    file.file.write_bytes(content)
    return file


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_a_known_plan_has_the_same_faults(file: Path, tmp_path: Path) -> None:
    files = [
        put(tmp_path, "mallilan-kunta/2025-2029", file.read_bytes()),
        put(tmp_path, "mallilan-kunta/2021-2024", text(period="2021-2024").encode()),
    ]
    found = []
    for reader in (Reader(REGISTER), *(_kept(tmp_path) for _ in range(2))):
        read = {one.source.name: one for one in reader.read_all(files)}
        found.append(check(tuple(read.values()), Context(REGISTER, read)).diagnostics)
    assert found[0] == found[1] == found[2]


def _kept(root: Path) -> KeptReader:
    """A reader with what those before it have left."""
    store = open_plans(root)

    class Closing(KeptReader):
        def __del__(self) -> None:
            store.close()

    return Closing(REGISTER, store)


def test_what_is_kept_comes_back_whole(tmp_path: Path) -> None:
    written = text(f"{BODY}\n![Kuva](kuva.png)\n").encode()
    source = decode(written, "plans/mallilan-kunta/2025-2029.md")
    submission = examined(source, Reader(REGISTER))
    digest = Digest.of(submission)
    assert digest
    store = Store(tmp_path / "kept.sqlite", "")
    store.keep(b"key", digest)
    assert store.recall(b"key", Digest) == digest
    assert submission.plan
    store.keep(b"text", submission.plan.text)
    kept = store.recall(b"text", WholeText)
    assert kept
    assert kept == submission.plan.text
    back = digest.submission(source.path, lambda: source, kept)
    assert (back.plan, back.header) == (submission.plan, submission.header)
    assert (back.source.digest, back.source.lines) == (source.digest, source.lines)


def test_a_rule_says_whether_it_looks_around() -> None:
    for rule in all_rules():
        module = inspect.getmodule(rule.check)
        assert module
        tree = ast.parse(inspect.getsource(module))
        asked = {
            node.attr
            for node in ast.walk(tree)
            if isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name)
            and node.value.id == "context"
        }
        assert bool(asked - {"register"}) == rule.looks_around, rule.code


def test_processes_beside_read_what_this_one_reads(tmp_path: Path) -> None:
    contents = {
        f"a/20{number}-2029": text(f"{BODY}\nSana{number} oppilaat.\n").encode()
        for number in range(10, 14)
    }
    tasks = [
        Task(file, file_key(file.path, content))
        for file, content in (
            (put(tmp_path, name, content), content)
            for name, content in (*contents.items(), ("a/2030", b"no plan"))
        )
    ]
    changed = Task(tasks[0].file, b"another")
    made = list(read_beside([changed, *tasks], words_of(tmp_path)))
    assert [key for key, _ in made] == [task.key for task in tasks[:-1]]
    # Where a digest is there already, the file is not read again for its words.
    shutil.rmtree(tmp_path / "plans")
    unread = [
        Task(task.file, task.key, known.digest, known.text)
        for task, (_, known) in zip(tasks, made, strict=False)
    ]
    assert list(read_beside(unread, words_of(tmp_path))) == made
    for (name, content), (_, known) in zip(contents.items(), made, strict=True):
        submission = examined(decode(content, f"plans/{name}.md"), Reader(REGISTER))
        own = Digest.of(submission)
        assert own
        assert submission.plan
        words = document(submission.plan, REGISTER, Analyser())
        ours = Made(name, own.sum, *map(encoded, (own, submission.plan.text, words)))
        assert known == ours


def test_many_new_plans_are_read_beside_and_then_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_plans, "FEW", 1)
    store = open_plans(tmp_path)
    files = [
        put(tmp_path, f"a/20{number}", text(period=f"20{number}").encode())
        for number in range(10, 13)
    ]
    reader = KeptReader(REGISTER, store, words_of(tmp_path))
    read = list(reader.read_all(files))
    assert [one.plan for one in read] == [Reader(REGISTER).read(one.read()).plan for one in files]
    for one in read:
        assert store.recall(document_key(one.source.name, one.source.digest), Document)
    monkeypatch.setattr(kept_plans, "read_beside", lambda *_: pytest.fail("all are known"))
    assert list(reader.read_all(files)) == read


def test_a_text_that_is_spoilt_is_read_from_its_file_again(tmp_path: Path) -> None:
    content = text().encode()
    file = put(tmp_path, "mallilan-kunta/2025-2029", content)
    store = open_plans(tmp_path)
    [whole] = KeptReader(REGISTER, store).read_all([file])
    assert whole.plan
    for is_spoilt in (False, True):
        if is_spoilt:
            store.keep_raw(text_key(file_key(file.path, content)), b"spoilt")
        [kept] = KeptReader(REGISTER, store).read_all([file])
        assert kept.plan
        assert not isinstance(kept.plan.text, WholeText)
        assert (kept.plan, kept.plan.text.body) == (whole.plan, whole.plan.body)
        assert kept.plan.source == whole.plan.source == content
    [kept] = KeptReader(REGISTER, store).read_all([file])
    file.file.write_bytes(content.replace(b"2029", b"2030"))
    assert kept.plan
    with pytest.raises(OSError, match="changed while the site was built"):
        _ = kept.plan.body
    with pytest.raises(OSError, match="changed while the site was built"):
        _ = kept.source.lines


# Pages

PLANS = (
    plan("a/2018-2021", BODY, municipality="Espoo"),
    plan("a/2022-2025", f"{BODY}\n### Toinen\n\nTeksti.\n", municipality="Espoo"),
    plan("a/2022-2025.sv", BODY, municipality="Espoo", language="sv", translation_of="a/2022-2025"),
    plan("b/2026", BODY, municipality="Salo", status="withdrawn"),
)


def by_address(of: Catalogue) -> dict[str, Draft]:
    return {draft.address: draft for draft in drafts(of)}


def test_a_draft_agrees_with_its_page() -> None:
    for draft in drafts(catalogue(*PLANS)):
        page = draft.make()
        assert (draft.address, dict(draft.alternates), draft.indexed) == (
            page.address,
            dict(page.alternates),
            page.indexed,
        )


def test_pages_of_facts_show_nothing_of_a_text() -> None:
    whole = catalogue(*PLANS)
    bare = catalogue(*(replace(one, text=WholeText(), outline=(), digest="") for one in PLANS))
    for language in INTERFACE:
        for drafter in DRAFTERS:
            ours = list(drafter(View(whole, language), Ingredients(whole)))
            theirs = list(drafter(View(bare, language), Ingredients(bare)))
            for one, other in zip(ours, theirs, strict=False):
                if one.made_of and one.made_of == other.made_of:
                    assert one.make() == other.make(), one.address


@pytest.mark.parametrize(
    "changed",
    [
        plan("a/2022-2025", BODY, municipality="Espoo", title="Uusi nimi"),
        plan("a/2022-2025", f"{BODY}\n### Kolmas\n\nToinen teksti.\n", municipality="Espoo"),
        plan("a/2022-2025", BODY, municipality="Salo"),
        plan("a/2022-2025", BODY, municipality="Espoo", status="proposed"),
        plan("a/2022-2025", BODY, municipality="Espoo", language="en"),
        plan("a/2027-2030", BODY, municipality="Espoo"),
        plan("c/2024", BODY, municipality="Espoo", replaces="a/2018-2021"),
        None,
    ],
)
def test_a_page_changes_only_with_what_it_is_made_of(changed: Plan | None) -> None:
    before = by_address(catalogue(*PLANS))
    others = (one for one in PLANS if one.name != "a/2022-2025")
    after = by_address(catalogue(*others, *([changed] if changed else [])))
    for address in before.keys() & after.keys():
        if before[address].made_of and before[address].made_of == after[address].made_of:
            assert before[address].make() == after[address].make(), address
