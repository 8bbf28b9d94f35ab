"""The file that the form writes: held to the package, which reads it."""

from __future__ import annotations

import json
import random
import subprocess
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from kuntakesu.form.reading import taken_apart
from kuntakesu.pages.publish import Desk, page_data
from kuntakesu.pages.view import View
from kuntakesu.plan_file import plan_file
from kuntakesu.vocabulary.names import slug
from kuntakesu.vocabulary.register import read_register
from kuntakesu.vocabulary.terms import parts
from tests.browser_python import node
from tests.making import HEADER, ROOT, catalogue, submission, text

SCRIPT = ROOT / "tests/form_scripts.mjs"
PLANS = sorted((ROOT / "plans").glob("*/*.md"))
DESK = Desk("https://git.example.fi/kk", "main", "suunnitelmat@example.fi", 15)
# What YAML, Markdown and the two languages' ideas of a space may trip over.
ALPHABET = [*"aäÖ1§_:#-\"'\\,[]{}&*!|>%@`?/ \t\u00a0\u2028\ufeff\x85🙂ß²", ": ", " #", "- ", "\n"]


def ask(*questions: list[Any]) -> list[Any]:
    """What the scripts answer to calls by name."""
    config = page_data(View(catalogue(), "fi"), DESK, "julkaise/")
    asked = json.dumps({"config": config, "questions": questions})
    ran = subprocess.run(
        [node(), str(SCRIPT)], input=asked, capture_output=True, encoding="utf-8", check=False
    )
    assert ran.returncode == 0, ran.stderr
    found: list[Any] = json.loads(ran.stdout)
    return found


def made_up(count: int) -> list[str]:
    chance = random.Random(4)
    return ["".join(chance.choices(ALPHABET, k=chance.randint(1, 12))) or "a" for _ in range(count)]


def test_a_header_is_written_as_the_package_writes_it() -> None:
    texts = made_up(600)
    every = [
        {
            "title": one,
            "partners": [other, one],
            "municipality": [other],
            "approved.body": one,
            "source.title": other,
            "summary": "",
        }
        for one, other in zip(texts, reversed(texts), strict=True)
    ]
    written = ask(*(["header", values] for values in every))
    for values, answer in zip(every, written, strict=True):
        assert answer == plan_file(values, ""), values


def test_a_folder_is_named_as_the_package_names_it() -> None:
    names = [place.name_fi for place in read_register().municipalities]
    names += [place.name_sv for place in read_register().municipalities]
    names += ["Ålands landskapsregering", "S:t Karins stad", "Đørnæ ŋ", "  İI ßẞ  ", *made_up(200)]
    assert ask(*(["slug", name] for name in names)) == [slug(name) for name in names]


CONTENTS = (
    "Yksi kappale.",
    "Yksi kappale.\nKahdella rivillä.",
    "Kaksi.\n\nKappaletta.",
    "- luettelo\n- jossa kaksi",
    "Johdanto:\n\n- luettelo\n- toinen",
    "Johdanto:\n- luettelo\n- toinen",
    "1. yksi\n2. kaksi",
    "- luettelo\n\nja kappale sen jälkeen",
    "| a | b |\n| --- | --- |\n| 1 | 2 |",
    "Taulukko:\n\n| a | b |\n| --- | --- |\n| 1 | 2 |",
    "> lainaus",
    "Teksti\n\n> lainaus\n\nloppu",
    "**Lihava** alku: ja *kursiivi*.",
    "\n\n  Tyhjää ympärillä.  \n\n",
)


def test_what_is_written_under_a_target_is_read_under_it() -> None:
    chance = random.Random(5)
    drafts: list[list[tuple[str, dict[str, str]]]] = []
    for _ in range(120):
        kinds = chance.sample(["", *parts().codes], chance.randint(1, 5))
        given = {kind: chance.choice(CONTENTS) for kind in kinds}
        drafts.append([("Kohde", given), ("Toinen: kohde", {"goals": chance.choice(CONTENTS)})])
    values = HEADER | {"themes": ["oppiminen"], "municipality": ["Espoo"]}
    written = ask(*(["written", values, draft] for draft in drafts))
    for draft, answer in zip(drafts, written, strict=True):
        assert answer["path"] == "plans/mallilan-kunta/2025-2029.md"
        read = submission(answer["text"])
        assert read.plan
        [section] = read.body.sections
        assert [target.title for target in section.targets] == [title for title, _ in draft]
        for target, (_, given) in zip(section.targets, draft, strict=True):
            assert {part.kind for part in target.parts} == set(given), answer["text"]
            for kind, content in given.items():
                alone = submission(text(f"## Muu\n\n{content}\n")).body.sections[0].intro.text
                assert " ".join(f.text for f in target.contents(kind)) == alone, answer["text"]


def test_every_line_knows_where_it_comes_from() -> None:
    draft = [["Kohde", {"goals": "Yksi.\n\nKaksi.", "": "Muuta."}]]
    values = {"title": "Nimi", "approved.date": "2025-01-02"}
    [answer] = ask(["written", values, draft])
    lines, places = answer["text"].split("\n"), answer["places"]
    where = {line: place.split(":")[0] for line, place in zip(lines, places, strict=False) if line}
    assert places[lines.index("title: Nimi")] == "field:title"
    assert places[lines.index("  date: 2025-01-02")] == "field:approved.date"
    assert where["### Kohde"] == "target"
    assert places[lines.index("Kaksi.")].endswith(":goals")
    assert places[lines.index("Muuta.")].endswith(":")
    assert where["## Oppilaiden oppiminen"] == "section"


def test_a_published_plan_that_is_not_changed_stays_as_it_is_to_the_letter() -> None:
    questions = []
    for file in PLANS:
        name = file.relative_to(ROOT / "plans").as_posix().removesuffix(".md")
        content = file.read_bytes().decode("utf-8")
        read = json.loads(taken_apart(content, f"plans/{name}.md"))
        questions.append(["changed", name, content, read, {}, 0, ""])
    for (_, name, content, *_), answer in zip(questions, ask(*questions), strict=True):
        assert not answer["whole"]
        assert answer["text"] == content, name
        assert answer["path"] == f"plans/{name}.md"


STRANGE = """---
# Oma huomautus
title: "Nimi: hyvä"   # lainausmerkeissä
provider: Mallilan kunta
municipality:
  - Espoo
  - Turku
period: 2025-2029
language: fi
tuntematon: säilyy
themes: [oppiminen, johtaminen]
status: approved
---
Johdanto ilman tyhjää riviä.

Johtajuus
---------

###Tiivis otsikko
**Tavoite:** Vanha tavoite.

**Vastuu**: Rehtorit
## Oma luku ##

Tekstiä.


### Kohteen näköinen

## 1. Oppilaiden oppiminen
Alku.

### Kohde
Sekalaista.

**Tavoitteet:** Yksi.

Irrallinen.

**Toimenpiteet:** Kaksi.
"""


def test_a_plan_of_its_own_kind_is_changed_only_where_it_is_changed() -> None:
    name = "mallilan-kunta/2025-2029"
    read = json.loads(taken_apart(STRANGE, f"plans/{name}.md"))
    same, title, goals = ask(
        ["changed", name, STRANGE, read, {}, 0, ""],
        ["changed", name, STRANGE, read, {"title": "Uusi", "summary": "Lyhyt."}, 0, ""],
        ["changed", name, STRANGE, read, {}, 0, "Uusi tavoite."],
    )
    assert same["text"] == STRANGE
    expected = STRANGE.replace('title: "Nimi: hyvä"   # lainausmerkeissä', "title: Uusi").replace(
        "status: approved\n", "status: approved\nsummary: Lyhyt.\n"
    )
    assert title["text"] == expected
    changed = goals["text"]
    assert "**Tavoitteet:** Uusi tavoite.\n\n**Vastuu:** Rehtorit\n\n## Oma luku ##" in changed
    before, after = STRANGE.split("###Tiivis", maxsplit=1)[0], STRANGE.split("## Oma luku")[1]
    assert changed.startswith(before)
    assert changed.endswith(after)


def test_parts_that_are_mixed_are_one_text() -> None:
    read = json.loads(taken_apart(STRANGE, "plans/mallilan-kunta/2025-2029.md"))
    leadership, own, learning = read["sections"]
    assert leadership["targets"][0]["parts"] == {
        "goals": "Vanha tavoite.",
        "responsible": "Rehtorit",
    }
    assert own["theme"] == ""
    assert "### Kohteen näköinen" in own["raw"]
    assert set(learning["targets"][0]["parts"]) == {""}
    assert "Irrallinen." in learning["targets"][0]["parts"][""]


def test_the_day_of_review_is_set_and_all_else_left_to_the_letter() -> None:
    plain = "---\r\ntitle: A\r\n---\r\n\r\nTeksti ilman loppua"
    known = "---\ntitle: A\nreviewed: 2024-01-01  # kokous\nstatus: approved\n---\nreviewed: x\n"
    bare = "---\nreviewed:\n---\n"
    assert ask(
        ["fact", plain, "reviewed", "2026-06-15"],
        ["fact", known, "reviewed", "2026-06-15"],
        ["fact", bare, "reviewed", "2026-06-15"],
        ["fact", "no header", "reviewed", "2026-06-15"],
    ) == [
        plain.replace("title: A\r\n", "title: A\r\nreviewed: 2026-06-15\r\n"),
        known.replace("2024-01-01", "2026-06-15"),
        "---\nreviewed: 2026-06-15\n---\n",
        "no header",
    ]


def test_the_hosts_page_gets_the_text_where_it_fits() -> None:
    short, long, old = ask(
        ["host", "ä & b\n# c", True], ["host", "ä" * 2000, True], ["host", "a", False]
    )
    asked = urlsplit(short["address"])
    assert asked.path == "/kk/new/main"
    assert parse_qs(asked.query) == {"filename": ["plans/a/2.md"], "value": ["ä & b\n# c"]}
    assert short["hasText"]
    assert parse_qs(urlsplit(long["address"]).query) == {"filename": ["plans/a/2.md"]}
    assert not long["hasText"]
    assert old == {"address": "https://git.example.fi/kk/edit/main/plans/a/2.md", "hasText": False}


def test_a_message_has_the_text_where_it_fits() -> None:
    short, long = ask(["mail", "yksi & kaksi\nkolme"], ["mail", "ä" * 2000])
    asked = urlsplit(short["address"])
    assert asked.path == "suunnitelmat@example.fi"
    told = parse_qs(asked.query)
    assert told["body"][0].endswith("yksi & kaksi\r\nkolme")
    assert "plans/a/2.md" in told["subject"][0]
    assert short["hasText"]
    assert not long["hasText"]
    assert len(long["address"]) < 2000
    assert "ä" * 3 not in unquote(long["address"])
