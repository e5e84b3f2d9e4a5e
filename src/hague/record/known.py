"""What a careful reader could know on a day.

A fact counts from the day it became public: ``public_on`` if it says so, else the day it happened. A day known only
to the month or year counts from its last day, so that nothing is known too early. Declared scopes count from
``known_on``, charges from ``since``, offices and names from their first day.
"""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

import msgspec

from hague.record import days
from hague.record.model import Charge, Event, Fact, Name, Office, Scope

Entry = TypeVar("Entry", bound=msgspec.Struct)


def public_day(fact: Fact) -> str | None:
    """The (partial) day from which the fact is public; ``None`` for one that was always so."""
    if isinstance(fact, Event):
        return fact.public_on or fact.on
    if isinstance(fact, Scope):
        return fact.known_on
    if isinstance(fact, Charge):
        return fact.since
    if isinstance(fact, Office | Name):
        return fact.from_
    return None


def known(fact: Fact, as_of: date | None) -> bool:
    """Whether the fact was public by ``as_of``; ``None`` asks for everything on record."""
    if as_of is None:
        return True
    day = public_day(fact)
    return day is None or days.last(day) <= as_of


def as_known(entry: Entry, as_of: date | None) -> Entry:
    """The entry with only what was public by ``as_of``: later facts are left out, at every depth."""
    if as_of is None:
        return entry
    changes: dict[str, Any] = {}
    for name in entry.__struct_fields__:
        value = getattr(entry, name)
        if isinstance(value, tuple) and value and isinstance(value[0], msgspec.Struct):
            kept = tuple(as_known(v, as_of) for v in value if not isinstance(v, Fact) or known(v, as_of))
            if kept != value:
                changes[name] = kept
        elif isinstance(value, Fact):
            changes[name] = as_known(value, as_of) if known(value, as_of) else None
    if isinstance(entry, Charge):
        for name in ("outcome_on", "confirmed_on"):
            day = getattr(entry, name)
            if day is not None and days.last(day) > as_of:
                changes[name] = None
                if name == "outcome_on":
                    changes["outcome"] = "confirmed" if _confirmed(entry, as_of) else None
    for name in ("ended_on", "withdrawn_on"):  # ends that were not foreseeable
        day = getattr(entry, name, None)
        if isinstance(day, str) and days.last(day) > as_of:
            changes[name] = None
    return msgspec.structs.replace(entry, **changes) if changes else entry


def _confirmed(charge: Charge, as_of: date) -> bool:
    return charge.confirmed_on is not None and days.last(charge.confirmed_on) <= as_of
