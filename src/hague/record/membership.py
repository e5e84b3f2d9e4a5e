"""Who is bound by the Statute on a day, computed from the acts on record.

Article 126: the Statute entered into force on 1 July 2002 for the first sixty and, for a State that joins later, on
the first day of the month after the sixtieth day following its deposit. Article 127: a withdrawal takes effect one
year after the notification is received, unless it names a later day or is taken back before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from hague.record import days
from hague.record.known import known
from hague.record.model import State, StateEvent

DEPOSITS = ("ratified", "acceded", "accepted", "approved", "succeeded")
STATUTE_IN_FORCE = date(2002, 7, 1)
SIXTIETH_DEPOSIT = date(2002, 4, 11)


def entry_into_force(deposit: date) -> date:
    """Article 126 applied to a day of deposit.

    >>> entry_into_force(date(2015, 1, 2))
    datetime.date(2015, 4, 1)
    """
    if deposit <= SIXTIETH_DEPOSIT:
        return STATUTE_IN_FORCE
    sixtieth = deposit + timedelta(days=60)
    year, month = divmod(sixtieth.year * 12 + sixtieth.month, 12)
    return date(year, month + 1, 1)


class Membership(NamedTuple):
    """A period of membership: ``until`` is the first day on which the State is no longer bound (``None``: open)."""

    deposit: StateEvent
    since: date
    until: date | None


def membership(state: State, as_of: date | None = None) -> Membership | None:
    """The State's membership as far as the acts public by ``as_of`` tell, past or future ones included.

    ``None`` if it never deposited an instrument, or recalled it before it took effect.
    """
    acts = [e for e in state.history if known(e, as_of)]
    deposit = _latest(acts, DEPOSITS)
    if deposit is None or _after(acts, "instrument-recalled", deposit):
        return None
    # A successor State is bound from its first day, before its notification: the printed day alone says so.
    succeeded = deposit.event == "succeeded"
    printed = _latest(acts, ("in-force",)) if succeeded else _after(acts, "in-force", deposit)
    since = days.first(printed.on) if printed else entry_into_force(days.first(deposit.on))
    left = _after(acts, "withdrawal-effective", deposit)
    notified = _after(acts, "withdrawal-notified", deposit)
    until: date | None = None
    if left:
        until = days.first(left.on)
    elif notified and not _after(acts, "withdrawal-revoked", notified):
        until = days.years_after(days.first(notified.on), 1)
    return Membership(deposit, since, until)


def is_party(state: State, day: date, as_of: date | None = None) -> bool:
    """Whether the Statute bound the State on ``day`` (as known on ``as_of``, by default that same day)."""
    found = membership(state, as_of or day)
    return found is not None and found.since <= day and (found.until is None or day < found.until)


def parties(states: Mapping[str, State] | Iterable[State], day: date) -> list[State]:
    """The Parties on ``day``, by name."""
    listed = states.values() if isinstance(states, Mapping) else states
    return sorted((s for s in listed if is_party(s, day)), key=lambda s: s.name)


def _latest(acts: list[StateEvent], kinds: tuple[str, ...]) -> StateEvent | None:
    found = [e for e in acts if e.event in kinds]
    return max(found, key=lambda e: days.first(e.on)) if found else None


def _after(acts: list[StateEvent], kind: str, earlier: StateEvent) -> StateEvent | None:
    found = [e for e in acts if e.event == kind and days.first(e.on) >= days.first(earlier.on)]
    return max(found, key=lambda e: days.first(e.on)) if found else None
