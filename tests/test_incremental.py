"""A site built step by step is, after every step, the site that is built from nothing."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.building import build, checkout, write_plan
from tests.making import text
from tests.recording import Archive

SEED = 20261128
STEPS = 8
FOLDERS = ("mallilan-kunta", "espoon-kaupunki", "salon-kaupunki")
PLACES = ("Espoo", "Salo", "[Turku, Kaarina]")
WORDS = ("kunta", "oppilas", "lukutaito", "hyvinvointi", "esi- ja perusopetus", "tavoite")
Change = Callable[[Path, random.Random], None]


def tree(site: Path) -> dict[str, bytes]:
    """Every file's content by its name; of a link, that it is one."""
    found = (file for file in site.rglob("*") if not file.is_dir() or file.is_symlink())
    return {
        file.relative_to(site).as_posix(): b"a link" if file.is_symlink() else file.read_bytes()
        for file in found
    }


def differences(one: Path, other: Path) -> list[str]:
    """The names of files that are not the same in two folders."""
    here, there = tree(one), tree(other)
    return sorted(name for name in here.keys() | there.keys() if here.get(name) != there.get(name))


def content(chance: random.Random, **header: str) -> str:
    """A plan's text with some sections and targets."""
    lines = []
    for theme in ("Oppiminen", "Johtaminen")[: chance.randint(1, 2)]:
        lines += [f"## {theme}", ""]
        for number in range(chance.randint(0, 3)):
            lines += [f"### Tavoite {number} {chance.choice(WORDS)}", ""]
            lines += [f"**Toimenpiteet:** {' '.join(chance.choices(WORDS, k=12))}.", ""]
    themes = "[oppiminen, johtaminen]"
    return text("\n".join(lines) + "\n", themes=themes, **header)


def plans(root: Path) -> list[Path]:
    return sorted(root.glob("plans/*/*.md"))


def add(root: Path, chance: random.Random) -> None:
    folder, start = chance.choice(FOLDERS), chance.randint(2010, 2030)
    place = PLACES[FOLDERS.index(folder)]
    provider = folder.replace("-", " ").capitalize()
    period = f"{start}-{start + 3}"
    written = content(chance, period=period, municipality=place, provider=provider)
    write_plan(root, f"{folder}/{period}", written)


def edit_text(root: Path, chance: random.Random) -> None:
    file = chance.choice(plans(root))
    more = " ".join(chance.choices(WORDS, k=5))
    file.write_text(f"{file.read_text(encoding='utf-8')}\n{more}\n", encoding="utf-8")


def edit_title(root: Path, chance: random.Random) -> None:
    file = chance.choice(plans(root))
    head, _, rest = file.read_text(encoding="utf-8").partition("title: ")
    after = rest.partition("\n")[2]
    file.write_text(f"{head}title: Nimi {chance.random()}\n{after}", encoding="utf-8")


def rename(root: Path, chance: random.Random) -> None:
    file = chance.choice(plans(root))
    start = chance.randint(2031, 2040)
    period = f"{start}-{start + 3}"
    written = file.read_text(encoding="utf-8").replace(file.stem, period)
    file.unlink()
    file.with_name(f"{period}.md").write_text(written, encoding="utf-8")


def delete(root: Path, chance: random.Random) -> None:
    found = plans(root)
    if len(found) > 2:
        chance.choice(found).unlink()


def withdraw(root: Path, chance: random.Random) -> None:
    file = chance.choice(plans(root))
    written = file.read_text(encoding="utf-8")
    file.write_text(written.replace("status: approved", "status: withdrawn"), encoding="utf-8")


def change_template(root: Path, chance: random.Random) -> None:
    name = chance.choice(["municipality", "plan", "plans", "provider", "theme", "frame_footer"])
    file = root / f"hooks/kuntakesu/templates/{name}.html"
    written = file.read_text(encoding="utf-8")
    file.write_text(f"{written}<p>{chance.random()}</p>\n", encoding="utf-8")


def change_theme(root: Path, chance: random.Random) -> None:
    file = root / chance.choice(["hooks/theme/css/base.css", "hooks/theme/main.html"])
    spare = f"/* {chance.random()} */" if file.suffix == ".css" else f"{{# {chance.random()} #}}"
    file.write_text(f"{file.read_text(encoding='utf-8')}\n{spare}\n", encoding="utf-8")


def change_word(root: Path, chance: random.Random) -> None:
    file = root / "hooks/kuntakesu/languages/fi/site.yml"
    written = file.read_text(encoding="utf-8")
    file.write_text(written.replace("suunnitelma", "suunnitelmaa", chance.randint(1, 3)), "utf-8")


def change_register(root: Path, _: random.Random) -> None:
    file = root / "hooks/kuntakesu/vocabulary/regions.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("Uusimaa", "Uusimaa X"), "utf-8")


def change_configuration(root: Path, chance: random.Random) -> None:
    file = root / "mkdocs.yml"
    written = file.read_text(encoding="utf-8")
    file.write_text(written.replace("kuntien", f"kuntien {chance.random()}"), encoding="utf-8")


def change_guide(root: Path, chance: random.Random) -> None:
    file = root / "docs/ohjeet/kuntakesu.md"
    file.write_text(f"{file.read_text(encoding='utf-8')}\n{chance.random()}\n", encoding="utf-8")


OF_PLANS: tuple[Change, ...] = (
    add,
    add,
    edit_text,
    edit_text,
    edit_title,
    rename,
    delete,
    withdraw,
)
OF_THE_REST: tuple[Change, ...] = (
    change_template, change_theme, change_word, change_register, change_configuration, change_guide,
)  # fmt: skip


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A checkout of a few plans and pages, with the code that a change may touch."""
    made = checkout(tmp_path / "checkout")
    shutil.rmtree(made / "plans")
    (made / ".gitignore").write_text("/.cache/\n", encoding="utf-8")
    chance = random.Random(SEED)
    for _ in range(5):
        add(made, chance)
    return made


def built(root: Path, site: Path, **variables: str) -> None:
    ran = build(root, site, **variables)
    assert ran.returncode == 0, ran.stdout


def built_from_nothing(root: Path, site: Path, **variables: str) -> None:
    shutil.rmtree(site, ignore_errors=True)
    kept = root / ".cache"
    aside = kept.rename(kept.with_name("aside")) if kept.is_dir() else None
    built(root, site, **variables)
    shutil.rmtree(kept)
    if aside:
        aside.rename(kept)


def test_any_changes_lead_to_the_site_that_is_built_from_nothing(
    root: Path, tmp_path: Path
) -> None:
    chance = random.Random(SEED)
    archive = Archive(root)
    rest = list(OF_THE_REST)
    chance.shuffle(rest)
    epoch = 1_781_514_000
    built(root, tmp_path / "site", SOURCE_DATE_EPOCH=str(epoch))
    for step in range(STEPS):
        of_plans = chance.choices(OF_PLANS, k=chance.randint(1, 3))
        changes = [rest.pop()] if step % 3 == 2 else of_plans
        for change in changes:
            change(root, chance)
        if step % 3 == 0:
            archive.commit(f"2026-02-{step + 1:02}")
        if step == 4:
            epoch += 400 * 86_400
        built(root, tmp_path / "site", SOURCE_DATE_EPOCH=str(epoch))
        built_from_nothing(root, tmp_path / "clean", SOURCE_DATE_EPOCH=str(epoch))
        names = [change.__name__ for change in changes]
        assert differences(tmp_path / "site", tmp_path / "clean") == [], (step, names)


def test_whatever_befalls_the_cache_and_the_site_the_next_build_is_right(
    root: Path, tmp_path: Path
) -> None:
    site, clean, cache = tmp_path / "site", tmp_path / "clean", root / ".cache"
    built_from_nothing(root, clean)
    built(root, site)
    assert differences(site, clean) == []
    pages = sorted(site.glob("suunnitelmat/*/*/index.html"))
    [ledger] = cache.glob("*.files")

    def befall_site() -> None:
        pages[0].write_text("somebody else's", encoding="utf-8")
        pages[1].unlink()
        pages[2].unlink()
        pages[2].symlink_to(pages[0])
        folder = pages[3].parent
        moved = folder.rename(tmp_path / "moved")
        folder.symlink_to(moved)
        (site / "mine.html").write_text("mine", encoding="utf-8")
        (site / "suunnitelmat/empty/folder").mkdir(parents=True)
        stamp = pages[4].stat()
        pages[4].write_bytes(bytes(stamp.st_size))
        os.utime(pages[4], ns=(stamp.st_atime_ns, stamp.st_mtime_ns + 1))

    def break_caches() -> None:
        for file in cache.iterdir():
            file.write_bytes(file.read_bytes()[: file.stat().st_size // 2] + b"\xff")

    def take_anothers_ledger() -> None:
        other = tmp_path / "other"
        built(root, other)
        [of_other] = [one for one in cache.glob("*.files") if one != ledger]
        of_other.replace(ledger)

    for befall in (befall_site, break_caches, take_anothers_ledger, lambda: shutil.rmtree(cache)):
        befall()
        built(root, site)
        assert differences(site, clean) == []
