"""Ways in which offices write the same plan down.

`HELD_OUT` was written before the import had been run on any document, and the import was not
fitted to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bench.documents.drawing import Bullets, Drawing, Grid, Heading, Piece, Text, Title
from bench.documents.known import KnownPlan, KnownTarget, KnownTheme
from kuntakesu.languages import words
from kuntakesu.vocabulary.terms import parts

Layout = Callable[[KnownPlan], Drawing]

THEME = {"fi": "Teema", "sv": "Tema"}
TARGET = {"fi": "Kehittämiskohde", "sv": "Utvecklingsobjekt"}
FOCUS = {"fi": "Painopiste", "sv": "Prioritet"}
TODAY = {"fi": "Nykytila", "sv": "Nuläge"}
# Names of columns that no vocabulary has word for word.
COLUMNS = {
    "fi": {
        "goals": "Tavoite kaudelle",
        "actions": "Toimenpiteet (kunnan yhteiset)",
        "responsible": "Vastuutaho(t)",
        "schedule": "Aikataulu / vuosi",
        "indicators": "Mittari/seuranta",
        "results": "Odotettu tulos",
        "monitoring": "Seuranta ja raportointi",
        "evaluation": "Arviointi (milloin, miten)",
    },
    "sv": {
        "goals": "Mål för perioden",
        "actions": "Åtgärder (gemensamma)",
        "responsible": "Ansvarig tjänsteinnehavare",
        "schedule": "Tidtabell / år",
        "indicators": "Indikator/mätare",
        "results": "Väntat resultat",
        "monitoring": "Uppföljning och rapportering",
        "evaluation": "Utvärdering (när, hur)",
    },
}


def heading_styles(plan: KnownPlan) -> Drawing:
    """Heading styles, labels in bold before the text."""
    return _written(plan, _styled_target, _bold_labels)


def numbered_headings(plan: KnownPlan) -> Drawing:
    """Numbers typed before headings, parts under headings of their own."""
    pieces: list[Piece] = [Title(plan.title), *map(Text, plan.intro)]
    for number, theme in enumerate(plan.themes, 1):
        pieces += [Heading(1, f"{number}. {theme.title}"), *_intro(theme)]
        for below, target in enumerate(theme.targets, 1):
            pieces.append(Heading(2, f"{number}.{below} {target.title}"))
            for part in target.parts:
                if part.kind:
                    pieces.append(Heading(3, _label(part.kind, plan)))
                pieces.append(Text(part.text))
    return tuple(pieces)


def bold_headings(plan: KnownPlan) -> Drawing:
    """No styles: capitals for themes, bold for targets, labels as plain text."""
    pieces: list[Piece] = [Text(plan.title, plan.title), *map(Text, plan.intro)]
    for theme in plan.themes:
        heading = theme.title.upper()
        pieces += [Text(heading, heading), *_intro(theme)]
        for target in theme.targets:
            pieces.append(Text(target.title, target.title))
            for part in target.parts:
                label = f"{_label(part.kind, plan)}: " if part.kind else ""
                pieces.append(Text(label + part.text))
    return tuple(pieces)


def bulleted_parts(plan: KnownPlan) -> Drawing:
    """Heading styles for themes, bold targets, a list of parts."""
    return _written(plan, _bold_target, _bullets)


def table_per_theme(plan: KnownPlan) -> Drawing:
    """A heading and a table for each theme, a row for each target."""
    pieces: list[Piece] = [Title(plan.title), *map(Text, plan.intro)]
    for theme in plan.themes:
        pieces += [Heading(1, theme.title), *_intro(theme)]
        if kinds := _kinds(theme):
            first = (TARGET[plan.language], *(_label(kind, plan) for kind in kinds))
            pieces.append(Grid((first, *(_row(target, kinds) for target in theme.targets))))
    return tuple(pieces)


def one_table(plan: KnownPlan) -> Drawing:
    """One table of the whole plan, with the theme in the first column."""
    kinds = _kinds(*plan.themes)
    rows = [(THEME[plan.language], TARGET[plan.language], *(_label(k, plan) for k in kinds))]
    for theme in plan.themes:
        named = theme.title
        if not theme.targets:
            rows.append((named, *[""] * (len(kinds) + 1)))
        for target in theme.targets:
            rows.append((named, *_row(target, kinds)))
            named = ""  # as if the cells were merged
    return (Title(plan.title), *map(Text, plan.intro), Grid(tuple(rows)))


def table_per_target(plan: KnownPlan) -> Drawing:
    """A table of two columns for each target: label and text."""
    pieces: list[Piece] = [Title(plan.title), *map(Text, plan.intro)]
    for theme in plan.themes:
        pieces += [Heading(1, theme.title), *_intro(theme)]
        for target in theme.targets:
            rows = [(TARGET[plan.language], target.title)]
            rows += [(_label(part.kind, plan), part.text) for part in target.parts]
            pieces += [Grid(tuple(rows)), Text("")]
    return tuple(pieces)


def labels_alone(plan: KnownPlan) -> Drawing:
    """Held out: themes with a prefix, numbered bold targets, labels alone on their lines."""
    pieces: list[Piece] = [Title(plan.title), *map(Text, plan.intro)]
    for number, theme in enumerate(plan.themes, 1):
        heading = f"{THEME[plan.language]} {number}: {theme.title.upper()}"
        pieces += [Heading(2, heading), *_intro(theme)]
        for below, target in enumerate(theme.targets, 1):
            heading = f"{below}) {target.title}"
            pieces.append(Text(heading, heading))
            for part in target.parts:
                if part.kind:
                    label = _label(part.kind, plan)
                    pieces.append(Text(label, label))
                pieces.append(Text(part.text))
    return tuple(pieces)


def odd_columns(plan: KnownPlan) -> Drawing:
    """Held out: the theme as a table's first row, columns named as nobody else names them."""
    named = {"": TODAY[plan.language], **COLUMNS[plan.language]}
    pieces: list[Piece] = [Title(plan.title), *map(Text, plan.intro)]
    for theme in plan.themes:
        pieces += _intro(theme)
        kinds = _kinds(theme)
        rows = [(theme.title,), (FOCUS[plan.language], *(named[kind] for kind in kinds))]
        rows += [_row(target, kinds) for target in theme.targets]
        pieces += [Grid(tuple(rows)), Text("")]
    return tuple(pieces)


def dashes(plan: KnownPlan) -> Drawing:
    """Held out: everything one level down, a dash between label and text."""
    pieces: list[Piece] = [Heading(1, plan.title), *map(Text, plan.intro)]
    for number, theme in enumerate(plan.themes, 2):
        pieces += [Heading(2, f"{number} {theme.title}"), *_intro(theme)]
        for below, target in enumerate(theme.targets, 1):
            pieces.append(Heading(3, f"{number}.{below}. {target.title}"))
            for part in target.parts:
                label = f"{_label(part.kind, plan)} – " if part.kind else ""
                pieces.append(Text(label + part.text, label.strip()))
    return tuple(pieces)


LAYOUTS: tuple[Layout, ...] = (
    heading_styles,
    numbered_headings,
    bold_headings,
    bulleted_parts,
    table_per_theme,
    one_table,
    table_per_target,
)
HELD_OUT: tuple[Layout, ...] = (labels_alone, odd_columns, dashes)


def _written(
    plan: KnownPlan,
    headed: Callable[[KnownTarget], Piece],
    told: Callable[[KnownTarget, KnownPlan], Iterator[Piece]],
) -> Drawing:
    pieces: list[Piece] = [Title(plan.title), *map(Text, plan.intro)]
    for theme in plan.themes:
        pieces += [Heading(1, theme.title), *_intro(theme)]
        for target in theme.targets:
            pieces += [headed(target), *told(target, plan)]
    return tuple(pieces)


def _styled_target(target: KnownTarget) -> Piece:
    return Heading(2, target.title)


def _bold_target(target: KnownTarget) -> Piece:
    return Text(target.title, target.title)


def _bold_labels(target: KnownTarget, plan: KnownPlan) -> Iterator[Piece]:
    for part in target.parts:
        label = f"{_label(part.kind, plan)}: " if part.kind else ""
        yield Text(label + part.text, label.strip())


def _bullets(target: KnownTarget, plan: KnownPlan) -> Iterator[Piece]:
    yield from (Text(part.text) for part in target.parts if not part.kind)
    items = [part for part in target.parts if part.kind]
    if items:
        told = (f"{_label(part.kind, plan)}: {part.text}" for part in items)
        yield Bullets(tuple(map(Text, told)))


def _intro(theme: KnownTheme) -> list[Piece]:
    return [Text(theme.intro)] if theme.intro else []


def _kinds(*themes: KnownTheme) -> tuple[str, ...]:
    used = {part.kind for theme in themes for target in theme.targets for part in target.parts}
    return tuple(kind for kind in ("", *parts().codes) if kind in used)


def _row(target: KnownTarget, kinds: tuple[str, ...]) -> tuple[str, ...]:
    texts = {part.kind: part.text for part in target.parts}
    return (target.title, *(texts.get(kind, "") for kind in kinds))


def _label(kind: str, plan: KnownPlan) -> str:
    """The label of a part; text without one is what the plan says of today."""
    return words(plan.language)(f"values.part.{kind}") if kind else TODAY[plan.language]
