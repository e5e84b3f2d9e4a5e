"""Places: which State a place belongs to for the Statute, and which place lies in which.

A place is written as ISO 3166-1 alpha-3 (dependent territories too), ISO 3166-2, ``X-NAME`` for an area of the record
that has no code, or ``vessel:XXX`` and ``aircraft:XXX`` with the State of registration (``unknown`` allowed). Occupied
and breakaway areas carry the code of the sovereign, as the Court has treated them.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from hague.law.truth import NO, UNKNOWN, YES, Truth
from hague.record import Record, days

NEVER: Final = date.max.toordinal()
"""The ordinal of a day that never comes: stands where an act was never done."""
ALWAYS: Final = date.min.toordinal()

_RULED: Final = {"PSE": "decision:palestine-jurisdiction-2021-02-05"}
"""State -> the ruling before which it was open whether its territory is that of a State for the Statute."""
_CLAIMED: Final = {"XKX": ("SRB", date(2008, 2, 17))}
"""Place of open status -> the Party that claims it, and the day since when it is open. Kosovo declared independence
from Serbia on that day; no Chamber has said to which State it belongs."""


class Territory(NamedTuple):
    """A place as the rules see it. ``within`` are the codes of all that it lies in, itself included."""

    code: str
    name: str
    kind: str
    """``land``, ``vessel`` or ``aircraft``."""
    state: str | None
    """ISO 3166-1 alpha-3 of the State; ``None`` for a ship of unknown flag, and for land that belongs to no State or
    of which nobody has settled to which."""
    within: tuple[str, ...]


class Gazetteer:
    """The places that a record knows."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._by_iso2 = {s.iso2: s.iso3 for s in record.states.values()}
        self._dependent = {code: s.iso3 for s in record.states.values() for code in s.dependent_territories}
        self._places = {p.code: p for p in record.places.values()}
        self.find = lru_cache(maxsize=4096)(self._find)

    def _find(self, code: str) -> Territory | None:
        """The place with this code, or ``None`` if no such place is known."""
        kind, _, flag = code.partition(":")
        if kind in ("vessel", "aircraft"):
            if flag == "unknown":
                return Territory(code, f"a {kind} of unknown registration", kind, None, (code,))
            state = self._record.states.get(f"state:{flag}")
            return Territory(code, f"a {kind} registered in {state.name}", kind, flag, (code,)) if state else None
        if state := self._record.states.get(f"state:{code}"):
            return Territory(code, state.name, "land", _CLAIMED.get(code, (code,))[0], (code,))
        return self._smaller(code)

    def _smaller(self, code: str) -> Territory | None:
        place = self._places.get(code)
        within = [code]
        sovereign: str | None = None
        name = place.name if place else code
        while place is not None:
            if place.state is not None:
                sovereign = sovereign or place.state.removeprefix("state:")
            if place.within is None:
                break
            outer = place.within.partition(":")[2]
            if outer in within:
                break
            within.append(outer)
            place = self._places.get(outer)
        sovereign = sovereign or self._dependent.get(code) or self._by_iso2.get(code.partition("-")[0])
        if sovereign is None and code not in self._places:
            return None
        if sovereign is not None and sovereign not in within:
            within.append(sovereign)
        return Territory(code, name, "land", sovereign, tuple(within))

    def codes(self) -> list[str]:
        """Every code that is on record, for telling the nearest of a wrong one."""
        states = [s.iso3 for s in self._record.states.values()]
        return sorted({*states, *self._dependent, *self._places})

    def lies_in(self, place: Territory, area: str) -> Truth:
        """Whether a place lies in an area: unknown where the area is only a part of the place."""
        if area in place.within:
            return YES
        inner = self.find(area)
        return UNKNOWN if inner is not None and place.code in inner.within else NO

    def lies_in_any(self, place: Territory, areas: tuple[str, ...]) -> Truth:
        """As ``lies_in``, for any of some areas."""
        return max((self.lies_in(place, a) for a in areas), default=NO)

    def is_disputed(self, place: Territory) -> bool:
        """Whether the record holds that States dispute the place, or one in which it lies."""
        found = (self._places.get(code) for code in place.within)
        return any(p.disputed for p in found if p is not None)

    def disputed_from(self, place: Territory, as_of: date) -> int:
        """The ordinal of the day from which it is open, seen from ``as_of``, to which State the place belongs."""
        if place.kind != "land" or place.state is None:
            return NEVER
        claimed = next((_CLAIMED[c] for c in place.within if c in _CLAIMED), None)
        if claimed:
            return claimed[1].toordinal()
        ruling = self._record.decisions.get(_RULED[place.state]) if place.state in _RULED else None
        return ALWAYS if ruling is not None and days.last(ruling.on) > as_of else NEVER


@lru_cache(maxsize=8)
def gazetteer(record: Record) -> Gazetteer:
    """The gazetteer of a record, built once."""
    return Gazetteer(record)
