"""What `make serve` does when a plan is saved: its page at once, the whole site after a pause.

In a catalogue of thousands the site takes seconds even where one plan has changed, and whoever
writes a plan looks at its page.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from pathlib import Path

from deadline import limited
from kuntakesu.catalogue import Catalogue
from kuntakesu.naming import PLAN
from kuntakesu.pages.plan import plan_page
from kuntakesu.pages.view import View
from kuntakesu.plan import Plan
from kuntakesu.source import ROOM, files_below
from kuntakesu.workspace import check_paths
from shell import Shell
from site_files import Site
from store import FOLDER
from telling import tell_report

PAUSE = 4.0
"""Seconds without a change after which the whole site is built."""
MOST = 5
"""Plans that may have changed at once; for more the whole site is built without waiting."""
Stamps = dict[Path, tuple[int, int]]
Built = tuple[Site, Shell, Path]
"""A site, what stands around its pages, and where it lies."""


class Quick:
    """Builds as little as will do, and sees to it that the rest follows.

    Attributes:
        signal: A file that is changed when the whole site is to be built; the server watches it.
    """

    def __init__(
        self, root: Path, builder: Callable[[], None], last: Callable[[], Built | None]
    ) -> None:
        """Take the checkout, what builds the whole site, and what was built last."""
        self.signal = root / FOLDER / "serving"
        self._root = root
        self._builder = builder
        self._last = last
        self._stamps = _stamps(root)
        self._timer: threading.Timer | None = None
        self.signal.parent.mkdir(exist_ok=True)
        self.signal.touch()

    def build(self) -> None:
        """Build what has changed since the last time."""
        if self._timer:
            self._timer.cancel()
        before, self._stamps = self._stamps, _stamps(self._root)
        changed = [path for path, stamp in self._stamps.items() if before.get(path) != stamp]
        is_text = self._stamps.keys() == before.keys() and all(
            path.suffix == PLAN for path in changed
        )
        last = self._last()
        if last and is_text and 0 < len(changed) <= MOST:
            self._write(changed, *last)
            self._timer = threading.Timer(PAUSE, self.signal.touch)
            self._timer.daemon = True
            self._timer.start()
        else:
            self._builder()

    def _write(self, files: Iterable[Path], site: Site, shell: Shell, folder: Path) -> None:
        """Write the pages of some plans that are in order."""
        report = check_paths(self._root, files, limited)
        tell_report(report)
        for plan in report.sound_plans():
            catalogue = _with(site.catalogue, plan)
            page = plan_page(plan, View.of_plan(plan, catalogue, site.place.site_url))
            shell.write(page, folder)


def _with(catalogue: Catalogue, plan: Plan) -> Catalogue:
    others = (other for other in catalogue.plans if other.name != plan.name)
    return Catalogue.of(
        (*others, plan), catalogue.register, catalogue.on, catalogue.history, drafts=True
    )


def _stamps(root: Path) -> Stamps:
    """Size and time of change of all that lies below `plans/`."""
    found = {path: path.lstat() for path in files_below(root / ROOM)}
    return {path: (one.st_size, one.st_mtime_ns) for path, one in found.items()}
