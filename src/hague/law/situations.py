"""Which situation or public preliminary examination contains some conduct, as far as was known on a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from hague.law.territory import ALWAYS, NEVER, Gazetteer, Territory, gazetteer
from hague.law.truth import YES
from hague.record import Record, days
from hague.record.model import Scope

_PRINTED = {"comoros": "comoros-vessels", "belarus": "lithuania-belarus"}
"""Slugs under which a finding names a situation, where they are longer than those of the record."""


_CRIMES = {"philippines": ("crime-against-humanity",)}
"""Situation -> crimes of what its scope only says in words: killings in the campaign against drugs and in Davao."""
_LINKED_NATIONALS = {"afghanistan": frozenset({"state:AFG", "state:USA"})}
_LINKED_ACTS = {
    "afghanistan": frozenset(
        {"torture", "cruel-treatment", "inhuman-treatment", "outrages-on-personal-dignity", "rape", "sexual-violence"}
    )
}
"""Situation with linked crimes elsewhere -> nationals and acts that come into question for them. The ruling of 5 March
2020 reaches the treatment of captives of the armed conflict in Afghanistan who were held in other Parties."""


class _Reach(NamedTuple):
    slug: str
    scope: Scope
    known: int
    begin: int
    end: int


class Conduct(NamedTuple):
    """What of some conduct decides in which situation it lies."""

    crime: str | None
    act: str | None
    places: Sequence[Territory]
    nationalities: Sequence[str]
    begin: int
    end: int
    conflict: str | None
    party_territory: bool
    """Some of it took place on the territory of a Party."""


ANYWHERE: Final = ""
"""Stands for the State of what is not tied to one."""


@lru_cache(maxsize=8)
def _reaches(record: Record) -> dict[str, tuple[_Reach, ...]]:
    """State -> the scopes that its territory or nationals may fall under, first known first."""
    found: dict[str, list[_Reach]] = {}
    for situation in record.situations.values():
        slug = situation.id.removeprefix("situation:")
        for scope in situation.scopes:
            begin = days.first(scope.from_).toordinal() if scope.from_ else ALWAYS
            end = days.last(scope.to).toordinal() if scope.to else NEVER
            known = days.last(scope.known_on).toordinal()
            reach = _Reach(_PRINTED.get(slug, slug), scope, known, begin, end)
            for state in _states(scope, gazetteer(record)):
                found.setdefault(state, []).append(reach)
    return {state: tuple(sorted(r, key=lambda r: (r.known, r.slug))) for state, r in found.items()}


def _states(scope: Scope, places: Gazetteer) -> set[str]:
    areas = (places.find(code) for code in scope.places)
    named = {a.state for a in areas if a is not None and a.state is not None}
    for ref in (*scope.vessels_of, *scope.or_nationals_of, *scope.only_nationals_of):
        named.add(ref.removeprefix("state:"))
    return {ANYWHERE} if scope.linked_elsewhere_from or not named else named


def covering(record: Record, conduct: Conduct, as_of: date, *, before: int = NEVER) -> str | None:
    """The slug of the first situation known on ``as_of`` (and before the ordinal ``before``) that contains it.

    It must match in place (or in nationality, where the situation follows nationals) and its time must be contained
    in what the situation's scopes cover together.
    """
    limit = min(as_of.toordinal(), before - 1)
    places = gazetteer(record)
    by_state = _reaches(record)
    concerned = {ANYWHERE, *conduct.nationalities, *(p.state for p in conduct.places if p.state)}
    reaches = {id(r): r for state in concerned for r in by_state.get(state, ()) if r.known <= limit}
    ordered = sorted(reaches.values(), key=lambda r: (r.known, r.slug))
    spans: dict[str, list[tuple[int, int]]] = {}
    for takes_in in (_begins, _begins_linked):
        for reach in ordered:
            begin = takes_in(reach, conduct, places)
            if begin is not None:
                spans.setdefault(reach.slug, []).append((begin, reach.end))
    return next((slug for slug, found in spans.items() if _contain(found, conduct.begin, conduct.end)), None)


def _begins(reach: _Reach, conduct: Conduct, places: Gazetteer) -> int | None:
    """The day from which a scope takes in the place and persons of the conduct; ``None`` if it never does."""
    scope = reach.scope
    crimes = scope.crimes or _CRIMES.get(reach.slug, ())
    if crimes and conduct.crime not in crimes:
        return None
    held = {f"state:{n}" for n in conduct.nationalities}
    if scope.only_nationals_of and not held & set(scope.only_nationals_of):
        return None
    inside = [p for p in conduct.places if _matches(p, scope, places)]
    if scope.partly_on_party_territory:
        across = len({p.state for p in inside}) > 1
        return reach.begin if across and conduct.party_territory else None
    return reach.begin if inside or held & set(scope.or_nationals_of) else None


def _begins_linked(reach: _Reach, conduct: Conduct, places: Gazetteer) -> int | None:
    """As ``_begins``, for crimes on the territory of other Parties that are linked to the situation."""
    linked = reach.scope.linked_elsewhere_from
    if not (linked and conduct.crime == "war-crime" and conduct.party_territory):
        return None
    if conduct.conflict == "international" or conduct.act not in _LINKED_ACTS.get(reach.slug, ()):
        return None
    fought = _LINKED_NATIONALS.get(reach.slug, frozenset())
    return days.first(linked).toordinal() if any(f"state:{n}" in fought for n in conduct.nationalities) else None


def _matches(place: Territory, scope: Scope, places: Gazetteer) -> bool:
    if place.kind != "land":
        return f"state:{place.state}" in scope.vessels_of
    return not (scope.places or scope.vessels_of) or places.lies_in_any(place, scope.places) == YES


def _contain(spans: list[tuple[int, int]], begin: int, end: int) -> bool:
    """Whether the spans together leave no day from ``begin`` to ``end`` uncovered."""
    for start, stop in sorted(spans):
        if start <= begin <= stop:
            begin = stop + 1
        if begin > end:
            return True
    return False
