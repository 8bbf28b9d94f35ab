"""What engines answer to queries: the first ten plans, best first, with targets inside them."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import mkdocs.contrib.search
from playwright.sync_api import Browser

from bench.adapters import ENGINES, SCRIPTS
from bench.wire import PAGE, Site, served
from kuntakesu.plan import Plan
from kuntakesu.search.portions import passages
from tests.search.quality import SHOWN, Hit

Answers = Mapping[str, Sequence[Hit]]
"""What was found, by the query."""

ROOT = Path(__file__).parent.parent.parent
ASK_OURS = ROOT / "tests/search/ask.mjs"
ASK_LUNR = Path(__file__).parent / "ask_lunr.mjs"
LUNR = Path(mkdocs.contrib.search.__file__).parent
PLANS = "/suunnitelmat/"
ASK_PAGEFIND = """async ([texts, count]) => {
  await bench.open();
  const answers = [];
  for (const text of texts) {
    const shown = await bench.excerpts(await bench.find(text), count, text);
    answers.push(shown.map(({ url, sub_results }) => ({
      url,
      inside: sub_results.map(({ url, locations }) => [url, locations.length]),
    })));
  }
  return answers;
}"""


def ours(site: Path, texts: Sequence[str]) -> Answers:
    """The answers of the search of a built site, by the scripts that it publishes.

    Raises:
        RuntimeError: Node is not installed, or the search failed.
    """
    found = _node([ASK_OURS, site, SCRIPTS], texts)
    return {text: [(name, anchor) for name, anchor in hits] for text, hits in _by(texts, found)}


def lunr(plans: Iterable[Plan], manner: str, texts: Sequence[str]) -> Answers:
    """The answers of lunr.js with lunr-languages' Finnish stemmer, as MkDocs ships them.

    Args:
        manner: `typed` or `words`; see ask_lunr.mjs.

    Raises:
        RuntimeError: Node is not installed, or lunr failed.
    """
    asked = {"plans": [_document(plan) for plan in plans], "questions": texts}
    return dict(_by(texts, _node([ASK_LUNR, LUNR, manner], asked)))


def pagefind(browser: Browser, folder: Path, texts: Sequence[str]) -> Answers:
    """The answers of Pagefind, whose index is in the built site.

    Raises:
        RuntimeError: It asked for a file that does not exist.
    """
    engine = next(one for one in ENGINES if one.name == "Pagefind")
    with served(Site(engine.page, folder)) as site:
        page = browser.new_page()
        page.goto(f"{site.address}{PAGE}")
        found = page.evaluate(ASK_PAGEFIND, [list(texts), SHOWN])
        page.close()
    if site.missed:
        raise RuntimeError(f"not found: {', '.join(sorted(set(site.missed)))}")
    return {
        text: [hit for result in results for hit in hits_of(result["url"], result["inside"])]
        for text, results in _by(texts, found)
    }


def hits_of(url: str, inside: Iterable[tuple[str, int]]) -> Iterator[Hit]:
    """The plan that a result of Pagefind is, and the headings in it, as its own list takes them.

    Args:
        inside: Each heading's address, and how many matches stand below it.

    Raises:
        ValueError: The address is not that of a plan's page.
    """
    path = unquote(urlsplit(url).path)
    name = path.removeprefix(PLANS).strip("/")
    if not path.startswith(PLANS) or name.count("/") != 1:
        raise ValueError(f"no plan's page: {url}")
    yield name, ""
    for heading, _ in sorted(inside, key=lambda one: -one[1]):
        if anchor := unquote(urlsplit(heading).fragment):
            yield name, anchor


def _document(plan: Plan) -> dict[str, str]:
    """A plan with what its page says of it; nothing is left out that the other engines read."""
    pieces = list(passages(plan))
    places = [place.stated for place in plan.places]
    told = [plan.provider, *places, *plan.partners, plan.original.title]
    return {
        "name": plan.name,
        "title": plan.title,
        "headings": "\n".join(piece.title for piece in pieces),
        "text": "\n".join([*told, *(piece.text for piece in pieces)]),
    }


def _by(texts: Sequence[str], found: Sequence[Any]) -> Iterator[tuple[str, Any]]:
    return zip(texts, found, strict=True)


def _node(command: Sequence[Path | str], asked: object) -> Any:  # noqa: ANN401 (any JSON)
    node = shutil.which("node")
    if node is None:
        raise RuntimeError("Node is not installed")
    answer = subprocess.run(  # noqa: S603 (only scripts of this checkout)
        [node, *map(str, command)],
        input=json.dumps(asked),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if answer.returncode:
        raise RuntimeError(f"{Path(command[0]).name} failed:\n{answer.stderr[-4000:]}")
    return json.loads(answer.stdout)
