"""A page that can be made: what must be known of it before, and all that its content depends on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial

from kuntakesu import addresses
from kuntakesu.addresses import Alternates
from kuntakesu.catalogue import Catalogue
from kuntakesu.memory import Key, key_of
from kuntakesu.pages.view import SitePage, View
from kuntakesu.plan import Plan
from kuntakesu.vocabulary.register import Region


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


def of_regions(
    kind: str,
    view: View,
    made_of: tuple[Key, ...],
    whole: Callable[[], SitePage],
    part: Callable[[Region], SitePage],
) -> Iterator[Draft]:
    """The drafts of a page of the whole country and one of each region.

    Args:
        kind: The pages' kind, as addresses name it.
        view: The look at the catalogue.
        made_of: See `Draft`; the same for all.
        whole: Makes the country's page.
        part: Makes a region's.
    """
    listing = addresses.in_all_languages(addresses.listing, kind)
    yield Draft(listing[view.language], whole, made_of, listing)
    for region in view.catalogue.register.regions:
        own = addresses.in_all_languages(addresses.item, kind, region.slug)
        yield Draft(own[view.language], partial(part, region), made_of, own)


@dataclass(frozen=True)
class Ingredients:
    """Keys of what pages are made of.

    A plan's facts are all that it says above its text; most pages show no more of it, and stay the
    same while somebody works on the text.
    """

    catalogue: Catalogue

    def whole(self, plans: Iterable[Plan | None]) -> Key:
        """Some plans with their texts."""
        return _of(self._wholes, plans)

    def outlines(self, plans: Iterable[Plan | None]) -> Key:
        """The targets of some plans without their texts."""
        return _of(self._outlines, plans)

    def facts(self, plans: Iterable[Plan | None]) -> Key:
        """Some plans without their texts."""
        return _of(self._facts, plans)

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
    def every_outline(self) -> Key:
        """The targets of all plans, in the catalogue's order."""
        return key_of(*self._outlines.values())

    @cached_property
    def _wholes(self) -> dict[str, Key]:
        return {plan.name: key_of(plan.name, plan.digest) for plan in self.catalogue.plans}

    @cached_property
    def _facts(self) -> dict[str, Key]:
        return {plan.name: key_of(repr(plan.facts)) for plan in self.catalogue.plans}

    @cached_property
    def _outlines(self) -> dict[str, Key]:
        return {plan.name: key_of(repr(plan.outline)) for plan in self.catalogue.plans}


def _of(keys: Mapping[str, Key], plans: Iterable[Plan | None]) -> Key:
    return key_of(*(keys[plan.name] if plan else b"" for plan in plans))
