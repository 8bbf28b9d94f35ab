"""A page that can be made: what must be known of it before, and all that its content depends on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from kuntakesu.addresses import Alternates
from kuntakesu.body import Body
from kuntakesu.catalogue import Catalogue
from kuntakesu.memory import Key, key_of
from kuntakesu.pages.view import SitePage
from kuntakesu.plan import Plan


@dataclass(frozen=True)
class Draft:
    """A page that is made when it is needed.

    Attributes:
        address: See `SitePage`, as for the next two.
        made_of: Keys of all that the page is made of beside the code, the words, the register, the
            site's place and the catalogue's day. Without any it is made anew for each build.
        make: Makes it.
    """

    address: str
    make: Callable[[], SitePage]
    made_of: tuple[Key, ...] = ()
    alternates: Alternates = field(default_factory=dict)
    indexed: bool = True

    @classmethod
    def of(cls, page: SitePage) -> Draft:
        """The draft of a page that is made already."""
        return cls(page.address, lambda: page, (), page.alternates, page.indexed)


@dataclass(frozen=True)
class Ingredients:
    """Keys of what pages are made of.

    A plan's facts are all that it says above its text; most pages show no more of it, and stay the
    same while somebody works on the text.
    """

    catalogue: Catalogue

    def whole(self, plans: Iterable[Plan | None]) -> Key:
        """Some plans with their texts."""
        return key_of(*(self._wholes[plan.name] if plan else b"" for plan in plans))

    def facts(self, plans: Iterable[Plan | None]) -> Key:
        """Some plans without their texts."""
        return key_of(*(self._facts[plan.name] if plan else b"" for plan in plans))

    def versions(self, plan: Plan) -> Key:
        """How a plan came to be."""
        history = self.catalogue.history
        return key_of(repr((history.is_known, history.versions(plan.name))))

    @cached_property
    def counts(self) -> Key:
        """How many plans each municipality has."""
        places = self.catalogue.register.municipalities
        return key_of(repr([len(self.catalogue.plans_of(place.code)) for place in places]))

    @cached_property
    def every_fact(self) -> Key:
        """All plans without their texts, in the catalogue's order."""
        return key_of(*self._facts.values())

    @cached_property
    def _wholes(self) -> dict[str, Key]:
        return {plan.name: key_of(plan.name, plan.source) for plan in self.catalogue.plans}

    @cached_property
    def _facts(self) -> dict[str, Key]:
        bare = (replace(plan, body=Body(), source=b"") for plan in self.catalogue.plans)
        return {plan.name: key_of(repr(plan)) for plan in bare}
